"""The two files that the finder's script reads: what entries are found by, and what stands beside them.

Names and addresses are not repeated in them: the script takes those from the list on the page, which stands in the
same order. So readers without scripts lose nothing, and nobody loads a name twice. The files are scripts that hand
over data, since a page that was opened from a folder may not fetch any other file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from prospectus.render import urls
from prospectus.render.finder.entry import FACETS, KINDS, Entry, options_of

INDEX = "assets/prospectus/finder.js"
TEXTS = "assets/prospectus/finder-texts.js"


def in_language(file: str, language: str) -> str:
    """Give the file of `INDEX` or `TEXTS` in a language: each has its own, for names and lines are in that language."""
    folder, _, name = file.rpartition("/")
    return f"{folder}/{urls.language_folder(language)}{name}"


def index_bytes(entries: Sequence[Entry]) -> bytes:
    """Write what entries are found by: a row each of other words, options, near entries, pressure, hours, cost, start.

    Options and near entries are numbers: the place among all options of the page, and the row of the other entry.
    """
    places = {entry.key: place for place, entry in enumerate(entries)}
    numbers = option_numbers(entries)
    return _script("index", [_row(entry, places, numbers) for entry in entries])


def texts_bytes(entries: Sequence[Entry]) -> bytes:
    """Write what a result shows beside its name: a row each of its text and the lines beside it.

    A text that is not in the language of the page stands in brackets of its own.
    """
    texts = [[entry.text] if entry.text_is_left else entry.text for entry in entries]
    return _script("texts", [_trimmed([text, *entry.lines]) for text, entry in zip(texts, entries, strict=True)])


def option_numbers(entries: Sequence[Entry]) -> dict[tuple[str, str], int]:
    """Number every option of every facet as the page lists them, kinds first."""
    kinds = {entry.kind for entry in entries}
    listed = [("kind", kind.key) for kind in KINDS if kind.key in kinds]
    listed += [(facet, mark.key) for facet in FACETS for mark, _ in options_of(entries, facet)]
    return {option: number for number, option in enumerate(listed)}


def version_of(content: bytes) -> str:
    """Give a few letters that change with the content, so that no browser joins a new page to an old file."""
    return sha256(content).hexdigest()[:8]


def _row(entry: Entry, places: dict[str, int], numbers: dict[tuple[str, str], int]) -> list[Any]:
    options = [numbers[mark.facet, mark.key] for mark in entry.marks]
    near = [places[key] for key in entry.near if key in places]
    return _trimmed([list(entry.also), options, near, entry.pressure, entry.hours, entry.cost, entry.start])


def _trimmed(row: list[Any]) -> list[Any]:
    """Leave out what is empty at the end."""
    while row and not row[-1]:
        row.pop()
    return row


def _script(part: str, rows: list[list[Any]]) -> bytes:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f'prospectusFinder("{part}",[\n{lines}\n]);\n'.encode()
