"""What the code says to readers, and where: every message of the package's modules, templates and scripts.

Collecting them reads the whole package, which takes a second or two; no page needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from jinja2.ext import babel_extract

from prospectus.language.catalogue import catalogue_of

PACKAGE = Path(__file__).parents[1]
KEYWORDS = {"say": None, "mark": None, "say_count": (2, 3)}
SCRIPT_KEYWORDS = {"say": None}
COUNTED = 2


@dataclass(frozen=True, slots=True)
class Message:
    """One fixed text: its English singular, its plural ("" where it is not counted), and the file that says it."""

    text: str
    plural: str
    file: str


@cache
def messages() -> tuple[Message, ...]:
    """Collect every message of the package, file by file."""
    return tuple(message for file in sorted(PACKAGE.rglob("*")) for message in _messages_of(file))


def _messages_of(file: Path) -> Iterator[Message]:
    name = file.relative_to(PACKAGE).as_posix()
    if name.startswith(("language/", "serve/")):
        return
    content = BytesIO(file.read_bytes() if file.is_file() else b"")
    if file.suffix == ".py":
        found = extract("python", content, KEYWORDS)
        yield from (_message(text, name) for _, text, _, _ in found)
    elif file.suffix == ".j2":
        for _, function, text, _ in babel_extract(content, list(KEYWORDS), (), {"trimmed": "true"}):
            texts = text if isinstance(text, tuple) else (text,)
            strings = tuple(each for each in texts if isinstance(each, str))
            if strings:  # what a variable holds is marked where it is written
                yield _message(strings if function == "say_count" else strings[0], name)
    elif file.suffix == ".js":
        yield from (_message(text, name) for _, text, _, _ in extract("javascript", content, SCRIPT_KEYWORDS))


def _message(text: str | tuple[str, ...], file: str) -> Message:
    if isinstance(text, tuple):
        return Message(text[0], text[1] if len(text) == COUNTED else "", file)
    return Message(text, "", file)


def places_of(text: str) -> set[str]:
    """Give the names of the places in a message."""
    return set(re.findall(r"\{(\w+)\}", text))


@cache
def untranslated(language: str) -> tuple[Message, ...]:
    """Give the messages that the catalogue of a language lacks."""
    known = catalogue_of(language)
    return tuple(
        message for message in messages() if message.text not in (known.counted if message.plural else known.said)
    )
