"""The chapter on dates: every group of the catalog's period, and the days without class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.model.cohort import Cohort
from prospectus.render import words
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet


def calendar_chapter(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield the chapter, when there are groups or days without class.

    A printed catalog shows the groups that start within its period, whatever the day of the build: what is printed
    must not change by itself. Seats change daily and stand on the site alone.
    """
    cohorts = sorted(sheet.school.cohorts.values(), key=lambda cohort: (cohort.start, cohort.id))
    holidays = sorted(sheet.school.holidays.values(), key=lambda holiday: (holiday.first, holiday.id))
    catalog = sheet.school.catalog
    if catalog is not None:
        cohorts = [cohort for cohort in cohorts if catalog.effective_from <= cohort.start <= catalog.effective_to]
    if sheet.desk.sections.programs and (cohorts or holidays):
        view = {
            "cohorts": [_cohort(sheet, cohort) for cohort in cohorts if cohort.program in sheet.school.programs],
            "holidays": [{"name": holiday.name, "days": days_of(holiday.first, holiday.last)} for holiday in holidays],
            "note": sheet.line(catalog.calendar_note) if catalog is not None and catalog.calendar_note else "",
        }
        yield Chapter("calendar", "Calendar", "catalog/calendar.typ.j2", "content/cohorts.yml", view)


def _cohort(sheet: PaperSheet, cohort: Cohort) -> dict[str, Any]:
    program = sheet.school.programs[cohort.program]
    enroll = days_of(cohort.enroll_from, cohort.enroll_until) if cohort.enroll_from and cohort.enroll_until else ""
    return {
        "program": sheet.link(program),
        "group": cohort.group,
        "start": words.short_date(cohort.start),
        "end": words.short_date(cohort.end),
        "schedule": cohort.schedule,
        "enroll": enroll,
    }


def days_of(first: Any, last: Any) -> str:
    """Write one day, or the first and the last of several."""
    return words.short_date(first) if last is None else f"{words.short_date(first)} to {words.short_date(last)}"
