"""What pydantic found wrong with a record, as findings placed in its file.

A missing field points at its parent, an unknown one at itself, all else at its value. Placing walks the error's way and
keeps the longest path that the line map knows, skipping parts that are no key. Knows nothing of folders.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from prospectus.diagnostics import Finding
from prospectus.model.record import KeyPath
from prospectus.read.fault import EMPTY_VALUE, MISSING_FIELD, UNKNOWN_FIELD
from prospectus.read.field_wording import did_you_mean, word_value
from prospectus.read.line_map import LineMap


def field_findings(
    error: ValidationError, model: type[BaseModel], places: LineMap, prefix: KeyPath = ()
) -> list[Finding]:
    """Turn the errors of one record into findings, one for each fault. `prefix` leads to the record in its file."""
    errors = error.errors(include_url=False)
    meant = {(tuple(e["loc"][:-1]), name) for e in errors if (name := _name_meant(e, model))}
    findings: dict[KeyPath, Finding] = {}
    for details in errors:
        loc = details["loc"]
        if details["type"] == "missing":
            # A misspelled field is one fault: the finding about the misspelling names the right field already.
            if (tuple(loc[:-1]), loc[-1]) not in meant:
                findings[(*prefix, *loc)] = _missing(details, model, places, prefix)
        elif details["type"] == "extra_forbidden":
            findings[(*prefix, *loc)] = _unknown(details, model, places, prefix)
        else:
            path = known_path(places, prefix, loc)
            # The arms of a union each report the same value; the first one speaks for all.
            findings.setdefault(path, _value(details, model, places, path))
    return list(findings.values())


def known_path(places: LineMap, prefix: KeyPath, loc: KeyPath) -> KeyPath:
    """Give the longest path along an error's way that is written in the file."""
    path = prefix
    for part in loc:
        if places.knows((*path, part)):
            path = (*path, part)
    return path


def _missing(details: ErrorDetails, model: type[BaseModel], places: LineMap, prefix: KeyPath) -> Finding:
    *parents, name = details["loc"]
    parent = known_path(places, prefix, tuple(parents))
    holder = model_at(model, tuple(parents))
    field = holder.model_fields.get(str(name)) if holder else None
    purpose = f" What belongs there: {field.description}" if field and field.description else ""
    hint = f'Add a line that begins with "{name}:".{purpose}'
    return MISSING_FIELD.at(places.key_place(parent), f'"{name}" is missing', hint)


def _unknown(details: ErrorDetails, model: type[BaseModel], places: LineMap, prefix: KeyPath) -> Finding:
    *parents, name = details["loc"]
    holder = model_at(model, tuple(parents))
    path = known_path(places, prefix, details["loc"])
    return unknown_field(str(name), list(holder.model_fields) if holder else [], places, path)


def unknown_field(name: str, known: list[str], places: LineMap, path: KeyPath) -> Finding:
    """Refuse a field that nobody knows, with the nearest that somebody does."""
    near = did_you_mean(name, known)
    meant = f'; did you mean "{near}"?' if near else ""
    hint = "Correct the name, or take the field out." if near else f"Fields that can stand here: {', '.join(known)}."
    return UNKNOWN_FIELD.at(places.key_place(path), f'unknown field "{name}"{meant}', hint)


def _value(details: ErrorDetails, model: type[BaseModel], places: LineMap, path: KeyPath) -> Finding:
    name = next((f'"{part}"' for part in reversed(details["loc"]) if isinstance(part, str)), "this record")
    if details["loc"] and isinstance(details["loc"][-1], int):
        name = f"an item of {name}"
    if details["input"] is None and places.is_remark(path):
        message = f"nothing stands after {name}, because a # begins a remark"
        return EMPTY_VALUE.at(places.value_place(path), message, "If it begins the text, put the whole text in quotes.")
    annotation = _annotation_at(model, details["loc"])
    words = word_value(details, name, annotation, places.first_character(path))
    return words.fault.at(places.value_place(path), words.message, words.hint or _purpose(details, model))


def _purpose(details: ErrorDetails, model: type[BaseModel]) -> str:
    """Say what belongs into a field, for want of a better hint."""
    *parents, name = details["loc"] or ("",)
    holder = model_at(model, tuple(parents))
    field = holder.model_fields.get(str(name)) if holder else None
    return f"What belongs here: {field.description}" if field and field.description else ""


def _name_meant(details: ErrorDetails, model: type[BaseModel]) -> str:
    if details["type"] != "extra_forbidden":
        return ""
    *parents, name = details["loc"]
    holder = model_at(model, tuple(parents))
    return did_you_mean(str(name), holder.model_fields) if holder else ""


def model_at(model: type[BaseModel], loc: KeyPath) -> type[BaseModel] | None:
    """Give the model that an error's way leads to, or None when it leads to something else."""
    return next(_models_in(_annotation_at(model, loc)), None)


def _annotation_at(model: type[BaseModel], loc: KeyPath) -> Any:
    annotation: Any = model
    for part in loc:
        if isinstance(part, int):
            annotation = next(_items_in(annotation), annotation)
            continue
        holder = next((m for m in _models_in(annotation) if part in m.model_fields), None)
        if holder is not None:
            annotation = holder.model_fields[part].annotation
    return annotation


def _arms(annotation: Any) -> Iterator[Any]:
    """Yield what a type may be: itself, or the arms of a union, without their annotations."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _arms(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for arm in get_args(annotation):
            yield from _arms(arm)
    else:
        yield annotation


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    for arm in _arms(annotation):
        if isinstance(arm, type) and issubclass(arm, BaseModel):
            yield arm


def _items_in(annotation: Any) -> Iterator[Any]:
    for arm in _arms(annotation):
        if get_origin(arm) in (tuple, list):
            yield get_args(arm)[0]
