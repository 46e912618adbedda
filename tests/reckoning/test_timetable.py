"""Days, hours and weeks of class, counted by hand beside what the program counts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from prospectus.model.cohort import Cohort, Holiday
from prospectus.model.program import Length
from prospectus.model.record import Review, ReviewStatus
from prospectus.model.school import School
from prospectus.reckoning.time_zone import known_time_zones, time_zone
from prospectus.reckoning.timetable import is_in_order, timetable_of, weeks_beyond
from tiny import read_tiny

REVIEW = Review(
    owner="Director", status=ReviewStatus.SOURCED, reviewed_on=date(2026, 11, 1), next_review=date(2027, 5, 1)
)
MORNING = {"days": ["monday", "wednesday"], "begins": "09:00", "ends": "12:00", "break_minutes": 30}


def cohort(**fields: Any) -> Cohort:
    whole = {
        "review": REVIEW, "program": "p", "group": "g", "schedule": "s", "place": "here", "seats": 4,
        "start": "2027-02-01", "end": "2027-02-24", "class_times": [MORNING],
    }  # fmt: skip
    return Cohort.model_validate(whole | fields)


def holiday(id: str, first: str, last: str | None = None, campuses: tuple[str, ...] = ()) -> Holiday:
    record = Holiday.model_validate({"review": REVIEW, "name": id, "first": first, "last": last, "campuses": campuses})
    return record.placed(id, "content/holidays.yml", {})


def school(*holidays: Holiday) -> School:
    return School({"holiday": {record.id: record for record in holidays}})


def test_days_of_class_follow_the_weekly_pattern() -> None:
    timetable = timetable_of(school(), cohort())
    assert [day.day for day in timetable.days] == [1, 3, 8, 10, 15, 17, 22, 24]
    assert timetable.hours == Decimal(20), "eight mornings of two and a half hours"
    assert (timetable.weeks, timetable.closed_weeks) == (4, 0)


def test_a_holiday_takes_its_days_away_and_a_whole_week_is_closed() -> None:
    closed = school(holiday("week", "2027-02-08", "2027-02-12"), holiday("day", "2027-02-15"))
    timetable = timetable_of(closed, cohort())
    assert [day.day for day in timetable.days] == [1, 3, 17, 22, 24]
    assert [day.day for day in timetable.closed] == [8, 10, 15]
    assert (timetable.weeks, timetable.closed_weeks) == (3, 1)


def test_a_holiday_of_another_campus_takes_none_away() -> None:
    elsewhere = school(holiday("week", "2027-02-08", "2027-02-12", ("hill",)))
    assert timetable_of(elsewhere, cohort(campus="mill")).closed == ()
    assert timetable_of(elsewhere, cohort()).closed == (), "a group of no campus keeps what holds everywhere"
    assert len(timetable_of(elsewhere, cohort(campus="hill")).closed) == 2


def test_single_days_take_the_place_of_the_pattern() -> None:
    timetable = timetable_of(school(), cohort(meets_on=["2027-02-24", "2027-02-01"]))
    assert [day.day for day in timetable.days] == [1, 24]
    assert timetable.hours == Decimal(5)


def test_several_classes_a_day_are_counted_and_come_in_the_order_of_the_clock() -> None:
    evening = {"days": ["monday"], "begins": "18:00", "ends": "19:00"}
    timetable = timetable_of(school(), cohort(class_times=[evening, MORNING]))
    assert timetable.hours == Decimal(24)
    assert [session.time.begins.hour for session in timetable.sessions[:3]] == [9, 18, 9]


def test_without_class_times_only_weeks_can_be_counted() -> None:
    timetable = timetable_of(school(holiday("week", "2027-02-08", "2027-02-12")), cohort(class_times=[]))
    assert (timetable.weeks, timetable.closed_weeks, timetable.hours) == (3, 1, 0)


@pytest.mark.parametrize(("weeks", "beyond"), [([4], 0), ([3], 0), ([5], 0), ([2], 2), ([6], -2), ([9, 4], 0), ([], 0)])
def test_a_week_more_or_less_fits(weeks: list[int], beyond: int) -> None:
    lengths = [Length(schedule="day", weeks=number) for number in weeks]
    assert weeks_beyond(timetable_of(school(), cohort()), lengths) == beyond


def test_the_hour_of_the_program_comes_before_the_one_of_the_catalog() -> None:
    tiny = read_tiny().school
    group, program = tiny.cohorts["basics-2027"], tiny.programs["tiny-basics"]
    short = School(
        {"holiday": tiny.shelf("holiday"), "program": {"tiny-basics": program.model_copy(update={"hour_minutes": 45})}}
    )
    assert timetable_of(tiny, group).hours == Decimal(36)
    assert timetable_of(short, group).hours == Decimal(12 * 180) / 45


def test_only_a_group_of_one_day_ends_on_the_day_it_starts() -> None:
    assert is_in_order(cohort())
    assert not is_in_order(cohort(end="2027-02-01"))
    assert is_in_order(cohort(end="2027-02-01", meets_on=["2027-02-01"]))
    assert not is_in_order(cohort(end="2027-01-31", meets_on=["2027-02-01"]))


def test_time_zones_come_by_name_from_the_table_that_is_installed() -> None:
    zone = time_zone("America/New_York")
    assert zone is not None and zone.key == "America/New_York"
    assert datetime(2027, 3, 13, 12, tzinfo=zone).utcoffset() == timedelta(hours=-5)
    assert datetime(2027, 3, 14, 12, tzinfo=zone).utcoffset() == timedelta(hours=-4)
    assert {"Europe/Berlin", "Asia/Kolkata", "UTC"} <= known_time_zones()


@pytest.mark.parametrize("name", ["", "Eastern", "America", "../zones", "/etc/passwd", "America/New_York/", "zones"])
def test_what_is_no_time_zone_is_none(name: str) -> None:
    assert time_zone(name) is None
