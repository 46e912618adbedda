"""How much of a school is translated: the texts of every kind of record, and which of them are left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prospectus.diagnostics import Place
from prospectus.model.kinds import KINDS, Kind
from prospectus.model.record import KeyPath, Record
from prospectus.model.school import School
from prospectus.model.text_shape import Line, texts_in
from prospectus.model.translated_texts import matched
from prospectus.model.translation import Words, shared_words

INSIDE = frozenset({"accepted-finding", "edition"})
"""Kinds that no reader sees, or that are kept as they were published."""


@dataclass(frozen=True, slots=True)
class MissingText:
    """A text that is not translated: where it stands, and the way to it in its record."""

    record: Record
    path: KeyPath

    @property
    def place(self) -> Place:
        """Its file, line and column."""
        return self.record.at(*self.path)

    @property
    def name(self) -> str:
        """The way to it, as one writes it: lengths.0.pattern."""
        return ".".join(map(str, self.path))


@dataclass(frozen=True, slots=True)
class KindCoverage:
    """One kind of record: how many records, how many of them are translated in any part and read, and their texts."""

    kind: Kind
    records: int
    begun: int
    read: int
    texts: int
    missing: tuple[MissingText, ...]

    @property
    def translated(self) -> int:
        """How many texts are translated."""
        return self.texts - len(self.missing)


@dataclass(frozen=True, slots=True)
class LanguageSurvey:
    """One language beside English: whether the site has it, its fixed words, and the school's records."""

    code: str
    name: str
    is_on: bool
    messages: int
    untranslated: tuple[str, ...]
    kinds: list[KindCoverage]


def translation_coverage(school: School) -> list[KindCoverage]:
    """Count the texts of each kind of record that readers see, for kinds of which the school has any."""
    words = shared_words(school)
    return [
        _of_kind(kind, [*school.shelf(kind.name).values()], words)
        for kind in KINDS
        if kind.name not in INSIDE and school.shelf(kind.name)
    ]


def _of_kind(kind: Kind, records: list[Record], words: Words) -> KindCoverage:
    translations = [record.es for record in records if record.es is not None]
    return KindCoverage(
        kind,
        len(records),
        len(translations),
        sum(translation.reader is not None for translation in translations),
        sum(1 for record in records for _ in texts_in(record)),
        tuple(missing for record in records for missing in _missing(record, words)),
    )


def _missing(record: Record, words: Words) -> Iterator[MissingText]:
    found = matched(record)
    there = {text.path for text in found.texts if not text.family} | {path for path, _ in found.lists}
    for path, shape, text in texts_in(record):
        is_shared = isinstance(shape, Line) and (shape.family, str(text)) in words
        if path not in there and path[:-1] not in there and not is_shared:
            yield MissingText(record, path)
