"""Sums of the measures that stand beside clock hours: credits, competency units, counted services, ranges.

Each unit is summed on its own, and only where every course carries it, for a sum over some of the courses is no sum.
None is worked out from another. Knows no rule and no page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prospectus.model.course import Course
from prospectus.model.measure import Measure, MeasureUnit
from prospectus.model.program import Program
from prospectus.reckoning.ledger import NOTHING, courses_of, extremes

MeasureKey = tuple[MeasureUnit, str]
"""What makes two measures comparable: the unit, and the name where the unit alone does not say it."""


@dataclass(frozen=True, slots=True)
class MeasureSum:
    """What the courses make in one measure: from `least` to `most`, as printed numbers and choices allow."""

    key: MeasureKey
    least: Decimal
    most: Decimal
    at_least: bool


def key_of(measure: Measure) -> MeasureKey:
    """Give what a measure counts."""
    return measure.unit, (measure.name or "").casefold()


def range_of(measure: Measure) -> tuple[Decimal, Decimal]:
    """Give the smallest and the largest number of a measure."""
    return measure.amount, measure.amount if measure.up_to is None else measure.up_to


def measure_of(course: Course, key: MeasureKey) -> Measure | None:
    """Give a course's measure of this kind."""
    return next((measure for measure in course.measures if key_of(measure) == key), None)


def keys_of(courses: Mapping[str, Course], program: Program) -> tuple[MeasureKey, ...]:
    """Name every measure that the program or any of its courses carries."""
    found = [key_of(measure) for measure in program.measures]
    for id in courses_of(program):
        course = courses.get(id)
        found += [key_of(measure) for measure in course.measures] if course is not None else []
    return tuple(dict.fromkeys(found))


def measure_sums(courses: Mapping[str, Course], program: Program) -> tuple[MeasureSum, ...]:
    """Sum each measure that every course of a program carries."""
    sums = (_sum(courses, program, key) for key in keys_of(courses, program))
    return tuple(found for found in sums if found is not None)


def sum_over(courses: Sequence[Course], key: MeasureKey) -> tuple[Decimal, Decimal] | None:
    """Sum one measure over some courses; None where one of them does not carry it."""
    found = [measure_of(course, key) for course in courses]
    ranges = [range_of(measure) for measure in found if measure is not None]
    if len(ranges) < len(found):
        return None
    return sum((low for low, _ in ranges), NOTHING), sum((high for _, high in ranges), NOTHING)


def _sum(courses: Mapping[str, Course], program: Program, key: MeasureKey) -> MeasureSum | None:
    found = {id: _measure(courses, id, key) for id in courses_of(program)}
    if not found or None in found.values():
        return None
    measures = {id: measure for id, measure in found.items() if measure is not None}
    least = most = NOTHING
    for low, high in _amounts(measures, program):
        least, most = least + low, most + high
    return MeasureSum(key, least, most, any(measure.at_least for measure in measures.values()))


def _amounts(measures: Mapping[str, Measure], program: Program) -> Iterator[tuple[Decimal, Decimal]]:
    for id in dict.fromkeys(program.courses):
        yield range_of(measures[id])
    for choice in program.electives:
        ranges = [range_of(measures[id]) for id in choice.courses]
        fewest, _ = extremes([low for low, _ in ranges], choice.choose)
        _, most = extremes([high for _, high in ranges], choice.choose)
        yield fewest, most


def _measure(courses: Mapping[str, Course], id: str, key: MeasureKey) -> Measure | None:
    course = courses.get(id)
    return measure_of(course, key) if course is not None else None
