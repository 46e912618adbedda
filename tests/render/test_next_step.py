"""The next step on the home page, day by day: the group to join, what follows it, what is said when nothing is set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from prospectus.model.school import School
from prospectus.read import read_school
from prospectus.render.formats import jobs_of
from render.markdown_site import to_html, words_of
from tiny import CONTEXT, edited, read_tiny


def page_on(day: date, school: School | None = None, path: str = "index.md") -> str:
    jobs = jobs_of(school or read_tiny().school, replace(CONTEXT, as_of=day))
    page = next(job for job in jobs if job.path == path).run().content.decode()
    return to_html(page.split("\n---\n", 1)[1])


@cache
def first_band(day: date) -> str:
    band, _, _ = page_on(day).partition('<section class="band')
    return band.partition('<div class="band next">')[2]


def test_the_first_group_with_a_seat_is_announced_before_a_full_one() -> None:
    band = first_band(date(2026, 11, 23))
    assert words_of(band).startswith("Monday 5 April 2027 Tiny steps: a new evening group begins. 2 of 3 seats left.")
    assert "subject=Tiny%20steps%2C%20evening%20group%2C%205%20April%202027&" in band


def test_every_coming_group_is_listed_with_its_seats_and_both_its_links() -> None:
    listed = page_on(date(2026, 11, 23)).partition('<ul class="starts">')[2].partition("</ul>")[0]
    assert listed.count("<li>") == 2
    assert "Full. 2 people on the waitlist. Join the waitlist Add to calendar" in words_of(listed)
    assert 'href="calendar/basics-2027.ics"' in listed
    assert "2026" not in words_of(listed), "a group that has ended is left out"


def test_a_group_is_gone_on_the_day_after_its_first() -> None:
    assert "1 February 2027" in words_of(page_on(date(2027, 2, 1)))
    assert "1 February 2027" not in words_of(page_on(date(2027, 2, 2)))


def test_when_every_group_is_full_the_first_is_announced_as_full(tmp_path: Path) -> None:
    full = [{"file": "content/cohorts.yml", "find": "taken: 1", "replace": "taken: 3"}]
    school = read_school(edited(tmp_path / "school", full)).school
    band = page_on(date(2026, 11, 23), school).partition('<div class="band next">')[2]
    assert words_of(band).startswith("Monday 1 February 2027")
    assert "Full. 2 people on the waitlist. Join the waitlist" in words_of(band)


def test_when_nothing_is_set_the_page_says_so_and_how_to_ask() -> None:
    for path in ("index.md", "calendar.md"):
        page = page_on(date(2030, 1, 1), path=path)
        assert "date is set yet" in words_of(page)
        assert 'href="tel:5550101"' in page
        assert "subject=The%20next%20start%20date&" in page
    assert "2030" not in first_band(date(2030, 1, 1))
    assert "month by month" not in words_of(page_on(date(2030, 1, 1)))


def test_a_school_without_programs_still_invites(tmp_path: Path) -> None:
    off = [{"file": "content/school.yml", "find": "  programs: true", "replace": "  programs: false"}]
    page = page_on(date(2026, 11, 23), read_school(edited(tmp_path / "school", off)).school)
    assert "Next start dates" not in page
    assert "Come and see us" in page
    assert "A%20visit%20to%20the%20school" in page
    assert "Mondays, 10 am to noon" in words_of(page)
