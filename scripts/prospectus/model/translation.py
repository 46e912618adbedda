"""The school in another language: every text that is translated in its place, all else as it is.

Texts that were translated know it (`Prose.language`), so a page can mark the others. Records without a translation are
the same objects, and a record's twin is made once and kept with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prospectus.model.record import KeyPath, Part, Record
from prospectus.model.school import School
from prospectus.model.text_shape import Line, holds_shared_words, texts_in
from prospectus.model.translated_texts import SPANISH, matched, originals_hash

Words = Mapping[tuple[str, str], str]
"""Translations of the words by which records find each other, by family and word."""


def translated_school(school: School, language: str = SPANISH) -> School:
    """Give the school with every translated text in `language`; the school itself when it has none."""
    if language != SPANISH:
        return school
    words = shared_words(school)
    twins = {record.key: twin for record in school.all_records() if (twin := _twin(record, words)) is not record}
    return school.with_records(twins) if twins else school


def shared_words(school: School) -> dict[tuple[str, str], str]:
    """Give the translations of words by which records find each other.

    The first translation of a word counts. One that another word of its family has already is left out: two things
    that records tell apart may not become one.
    """
    words: dict[tuple[str, str], str] = {}
    taken: set[tuple[str, str]] = set()
    for record in school.all_records():
        for text in matched(record).texts if record.es is not None else ():
            if not text.family or not isinstance(text.original, str) or not isinstance(text.translation, str):
                continue
            if (text.family, text.original) not in words and (text.family, text.translation) not in taken:
                words[text.family, text.original] = text.translation
                taken.add((text.family, text.translation))
    return words


def _twin(record: Record, words: Words) -> Record:
    """Give the record with its translated texts; itself when it has none. Made once from the same words."""
    shared = _shared_texts(record, words)
    if record.es is None and not shared:
        return record
    known = record.twin
    if isinstance(known, tuple) and known[0] == shared:
        twin = known[1]
        assert isinstance(twin, Record)
        return twin
    found = matched(record)
    changes: dict[KeyPath, Any] = {text.path: text.translation for text in found.texts if not text.family}
    changes |= dict(found.lists) | shared
    values = _values(record, changes)
    if record.es is not None and record.es.of not in (None, originals_hash(record)):
        values["es"] = record.es.model_copy(update={"reader": None})  # nobody has read it beside these texts
    twin = record.with_values(values) if values else record
    record.keep_twin((shared, twin))
    return twin


def _shared_texts(record: Record, words: Words) -> dict[KeyPath, str]:
    if not words or not holds_shared_words(type(record)):
        return {}
    return {
        path: words[shape.family, text]
        for path, shape, text in texts_in(record)
        if isinstance(shape, Line) and isinstance(text, str) and (shape.family, text) in words
    }


def _values(part: Part, changes: Mapping[KeyPath, Any]) -> dict[str, Any]:
    """Give the new values of a part's own fields. `changes` are new texts, by their ways from this part."""
    return {str(name): _changed(getattr(part, str(name)), below) for name, below in _by_first_step(changes).items()}


def _changed(value: Any, changes: Mapping[KeyPath, Any]) -> Any:
    if () in changes:
        return changes[()]
    if isinstance(value, Part):
        return value.model_copy(update=_values(value, changes))
    below = _by_first_step(changes)
    return tuple(_changed(entry, below[index]) if index in below else entry for index, entry in enumerate(value))


def _by_first_step(changes: Mapping[KeyPath, Any]) -> dict[str | int, dict[KeyPath, Any]]:
    parted: dict[str | int, dict[KeyPath, Any]] = {}
    for path, text in changes.items():
        parted.setdefault(path[0], {})[path[1:]] = text
    return parted
