"""Which courses prepare for which area of an exam, and which area no course names.

The weights are the exam owner's as far as they were read; an area whose weight nobody has seen stays without a number,
and the rest up to 100 is given for such areas together only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from prospectus.model.course import Course
from prospectus.model.exam import Exam, ExamArea, ExamOutline


@dataclass(frozen=True, slots=True)
class AreaCoverage:
    """One area of the newest outline, and the courses that prepare for it."""

    area: ExamArea
    courses: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The map of an exam: every area with its courses."""

    areas: tuple[AreaCoverage, ...]

    @property
    def gaps(self) -> tuple[ExamArea, ...]:
        """The areas that no course names."""
        return tuple(row.area for row in self.areas if not row.courses)

    @property
    def courses(self) -> tuple[Course, ...]:
        """The courses that prepare for any area, each once, in the order of their codes."""
        found = {course.id: course for row in self.areas for course in row.courses}
        return tuple(sorted(found.values(), key=lambda course: course.code))


def coverage_of(exam: Exam, courses: Iterable[Course]) -> Coverage:
    """Map courses onto the areas of an exam's newest outline."""
    keys = [(course, covered_keys(course, exam.id)) for course in courses]
    return Coverage(
        tuple(
            AreaCoverage(area, tuple(course for course, named in keys if area.key in named))
            for area in exam.outline.areas
        )
    )


def covered_keys(course: Course, exam_id: str) -> frozenset[str]:
    """Give the keys of the areas of an exam that a course names."""
    return frozenset(key for entry in course.exam_areas if entry.exam == exam_id for key in entry.areas)


def weight_seen(outline: ExamOutline) -> Decimal:
    """Sum the weights that were read."""
    return sum((area.percent for area in outline.areas if area.percent is not None), Decimal(0))


def areas_without_weight(outline: ExamOutline) -> tuple[ExamArea, ...]:
    """Give the areas whose weight was not seen."""
    return tuple(area for area in outline.areas if area.percent is None)
