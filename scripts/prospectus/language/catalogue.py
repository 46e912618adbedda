"""Reads the catalogues of a language: every `.po` file in its folder, together.

A folder has one file for each part of the site. A message may stand in several files, as long as all say the same.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.messages.pofile import read_po

from prospectus.language.spoken import ENGLISH, Catalogue


@cache
def catalogue_of(language: str) -> Catalogue:
    """Give the words of a language. English needs none. ValueError when two files say a message differently."""
    if language == ENGLISH:
        return Catalogue(ENGLISH)
    said: dict[str, str] = {}
    counted: dict[str, tuple[str, str]] = {}
    folder = files("prospectus.language") / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".po"):
            _gather(file, said, counted)
    return Catalogue(language, said, counted)


def _gather(file: Traversable, said: dict[str, str], counted: dict[str, tuple[str, str]]) -> None:
    for message in read_po(BytesIO(file.read_bytes()), abort_invalid=True):
        string = message.string or ""
        forms = (string,) if isinstance(string, str) else tuple(string)
        if not message.id or message.fuzzy or not all(forms):
            continue
        if isinstance(message.id, str):
            agrees = said.setdefault(message.id, forms[0]) == forms[0]
        else:
            both = (forms[0], forms[-1])
            agrees = counted.setdefault(message.id[0], both) == both
        if not agrees:
            raise ValueError(f"{file.name}: {message.id!r} is translated differently in another file of this language")
