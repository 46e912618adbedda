"""Verdicts on hours, checked by hand: every expected number was taken from the documents, not from a run.

The shipped places stand beside made-up programs of 650, 600 and 200 hours, so that the numbers here do not move when
the sample school changes its courses.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from prospectus.model.course import Course
from prospectus.model.jurisdiction import SubjectMinimum
from prospectus.model.measure import AreaHours, Hours, SubjectArea
from prospectus.model.program import Electives, Length, Program
from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.read import read_school
from prospectus.reckoning.licensing import (
    HoursVerdict,
    LineVerdict,
    area_supply,
    determination_of,
    hours_finding,
    license_programs,
    subject_finding,
    taught_hours,
)
from tiny import read_tiny

ROOT = Path(__file__).parents[2]

ASKED: dict[str, tuple[int, ...]] = {
    "AK": (625,), "AL": (650,), "AR": (500,), "AZ": (700,), "CA": (500,), "CO": (650,), "CT": (750,), "DC": (),
    "DE": (625,), "FL": (500, 650), "GA": (500,), "HI": (570,), "IA": (600,), "ID": (500,), "IL": (600,), "IN": (625,),
    "KS": (), "KY": (600,), "LA": (500, 625), "MA": (650,), "MD": (750,), "ME": (500,), "MI": (625,), "MN": (),
    "MO": (500, 625), "MS": (500, 600), "MT": (500,), "NC": (650,), "ND": (750,), "NE": (1000,), "NH": (750,),
    "NJ": (600,), "NM": (650,), "NV": (625,), "NY": (1000,), "OH": (), "OK": (500,), "OR": (625,), "PA": (600,),
    "RI": (800,), "SC": (650,), "SD": (500,), "TN": (500, 650), "TX": (500,), "UT": (600,), "VA": (500,), "VT": (),
    "WA": (625,), "WI": (600,), "WV": (500, 625), "WY": (),
}  # fmt: skip
"""The numbers that hold, place by place; several where documents disagree."""

VERDICTS = {
    # code: verdict for 650 hours with what is missing, and for 200 hours
    "AL": ("enough", [0], "short", [450]),
    "AZ": ("short", [50], "short", [500]),
    "CA": ("voluntary", [0], "voluntary", [300]),
    "CT": ("short", [100], "short", [550]),
    "DC": ("not-seen", [], "not-seen", []),
    "FL": ("enough", [0, 0], "short", [300, 450]),
    "HI": ("enough", [0], "short", [370]),
    "KS": ("no-license", [], "no-license", []),
    "LA": ("enough", [0, 0], "short", [300, 425]),
    "MD": ("short", [100], "short", [550]),
    "MO": ("enough", [0, 0], "short", [300, 425]),
    "MS": ("enough", [0, 0], "short", [300, 400]),
    "NC": ("enough", [0], "short", [450]),
    "NE": ("short", [350], "short", [800]),
    "NY": ("short", [350], "short", [800]),
    "OH": ("not-seen", [], "not-seen", []),
    "RI": ("short", [150], "short", [600]),
    "TN": ("enough", [0, 0], "short", [300, 450]),
    "TX": ("enough", [0], "short", [300]),
    "VT": ("not-seen", [], "not-seen", []),
    "WV": ("enough", [0, 0], "short", [300, 425]),
}
AT_600 = {
    # A program between the numbers: which source is right decides.
    "FL": ("depends", [0, 50]),
    "LA": ("depends", [0, 25]),
    "MO": ("depends", [0, 25]),
    "TN": ("depends", [0, 50]),
    "WV": ("depends", [0, 25]),
    "MS": ("enough", [0, 0]),
    "NC": ("short", [50]),
}
AREAS = {
    SubjectArea.ANATOMY_PHYSIOLOGY: 120, SubjectArea.KINESIOLOGY: 55, SubjectArea.PATHOLOGY: 49,
    SubjectArea.MASSAGE_THEORY: 68, SubjectArea.TECHNIQUE: 162, SubjectArea.ASSESSMENT: 8, SubjectArea.HYDROTHERAPY: 8,
    SubjectArea.ETHICS: 20, SubjectArea.LAW: 10, SubjectArea.BUSINESS: 15, SubjectArea.HYGIENE: 8,
    SubjectArea.FIRST_AID: 8, SubjectArea.COMMUNICATION: 14, SubjectArea.RESEARCH: 5, SubjectArea.CLINIC: 100,
}  # fmt: skip
"""650 hours of a made-up program by area."""


@cache
def shipped() -> School:
    return read_school(ROOT).school


def course_of(areas: dict[SubjectArea, int], id: str = "all", extra: int = 0) -> Course:
    model = next(iter(shipped().courses.values()))
    entries = tuple(AreaHours(area=area, hours=Decimal(hours)) for area, hours in areas.items())
    total = Decimal(sum(areas.values()) + extra)
    return model.model_copy(update={"areas": entries, "hours": Hours(theory=total)}).placed(id, "", {})


def program_of(hours: int, **changes: object) -> Program:
    model = shipped().programs["massage-therapy"]
    plain: dict[str, object] = {"hours": Decimal(hours), "lengths": (), "electives": (), "courses": ("all",)}
    return model.model_copy(update={**plain, **changes}).placed("made-up", "", {})


def school_of(program: Program, *courses: Course) -> School:
    places = shipped().jurisdictions
    kinds: dict[str, dict[str, Record]] = {
        "program": {program.id: program},
        "course": {course.id: course for course in courses},
        "jurisdiction": dict(places),
    }
    return School(kinds)


def place_id(code: str) -> str:
    return next(id for id, place in shipped().jurisdictions.items() if place.code == code)


def verdict(code: str, hours: int) -> tuple[str, list[int]]:
    finding = hours_finding(program_of(hours), shipped().jurisdictions[place_id(code)])
    return finding.verdict.value, [int(reading.missing) for reading in finding.readings]


def test_every_state_has_its_numbers() -> None:
    program = program_of(650)
    found = {
        place.code: tuple(reading.asked for reading in hours_finding(program, place).readings)
        for place in shipped().jurisdictions.values()
        if place.country == "US"
    }
    assert found == ASKED


def test_the_states_are_counted() -> None:
    program = program_of(650)
    found = Counter(hours_finding(program, place).verdict for place in shipped().jurisdictions.values())
    assert found == {
        HoursVerdict.ENOUGH: 36,
        HoursVerdict.SHORT: 8,
        HoursVerdict.NOT_SEEN: 3,
        HoursVerdict.NO_LICENSE: 3,
        HoursVerdict.VOLUNTARY: 1,
    }


@pytest.mark.parametrize("code", sorted(VERDICTS))
def test_650_and_200_hours(code: str) -> None:
    of_650, missing_650, of_200, missing_200 = VERDICTS[code]
    assert verdict(code, 650) == (of_650, missing_650)
    assert verdict(code, 200) == (of_200, missing_200)


@pytest.mark.parametrize("code", sorted(AT_600))
def test_600_hours_stand_between_the_sources(code: str) -> None:
    assert verdict(code, 600) == AT_600[code]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # asked, taught, missing; what a school's areas cannot show has None
        ("FL", [(150, 120, 30), (100, 68, 32), (125, 100, 25), (76, 0, 76), (15, 15, 0), (15, 8, 7),
                (10, None, 0), (4, 20, 0), (3, None, 0), (2, None, 0)]),
        ("LA", [(325, 262, 63), (125, 120, 5), (50, 268, 0)]),
        ("MI", [(75, 100, 0), (200, 238, 0), (125, 175, 0), (40, 49, 0), (25, 35, 0), (160, 185, 0)]),
        ("TX", [(200, 230, 0), (75, 120, 0), (50, 55, 0), (40, 49, 0), (20, 8, 12), (45, 45, 0), (20, 16, 4),
                (50, 100, 0)]),
        ("NY", [(200, 120, 80), (150, 55, 95), (100, 49, 51), (75, 16, 59), (150, 68, 82), (325, 262, 63)]),
    ],
)  # fmt: skip
def test_subject_by_subject(code: str, expected: list[tuple[int, int | None, int]]) -> None:
    program = program_of(650)
    school = school_of(program, course_of(AREAS))
    finding = subject_finding(school, program, school.jurisdictions[place_id(code)])
    assert finding is not None
    assert [(line.line.hours, line.taught, line.missing) for line in finding.lines] == expected


def test_an_older_split_is_marked() -> None:
    program = program_of(650)
    school = school_of(program, course_of(AREAS))
    finding = subject_finding(school, program, school.jurisdictions[place_id("WA")])
    assert finding is not None
    assert not finding.table.holds


def test_hours_in_no_area_leave_a_subject_unsure() -> None:
    program = program_of(650)
    school = school_of(program, course_of({SubjectArea.ANATOMY_PHYSIOLOGY: 90}, extra=560))
    finding = subject_finding(school, program, school.jurisdictions[place_id("LA")])
    assert finding is not None
    assert [line.verdict for line in finding.lines] == [LineVerdict.UNSURE, LineVerdict.UNSURE, LineVerdict.ENOUGH]


def test_an_hour_counts_for_one_subject_only() -> None:
    program = program_of(100)
    school = school_of(program, course_of({SubjectArea.TECHNIQUE: 100}))
    place = school.jurisdictions[place_id("LA")]
    assert place.subjects is not None
    lines = (
        SubjectMinimum(name="Strokes", hours=80, areas=(SubjectArea.TECHNIQUE,)),
        SubjectMinimum(name="Strokes again", hours=30, areas=(SubjectArea.TECHNIQUE,)),
        SubjectMinimum(name="Anything", hours=10, any_area=True),
    )
    twice = place.model_copy(update={"subjects": place.subjects.model_copy(update={"lines": lines})})
    finding = subject_finding(school, program, twice)
    assert finding is not None
    assert [(line.taught, line.missing) for line in finding.lines] == [(100, 0), (20, 10), (0, 10)]


def test_of_electives_only_what_every_choice_brings_counts() -> None:
    electives = Electives(name="One of two", choose=1, courses=("one", "two"))
    program = program_of(40, courses=(), electives=(electives,))
    one = course_of({SubjectArea.TECHNIQUE: 30, SubjectArea.ETHICS: 10}, "one")
    two = course_of({SubjectArea.TECHNIQUE: 20, SubjectArea.HYDROTHERAPY: 20}, "two")
    supply = area_supply(school_of(program, one, two), program)
    assert supply.areas == {SubjectArea.TECHNIQUE: 20}
    assert supply.loose == 20


def test_the_shortest_schedule_decides() -> None:
    lengths = (Length(schedule="day", weeks=30), Length(schedule="evening", weeks=50, hours=Decimal(640)))
    assert taught_hours(program_of(650, lengths=lengths)) == 640


def test_only_first_programs_lead_to_a_license() -> None:
    assert [program.id for program in license_programs(shipped())] == ["massage-therapy"]
    assert shipped().programs["massage-therapy"].hours == 650
    assert shipped().programs["medical-massage-and-wellness"].hours == 200


def test_a_word_is_found_by_its_place() -> None:
    program = read_tiny().school.programs["tiny-basics"]
    signed = determination_of(program, "smallwick")
    assert signed is not None
    assert signed.name == "Fern Bracken"
    assert determination_of(program, "ny") is None
