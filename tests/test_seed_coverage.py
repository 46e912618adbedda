"""Every statement of the five articles has its place: in a record, and on a page that readers can open.

`seed_coverage.yml` maps each id of the inventory to a record and a field, or says why it is left out. The pages are
read as a visitor gets them, so a field that no template prints fails here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.school import School
from prospectus.read import read_school

# The inventory's sections and how many statements each holds: 347 in all.
INVENTORY = {
    "TECH": 19, "STROKE": 14, "COND": 42, "BEN": 38, "WHO": 11, "CMP": 26, "TRN": 27, "ACC": 10, "SET": 13, "PRO": 4,
    "CAR": 8, "ENR": 9, "TERM": 19, "CLAIM": 62, "DIS": 31, "GAP": 14,
}  # fmt: skip
# Only page furniture, faults of the articles, and the identity, telephone and dates of real schools may be left out.
MAY_BE_LEFT_OUT = {"ENR", "GAP"}

Entry = dict[str, str]
Coverage = Mapping[str, list[Entry] | Entry]


class Words(HTMLParser):
    """The words of a page; tags between them count as blanks only where they part blocks."""

    INLINE = frozenset({"a", "button", "em", "strong", "span", "b", "i", "cite", "sup"})

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._raised = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "sup":
            self._raised += 1
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "sup":
            self._raised -= 1
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._raised:
            self.parts.append(data)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    text = Path(__file__).with_name("seed_coverage.yml").read_text(encoding="utf-8")
    loaded: Coverage = yaml.safe_load(text)
    return loaded


@pytest.fixture(scope="module")
def school(repository: Path) -> School:
    return read_school(repository).school


@pytest.fixture(scope="module")
def site_words(built: Path) -> str:
    """All words of all pages, in lower case, with single blanks."""
    texts = []
    for page in sorted((built / "site").rglob("*.html")):
        words = Words()
        words.feed(page.read_text(encoding="utf-8"))
        texts.append(normal("".join(words.parts)))
    return "\n".join(texts)


def normal(text: str) -> str:
    return " ".join(text.split()).casefold()


def test_every_statement_of_the_inventory_is_listed(coverage: Coverage) -> None:
    expected = {f"{prefix}-{number:02}" for prefix, amount in INVENTORY.items() for number in range(1, amount + 1)}
    assert len(expected) == 347
    assert set(coverage) == expected


def test_only_furniture_is_left_out(coverage: Coverage) -> None:
    left_out = {id: entry["left_out"] for id, entry in coverage.items() if isinstance(entry, dict)}
    assert {id.split("-")[0] for id in left_out} <= MAY_BE_LEFT_OUT
    assert all(reason.strip() for reason in left_out.values())


def test_every_place_exists_and_stands_on_a_page(coverage: Coverage, school: School, site_words: str) -> None:
    missing = [
        fault
        for id, entries in coverage.items()
        if isinstance(entries, list)
        for entry in entries
        if (fault := fault_of(id, entry, school, site_words))
    ]
    assert not missing, f"{len(missing)} places are missing:\n" + "\n".join(missing)


def fault_of(id: str, entry: Entry, school: School, site_words: str) -> str:
    kind, _, record_id = entry["record"].partition(":")
    record = school.find(kind, record_id)
    if record is None:
        return f"{id}: there is no {entry['record']}"
    value = value_at(record, entry["field"].split("."))
    if value in (None, (), ""):
        return f"{id}: {entry['record']} has nothing in {entry['field']}"
    texts = list(texts_in(value)) or [str(getattr(record, "name", ""))]
    absent = [text for text in texts if normal(text) not in site_words]
    return f"{id}: {entry['record']} {entry['field']}: on no page: {absent[0][:90]!r}" if absent else ""


def value_at(value: Any, path: list[str]) -> Any:
    for step in path:
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdigit() else next((v for v in value if v.id == step), None)
        else:
            value = getattr(value, step, None)
        if value is None:
            return None
    return value


def texts_in(value: Any) -> Iterator[str]:
    """Yield what a reader would see of a value: its texts and names, not its ids and fixed words."""
    if isinstance(value, Prose):
        yield from (line for line in value.plain.splitlines() if line.strip())
    elif isinstance(value, Part) and not isinstance(value, Record):
        shown = [getattr(value, name) for name in ("text", "name", "we_teach", "positions") if hasattr(value, name)]
        yield from (text for item in shown for text in texts_in(item))
    elif isinstance(value, tuple):
        yield from (text for item in value for text in texts_in(item) if not is_id(item))
    elif isinstance(value, str) and not isinstance(value, Enum) and not is_id(value):
        yield value


def is_id(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum) and value == value.lower() and "-" in value
