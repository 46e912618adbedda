"""Open data: tables that a spreadsheet reads without harm, and schemas that fit what authors write and we publish."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from prospectus.model.kinds import KIND_BY_NAME, KINDS, Kind, Layout
from prospectus.read import read_school
from prospectus.render.escape import escape_markdown
from prospectus.render.formats import render_school
from prospectus.render.open_data.records import NOT_PUBLISHED, data_path, data_schema_path, published_kinds
from prospectus.render.open_data.schemas import DIALECT, schema_path
from prospectus.render.open_data.table import written
from prospectus.render.open_data.tables import TABLES
from tiny import CONTEXT, TINY, edited, read_tiny


@cache
def made() -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in render_school(read_tiny().school, CONTEXT)}


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_has_every_column(table: Any) -> None:
    content = made()[table.path]
    head, *rows = rows_of(content)
    assert head == [column.name for column in table.columns]
    assert rows
    assert {len(row) for row in rows} == {len(head)}
    assert content.count(b"\n") == content.count(b"\r\n"), "lines end as RFC 4180 has it"
    assert all(column.says.endswith(".") for column in table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_page_and_the_index_describe_every_column(table: Any) -> None:
    page, index = made()["data/index.md"].decode(), json.loads(made()["data/index.json"])
    assert f'href="../{table.path}"' in page
    assert [entry for entry in index["tables"] if f"data/{entry['file']}" == table.path]
    assert all(f"<code>{escape_markdown(column.name)}</code></th>" in page for column in table.columns)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r\n=1"])
def test_no_cell_is_run_as_a_formula(cell: str) -> None:
    assert rows_of(written(["name"], [(cell,)])) == [["name"], [f"'{cell.strip()}"]]


def test_a_cell_comes_back_as_it_was() -> None:
    cells = ('Say "ah", then', "a, b; c", "é ß", 3, True, None, date(2027, 1, 2))
    assert rows_of(written(["a"] * 7, [cells]))[1] == [
        'Say "ah", then', "a, b; c", "é ß", "3", "true", "", "2027-01-02",
    ]  # fmt: skip


def test_a_group_that_has_started_is_past() -> None:
    head, *rows = rows_of(made()["data/cohorts.csv"])
    states = {row[0]: row[head.index("state")] for row in rows}
    assert states == {"basics-2026": "past", "basics-2027": "waitlist", "steps-2027": "open"}


def test_a_part_that_is_off_has_no_table(tmp_path: Any) -> None:
    from_off = {"file": "content/school.yml", "find": "  programs: true", "replace": "  programs: false"}
    school = read_school(edited(tmp_path / "school", [from_off])).school
    paths = {artifact.path for artifact in render_school(school, CONTEXT)}
    assert paths.isdisjoint({"data/programs.csv", "data/courses.csv", "data/cohorts.csv"})


def faults(value: Any, schema: Any, root: Any, way: str = "") -> Iterator[str]:
    """Yield what does not fit: the keywords that our schemas use, and an error for any other."""
    known = {"$ref", "$defs", "$schema", "description", "default", "title", "discriminator", "deprecated"}
    unknown = schema.keys() - known - CHECKS.keys() - {"anyOf", "items", "prefixItems", "properties", "required"}
    assert not unknown - {"additionalProperties", "format"}, unknown
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, way)
    if "anyOf" in schema and all(list(faults(value, option, root)) for option in schema["anyOf"]):
        yield f"{way}: {value!r} fits none of the choices"
    yield from (
        f"{way}: {value!r} and {key}" for key, fits in CHECKS.items() if key in schema and not fits(value, schema)
    )
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from faults(item, schema["items"], root, f"{way}/{index}")
    if isinstance(value, dict):
        yield from (f"{way}: without {name}" for name in schema.get("required", []) if name not in value)
        rest = schema.get("additionalProperties", True)
        for name, item in value.items():
            inner = schema.get("properties", {}).get(name, rest)
            if inner is False:
                yield f"{way}: {name} is not known"
            elif isinstance(inner, dict):
                yield from faults(item, inner, root, f"{way}/{name}")


TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None)}
CHECKS: dict[str, Any] = {
    "type": lambda value, schema: any(
        isinstance(value, TYPES.get(name, (int, float)))
        for name in ([schema["type"]] if isinstance(schema["type"], str) else schema["type"])
    ),
    "enum": lambda value, schema: value in schema["enum"],
    "const": lambda value, schema: value == schema["const"],
    "pattern": lambda value, schema: not isinstance(value, str) or re.search(schema["pattern"], value),
    "minimum": lambda value, schema: not isinstance(value, int | float) or value >= schema["minimum"],
    "maximum": lambda value, schema: not isinstance(value, int | float) or value <= schema["maximum"],
    "exclusiveMinimum": lambda value, schema: not isinstance(value, int | float) or value > schema["exclusiveMinimum"],
    "minLength": lambda value, schema: not isinstance(value, str) or len(value) >= schema["minLength"],
    "maxLength": lambda value, schema: not isinstance(value, str) or len(value) <= schema["maxLength"],
    "minItems": lambda value, schema: not isinstance(value, list) or len(value) >= schema["minItems"],
    "maxItems": lambda value, schema: not isinstance(value, list) or len(value) <= schema["maxItems"],
    "uniqueItems": lambda value, schema: True,
    "propertyNames": lambda value, schema: True,
}


class AsEditorsRead(yaml.SafeLoader):
    """Reads YAML 1.2: a date and a time are text."""


AsEditorsRead.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]*\.[0-9]+$", "-+.0123456789"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
):
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def files_of(kind: Kind) -> list[Any]:
    place = TINY / kind.location
    return sorted(place.glob("*.yml")) if kind.layout is Layout.ONE_PER_FILE else [place] if place.is_file() else []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_schema_of_a_file_fits_what_authors_write(kind: Kind) -> None:
    schema = json.loads(made()[schema_path(kind)])
    assert schema["$schema"] == DIALECT
    for file in files_of(kind):
        assert list(faults(yaml.load(file.read_text("utf-8"), AsEditorsRead), schema, schema)) == [], file.name


@pytest.mark.parametrize("kind", published_kinds(read_tiny().school), ids=lambda kind: kind.name)
def test_the_schema_of_open_data_fits_the_file(kind: Kind) -> None:
    schema = json.loads(made()[data_schema_path(kind)])
    assert list(faults(json.loads(made()[data_path(kind)]), schema, schema)) == []


def test_a_schema_finds_a_slip() -> None:
    schema = json.loads(made()["schema/course.json"])
    assert list(faults({"code": 3}, schema, schema))
    assert list(faults({"contraindication": "x"}, schema, schema))


def test_what_is_kept_inside_has_no_file() -> None:
    assert [kind.name for kind in KINDS if kind.name in NOT_PUBLISHED and data_path(kind) in made()] == []


def test_an_editor_knows_what_can_be_translated_and_what_cannot() -> None:
    schema = json.loads(made()[schema_path(KIND_BY_NAME["program"])])
    assert not list(faults({"name": "Lo básico", "fees": [None, {"name": "Toalla"}], "lengths": None}, *_es(schema)))
    told = list(faults({"hours": 36, "sumary": "x", "fees": [{"amount": 9}], "name": ["x"]}, *_es(schema)))
    assert told[:3] == ["/es: hours is not known", "/es: sumary is not known", "/es/fees/0: amount is not known"]
    assert len(told) == 4


def _es(schema: Any) -> tuple[Any, Any, str]:
    return schema["$defs"]["Translation"], schema, "/es"
