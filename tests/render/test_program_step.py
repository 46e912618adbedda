"""What a reader of a program does next, on any day: groups that have begun vanish, and where none comes it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from urllib.parse import unquote

import pytest

from prospectus.render.formats import render_school
from render.markdown_site import to_html, words_of
from tiny import CONTEXT, read_tiny

GROUP = read_tiny().school.cohorts["basics-2027"]


@cache
def pages(day: date) -> dict[str, str]:
    """Give the pages of the tiny school as they are on a day."""
    made = render_school(read_tiny().school, replace(CONTEXT, as_of=day))
    return {artifact.path: artifact.content.decode(errors="replace") for artifact in made}


def words(markdown: str) -> str:
    return words_of(to_html(markdown.split("\n---\n", 1)[1]))


@pytest.mark.parametrize(("day", "is_shown"), [(GROUP.start, True), (GROUP.start + timedelta(days=1), False)])
def test_a_group_is_announced_up_to_its_first_day(day: date, is_shown: bool) -> None:
    shown = words(pages(day)["programs/tiny-basics.md"])
    assert ("Monday 1 February" in shown) is is_shown
    assert ("No date is set yet. Call 555-0101 or write to desk@tiny.example" in shown) is not is_shown


def test_where_no_group_comes_the_letter_asks_for_the_next() -> None:
    page = pages(GROUP.end + timedelta(days=400))["programs/tiny-basics.md"]
    shown = words(page)
    assert "Next start No date is set yet" in shown
    assert "Write to us about this program" in shown
    assert "When does the next group start" in unquote(page)
    assert "2027" not in shown.split("Schedules")[0]
    for other in ("programs/index.md", "courses/tt-101.md"):
        assert "No date is set yet. Call 555-0101" in words(pages(GROUP.end + timedelta(days=400))[other])


def test_a_full_group_offers_its_waitlist_in_the_masthead() -> None:
    masthead = pages(CONTEXT.as_of)["programs/tiny-basics.md"].split("<section", 1)[0]
    assert "Join the waitlist" in masthead
    assert "tel:5550101" in masthead


def test_the_next_step_leads_to_catalog_comparison_calendar_and_a_visit() -> None:
    step = pages(CONTEXT.as_of)["programs/tiny-basics.md"].split('<h2 id="next">')[1]
    for way in ("catalog.pdf", "programs/compare/?with=tiny-basics", "../../calendar/", "Ask for a visit"):
        assert way in step
