"""The entries of courses and programs: by code and title, by hours, schedule, start and cost."""

from __future__ import annotations

from decimal import Decimal

from prospectus.language import say, say_count
from prospectus.model.course import Course
from prospectus.model.program import Program
from prospectus.render import words
from prospectus.render.finder.entry import Entry, Mark, band, free_mark, shortened
from prospectus.render.finder.library import level_mark, level_of_course, region_marks
from prospectus.render.pages.cohorts import coming_cohorts
from prospectus.render.pages.costs import price_in_words
from prospectus.render.sheet import Sheet

HOURS = (41, 101, 500)
COSTS = (1_000, 5_000, 10_000)


def course_entry(sheet: Sheet, course: Course, url: str) -> Entry:
    """Make the entry of a course; what it teaches leads to it too."""
    conditions = [sheet.school.conditions[id] for id in course.conditions if id in sheet.school.conditions]
    programs = sheet.school.naming(Program, "course", course.id)
    hours = course.hours.total
    return Entry(
        course.key,
        "course",
        f"{course.code} {course.name}",
        url,
        shortened(course.summary.plain),
        also=("".join(course.code.split()), course.subject),
        near=(*(f"technique:{id}" for id in course.techniques), *(condition.key for condition in conditions)),
        marks=(
            *region_marks(region for condition in conditions for region in condition.regions),
            level_mark(level_of_course(sheet, course)),
            band("hours", int(hours), HOURS),
        ),
        hours=_plain(hours),
        lines=(_hours(hours), *(program.name for program in programs[:2])),
    )


def program_entry(sheet: Sheet, program: Program, url: str) -> Entry:
    """Make the entry of a program with its schedules, the months in which groups begin, and its cost."""
    coming = coming_cohorts(sheet, program.id)
    schedules = [*(length.schedule for length in program.lengths), *(group.length for group in coming if group.length)]
    starts = {group.start.replace(day=1) for group in coming}
    level = 2 if not program.leads_to_license else 1 if program.after else 0
    price = price_in_words(sheet, program)
    start = say("Starts {day}", day=words.short_date(coming[0].start)) if coming else ""
    return Entry(
        program.key,
        "program",
        program.name,
        url,
        shortened(program.summary.plain),
        also=(program.credential,),
        near=tuple(f"technique:{id}" for id in program.techniques),
        marks=(
            level_mark(level),
            band("hours", int(program.hours), HOURS),
            *dict.fromkeys(free_mark("schedule", schedule) for schedule in schedules),
            *(Mark("start", day.toordinal(), words.month(day), f"{day:%Y-%m}") for day in sorted(starts)),
            *_cost_marks(sheet, program.total),
        ),
        hours=_plain(program.hours),
        cost=_plain(program.total) if program.total is not None else "",
        start=coming[0].start.isoformat() if coming else "",
        lines=tuple(line for line in (_hours(program.hours), price, start) if line),
    )


def _hours(amount: Decimal) -> str:
    return say_count(amount, "{count} hour", "{count} hours")


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _cost_marks(sheet: Sheet, total: Decimal | None) -> tuple[Mark, ...]:
    if total is None:
        return ()
    currency = sheet.school.profile.currency if sheet.school.profile is not None else "$"
    return (band("cost", int(total), COSTS, currency),)
