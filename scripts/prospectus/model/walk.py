"""Walk through a record: every reference and every text it holds, with the way to each.

The way through a model is worked out once a class, and each record is walked once; what was found stays with the
record, which never changes, so that snapshots that share the record share the finding too.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Annotated, Any, Union, get_args, get_origin

from prospectus.model.prose import Prose
from prospectus.model.record import KeyPath, Part, Record
from prospectus.model.reference import Reference
from prospectus.model.statement import Statement
from prospectus.model.translated_texts import matched


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A reference met on the walk: the way to it, the kind it must lead to, and the id it names."""

    path: KeyPath
    kind: str
    id: str


@dataclass
class Contents:
    """What a record holds, in the order of its fields: typed references, texts, statements, and lines of plain text."""

    references: list[FoundReference] = field(default_factory=list)
    proses: list[tuple[KeyPath, Prose]] = field(default_factory=list)
    statements: list[tuple[KeyPath, Statement]] = field(default_factory=list)
    lines: list[tuple[KeyPath, str]] = field(default_factory=list)

    @cached_property
    def names(self) -> frozenset[str]:
        """The look-up names (`kind:id`) of every record that is named, in fields and in texts."""
        named = {f"{reference.kind}:{reference.id}" for reference in self.references}
        return frozenset(named | {f"{link.kind}:{link.id}" for _, prose in self.proses for link in prose.links})


Walker = Callable[[Any, KeyPath, Contents], None]


def references_of(record: Record) -> list[FoundReference]:
    """Give every typed reference in a record."""
    return contents_of(record).references


def proses_of(record: Record) -> list[tuple[KeyPath, Prose]]:
    """Give every text in a record with the way to it."""
    return contents_of(record).proses


def lines_of(record: Record) -> list[tuple[KeyPath, str]]:
    """Give every name, title and other line of plain text in a record with the way to it."""
    return contents_of(record).lines


def statements_of(record: Record) -> list[tuple[KeyPath, Statement]]:
    """Give every statement in a record with the way to it."""
    return contents_of(record).statements


def contents_of(record: Record) -> Contents:
    """Give what a record holds; walked at the first call."""
    known = record.walked
    if isinstance(known, Contents):
        return known
    contents = Contents()
    walker = _model_walker(type(record))
    if walker is not None:
        walker(record, (), contents)
    _add_translation(record, contents)
    record.keep_walked(contents)
    return contents


def _add_translation(record: Record, contents: Contents) -> None:
    """Add the texts of the record's translation, so that whatever holds for texts holds for them too."""
    found = matched(record)
    for text in found.texts:
        _add_text(("es", *text.path), text.translation, contents)
    for path, texts in found.lists:
        for index, entry in enumerate(texts):
            _add_text(("es", *path, index), entry, contents)


def _add_text(path: KeyPath, text: str | Prose, contents: Contents) -> None:
    if isinstance(text, Prose):
        contents.proses.append((path, text))
    else:
        contents.lines.append((path, text))


def names_of(record: Record) -> frozenset[str]:
    """Give the look-up names (`kind:id`) of every record that this one names, in fields and in texts."""
    return contents_of(record).names


@cache
def _model_walker(model: type[Part]) -> Walker | None:
    fields = [
        (name, walker)
        for name, info in model.model_fields.items()
        if (walker := _walker_for(info.annotation, tuple(info.metadata))) is not None
    ]
    if not fields:
        return None

    is_statement = issubclass(model, Statement)

    def walk(part: Any, path: KeyPath, found: Contents) -> None:
        if is_statement:
            found.statements.append((path, part))
        for name, walker in fields:
            value = getattr(part, name)
            if value:
                walker(value, (*path, name), found)

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
    if annotation is str:
        return _walk_line
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _model_walker(annotation)
    return None


def _reference_walker(kind: str) -> Walker:
    def walk(value: Any, path: KeyPath, found: Contents) -> None:
        found.references.append(FoundReference(path, kind, value))

    return walk


def _tuple_walker(item: Walker) -> Walker:
    def walk(values: Any, path: KeyPath, found: Contents) -> None:
        for index, value in enumerate(values):
            item(value, (*path, index), found)

    return walk


def _walk_prose(value: Any, path: KeyPath, found: Contents) -> None:
    found.proses.append((path, value))


def _walk_line(value: Any, path: KeyPath, found: Contents) -> None:
    found.lines.append((path, value))
