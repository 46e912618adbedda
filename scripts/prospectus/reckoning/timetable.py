"""When a group meets: the days and hours of class between its first day and its last, and how they fit its program.

A day counts when the weekly pattern (or the list of single days) names it and no holiday of the campus covers it.
Times are those of the clock on the wall at the campus; no time zone is needed to count them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from prospectus.model.cohort import ClassTime, Cohort, Holiday
from prospectus.model.program import Length, Program
from prospectus.model.school import School

CLOCK_HOUR = 60
"""Minutes of teaching in a clock hour where neither program nor catalog says another number."""

WEEKS_OF_GRACE = 1
"""A group may take a week less or more: one that starts or ends in the middle of a week touches another one."""

HOURS_OF_GRACE = Decimal("0.01")
"""The share of a program's hours that a timetable may lack. Class times are rounded to what a clock shows, and a long
program can make up a day; more than a hundredth is a class that nobody has planned."""

LONGEST = timedelta(days=3653)
"""Ten years. No program takes longer, and a slip in a year would make millions of days."""

_DAY = timedelta(days=1)
_LAST_WORKDAY = 4


@dataclass(frozen=True, slots=True)
class Session:
    """One stretch of class on one day."""

    day: date
    time: ClassTime


@dataclass(frozen=True, slots=True)
class Timetable:
    """The days of class of one group. `days` are those on which it meets, `closed` the class days that fall out."""

    cohort: Cohort
    days: tuple[date, ...]
    closed: tuple[date, ...]
    sessions: tuple[Session, ...]
    holidays: tuple[Holiday, ...]
    hour_minutes: int

    @property
    def hours(self) -> Decimal:
        """Hours of class, breaks left out, of as many minutes as the program's hours have."""
        minutes = sum(minutes_of(session.time) for session in self.sessions)
        return Decimal(minutes) / Decimal(self.hour_minutes)

    @property
    def weeks(self) -> int:
        """Calendar weeks with class in them."""
        return len({_monday(day) for day in self.days})

    @property
    def closed_weeks(self) -> int:
        """Calendar weeks that would have class and have none because of holidays."""
        return len({_monday(day) for day in self.closed} - {_monday(day) for day in self.days})


def timetable_of(school: School, cohort: Cohort) -> Timetable:
    """Work out a group's days of class."""
    holidays = holidays_of(school, cohort.campus)
    planned = planned_days(cohort)
    days = tuple(day for day in planned if not is_closed(day, holidays))
    return Timetable(
        cohort=cohort,
        days=days,
        closed=tuple(day for day in planned if is_closed(day, holidays)),
        sessions=tuple(_sessions(cohort, days)),
        holidays=tuple(holiday for holiday in holidays if _touches(holiday, cohort)),
        hour_minutes=hour_minutes_of(school, school.programs.get(cohort.program)),
    )


def hour_minutes_of(school: School, program: Program | None) -> int:
    """Give the minutes of teaching in one of the program's hours: its own, the catalog's, or sixty."""
    if program is not None and program.hour_minutes is not None:
        return program.hour_minutes
    return school.catalog.hour_minutes if school.catalog is not None else CLOCK_HOUR


def holidays_of(school: School, campus: str | None) -> tuple[Holiday, ...]:
    """Give the holidays of a campus by date; of no campus, those that hold everywhere."""
    held = [holiday for holiday in school.holidays.values() if not holiday.campuses or campus in holiday.campuses]
    return tuple(sorted(held, key=lambda holiday: (holiday.first, holiday.id)))


def is_closed(day: date, holidays: Iterable[Holiday]) -> bool:
    """Say whether a holiday covers the day."""
    return any(holiday.covers(day) for holiday in holidays)


def planned_days(cohort: Cohort) -> tuple[date, ...]:
    """Give the days of class as if there were no holidays: the single days, or the weekly pattern.

    A group that gives neither is taken to meet from Monday to Friday, so that its weeks can be counted.
    """
    if cohort.meets_on:
        return tuple(sorted(set(cohort.meets_on)))
    weekdays = weekdays_of(cohort) or frozenset(range(_LAST_WORKDAY + 1))
    length = (cohort.end - cohort.start).days + 1
    every = (cohort.start + timedelta(days=number) for number in range(length))
    return tuple(day for day in every if day.weekday() in weekdays)


def is_in_order(cohort: Cohort) -> bool:
    """Say whether a group ends after it starts; one that meets on a single day ends on it."""
    return cohort.start < cohort.end or (cohort.start == cohort.end and cohort.meets_on == (cohort.start,))


def is_endless(cohort: Cohort) -> bool:
    """Say whether a group would run for so long that one of its dates must be wrong."""
    return cohort.end - cohort.start > LONGEST


def is_offered_at(school: School, program: Program, campus: str) -> bool:
    """Say whether a program is offered at a campus. Where it names a campus that nobody knows, it may be this one."""
    unknown = any(id not in school.campuses for id in program.campuses)
    return not program.campuses or campus in program.campuses or unknown


def weekdays_of(cohort: Cohort) -> frozenset[int]:
    """Give the weekdays that the class times name, Monday as 0."""
    return frozenset(day.number for class_time in cohort.class_times for day in class_time.days)


def minutes_of(class_time: ClassTime) -> int:
    """Give the minutes of teaching in a class time; none where its times cannot be right."""
    return max(_minute(class_time.ends) - _minute(class_time.begins) - class_time.break_minutes, 0)


def lengths_for(program: Program, cohort: Cohort) -> tuple[Length, ...]:
    """Give the lengths that a group may have: the one of its schedule, or all when it names none."""
    if cohort.length is None:
        return program.lengths
    return tuple(length for length in program.lengths if length.schedule == cohort.length)


def weeks_beyond(timetable: Timetable, lengths: Iterable[Length]) -> int:
    """Give the weeks of class too many, or too few as a negative number; 0 when they fit one of the lengths."""
    beyond = [timetable.weeks - length.weeks for length in lengths]
    nearest = min(beyond, key=abs, default=0)
    return nearest if abs(nearest) > WEEKS_OF_GRACE else 0


def hours_due(program: Program, cohort: Cohort) -> Decimal:
    """Give the hours that a group must be taught: those of its schedule where it has its own, or the program's."""
    lengths = lengths_for(program, cohort)
    own = lengths[0].hours if len(lengths) == 1 else None
    return own if own is not None else program.hours


def hours_missing(timetable: Timetable, program: Program) -> Decimal:
    """Give the hours that the timetable lacks; 0 within the grace, and where the group gives no hours of class."""
    due = hours_due(program, timetable.cohort)
    missing = due - timetable.hours
    return missing if timetable.cohort.class_times and missing > due * HOURS_OF_GRACE else Decimal(0)


def _sessions(cohort: Cohort, days: Iterable[date]) -> Iterator[Session]:
    for day in days:
        for class_time in sorted(cohort.class_times, key=lambda class_time: class_time.begins):
            if day.weekday() in {weekday.number for weekday in class_time.days}:
                yield Session(day, class_time)


def _touches(holiday: Holiday, cohort: Cohort) -> bool:
    return holiday.first <= cohort.end and cohort.start <= holiday.until


def _monday(day: date) -> date:
    return day - day.weekday() * _DAY


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute
