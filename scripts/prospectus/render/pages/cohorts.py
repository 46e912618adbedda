"""The next groups, as cards. A group that has started is never announced; the date of the build decides."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

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
            return f"All {cohort.seats} seats open"
        return f"{cohort.seats_left} of {cohort.seats} seats left"
    waiting = f" {words.count(cohort.waitlist, 'person', 'people')} on the waitlist" if cohort.waitlist else ""
    return f"Full.{waiting}" if cohort.state is CohortState.WAITLIST else f"Full, and the waitlist is closed.{waiting}"


def enrollment_in_words(cohort: Cohort, as_of: date) -> str:
    """Say that one cannot enroll yet, or no longer; "" while one can."""
    if cohort.enroll_from is not None and as_of < cohort.enroll_from:
        return f"Enrollment opens on {words.short_date(cohort.enroll_from)}"
    if cohort.enroll_until is not None and as_of > cohort.enroll_until:
        return f"Enrollment closed on {words.short_date(cohort.enroll_until)}"
    return ""


def cohort_card(sheet: Sheet, cohort: Cohort, *, named: bool) -> dict[str, Any]:
    """Prepare the card of a group; `named` puts the program's name on it, for pages of several programs."""
    program = sheet.school.programs[cohort.program]
    as_of = sheet.context.as_of
    links = [
        *enquiry.about_group(sheet, cohort),
        {"title": "Add to calendar", "url": sheet.to(urls.calendar_file(cohort.id))},
    ]
    if named:
        links.insert(0, {"title": program.name, "url": sheet.address("program", program.id) or ""})
    return {
        "date": words.long_date(cohort.start).rsplit(" ", 1)[0],
        "sub": f"{cohort.start.year}, {program.name}, {cohort.group}"
        if named
        else f"{cohort.start.year}, {cohort.group}",
        "class_times": _TIME.sub("\u00a0", cohort.schedule),
        "ends": words.short_date(cohort.end),
        "place": cohort.place,
        "enroll": enrollment_in_words(cohort, as_of).removeprefix("Enrollment ") or _until(cohort),
        "seats": cohort.seats,
        "taken": cohort.taken,
        "state": seats_in_words(cohort),
        "full": cohort.state is not CohortState.OPEN or enquiry.is_closed(cohort, as_of),
        "links": links,
    }


def _until(cohort: Cohort) -> str:
    return f"until {words.short_date(cohort.enroll_until)}" if cohort.enroll_until is not None else ""
