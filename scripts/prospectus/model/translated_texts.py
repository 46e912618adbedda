"""A record beside its translation: which of its texts are translated, and what in the translation does not fit.

A translation has the record's own shape. A list in it is as long as the record's, with nothing at the place of an item
that is not translated; a list of another length is left out whole, for nobody can know which item an entry belongs to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter, ValidationError

from prospectus.model.plain_text import PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import KeyPath, Part, Record, Translation
from prospectus.model.text_shape import Group, Items, Line, Sentences, Shape, text_fields, texts_in

SPANISH = "es"
"""The language that records can be translated into, and the field that holds it."""

Text = str | Prose
_LINE: TypeAdapter[str] = TypeAdapter(PlainText)


class Misfit(StrEnum):
    """Why a piece of a translation cannot be used."""

    UNKNOWN_FIELD = "unknown-field"
    NO_WORDS = "no-words"
    NOT_THERE = "not-there"
    ANOTHER_LENGTH = "another-length"
    ANOTHER_FORM = "another-form"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Misfitting:
    """A piece that does not fit: the way to it, why, and what the words about it need.

    `known` are the names that could stand there, `lengths` the entries given and expected, `expected` the form.
    """

    path: KeyPath
    why: Misfit
    known: tuple[str, ...] = ()
    lengths: tuple[int, int] = (0, 0)
    expected: str = ""


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """A text and its translation. `family` is set for a word by which records find each other."""

    path: KeyPath
    original: Text
    translation: Text
    family: str = ""


@dataclass
class Matched:
    """All that a translation gives: texts that fit, free lists by their way, and what does not fit."""

    texts: list[TranslatedText] = field(default_factory=list)
    lists: list[tuple[KeyPath, tuple[Text, ...]]] = field(default_factory=list)
    misfits: list[Misfitting] = field(default_factory=list)


_NOTHING = Matched()


def is_left(field: str, record: Record) -> bool:
    """Say whether a field of a record holds words, and its translation lacks them."""
    return field in text_fields(type(record)) and (record.es is None or not record.es.texts.get(field))


def matched(record: Record) -> Matched:
    """Lay a record beside its translation; done at the first call and kept with the record."""
    if record.es is None:
        return _NOTHING
    known = record.matched
    if isinstance(known, Matched):
        return known
    found = Matched()
    _match_fields(record, record.es.texts, (), found)
    record.keep_matched(found)
    return found


def originals_hash(record: Record) -> str:
    """Give eight signs that change when any text of the record does that can be translated."""
    texts = (str(path) + _written(text) for path, _, text in texts_in(record))
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]


def _written(text: Text) -> str:
    return text.text if isinstance(text, Prose) else text


def _match_fields(part: Part, given: Mapping[str, Any], path: KeyPath, found: Matched) -> None:
    shapes, names = text_fields(type(part)), type(part).model_fields
    for name, value in given.items():
        here = (*path, name)
        if value is None:
            continue
        if name not in names:
            known = (*shapes, *(Translation.model_fields if isinstance(part, Record) else ()))
            found.misfits.append(Misfitting(here, Misfit.UNKNOWN_FIELD, known))
        elif name not in shapes:
            found.misfits.append(Misfitting(here, Misfit.NO_WORDS, tuple(shapes)))
        elif not getattr(part, name):
            found.misfits.append(Misfitting(here, Misfit.NOT_THERE))
        else:
            _match(getattr(part, name), shapes[name], value, here, found)


def _match(original: Any, shape: Shape, given: Any, path: KeyPath, found: Matched) -> None:
    match shape, given:
        case _, None | "":
            return
        case Group(), dict():
            _match_fields(original, given, path, found)
        case Items(item, True), list():
            entries = [_read(entry, item, (*path, index), found) for index, entry in enumerate(given) if entry]
            found.lists.append((path, tuple(entry for entry in entries if entry is not None)))
        case Items(item), list():
            _match_items(original, item, given, path, found)
        case Line() | Sentences(), _:
            translation = _read(given, shape, path, found)
            if translation is not None:
                family = shape.family if isinstance(shape, Line) else ""
                found.texts.append(TranslatedText(path, original, translation, family))
        case _:
            found.misfits.append(Misfitting(path, Misfit.ANOTHER_FORM, expected=_form(shape)))


def _match_items(original: Sequence[Any], item: Shape, given: list[Any], path: KeyPath, found: Matched) -> None:
    if len(given) != len(original):
        found.misfits.append(Misfitting(path, Misfit.ANOTHER_LENGTH, lengths=(len(given), len(original))))
        return
    for index, entry in enumerate(given):
        _match(original[index], item, entry, (*path, index), found)


def _read(given: Any, shape: Shape, path: KeyPath, found: Matched) -> Text | None:
    if not isinstance(given, str):
        found.misfits.append(Misfitting(path, Misfit.ANOTHER_FORM, expected=_form(shape)))
        return None
    try:
        return Prose(given, SPANISH) if isinstance(shape, Sentences) else _LINE.validate_python(given)
    except (ValidationError, ValueError) as error:
        reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        found.misfits.append(Misfitting(path, Misfit.UNUSABLE, expected=reason))
        return None


def _form(shape: Shape) -> str:
    match shape:
        case Items():
            return "a list"
        case Group():
            return "a group of fields"
    return "a text"
