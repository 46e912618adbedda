"""Whole schools in other shapes than the sample: by day or evening, in quarters, on two campuses abroad.

Each is clean and renders, one is built as a site. Then faults are planted in them, the ones that printed catalogs do
hold: each must be found, once, with its code, its file and its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from prospectus.check import check_school
from prospectus.commands.build import build
from prospectus.read import SchoolReading, read_school
from prospectus.render.formats import render_school
from tiny import CONTEXT, edited

SCHOOLS = Path(__file__).parent / "schools"
SHAPES = ("day-evening-625", "quarters-750", "two-campuses")
PLANTED = SCHOOLS / "planted-errors.yml"


@dataclass(frozen=True)
class Planted:
    """A fault put into a school: the edit, and where it must be found: at the line that holds `at`.

    `also` are the codes of what else is wrong then; a wrong sum can be wrong in two places.
    """

    school: str
    name: str
    file: str
    find: str
    replace: str
    code: str
    at: str
    found_in: str
    also: tuple[str, ...]

    @classmethod
    def of(cls, school: str, entry: Mapping[str, Any]) -> Planted:
        return cls(school=school, **{"found_in": entry["file"], "at": entry["replace"], "also": (), **entry})


def planted() -> Iterator[Any]:
    for school, entries in yaml.safe_load(PLANTED.read_text(encoding="utf-8")).items():
        for entry in entries:
            yield pytest.param(Planted.of(school, entry), id=f"{school}: {entry['name']}")


@cache
def read_shape(name: str) -> SchoolReading:
    return read_school(SCHOOLS / name)


def line_of(file: Path, text: str) -> int:
    """Give the line on which a text begins; it must stand there once."""
    content = file.read_text(encoding="utf-8")
    assert content.count(text) == 1, f"{file.name} holds this {content.count(text)} times instead of once: {text!r}"
    return content[: content.index(text)].count("\n") + 1


@pytest.mark.parametrize("name", SHAPES)
def test_a_school_of_this_shape_is_clean(name: str) -> None:
    reading = read_shape(name)
    findings = [*reading.findings, *check_school(reading.school, CONTEXT)]
    assert [f"{finding.place} {finding.code} {finding.message}" for finding in findings] == []


@pytest.mark.parametrize("name", SHAPES)
def test_a_school_of_this_shape_renders_a_page_for_everything_it_offers(name: str) -> None:
    school = read_shape(name).school
    paths = {artifact.path for artifact in render_school(school, CONTEXT)}
    offered = [f"programs/{id}.md" for id in school.programs] + [f"courses/{id}.md" for id in school.courses]
    assert sorted(set(offered) - paths) == []


def test_a_school_of_another_shape_becomes_a_site(tmp_path: Path) -> None:
    root = edited(tmp_path / "school", (), SCHOOLS / "two-campuses")
    report = build(root, CONTEXT, lambda step: None)
    assert report.published is not None
    page = (root / "site/programs/practitioner/index.html").read_text(encoding="utf-8")
    assert "Praticien en massage" in page
    assert "$7,450" in page


@pytest.mark.parametrize("case", list(planted()))
def test_a_planted_error_is_found_at_its_line(case: Planted, tmp_path: Path) -> None:
    edit = {"file": case.file, "find": case.find, "replace": case.replace}
    root = edited(tmp_path / "school", [edit], SCHOOLS / case.school)
    reading = read_school(root, read_shape(case.school))
    assert [f"{finding.place} {finding.message}" for finding in reading.findings] == [], "mend the planted error"
    found = [f"{finding.code} {finding.place}".rpartition(":")[0] for finding in check_school(reading.school, CONTEXT)]
    expected = f"{case.code} {case.found_in}:{line_of(root / case.found_in, case.at)}"
    assert expected in found
    assert sorted(entry.partition(" ")[0] for entry in found if entry != expected) == sorted(case.also)


def test_a_number_that_must_be_printed_is_kept_with_its_reason(tmp_path: Path) -> None:
    file = "content/programs/massage-in-quarters.yml"
    stated = (
        "hours: 750\nstated_hours: {hours: 780, reason: The state approved the program under this number.}\nmeasures"
    )
    edits = [
        {"file": file, "find": "name: Massage therapy in four quarters", "replace": "name: 780-hour massage therapy"},
        {"file": file, "find": "hours: 750\nmeasures", "replace": stated},
    ]
    school = read_school(edited(tmp_path / "school", edits, SCHOOLS / "quarters-750")).school
    assert check_school(school, CONTEXT) == ()
    artifacts = {artifact.path: artifact.content for artifact in render_school(school, CONTEXT)}
    page = artifacts["programs/massage-in-quarters.md"].decode()
    assert "780" in page and "750" in page
    assert "The state approved the program under this number." in page
