"""Courses and areas of an exam: who prepares for what, where the gaps are, and what no weight was seen for."""

from __future__ import annotations

from prospectus.reckoning.coverage import areas_without_weight, coverage_of, covered_keys, weight_seen
from tiny import read_tiny

SCHOOL = read_tiny().school
EXAM = SCHOOL.exams["strokes-exam"]


def test_the_newest_outline_is_mapped() -> None:
    coverage = coverage_of(EXAM, SCHOOL.courses.values())
    assert [row.area.key for row in coverage.areas] == ["strokes", "wait", "weather"]
    assert [course.id for course in coverage.courses] == ["tt-101"]
    assert [area.key for area in coverage.gaps] == ["wait", "weather"]


def test_without_courses_every_area_is_a_gap() -> None:
    assert len(coverage_of(EXAM, ()).gaps) == 3
    assert covered_keys(SCHOOL.courses["tt-102"], EXAM.id) == frozenset()


def test_weights_that_were_not_seen_are_not_made_up() -> None:
    assert weight_seen(EXAM.outline) == 75
    assert [area.key for area in areas_without_weight(EXAM.outline)] == ["wait"]
