"""Rules on the dates and times that one record holds: enrollment, class times, holidays, time zones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean, record_rule, school_rule
from prospectus.diagnostics import RelatedPlace
from prospectus.model.campus import Campus
from prospectus.model.cohort import ClassTime, Cohort, Holiday
from prospectus.model.school import School
from prospectus.reckoning.time_zone import known_time_zones, time_zone
from prospectus.reckoning.timetable import minutes_of


@record_rule("T113", "enrollment-dates-reversed", "cohort")
def enrollment_dates_reversed(cohort: Cohort, context: BuildContext) -> Iterator[Fault]:
    """Enrollment ends before it begins, or goes on after the first day of class.

    Wrong:

        start: 2027-01-11
        enroll_until: 2027-02-01

    Right: `enroll_until: 2027-01-04`
    """
    first, last = cohort.enroll_from, cohort.enroll_until
    if first is not None and last is not None and last < first:
        message = f"enrollment ends on {last}, but begins on {first}"
        yield Fault(cohort, ("enroll_until",), message, "Correct one of the two dates.")
    elif last is not None and last > cohort.start:
        message = f"enrollment ends on {last}, after the group has started on {cohort.start}"
        yield Fault(cohort, ("enroll_until",), message, "Give the last day to enroll before class begins.")
    elif first is not None and first > cohort.start:
        message = f"enrollment begins on {first}, after the group has started on {cohort.start}"
        yield Fault(cohort, ("enroll_from",), message, "Give a day before class begins.")


@record_rule("T114", "impossible-class-time", "cohort")
def impossible_class_time(cohort: Cohort, context: BuildContext) -> Iterator[Fault]:
    """A class ends before it begins, is nothing but a break, or meets while another class of the group does.

    Wrong:

        class_times:
          - {days: [monday], begins: 13:00, ends: 09:00}

    Right:

        class_times:
          - {days: [monday], begins: 09:00, ends: 13:00}
    """
    for index, class_time in enumerate(cohort.class_times):
        path = ("class_times", index)
        if class_time.ends <= class_time.begins:
            message = f"class ends at {class_time.ends:%H:%M}, but begins at {class_time.begins:%H:%M}"
            yield Fault(
                cohort, (*path, "ends"), message, "Correct one of the two times; write them as 09:00 and 17:30."
            )
        elif not minutes_of(class_time):
            message = "the break is as long as the class"
            yield Fault(cohort, (*path, "break_minutes"), message, "Correct the minutes of the break.")
    for (_, first), (index, second) in combinations(enumerate(cohort.class_times), 2):
        if _meet_together(first, second):
            message = f"this class from {_span(second)} meets while the one from {_span(first)} does"
            yield Fault(
                cohort, ("class_times", index), message, "Correct the days or the times, or remove one of them."
            )


def _meet_together(first: ClassTime, second: ClassTime) -> bool:
    possible = first.begins < first.ends and second.begins < second.ends
    return (
        possible
        and not set(first.days).isdisjoint(second.days)
        and first.begins < second.ends
        and second.begins < first.ends
    )


def _span(class_time: ClassTime) -> str:
    return f"{class_time.begins:%H:%M} to {class_time.ends:%H:%M}"


@record_rule("T120", "class-day-named-twice", "cohort")
def class_day_named_twice(cohort: Cohort, context: BuildContext) -> Iterator[Fault]:
    """A class names a day of the week twice, or a group a single day on which it meets.

    It counts once. Most often another day was meant, and calendars and hours then lack it.

    Wrong: `days: [monday, monday, wednesday]`

    Right: `days: [monday, tuesday, wednesday]`
    """
    for index, class_time in enumerate(cohort.class_times):
        for place in _repeated(class_time.days):
            path = ("class_times", index, "days", place)
            message = f"{class_time.days[place].value.capitalize()} stands here twice"
            yield Fault(cohort, path, message, "Remove one of the two, or name the day that was meant.")
    for place in _repeated(cohort.meets_on):
        message = f"{cohort.meets_on[place]} stands here twice"
        yield Fault(cohort, ("meets_on", place), message, "Remove one of the two, or give the day that was meant.")


def _repeated(entries: Sequence[object]) -> list[int]:
    """Give the place of each entry that has stood in the list before."""
    return [place for place, entry in enumerate(entries) if entry in entries[:place]]


@record_rule("T115", "holiday-dates-reversed", "holiday")
def holiday_dates_reversed(holiday: Holiday, context: BuildContext) -> Iterator[Fault]:
    """The last day of a holiday comes before the first, so it closes no day at all.

    Wrong: `first: 2027-12-20` and `last: 2027-01-01`.

    Right: `last: 2028-01-01`
    """
    if holiday.until < holiday.first:
        message = f"this holiday ends on {holiday.until}, but begins on {holiday.first}"
        yield Fault(holiday, ("last",), message, "Correct one of the two dates.")


@school_rule("T116", "holidays-overlap")
def holidays_overlap(school: School, context: BuildContext) -> Iterator[Fault]:
    """Two holidays hold on the same day at the same campus. One of them is a copy, or has a wrong date.

    Wrong: a winter break that ends on 2027-01-02, and a New Year's Day on 2027-01-01.

    Right: one record for the days, or dates that do not touch the same day.
    """
    for first, second in combinations(school.holidays.values(), 2):
        shared = not first.campuses or not second.campuses or not set(first.campuses).isdisjoint(second.campuses)
        if shared and max(first.first, second.first) <= min(first.until, second.until):
            yield Fault(
                second,
                ("first",),
                f"{max(first.first, second.first)} is already a day off: {first.name}",
                "Remove one of the two, or correct its dates.",
                (RelatedPlace(first.at("first"), first.name),),
            )


@record_rule("T117", "unknown-time-zone", "campus")
def unknown_time_zone(campus: Campus, context: BuildContext) -> Iterator[Fault]:
    """The time zone of a campus is none that calendars know, so its class times would be shown at a wrong hour.

    Wrong: `time_zone: Eastern Time`

    Right: `time_zone: America/New_York`
    """
    if time_zone(campus.time_zone) is None:
        near = did_you_mean(campus.time_zone, known_time_zones())
        message = f'there is no time zone "{campus.time_zone}"{near}'
        yield Fault(campus, ("time_zone",), message, "Use an IANA name, for example America/New_York.")


RULES: tuple[Rule, ...] = (
    enrollment_dates_reversed,
    impossible_class_time,
    class_day_named_twice,
    holiday_dates_reversed,
    holidays_overlap,
    unknown_time_zone,
)
