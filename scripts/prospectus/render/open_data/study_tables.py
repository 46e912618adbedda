"""The tables of programs, courses and groups of students."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prospectus.artifact import BuildContext
from prospectus.language import mark
from prospectus.model.cohort import Cohort
from prospectus.model.school import School
from prospectus.reckoning.ledger import courses_of, ledger_of
from prospectus.render import urls
from prospectus.render.open_data.table import Column, Row, Table, page_of, sections_of, several


def _programs(school: School, context: BuildContext) -> Iterator[Row]:
    sections = sections_of(school)
    currency = school.profile.currency_code if school.profile is not None else None
    for program in school.programs.values():
        ledger = ledger_of(school.courses, program)
        yield (
            program.id,
            program.name,
            program.credential,
            _hours(program.hours),
            _hours(ledger.hours.theory),
            _hours(ledger.hours.lab),
            _hours(ledger.hours.clinic),
            _hours(ledger.unsplit),
            several(program.courses),
            several(id for choice in program.electives for id in choice.courses),
            several(f"{length.schedule}: {length.weeks} weeks" for length in program.lengths),
            program.total,
            several(f"{prices.name}: {prices.currency or ''}{prices.total}" for prices in program.prices),
            currency if program.total is not None else None,
            several(program.after),
            page_of(context, "program", program.id, sections),
            program.review.reviewed_on,
        )


def _courses(school: School, context: BuildContext) -> Iterator[Row]:
    sections = sections_of(school)
    programs: dict[str, list[str]] = {}
    for program in school.programs.values():
        for id in courses_of(program):
            programs.setdefault(id, []).append(program.id)
    for course in sorted(school.courses.values(), key=lambda course: course.code):
        yield (
            course.id,
            course.code,
            course.name,
            course.subject,
            _hours(course.hours.total),
            _hours(course.hours.theory),
            _hours(course.hours.lab),
            _hours(course.hours.clinic),
            course.delivery.value,
            several(course.prerequisites),
            several(" or ".join(choice) for choice in course.one_of),
            several(course.corequisites),
            several(programs.get(course.id, [])),
            several(course.techniques),
            several(course.conditions),
            page_of(context, "course", course.id, sections),
            course.review.reviewed_on,
        )


def _cohorts(school: School, context: BuildContext) -> Iterator[Row]:
    for cohort in sorted(school.cohorts.values(), key=lambda cohort: (cohort.start, cohort.id)):
        program = school.programs.get(cohort.program)
        yield (
            cohort.id,
            cohort.program,
            program.name if program is not None else "",
            cohort.group,
            cohort.start,
            cohort.end,
            cohort.schedule,
            cohort.campus,
            cohort.place,
            cohort.seats,
            cohort.taken,
            cohort.seats_left,
            cohort.waitlist,
            _state(cohort, context),
            cohort.enroll_from,
            cohort.enroll_until,
            cohort.review.reviewed_on,
        )


def _hours(amount: Decimal) -> Decimal:
    """Write hours as short as they can be: 30, not 30.0."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()


def _state(cohort: Cohort, context: BuildContext) -> str:
    return "past" if cohort.start < context.as_of else cohort.state.value


_ID = Column("id", mark("The record's id, as files and addresses use it."))
_PAGE = Column("page", mark("Its page on this site."))
_READ_ON = Column("reviewed_on", mark("The day somebody last read the record."))

PROGRAMS = Table(
    "programs",
    mark("Programs"),
    mark("One line a program: hours and how they split, length and cost."),
    urls.PROGRAMS,
    ("program", "course"),
    (
        _ID,
        Column("name", mark("Its name.")),
        Column("credential", mark("What a graduate receives.")),
        Column("hours", mark("Clock hours in all.")),
        Column("theory_hours", mark("Hours of theory in its courses.")),
        Column("lab_hours", mark("Hours of hands-on lab in its courses.")),
        Column("clinic_hours", mark("Hours of supervised student clinic in its courses.")),
        Column("chosen_hours", mark("Hours whose kind depends on the courses a student chooses.")),
        Column("courses", mark("Ids of the courses that everybody takes, in order.")),
        Column("electives", mark("Ids of the courses to choose from.")),
        Column("lengths", mark("Weeks on each schedule.")),
        Column("total_cost", mark("What it costs in all; empty when no price is set.")),
        Column("other_prices", mark("Totals for some students or dates, by name.")),
        Column("currency", mark("The currency by its three letters, where the school says it.")),
        Column("after", mark("Ids of programs that must come before.")),
        _PAGE,
        _READ_ON,
    ),
    _programs,
)
COURSES = Table(
    "courses",
    mark("Courses"),
    mark("One line a course: hours, what comes before it, and what it teaches."),
    urls.COURSES,
    ("course", "program"),
    (
        _ID,
        Column("code", mark("The code.")),
        Column("name", mark("The title.")),
        Column("subject", mark("The subject its hours count towards.")),
        Column("hours", mark("Clock hours in all.")),
        Column("theory_hours", mark("Hours of theory.")),
        Column("lab_hours", mark("Hours of hands-on lab.")),
        Column("clinic_hours", mark("Hours of supervised student clinic.")),
        Column("delivery", mark("in-person, hybrid, distance or self-paced.")),
        Column("prerequisites", mark("Ids of courses that must come before.")),
        Column("one_of", mark("Choices of courses, one of each must come before.")),
        Column("corequisites", mark("Ids of courses taken before or at the same time.")),
        Column("programs", mark("Ids of the programs it belongs to.")),
        Column("techniques", mark("Ids of the techniques it teaches.")),
        Column("conditions", mark("Ids of the conditions it teaches.")),
        _PAGE,
        _READ_ON,
    ),
    _courses,
)
COHORTS = Table(
    "cohorts",
    mark("Groups of students"),
    mark("One line a group: dates, place, seats and whether it takes new students."),
    urls.PROGRAMS,
    ("cohort", "program"),
    (
        _ID,
        Column("program", mark("The program's id.")),
        Column("program_name", mark("The program's name.")),
        Column("group", mark("What the group is called.")),
        Column("start", mark("First day of class.")),
        Column("end", mark("Last day of class.")),
        Column("schedule", mark("Days and times in words.")),
        Column("campus", mark("The id of the campus.")),
        Column("place", mark("Where it meets, in words.")),
        Column("seats", mark("How many seats there are.")),
        Column("taken", mark("How many are taken.")),
        Column("seats_left", mark("How many are free.")),
        Column("waitlist", mark("How many people wait.")),
        Column("state", mark("open, waitlist, full, or past once the group has started.")),
        Column("enroll_from", mark("First day to enroll, where one is set.")),
        Column("enroll_until", mark("Last day to enroll, where one is set.")),
        _READ_ON,
    ),
    _cohorts,
)
