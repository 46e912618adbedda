"""Which fields of a record hold words that another language says in its own way: texts, names, and lists of them.

Worked out once a class, from the types of its fields alone. Numbers, days, choices, references, addresses and keys are
no words, and so never translated.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from prospectus.model.plain_text import AnyNumber, SharedWord, is_words
from prospectus.model.prose import Prose
from prospectus.model.record import KeyPath, Part, Record

_HOUSEKEEPING = frozenset(Record.model_fields)
"""Fields that every record has: who looks after it, what it was called, and the translations themselves."""


@dataclass(frozen=True, slots=True)
class Line:
    """A name, a title or another line of plain text. `family` is set for words by which records find each other."""

    family: str = ""


@dataclass(frozen=True, slots=True)
class Sentences:
    """A text with the little Markdown that authors may use."""


@dataclass(frozen=True, slots=True)
class Group:
    """A part with fields of its own."""

    model: type[Part]


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `is_free` says that another language may have more items, or fewer."""

    item: Shape
    is_free: bool = False


Shape = Line | Sentences | Group | Items
Found = tuple[KeyPath, Line | Sentences, str | Prose]
"""The way to a text, what it is, and the text."""


@cache
def text_fields(model: type[Part]) -> Mapping[str, Shape]:
    """Give the fields of a model that hold words, or groups or lists with words in them."""
    housekeeping = _HOUSEKEEPING if issubclass(model, Record) else frozenset()
    shapes = {
        name: _shape(info.annotation, tuple(info.metadata))
        for name, info in model.model_fields.items()
        if name not in housekeeping
    }
    return {name: shape for name, shape in shapes.items() if shape is not None}


def _shape(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape | None:
    origin, arms = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arms[0], (*arms[1:], *marks))
    if origin in (Union, types.UnionType):
        return next((shape for arm in arms if (shape := _shape(arm, marks)) is not None), None)
    if origin is tuple:
        item = _shape(arms[0])
        return Items(item, any(isinstance(mark, AnyNumber) for mark in marks)) if item is not None else None
    if annotation is Prose:
        return Sentences()
    if annotation is str and is_words(mark for mark in marks if not isinstance(mark, AnyNumber)):
        return Line(next((mark.family for mark in marks if isinstance(mark, SharedWord)), ""))
    if isinstance(annotation, type) and issubclass(annotation, Part) and text_fields(annotation):
        return Group(annotation)
    return None


@cache
def holds_shared_words(model: type[Part]) -> bool:
    """Say whether a field of the model, or of a part in it, holds words by which records find each other."""
    return any(_is_shared(shape) for shape in text_fields(model).values())


def _is_shared(shape: Shape) -> bool:
    match shape:
        case Group(model):
            return holds_shared_words(model)
        case Items(item):
            return _is_shared(item)
        case Line(family):
            return bool(family)
    return False


def texts_in(part: Part, path: KeyPath = ()) -> Iterator[Found]:
    """Yield every text of a part that can be translated, in the order of its fields."""
    for name, shape in text_fields(type(part)).items():
        value = getattr(part, name)
        if value:
            yield from _texts(value, shape, (*path, name))


def _texts(value: Any, shape: Shape, path: KeyPath) -> Iterator[Found]:
    match shape:
        case Group():
            yield from texts_in(value, path)
        case Items(item):
            for index, entry in enumerate(value):
                yield from _texts(entry, item, (*path, index))
        case _:
            yield path, shape, value
