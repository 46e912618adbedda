"""Rules on numbers that must add up: clock hours and fees."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.model.course import Course
from prospectus.model.program import Program
from prospectus.model.school import School


@school_rule("H101", "hours-do-not-add-up")
def hours_do_not_add_up(school: School, context: BuildContext) -> Iterator[Fault]:
    """A program states another number of hours than its courses make.

    Hours decide where a graduate can be licensed; a catalog with two numbers is a broken promise. The program's
    `hours` must equal the sum of theory, lab and clinic of its courses.

    Wrong: `hours: 650`, and courses that make 640.

    Right: correct the courses or the total.
    """
    for program in school.programs.values():
        courses = [school.courses.get(id) for id in dict.fromkeys(program.courses)]
        if any(course is None for course in courses):
            continue
        taught = sum((course.hours.total for course in courses if course is not None), Decimal(0))
        if taught != program.hours:
            missing = program.hours - taught
            gap = f"{_number(missing)} {'missing' if missing > 0 else 'too many'}"
            yield Fault(
                program,
                ("hours",),
                f"the program states {_number(program.hours)} hours, but its courses make {_number(taught)} ({gap})",
                "Correct the program's hours or the hours of its courses.",
            )


def _number(amount: Decimal) -> str:
    """Give a number without its sign and without zeros at its end."""
    return f"{abs(amount).normalize():f}"


@record_rule("H102", "course-without-hours", "course")
def course_without_hours(course: Course, context: BuildContext) -> Iterator[Fault]:
    """A course has no hours at all.

    Wrong:

        hours: {}

    Right:

        hours: {theory: 20, lab: 10}
    """
    if course.hours.total == 0:
        yield Fault(course, ("hours",), "this course has no hours", "Enter theory, lab or clinic hours.")


@record_rule("H103", "fees-do-not-total", "program")
def fees_do_not_total(program: Program, context: BuildContext) -> Iterator[Fault]:
    """The lines of what a program costs do not make its total.

    Students plan with the total. Both numbers are printed beside each other.

    Wrong: lines of 9000 and 500 with `total: 9600`.

    Right: `total: 9500`.
    """
    if program.fees and program.total is None:
        yield Fault(program, ("fees",), "the costs have lines but no total", "Add total.")
    lines = sum((fee.amount for fee in program.fees), Decimal(0))
    if program.total is not None and lines != program.total:
        yield Fault(
            program,
            ("total",),
            f"the total says {program.total:f}, but the lines make {lines:f}",
            "Correct the total or the lines.",
        )


@record_rule("H104", "course-listed-twice", "program")
def course_listed_twice(program: Program, context: BuildContext) -> Iterator[Fault]:
    """A program lists a course twice, so its hours would count twice.

    Wrong: `courses: [mt-101, mt-101]`

    Right: `courses: [mt-101]`
    """
    for index, course in enumerate(program.courses):
        if course in program.courses[:index]:
            yield Fault(program, ("courses", index), f'the course "{course}" is listed twice', "Remove one of the two.")


RULES: tuple[Rule, ...] = (hours_do_not_add_up, course_without_hours, fees_do_not_total, course_listed_twice)
