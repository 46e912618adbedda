"""The shipped records on states still say what was read: numbers, disputes kept whole, a source and a date at each.

The table in `data/jurisdiction_facts.yml` was made apart from the records, so a slip in one shows against the other.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from prospectus.model.jurisdiction import FactStatus, Jurisdiction
from prospectus.model.school import School
from prospectus.read.school_reading import read_school

COMPLETE = {
    "AL",
    "DE",
    "FL",
    "HI",
    "ID",
    "KY",
    "LA",
    "MA",
    "MI",
    "NE",
    "NH",
    "NM",
    "NY",
    "OH",
    "OR",
    "PA",
    "TX",
    "UT",
    "WA",
}
"""States of which every line of a split was seen."""

OLDER_SPLIT = {"OH": 750, "WA": 500}
"""States of which only the split of an older rule was seen, with its total."""


def _facts() -> dict[str, Any]:
    file = Path(__file__).parent / "data/jurisdiction_facts.yml"
    loaded: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return loaded


FACTS = _facts()


@pytest.fixture(scope="module")
def school(repository: Path) -> School:
    return read_school(repository).school


@pytest.fixture(params=sorted(FACTS))
def state(request: pytest.FixtureRequest, school: School) -> Jurisdiction:
    return school.jurisdictions[str(request.param).lower()]


def test_there_are_fifty_states_and_the_district(school: School) -> None:
    assert len(FACTS) == 51
    assert {record.code for record in school.jurisdictions.values()} == set(FACTS)
    assert {record.id: record.code.lower() for record in school.jurisdictions.values()} == {
        code.lower(): code.lower() for code in FACTS
    }


def test_a_state_says_what_was_read(state: Jurisdiction) -> None:
    renewal = state.continuing_education
    assert {
        "credential": state.credential.value,
        "hours": [position.hours for position in state.hours if position.holds],
        "former": [position.hours for position in state.hours if not position.holds],
        "continuing": [renewal.hours, renewal.years] if renewal and renewal.hours is not None else None,
        "subjects": [line.hours for line in state.subjects.lines] if state.subjects else [],
    } == FACTS[state.code]


def test_every_position_has_a_source_and_a_date(state: Jurisdiction, school: School) -> None:
    assert state.as_of is not None
    assert [position.says.plain for position in state.hours if not position.sources] == []
    renewal = state.continuing_education
    assert not state.subjects or state.subjects.sources
    assert not state.exam or state.exam.sources
    assert not renewal or renewal.hours is None or renewal.sources
    parts = [*state.hours, *state.notes, *filter(None, (state.subjects, state.exam, renewal))]
    cited = [school.sources[source] for part in parts for source in part.sources]
    assert [source.id for source in cited if source.note is None] == [], (
        "each says what date it shows, or that it shows none"
    )


def test_the_status_agrees_with_the_positions(state: Jurisdiction) -> None:
    standing = {position.hours for position in state.hours if position.holds}
    assert (len(standing) > 1) == (state.status is FactStatus.DISPUTED)
    if state.status is FactStatus.CHANGED:
        assert [position for position in state.hours if not position.holds]
    if state.status is FactStatus.NOT_SEEN:
        assert standing == set()
    if state.credential.value in ("none", "registration"):
        assert (state.hours, state.status) == ((), FactStatus.CONFIRMED)


def test_a_whole_split_adds_up_to_its_total(state: Jurisdiction) -> None:
    if state.subjects is None:
        return
    assert (state.subjects.complete, state.subjects.holds) == (state.code in COMPLETE, state.code not in OLDER_SPLIT)
    assert state.subjects.note or state.subjects.complete, "what was not seen is said"
    named = sum(line.hours or 0 for line in state.subjects.lines)
    has_remainder = any(line.hours is None for line in state.subjects.lines)
    totals = {position.hours for position in state.hours} & {named, OLDER_SPLIT.get(state.code, named)}
    assert not state.subjects.complete or has_remainder or totals, named


def test_an_area_counts_in_one_line_of_a_split(state: Jurisdiction) -> None:
    lines = state.subjects.lines if state.subjects else ()
    areas = [area for line in lines for area in line.areas]
    assert len(areas) == len(set(areas))
    assert [line.name for line in lines if line.any_area and line.areas] == []


def test_names_are_words_and_no_keys(state: Jurisdiction) -> None:
    names = [
        state.name,
        state.regulator,
        state.hour_kind or "",
        *(line.name for line in (state.subjects.lines if state.subjects else ())),
    ]
    assert [name for name in names if re.search(r"[_{}\[\]]|[a-z]-[a-z]+-", name) or name != name.strip()] == []


def test_the_disputes_are_the_known_ones(school: School) -> None:
    disputed = {record.code for record in school.jurisdictions.values() if record.status is FactStatus.DISPUTED}
    assert disputed == {"FL", "LA", "MO", "MS", "NY", "TN", "WV"}
    unseen = {record.code for record in school.jurisdictions.values() if record.status is FactStatus.NOT_SEEN}
    assert unseen == {"DC", "OH"}


def test_the_exam_keeps_its_dated_outlines(school: School) -> None:
    exam = school.exams["mblex"]
    assert [[area.percent for area in outline.areas] for outline in exam.outlines] == [
        [11, 12, 14, 15, 17, None, None],
        [12, 11, 13, 14, 17, 5, 15, 13],
        [14, 11, 13, 17, 17, 5, 13, 10],
    ]
    assert [(outline.as_of, outline.current, outline.official) for outline in exam.outlines] == [
        ("May 2024", True, False),
        ("from 1 July 2014", False, False),
        ("until 30 June 2014", False, False),
    ]
    assert [sum(area.percent or 0 for area in outline.areas) for outline in exam.outlines] == [69, 100, 100]
    assert [fact.name for fact in exam.facts if not fact.sources] == []


def test_every_figure_on_the_occupation_has_a_year_or_says_that_none_was_given(school: School) -> None:
    figures = school.occupation_figures.values()
    assert len(figures) >= 12
    assert [figure.id for figure in figures if not figure.sources or not figure.scope.startswith("United States")] == []
    without = [figure for figure in figures if figure.year is None]
    assert {figure.id for figure in without} == {"jobs-undated", "median-pay-undated"}
    assert [figure.id for figure in without if figure.note is None or "no year" not in figure.note.plain] == []
