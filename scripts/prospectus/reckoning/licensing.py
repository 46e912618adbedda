"""Verdicts on hours: what a place asks for beside what a program teaches, in all and subject by subject.

A verdict here speaks of hours and of nothing else. Whether a program meets a place's license requirements is the
school's own signed word (`determination_of`); nothing is worked out in its stead. Where documents disagree, each number
gets its own answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prospectus.model.jurisdiction import CredentialKind, HoursPosition, Jurisdiction, SubjectMinimum, SubjectTable
from prospectus.model.measure import SubjectArea
from prospectus.model.program import Determination, Electives, Program
from prospectus.model.school import School

NOTHING = Decimal(0)


class HoursVerdict(StrEnum):
    """What can be said of hours in one place. `DEPENDS`: the numbers read stand on both sides of the hours taught."""

    ENOUGH = "enough"
    SHORT = "short"
    DEPENDS = "depends"
    NOT_SEEN = "not-seen"
    VOLUNTARY = "voluntary"
    NO_LICENSE = "no-license"


@dataclass(frozen=True, slots=True)
class Reading:
    """One number that documents give as the hours asked for, and how many of them a program lacks."""

    asked: int
    missing: Decimal
    positions: tuple[HoursPosition, ...]


@dataclass(frozen=True, slots=True)
class HoursFinding:
    """A program's hours beside those of a place; `readings` are the numbers that hold, the smallest first."""

    verdict: HoursVerdict
    taught: Decimal
    readings: tuple[Reading, ...]

    @property
    def is_short_on_every_reading(self) -> bool:
        """Say whether every number that was read is above what is taught."""
        return bool(self.readings) and all(reading.missing > 0 for reading in self.readings)


class LineVerdict(StrEnum):
    """What can be said of one subject.

    `UNSURE`: hours that no course has put into an area could fill the gap. `UNCOMPARED`: a school's areas cannot show
    it. `NO_NUMBER`: no hours were read for it, or it takes what is left.
    """

    ENOUGH = "enough"
    SHORT = "short"
    UNSURE = "unsure"
    UNCOMPARED = "uncompared"
    NO_NUMBER = "no-number"


@dataclass(frozen=True, slots=True)
class LineFinding:
    """One subject of a place beside a program's hours in it; `taught` is None where they cannot be compared."""

    line: SubjectMinimum
    verdict: LineVerdict
    taught: Decimal | None
    missing: Decimal = NOTHING


@dataclass(frozen=True, slots=True)
class SubjectFinding:
    """The subjects of a place beside a program's hours."""

    table: SubjectTable
    lines: tuple[LineFinding, ...]

    @property
    def short(self) -> tuple[LineFinding, ...]:
        """The subjects in which hours are missing for certain."""
        return tuple(line for line in self.lines if line.verdict is LineVerdict.SHORT)

    def count(self, verdict: LineVerdict) -> int:
        """Count the subjects with this verdict."""
        return sum(line.verdict is verdict for line in self.lines)


@dataclass(frozen=True, slots=True)
class AreaSupply:
    """A program's hours by area. `loose` are hours that its courses have put into no area, or into one by choice."""

    areas: Mapping[SubjectArea, Decimal]
    loose: Decimal


def license_programs(school: School) -> list[Program]:
    """Give the programs that lead to a first license, the longest first; no specialty, no continuing education."""
    leading = (program for program in school.programs.values() if program.leads_to_license)
    return sorted(leading, key=lambda program: (-program.hours, program.name))


def taught_hours(program: Program) -> Decimal:
    """Give the hours that every graduate has: those of the shortest schedule where schedules differ."""
    return min([program.hours, *(length.hours for length in program.lengths if length.hours is not None)])


def hours_finding(program: Program, place: Jurisdiction) -> HoursFinding:
    """Hold a program's hours against every number that was read for a place and still holds."""
    taught = taught_hours(program)
    readings = readings_of(place, taught)
    missing = [reading.missing > 0 for reading in readings]
    if place.credential is CredentialKind.NONE:
        verdict = HoursVerdict.NO_LICENSE
    elif place.credential is CredentialKind.VOLUNTARY_CERTIFICATION:
        verdict = HoursVerdict.VOLUNTARY
    elif not readings:
        verdict = HoursVerdict.NOT_SEEN
    elif all(missing):
        verdict = HoursVerdict.SHORT
    else:
        verdict = HoursVerdict.DEPENDS if any(missing) else HoursVerdict.ENOUGH
    return HoursFinding(verdict, taught, readings)


