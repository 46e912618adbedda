"""The calendar page and the cards of groups on different days: what is announced, told apart, closed or left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prospectus.render.formats import jobs_of
from prospectus.render.pages.cohorts import enrollment_in_words
from prospectus.render.words import date_span
from render.markdown_site import to_html, words_of
from tiny import CONTEXT, read_tiny


def calendar_on(day: date) -> str:
    jobs = {job.path: job for job in jobs_of(read_tiny().school, replace(CONTEXT, as_of=day))}
    page = jobs["calendar.md"].run().content.decode()
    return words_of(to_html(page.split("\n---\n", 1)[1]))


def test_before_its_first_day_a_group_is_announced_with_its_seats_and_dates() -> None:
    page = calendar_on(date(2026, 11, 23))
    assert "Full. 2 people on the waitlist" in page
    assert "2 of 3 seats left" in page
    assert "2 November 2026 to 25 January 2027" in page
    assert "Groups in class now" not in page
    assert "first group" not in page, "a group that has ended is left out"


def test_after_the_last_day_to_enroll_the_card_says_so() -> None:
    page = calendar_on(date(2027, 1, 26))
    assert "Enrollment closed on 25 January 2027" in page
    assert "Join the waitlist" not in page


def test_a_group_that_has_started_is_told_apart_until_it_ends() -> None:
    assert "Groups in class now" not in calendar_on(date(2027, 2, 1)), "its first day still announces it"
    assert "Groups in class now" in calendar_on(date(2027, 2, 2))
    assert "Groups in class now" in calendar_on(date(2027, 3, 3))
    assert "Groups in class now" not in calendar_on(date(2027, 3, 4))


def test_a_holiday_stays_to_its_last_day() -> None:
    assert "Week of the high tide" in calendar_on(date(2027, 2, 19))
    assert "Week of the high tide" not in calendar_on(date(2027, 2, 20))


def test_when_nothing_is_set_the_page_says_so() -> None:
    page = calendar_on(date(2030, 1, 1))
    assert "No date is set yet. Ask us." in page
    for part in ("Month by month", "Days and hours of class", "Days without class", "Add all dates"):
        assert part not in page


def test_enrollment_opens_and_closes() -> None:
    cohort = read_tiny().school.cohorts["basics-2027"]
    assert enrollment_in_words(cohort, date(2026, 11, 1)) == "Enrollment opens on 2 November 2026"
    assert enrollment_in_words(cohort, date(2026, 11, 2)) == ""
    assert enrollment_in_words(cohort, date(2027, 1, 25)) == ""
    assert enrollment_in_words(cohort, date(2027, 1, 26)) == "Enrollment closed on 25 January 2027"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 7, 5), date(2027, 7, 5), "5 July 2027"),
        (date(2027, 7, 3), date(2027, 7, 11), "3 to 11 July 2027"),
        (date(2027, 3, 29), date(2027, 4, 2), "29 March to 2 April 2027"),
        (date(2027, 12, 20), date(2028, 1, 2), "20 December 2027 to 2 January 2028"),
    ],
)
def test_a_stretch_of_days_says_nothing_twice(first: date, last: date, said: str) -> None:
    assert date_span(first, last) == said
