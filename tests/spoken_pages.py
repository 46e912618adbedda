"""Looks for fixed words that no catalogue knows: pages of the tiny school in a made-up language.

In it every message stands in ⟦ ⟧ and every text of a record in ‹ ›. What a page shows outside of both was written past
the catalogue. `python tests/spoken_pages.py [PART]` lists it, page by page, for pages whose path holds PART.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from functools import cache
from html.parser import HTMLParser
from typing import Any

from prospectus.language import Catalogue
from prospectus.model.prose import Prose
from prospectus.model.record import KeyPath, Part, Record
from prospectus.model.school import School
from prospectus.model.text_shape import texts_in
from prospectus.model.translation import _values, translated_school
from prospectus.render.desk import Desk
from prospectus.render.formats import PAGES
from tiny import CONTEXT, read_tiny

SPOKEN_ATTRIBUTES = (
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "label",
    "data-label",
    "aria-description",
    "data-name",
)
SILENT_TAGS = ("code", "kbd", "script", "style", "samp")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧|‹[^‹›]*›")
OPENING, CLOSING = "⟦‹", "⟧›"
WORD = re.compile(r"[A-Za-z]{3,}")
NAMES = re.compile(
    r"\b(?:PDF|DOI|PMID|PubMed|ISBN|MeSH|ICD-10-CM|json|csv|ics|https?:\S+|\S+@\S+"
    r"|[\w/.-]+\.(?:yml|ics|pdf|json|csv|md))\b"
)


class Bracketing(dict[str, str]):
    """A catalogue that says everything, in brackets."""

    def get(self, text: str, default: object = None) -> str:  # type: ignore[override]
        return f"⟦{text}⟧"


class BracketingCounts(dict[str, tuple[str, str]]):
    """The same for counted words."""

    def get(self, text: str, default: Any = None) -> tuple[str, str]:  # type: ignore[override]
        return (f"⟦{default[0]}⟧", f"⟦{default[1]}⟧")


MADE_UP = Catalogue("es", Bracketing(), BracketingCounts())


class Shown(HTMLParser):
    """Gathers what a page shows or speaks: texts between tags, and attributes that are read out.

    A message may hold tags, so brackets are followed from one text to the next: inside of them nothing is gathered.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._silent = 0
        self._depth = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT_TAGS
        self.found += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT_TAGS and self._silent > 0

    def handle_data(self, data: str) -> None:
        outside = "".join(self._outside(data))
        if not self._silent and outside.strip():
            self.found.append(outside)

    def _outside(self, data: str) -> Iterator[str]:
        for sign in data:
            self._depth += sign in OPENING
            if not self._depth:
                yield sign
            self._depth -= sign in CLOSING and self._depth > 0


def bracketed(record: Record) -> Record:
    """Give the record with every text that can be translated in brackets of its own."""
    changes: dict[KeyPath, Any] = {
        path: Prose(f"‹{text.text}›") if isinstance(text, Prose) else text for path, _, text in texts_in(record)
    }
    changes = {path: f"‹{text}›" if isinstance(text, str) else text for path, text in changes.items()}
    return record.with_values({**_values(record, changes), "es": None})


@cache
def strings_of_records() -> tuple[str, ...]:
    """Give every text that stands in a record as it is, longest first: these are no fixed words."""
    found: set[str] = set()
    school = read_tiny().school
    for record in (*school.all_records(), *translated_school(school).all_records()):
        found.update(_strings(record))
        found.update((record.id, record.file))
    words = {text for text in found if WORD.search(text)}
    return tuple(sorted(words, key=len, reverse=True))


@cache
def known_strings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, strings_of_records()))})(?!\w)")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _strings(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, Mapping):
        return
    elif isinstance(value, Prose):
        yield from (value.plain, *value.plain.split("  "))
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value


def spoken_school() -> School:
    school = read_tiny().school
    return school.with_records({record.key: bracketed(record) for record in school.all_records()})


@cache
def unspoken() -> dict[str, list[str]]:
    """Give, page by page, the words that came neither from a catalogue nor from a record."""
    desk = Desk.for_school(spoken_school(), CONTEXT, "es")
    desk = replace(desk, catalogue=MADE_UP, vocabulary=None)
    found: dict[str, list[str]] = {}
    for pages in PAGES:
        for job in pages(desk):
            if job.path.endswith(".md") and (texts := _past_the_catalogue(job.run().content.decode())):
                found[job.path] = texts
    return found


def _past_the_catalogue(page: str) -> list[str]:
    _, front, body = page.split("---\n", 2)
    spoken = [*Shown(body).found, *_front_texts(front)]
    return [text for shown in spoken if WORD.search(text := _bare(shown))]


def _front_texts(front: str) -> Iterator[str]:
    meta = dict(line.split(": ", 1) for line in front.splitlines() if ": " in line)
    yield from (json.loads(meta[key]) for key in ("title", "description") if key in meta)
    yield from (crumb["name"] for crumb in json.loads(meta.get("crumbs", "[]")))


def _bare(text: str) -> str:
    """Take away what came from a catalogue or a record, and names that are the same in every language."""
    before = ""
    while before != text:
        before, text = text, MARKED.sub(" ", text)
    text = known_strings().sub(" ", text)
    return " ".join(NAMES.sub(" ", text).split())


if __name__ == "__main__":
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    for path, texts in sorted(unspoken().items()):
        if part in path:
            sys.stdout.write(f"{path}\n" + "".join(f"    {text[:150]}\n" for text in dict.fromkeys(texts)))
