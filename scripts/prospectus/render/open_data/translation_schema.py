"""The schema of a record's translation: the record's own shape with the texts alone, any of them left out."""

from __future__ import annotations

from functools import cache
from typing import Any

from prospectus.model.record import Part
from prospectus.model.text_shape import Group, Items, Shape, text_fields

TEXT = {"type": ["string", "null"]}


@cache
def translation_properties(model: type[Part]) -> dict[str, Any]:
    """Describe the fields of a model that can be translated."""
    fields = model.model_fields
    return {
        name: {**_described(shape), "description": fields[name].description or ""}
        for name, shape in text_fields(model).items()
    }


def _described(shape: Shape) -> dict[str, Any]:
    match shape:
        case Group(model):
            inner = translation_properties(model)
            return {"type": ["object", "null"], "properties": inner, "additionalProperties": False}
        case Items(item):
            return {"type": ["array", "null"], "items": _described(item)}
    return TEXT