def readings_of(place: Jurisdiction, taught: Decimal = NOTHING) -> tuple[Reading, ...]:
    """Give each number that holds once, the smallest first, with the documents that give it.

    A floor under a number that a rule sets is no answer of its own; it counts only where nothing else was read.
    """
    holding = [position for position in place.hours if position.holds]
    set_by_rule = [position for position in holding if not position.floor]
    by_hours: dict[int, list[HoursPosition]] = {}
    for position in set_by_rule or holding:
        by_hours.setdefault(position.hours, []).append(position)
    return tuple(
        Reading(asked, max(NOTHING, asked - taught), tuple(positions)) for asked, positions in sorted(by_hours.items())
    )


def area_supply(school: School, program: Program) -> AreaSupply:
    """Sum a program's hours by area. Of electives only what every choice brings counts for an area."""
    areas: dict[SubjectArea, Decimal] = {}
    chosen = {id for electives in program.electives for id in electives.courses}
    for id in dict.fromkeys(program.courses):
        course = school.courses.get(id)
        for entry in course.areas if course is not None and id not in chosen else ():
            areas[entry.area] = areas.get(entry.area, NOTHING) + entry.hours
    for electives in program.electives:
        for area, hours in _sure_of_choice(school, electives).items():
            areas[area] = areas.get(area, NOTHING) + hours
    placed = sum(areas.values(), NOTHING)
    return AreaSupply(areas, max(NOTHING, taught_hours(program) - placed))


def _sure_of_choice(school: School, electives: Electives) -> dict[SubjectArea, Decimal]:
    """Give the hours in each area that a student has whatever courses of the list are chosen."""
    courses = [school.courses[id] for id in electives.courses if id in school.courses]
    rows = [{entry.area: entry.hours for entry in course.areas} for course in courses]
    named = {area for row in rows for area in row}
    least = {
        area: sum(sorted(row.get(area, NOTHING) for row in rows)[: electives.choose], NOTHING) for area in sorted(named)
    }
    return {area: hours for area, hours in least.items() if hours}


def subject_finding(school: School, program: Program, place: Jurisdiction) -> SubjectFinding | None:
    """Hold a program's hours by area against the subjects of a place; None when no subjects were read.

    An hour counts for one line only. Lines that name areas take theirs first, in their order; hours of choice take what
    is left, less what lines that cannot be compared will need.
    """
    if place.subjects is None:
        return None
    supply = area_supply(school, program)
    left, elsewhere = dict(supply.areas), supply.loose
    found: dict[int, LineFinding] = {}
    lines = place.subjects.lines
    for index, line in enumerate(lines):
        if line.any_area:
            continue
        if not line.areas:
            found[index] = LineFinding(line, LineVerdict.UNCOMPARED, None)
            elsewhere -= line.hours or 0
        else:
            in_areas = sum((left.get(area, NOTHING) for area in line.areas), NOTHING)
            found[index] = _line_finding(line, in_areas, supply.loose)
            _take(left, line)
    rest = max(NOTHING, sum(left.values(), NOTHING) + elsewhere)
    for index, line in enumerate(lines):
        if line.any_area:
            found[index] = _line_finding(line, rest, NOTHING)
            rest = max(NOTHING, rest - (line.hours or 0))
    return SubjectFinding(place.subjects, tuple(found[index] for index in range(len(lines))))


def _line_finding(line: SubjectMinimum, taught: Decimal, loose: Decimal) -> LineFinding:
    if line.hours is None:
        return LineFinding(line, LineVerdict.NO_NUMBER, taught)
    missing = max(NOTHING, line.hours - taught)
    if not missing:
        return LineFinding(line, LineVerdict.ENOUGH, taught)
    return LineFinding(line, LineVerdict.UNSURE if loose >= missing else LineVerdict.SHORT, taught, missing)


def _take(left: dict[SubjectArea, Decimal], line: SubjectMinimum) -> None:
    """Take a line's hours out of its areas; what it does not need stays for hours of choice."""
    wanted = Decimal(line.hours or 0)
    for area in line.areas:
        taken = min(wanted, left.get(area, NOTHING))
        if taken:
            left[area] -= taken
            wanted -= taken


def determination_of(program: Program, place_id: str) -> Determination | None:
    """Give the school's signed word on a program and a place; None while nobody has signed one."""
    return next((entry for entry in program.determinations if entry.jurisdiction == place_id), None)
