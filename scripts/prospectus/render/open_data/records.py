"""The published records as JSON, one file a kind, and an index of all files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from prospectus.artifact import BuildContext, Job
from prospectus.model.kinds import KINDS, Kind
from prospectus.model.school import School
from prospectus.render import urls
from prospectus.render.open_data.tables import tables_of

NOT_PUBLISHED = frozenset({"accepted-finding"})
"""Kinds that concern the school's own work, not its readers."""


def published_kinds(school: School) -> list[Kind]:
    """Give the kinds of which the school publishes records."""
    return [kind for kind in KINDS if kind.name not in NOT_PUBLISHED and school.shelf(kind.name)]


def data_jobs(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield one JSON file for each kind of record, and an index of them and of the tables."""
    published = published_kinds(school)
    for kind in published:
        reads = frozenset({f"{kind.name}:*"})
        yield Job(data_path(kind), reads, partial(_dump_kind, school, kind), kind.location)
    yield Job(f"{urls.DATA}index.json", frozenset({"*", "as-of"}), lambda: _dump(_index(school, context, published)))


def data_path(kind: Kind) -> str:
    """Give the file of a kind."""
    return f"{urls.DATA}{kind.plural.replace('_', '-')}.json"


def data_schema_path(kind: Kind) -> str:
    """Give the file of the schema that describes a kind's file."""
    return f"{urls.SCHEMA}{data_path(kind)}"


def _dump_kind(school: School, kind: Kind) -> bytes:
    return _dump(_records(school, kind))


def _records(school: School, kind: Kind) -> dict[str, Any]:
    records = school.shelf(kind.name).values()
    return {kind.plural: [{"id": record.id, **record.model_dump(mode="json")} for record in records]}


def _index(school: School, context: BuildContext, kinds: list[Kind]) -> dict[str, Any]:
    return {
        "school": school.profile.name if school.profile is not None else "",
        "as_of": context.as_of.isoformat(),
        "made_with": f"Prospectus {context.version}",
        "files": [
            {
                "kind": kind.noun,
                "file": data_path(kind).removeprefix(urls.DATA),
                "records": len(school.shelf(kind.name)),
                "schema": f"../{data_schema_path(kind)}",
            }
            for kind in kinds
        ],
        "tables": [
            {
                "title": table.title,
                "file": table.path.removeprefix(urls.DATA),
                "columns": [{"name": column.name, "holds": column.says} for column in table.columns],
            }
            for table in tables_of(school)
        ],
    }


def _dump(value: dict[str, Any]) -> bytes:
    """Write one top-level key a line, and one record a line in a list: small, quick, and easy to compare."""
    lines = [f"{json.dumps(key)}: {_dump_list(item)}" for key, item in value.items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _dump_list(item: object) -> str:
    if not isinstance(item, list):
        return json.dumps(item, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in item) + "\n]"
