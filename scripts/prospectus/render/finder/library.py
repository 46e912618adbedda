"""The entries of conditions and techniques: by what they are called, by the body, by evidence, role and pressure."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.language import mark, say
from prospectus.model.condition import Condition
from prospectus.model.course import Course
from prospectus.model.evidence import Grade
from prospectus.model.profession import Presentation
from prospectus.model.program import Program
from prospectus.model.statement import Region, Role
from prospectus.model.technique import Family, Pressure, Technique
from prospectus.render import words
from prospectus.render.finder.entry import Entry, Mark, shortened
from prospectus.render.sheet import Sheet

GRADES = {
    Grade.MODERATE: mark("Moderate"),
    Grade.WEAK: mark("Weak"),
    Grade.CONFLICTING: mark("Conflicting"),
    Grade.INSUFFICIENT: mark("Insufficient"),
    Grade.NONE_FOUND: mark("None found"),
    Grade.WEAK_AGAINST: mark("Points against"),
    Grade.NOT_A_TREATMENT: mark("A topic of safety"),
}
PRESSURES = (
    ("light", mark("Touch or light, 1 to 2"), 1, 2),
    ("medium", mark("Medium, 3"), 3, 3),
    ("firm", mark("Firm or deep, 4 to 5"), 4, 5),
)
LEVELS = (
    ("first", mark("Open to beginners")),
    ("further", mark("After other courses")),
    ("licensed", mark("With a license in hand")),
)


def condition_entry(sheet: Sheet, condition: Condition, url: str) -> Entry:
    """Make the entry of a condition; words that people come with lead to it too."""
    codes = (code.code for code in condition.codes.icd10cm)
    headings = (mesh.heading for mesh in condition.codes.mesh)
    leading = sheet.school.naming(Presentation, "condition", condition.id)
    return Entry(
        condition.key,
        "condition",
        condition.name,
        url,
        shortened(condition.summary.plain),
        also=_each_once(condition.name, *condition.also_called, *condition.everyday_words, *headings, *codes),
        near=tuple(presentation.key for presentation in leading),
        marks=(
            *region_marks(condition.regions),
            _grade_mark(condition.evidence.grade),
            *_role_marks(condition.roles),
        ),
    )


def technique_entry(sheet: Sheet, technique: Technique, url: str) -> Entry:
    """Make the entry of a technique; its regions are those of the conditions that recommend it."""
    using = [condition for condition, _ in sheet.school.conditions_using(technique.id)]
    pressure = technique.pressure
    level = _level_of_technique(sheet, technique)
    return Entry(
        technique.key,
        "technique",
        technique.name,
        url,
        shortened(technique.summary.plain),
        also=_each_once(technique.name, *technique.also_called),
        near=tuple(condition.key for condition in using),
        marks=(
            *region_marks(region for condition in using for region in condition.regions),
            _grade_mark(technique.evidence.grade),
            *_role_marks(use.role for use in technique.roles),
            *_pressure_marks(pressure),
            Mark(
                "family", list(Family).index(technique.family), say(words.FAMILIES[technique.family]), technique.family
            ),
            *([level_mark(level)] if level is not None else []),
        ),
        pressure=f"{pressure.lowest}-{pressure.highest}",
    )


def region_marks(regions: Iterator[Region] | tuple[Region, ...]) -> tuple[Mark, ...]:
    """Give a mark for each region of the body, each once and in the order of the body."""
    present = set(regions)
    return tuple(
        Mark("region", rank, say(words.REGIONS[region]), region.value)
        for rank, region in enumerate(Region)
        if region in present
    )


def level_of_course(sheet: Sheet, course: Course) -> int:
    """Say whom a course is open to: 0 beginners, 1 after other courses, 2 people with a license."""
    programs = sheet.school.naming(Program, "course", course.id)
    if programs and not any(program.leads_to_license for program in programs):
        return 2
    return 1 if course.prerequisites or course.one_of else 0


def level_mark(level: int) -> Mark:
    """Give the mark of a training level."""
    key, title = LEVELS[level]
    return Mark("level", level, say(title), key)


def _level_of_technique(sheet: Sheet, technique: Technique) -> int | None:
    """Give the lowest level at which the school teaches a technique; None where no course does."""
    courses = sheet.school.courses_teaching("technique", technique.id)
    return min((level_of_course(sheet, course) for course in courses), default=None)


def _grade_mark(grade: Grade) -> Mark:
    return Mark("evidence", list(Grade).index(grade), say(GRADES[grade]), grade.value)


def _role_marks(roles: Iterator[Role] | tuple[Role, ...]) -> tuple[Mark, ...]:
    present = set(roles)
    return tuple(
        Mark("role", rank, say(words.ROLES[role]), role.value) for rank, role in enumerate(Role) if role in present
    )


def _pressure_marks(pressure: Pressure) -> tuple[Mark, ...]:
    return tuple(
        Mark("pressure", rank, say(title), key)
        for rank, (key, title, lowest, highest) in enumerate(PRESSURES)
        if pressure.lowest <= highest and pressure.highest >= lowest
    )


def _each_once(name: str, *others: str) -> tuple[str, ...]:
    """Give other words for something, without those that only repeat one of them or its name."""
    seen = {name.casefold()}
    kept = []
    for other in others:
        if other.casefold() not in seen:
            seen.add(other.casefold())
            kept.append(other)
    return tuple(kept)
