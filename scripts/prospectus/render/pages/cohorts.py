"""The next groups, as cards. A group that has started is never announced; the date of the build decides."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from prospectus.language import say, say_count
from prospectus.model.cohort import Cohort, CohortState
from prospectus.render import enquiry, urls, words
from prospectus.render.sheet import Sheet


def coming_cohorts(sheet: Sheet, program_id: str = "") -> list[Cohort]:
    """Give the groups that have not started yet on the date of the build, the earliest first."""
    programs = (program_id,) if program_id else sheet.school.programs
    cohorts = [
        cohort
        for id in programs
        if id in sheet.school.programs
        for cohort in sheet.school.cohorts_of(id)
        if cohort.start >= sheet.context.as_of
    ]
    return sorted(cohorts, key=lambda cohort: (cohort.start, cohort.id))


_TIME = re.compile(r"(?<=\d) (?=[ap]m\b)")
"""The space in "1 pm", at which a narrow card must not break the line."""


def seats_in_words(cohort: Cohort) -> str:
    """Say how many seats are left, or what a full group still offers."""
    if cohort.state is CohortState.OPEN:
        if cohort.taken == 0:
            return say_count(cohort.seats, "The only seat is open", "All {count} seats open")
        return say("{left} of {seats} seats left", left=cohort.seats_left, seats=cohort.seats)
    full = say("Full.") if cohort.state is CohortState.WAITLIST else say("Full, and the waitlist is closed.")
    waiting = say_count(cohort.waitlist, "{count} person on the waitlist", "{count} people on the waitlist")
    return f"{full} {waiting}" if cohort.waitlist else full


def enrollment_in_words(cohort: Cohort, as_of: date) -> str:
    """Say that one cannot enroll yet, or no longer; "" while one can."""
    if cohort.enroll_from is not None and as_of < cohort.enroll_from:
        return say("Enrollment opens on {date}", date=words.short_date(cohort.enroll_from))
    if cohort.enroll_until is not None and as_of > cohort.enroll_until:
        return say("Enrollment closed on {date}", date=words.short_date(cohort.enroll_until))
    return ""


def cohort_card(sheet: Sheet, cohort: Cohort, *, named: bool) -> dict[str, Any]:
    """Prepare the card of a group; `named` puts the program's name on it, for pages of several programs."""
    program = sheet.school.programs[cohort.program]
    as_of = sheet.context.as_of
    links = [
        *enquiry.about_group(sheet, cohort),
        {"title": say("Add to calendar"), "url": sheet.to(urls.calendar_file(cohort.id))},
    ]
    if named:
        links.insert(0, {"title": program.name, "url": sheet.address("program", program.id) or ""})
    return {
        "date": words.sentence_case(words.day_in_year(cohort.start)),
        "sub": f"{cohort.start.year}, {program.name}, {cohort.group}"
        if named
        else f"{cohort.start.year}, {cohort.group}",
        "class_times": _TIME.sub("\u00a0", cohort.schedule),
        "ends": words.short_date(cohort.end),
        "place": cohort.place,
        "enroll": _enroll(cohort, as_of),
        "seats": cohort.seats,
        "taken": cohort.taken,
        "state": seats_in_words(cohort),
        "full": cohort.state is not CohortState.OPEN or enquiry.is_closed(cohort, as_of),
        "links": links,
    }


def _enroll(cohort: Cohort, as_of: date) -> str:
    """Say when one can enroll, as it follows that word on a card."""
    if cohort.enroll_from is not None and as_of < cohort.enroll_from:
        return say("opens on {date}", date=words.short_date(cohort.enroll_from))
    if cohort.enroll_until is None:
        return ""
    until = words.short_date(cohort.enroll_until)
    return say("closed on {date}", date=until) if as_of > cohort.enroll_until else say("until {date}", date=until)
