"""Rules on groups of students against their program, their campus and its holidays.

A group that has ended is history: its program may have changed since, so these rules pass it by.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean, in_digits, school_rule
from prospectus.diagnostics import RelatedPlace, Severity
from prospectus.model.cohort import Cohort, Weekday
from prospectus.model.program import Length, Program
from prospectus.model.record import KeyPath
from prospectus.model.school import School
from prospectus.reckoning.timetable import (
    Timetable,
    hours_due,
    hours_missing,
    is_closed,
    is_endless,
    is_in_order,
    is_offered_at,
    lengths_for,
    minutes_of,
    timetable_of,
    weekdays_of,
    weeks_beyond,
)


@school_rule("T107", "cohort-outside-length")
def cohort_outside_length(school: School, context: BuildContext) -> Iterator[Fault]:
    """A group has more or fewer weeks of class than its program takes.

    Weeks that are closed for holidays do not count. A week more or less passes, for a group may start or end in the
    middle of one.

    Wrong, for a schedule of 33 weeks: `start: 2027-01-11` and `end: 2027-06-11`, which leave 22.

    Right: correct a date, or the `weeks` of the program's length.
    """
    for cohort, program, timetable in _sound_groups(school, context):
        lengths = lengths_for(program, cohort)
        beyond = weeks_beyond(timetable, lengths)
        if beyond:
            closed = f", and {_count(timetable.closed_weeks, 'week')} closed" if timetable.closed_weeks else ""
            yield Fault(
                cohort,
                ("end",),
                f"this group has {_count(timetable.weeks, 'week')} of class{closed}, but {program.name} takes "
                f"{' or '.join(_length(length) for length in lengths)}",
                f"Correct a date: {_count(abs(beyond), 'week')} too {'many' if beyond > 0 else 'few'}. Or correct the "
                "weeks of the program's length.",
                (RelatedPlace(program.at("lengths"), "the lengths of the program"),),
            )


@school_rule("T108", "too-few-class-hours")
def too_few_class_hours(school: School, context: BuildContext) -> Iterator[Fault]:
    """A group's class times make fewer hours than its program has.

    A license rests on the hours. Breaks and holidays do not count; a hundredth of the hours may be missing, since
    clocks are rounded and a long program can make up a day.

    Wrong, for a program of 650 hours: 33 weeks of five days from 9:00 to 12:30, which make 577.5.

    Right: longer class times, more days or weeks, or the right number of hours.
    """
    for cohort, program, timetable in _sound_groups(school, context):
        missing = hours_missing(timetable, program)
        if missing and not weeks_beyond(timetable, lengths_for(program, cohort)):
            yield Fault(
                cohort,
                ("class_times",),
                f"the class times make {in_digits(round(timetable.hours, 2))} hours from first to last day, but "
                f"{program.name} has {in_digits(hours_due(program, cohort))} ({in_digits(round(missing, 2))} missing)",
                "Plan longer class times, more days or a later end; breaks and holidays do not count.",
                (RelatedPlace(program.at("hours"), "the hours of the program"),),
            )


@school_rule("T109", "class-on-holiday")
def class_on_holiday(school: School, context: BuildContext) -> Iterator[Fault]:
    """A group starts, ends or meets on a day on which its campus is closed.

    Wrong: `end: 2027-07-05`, while `content/holidays.yml` has that day off.

    Right: another day, or no holiday on it.
    """
    for cohort, _, timetable in _groups(school, context):
        for path, day in _closed_dates(cohort, timetable):
            holiday = next(holiday for holiday in timetable.holidays if holiday.covers(day))
            yield Fault(
                cohort,
                path,
                f"{_said(path)} {day} is a day off: {holiday.name}",
                "Choose another day, or correct the holiday.",
                (RelatedPlace(holiday.at("first"), holiday.name),),
            )


@school_rule("T110", "no-class-on-day")
def no_class_on_day(school: School, context: BuildContext) -> Iterator[Fault]:
    """The first or last day of a group, or a single day on which it meets, is no day of class by its own pattern.

    Wrong: `start: 2027-01-10`, a Sunday, with class from Monday to Friday.

    Right: `start: 2027-01-11`
    """
    for cohort, _, _ in _groups(school, context):
        for path, message in _days_without_class(cohort):
            yield Fault(cohort, path, message, "Correct the date, or the days of class.")


@school_rule("T111", "unknown-schedule")
def unknown_schedule(school: School, context: BuildContext) -> Iterator[Fault]:
    """A group follows a schedule that its program does not have.

    Length, weeks and hours of the group are looked up by the name of its schedule.

    Wrong: `length: evenings`, while the program's lengths are called `day` and `evening`.

    Right: `length: evening`
    """
    for cohort, program, _ in _groups(school, context):
        known = [length.schedule for length in program.lengths]
        if cohort.length is not None and cohort.length not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            near = did_you_mean(cohort.length, known)
            yield Fault(
                cohort,
                ("length",),
                f'{program.name} has no schedule "{cohort.length}"{near or f"; {has}"}',
                "Use a name from the program's lengths, or add the length there.",
            )


@school_rule("T112", "program-not-at-campus")
def program_not_at_campus(school: School, context: BuildContext) -> Iterator[Fault]:
    """A group meets at a campus at which its program is not offered.

    Wrong: `campus: harbor`, while the program has `campuses: [mill]`.

    Right: `campus: mill`, or `campuses: [mill, harbor]` in the program.
    """
    for cohort, program, _ in _groups(school, context):
        if cohort.campus is not None and not is_offered_at(school, program, cohort.campus):
            yield Fault(
                cohort,
                ("campus",),
                f'{program.name} is not offered at the campus "{cohort.campus}"',
                "Correct the campus, or add it to the program.",
                (RelatedPlace(program.at("campuses"), "where the program is offered"),),
            )


@school_rule("T119", "group-larger-than-class", Severity.WARNING)
def group_larger_than_class(school: School, context: BuildContext) -> Iterator[Fault]:
    """A group has more seats than its program takes students in one class.

    The catalog promises the largest class, and regulators hold the school to it. A group that is taught in two classes
    at once may be larger; then say so in `content/exceptions.yml`.

    Wrong, for a program with `max_class_size: 18`: `seats: 20`.

    Right: `seats: 18`
    """
    for cohort in school.cohorts.values():
        program = school.programs.get(cohort.program)
        largest = program.max_class_size if program is not None else None
        if program is not None and largest is not None and cohort.seats > largest and cohort.end >= context.as_of:
            yield Fault(
                cohort,
                ("seats",),
                f"this group has {_count(cohort.seats, 'seat')}, but {program.name} takes at most "
                f"{_count(largest, 'student')} in one class",
                "Correct the seats, or the largest class of the program.",
                (RelatedPlace(program.at("max_class_size"), "the largest class of the program"),),
            )


def _groups(school: School, context: BuildContext) -> Iterator[tuple[Cohort, Program, Timetable]]:
    """Give the groups that have not ended and whose dates stand in order, with their programs and days of class."""
    for cohort in school.cohorts.values():
        program = school.programs.get(cohort.program)
        if program is not None and is_in_order(cohort) and not is_endless(cohort) and cohort.end >= context.as_of:
            yield cohort, program, timetable_of(school, cohort)


def _sound_groups(school: School, context: BuildContext) -> Iterator[tuple[Cohort, Program, Timetable]]:
    """Give the groups of which every day and time is possible; of others no sum means anything yet."""
    for cohort, program, timetable in _groups(school, context):
        possible = all(minutes_of(class_time) for class_time in cohort.class_times)
        known = cohort.length is None or bool(lengths_for(program, cohort))
        if possible and known and not _closed_dates(cohort, timetable) and not _days_without_class(cohort):
            yield cohort, program, timetable


def _closed_dates(cohort: Cohort, timetable: Timetable) -> list[tuple[KeyPath, date]]:
    """Give each date of a group that a holiday covers; a first or last day is named once, among the single days."""
    singles: list[tuple[KeyPath, date]] = [(("meets_on", index), day) for index, day in enumerate(cohort.meets_on)]
    ends: list[tuple[KeyPath, date]] = [(("start",), cohort.start), (("end",), cohort.end)]
    dates = [*(entry for entry in ends if entry[1] not in cohort.meets_on), *singles]
    return [(path, day) for path, day in dates if is_closed(day, timetable.holidays)]


def _days_without_class(cohort: Cohort) -> list[tuple[KeyPath, str]]:
    weekdays = weekdays_of(cohort)
    if cohort.meets_on:
        found: list[tuple[KeyPath, str]] = [
            (("meets_on", index), f"this group has no class time on a {_weekday(day.weekday())}")
            for index, day in enumerate(cohort.meets_on)
            if weekdays and day.weekday() not in weekdays
        ]
        if cohort.start != min(cohort.meets_on):
            found.append((("start",), f"the first of the single days is {min(cohort.meets_on)}, not {cohort.start}"))
        if cohort.end != max(cohort.meets_on):
            found.append((("end",), f"the last of the single days is {max(cohort.meets_on)}, not {cohort.end}"))
        return found
    return [
        ((name,), f"{_said((name,))} {day} is a {_weekday(day.weekday())}, on which this group has no class")
        for name, day in (("start", cohort.start), ("end", cohort.end))
        if weekdays and day.weekday() not in weekdays
    ]


def _said(path: KeyPath) -> str:
    return {"start": "the first day", "end": "the last day"}.get(str(path[0]), "the single day")


def _weekday(number: int) -> str:
    return list(Weekday)[number].value.capitalize()


def _length(length: Length) -> str:
    return f"{_count(length.weeks, 'week')} ({length.schedule})"


def _count(amount: int, one: str) -> str:
    return f"{amount} {one if amount == 1 else one + 's'}"


RULES: tuple[Rule, ...] = (
    cohort_outside_length,
    too_few_class_hours,
    class_on_holiday,
    no_class_on_day,
    unknown_schedule,
    program_not_at_campus,
    group_larger_than_class,
)
