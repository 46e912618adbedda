"""Walk through a record: every reference and every text it holds, with the way to each.

The way through a model is worked out once a class and then followed for each record, so that walking thousands of
records costs little more than reading their fields.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from prospectus.model.prose import Prose
from prospectus.model.record import KeyPath, Part, Record
from prospectus.model.reference import Reference


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A reference met on the walk: the way to it, the kind it must lead to, and the id it names."""

    path: KeyPath
    kind: str
    id: str


Leaf = FoundReference | tuple[KeyPath, Prose]
Walker = Callable[[Any, KeyPath], Iterator[Leaf]]


def references_of(record: Record) -> Iterator[FoundReference]:
    """Yield every typed reference in a record, in the order of its fields."""
    return (leaf for leaf in _leaves(record) if isinstance(leaf, FoundReference))


def proses_of(record: Record) -> Iterator[tuple[KeyPath, Prose]]:
    """Yield every prose text in a record with the way to it, in the order of its fields."""
    return (leaf for leaf in _leaves(record) if not isinstance(leaf, FoundReference))


def _leaves(record: Record) -> Iterator[Leaf]:
    walker = _model_walker(type(record))
    return walker(record, ()) if walker else iter(())


@cache
def _model_walker(model: type[Part]) -> Walker | None:
    fields = [
        (name, walker)
        for name, field in model.model_fields.items()
        if (walker := _walker_for(field.annotation, tuple(field.metadata))) is not None
    ]
    if not fields:
        return None

    def walk(part: Any, path: KeyPath) -> Iterator[Leaf]:
        for name, walker in fields:
            value = getattr(part, name)
            if value is not None and value != ():
                yield from walker(value, (*path, name))

    return walk


def _walker_for(annotation: Any, metadata: tuple[Any, ...] = ()) -> Walker | None:
    """Give the walker for a field's type, or None when nothing below it is a reference or a text."""
    for mark in metadata:
        if isinstance(mark, Reference):
            return _reference_walker(mark.kind)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        return _walker_for(inner, tuple(marks))
    if origin in (Union, types.UnionType):
        walkers = [walker for arm in get_args(annotation) if (walker := _walker_for(arm)) is not None]
        return walkers[0] if walkers else None
    if origin is tuple:
        item = _walker_for(get_args(annotation)[0])
        return _tuple_walker(item) if item else None
    if annotation is Prose:
        return _walk_prose
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _model_walker(annotation)
    return None


def _reference_walker(kind: str) -> Walker:
    def walk(value: Any, path: KeyPath) -> Iterator[Leaf]:
        yield FoundReference(path, kind, value)

    return walk


def _tuple_walker(item: Walker) -> Walker:
    def walk(values: Any, path: KeyPath) -> Iterator[Leaf]:
        for index, value in enumerate(values):
            yield from item(value, (*path, index))

    return walk


def _walk_prose(value: Any, path: KeyPath) -> Iterator[Leaf]:
    yield (path, value)
