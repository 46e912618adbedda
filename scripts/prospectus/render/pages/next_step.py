"""What somebody who wants to study does next: the group to join, the ones after it, a visit, the catalog to take along.

True on the date of the build: a group that has started is gone by itself, a full one says whether it takes names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prospectus.language import say
from prospectus.model.cohort import Cohort, CohortState
from prospectus.model.profile import SchoolProfile
from prospectus.render import enquiry, urls, words
from prospectus.render.pages.catalog import catalog_download
from prospectus.render.pages.cohorts import coming_cohorts, enrollment_in_words, seats_in_words
from prospectus.render.sheet import Sheet

READ_KINDS = ("profile", "program", "cohort", "catalog")
"""The kinds of records that stand in it."""

SHOWN = 5
"""So many groups are listed; the calendar has them all."""


def next_start(sheet: Sheet) -> dict[str, Any]:
    """Prepare the first group that one can still join, or else the first that begins, or say that none does."""
    coming = coming_cohorts(sheet)
    if not coming:
        return {
            "date": "",
            "text": say("No start date is set yet. Ask us, and we tell you when the next group begins."),
            "strong": "",
            "links": ways_to_ask(sheet),
        }
    group = next((cohort for cohort in coming if _can_be_joined(sheet, cohort)), coming[0])
    program = sheet.school.programs[group.program]
    return {
        "date": words.sentence_case(words.long_date(group.start)),
        "text": say("{program}: a new {group} begins.", program=program.name, group=group.group),
        "strong": _state(sheet, group),
        "links": [
            *enquiry.about_group(sheet, group),
            {"title": say("All start dates"), "url": sheet.to(f"{urls.PROGRAMS}#dates")},
        ],
    }


def next_groups(sheet: Sheet) -> dict[str, Any]:
    """Prepare the list of the next groups, each with its seats, its letter and its file for a calendar."""
    coming = coming_cohorts(sheet)
    title = say("The calendar, month by month")
    if len(coming) > SHOWN:
        title = say("All {count} start dates, month by month", count=words.number(len(coming)))
    return {
        "groups": [_row(sheet, cohort) for cohort in coming[:SHOWN]],
        "more": {"title": title, "url": sheet.to(urls.CALENDAR)} if coming else {},
        "asking": ways_to_ask(sheet),
    }


def visit(sheet: Sheet, profile: SchoolProfile) -> dict[str, Any]:
    """Prepare the ways to the school: what a visit is like, how to ask for one, where and when; the catalog."""
    contact = profile.contact
    call = enquiry.call(sheet)
    return {
        "text": sheet.line(profile.tour),
        "lines": [line for line in (contact.street, contact.town, contact.hours) if line],
        "actions": [
            *([{**call, "style": "main"}] if call else []),
            *({**letter, "style": "line"} for letter in enquiry.about_visit(sheet)),
        ],
        "catalog": catalog_download(sheet) if sheet.has_filled(urls.CATALOG) else {},
    }


def ways_to_ask(sheet: Sheet) -> list[dict[str, str]]:
    """Give the ways to ask for the next start date, for pages that have none to show."""
    call = enquiry.call(sheet)
    return [*([call] if call else []), *enquiry.about_start(sheet)]


def _row(sheet: Sheet, cohort: Cohort) -> dict[str, Any]:
    program = sheet.school.programs[cohort.program]
    calendar = {"title": say("Add to calendar"), "url": sheet.to(urls.calendar_file(cohort.id))}
    return {
        "date": words.short_date(cohort.start),
        "title": program.name,
        "url": sheet.address("program", program.id) or "",
        "text": say("{group}: {schedule}", group=words.sentence_case(cohort.group), schedule=cohort.schedule),
        "state": _state(sheet, cohort),
        "links": [*enquiry.about_group(sheet, cohort), calendar],
    }


def _state(sheet: Sheet, cohort: Cohort) -> str:
    said: Sequence[str] = (seats_in_words(cohort), enrollment_in_words(cohort, sheet.context.as_of))
    return " ".join(f"{words.sentence_case(sentence.rstrip('.'))}." for sentence in said if sentence)


def _can_be_joined(sheet: Sheet, cohort: Cohort) -> bool:
    return cohort.state is CohortState.OPEN and not enquiry.is_closed(cohort, sheet.context.as_of)
