"""JSON Schemas (draft 2020-12) made from the models: one a kind for its YAML file, one for its file of open data.

An editor reads the first and helps while one writes; a program reads the second and knows what to expect. Comes from
the models alone and reads nothing of the school.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from prospectus.artifact import BuildContext, Job
from prospectus.model.kinds import KINDS, Kind, Layout
from prospectus.model.school import School
from prospectus.render import urls
from prospectus.render.open_data.records import NOT_PUBLISHED, data_path, data_schema_path
from prospectus.render.open_data.translation_schema import translation_properties

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_path(kind: Kind) -> str:
    """Give the file of the schema that describes a kind's YAML."""
    return f"{urls.SCHEMA}{kind.name}.json"


def schema_jobs(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield the schemas of every kind, also of those this school has no record of yet."""
    for kind in KINDS:
        yield Job(schema_path(kind), frozenset(), partial(_written, kind, for_data=False))
        if kind.name not in NOT_PUBLISHED:
            yield Job(data_schema_path(kind), frozenset(), partial(_written, kind, for_data=True))


@cache
def _written(kind: Kind, *, for_data: bool) -> bytes:
    schema = data_schema(kind) if for_data else file_schema(kind)
    return (json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


@cache
def _record_schema(kind: Kind) -> dict[str, Any]:
    """Describe one record. Making it is the costly part, so it is made once; nobody changes it."""
    schema = kind.model.model_json_schema()
    translation = schema["$defs"]["Translation"]
    translation["properties"] |= translation_properties(kind.model)
    return {**schema, "$defs": {**schema["$defs"], "Translation": {**translation, "additionalProperties": False}}}


def file_schema(kind: Kind) -> dict[str, Any]:
    """Describe the YAML file of a kind, as authors write it."""
    record = _mended(_record_schema(kind), for_authors=True)
    title = f"{kind.location}{'/' if kind.layout is Layout.ONE_PER_FILE else ''}"
    if kind.layout is not Layout.MANY_PER_FILE:
        return {"$schema": DIALECT, **record, "title": title}
    parts = record.pop("$defs", {})
    # One review at the top of the file serves every record without its own.
    record["required"] = [name for name in record.get("required", []) if name != "review"]
    return {
        "$schema": DIALECT,
        "title": title,
        "description": record.get("description", ""),
        "type": "object",
        "properties": {
            "review": record["properties"]["review"],
            kind.plural: {"type": "object", "additionalProperties": {"$ref": "#/$defs/record"}},
        },
        "required": [kind.plural],
        "additionalProperties": False,
        "$defs": {"record": record, **parts},
    }


def data_schema(kind: Kind) -> dict[str, Any]:
    """Describe the file of open data of a kind: a list of records, each with its id."""
    record = _mended(_record_schema(kind))
    parts = record.pop("$defs", {})
    record["properties"] = {"id": {"type": "string", "description": "The record's id."}, **record["properties"]}
    record["required"] = ["id", *record.get("required", [])]
    return {
        "$schema": DIALECT,
        "title": data_path(kind),
        "description": record.get("description", ""),
        "type": "object",
        "properties": {kind.plural: {"type": "array", "items": {"$ref": "#/$defs/record"}}},
        "required": [kind.plural],
        "additionalProperties": False,
        "$defs": {"record": record, **parts},
    }


def _mended(schema: Any, *, for_authors: bool = False) -> Any:
    """Take out titles made from names, let a time be 09:00, and let authors write a text that is a number."""
    if isinstance(schema, list):
        return [_mended(item, for_authors=for_authors) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "time":
        schema = {**{key: value for key, value in schema.items() if key != "format"}, "pattern": r"^\d\d:\d\d"}
    elif for_authors and schema.get("type") == "string" and not schema.keys() & {"enum", "const", "format"}:
        schema = {**schema, "type": ["string", "number"]}
    return {
        key: {name: _mended(part, for_authors=for_authors) for name, part in value.items()}
        if key in ("properties", "$defs")
        else _mended(value, for_authors=for_authors)
        for key, value in schema.items()
        if key != "title"
    }
