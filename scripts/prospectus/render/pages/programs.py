"""Programs: their list, and the jobs of all pages of programs and courses."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import mark, say
from prospectus.model.program import Program
from prospectus.model.record import Record
from prospectus.reckoning.ledger import ledger_of
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages import program_words
from prospectus.render.pages.cohorts import cohort_card, coming_cohorts
from prospectus.render.pages.costs import price_in_words
from prospectus.render.pages.course import course_page, courses_page
from prospectus.render.pages.program import READS, program_page
from prospectus.render.pages.program_step import none_coming
from prospectus.render.reads import every, reads_of
from prospectus.render.sheet import Sheet

MORE = (
    (mark("All courses"), urls.COURSES),
    (mark("Programs side by side"), urls.PROGRAM_COMPARISON),
    (mark("What it costs"), urls.COSTS),
)


def program_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the indexes of programs and courses and a page for each, unless the school has turned them off."""
    if not urls.is_open(urls.PROGRAMS, desk.sections):
        return
    lists = every(desk.school, "program", "course", "cohort", "license-path")
    yield page_job(desk, urls.PROGRAMS, "programs.md.j2", lists, _programs, "content/programs/")
    yield page_job(desk, urls.COURSES, "courses.md.j2", lists, courses_page, "content/courses/")
    for program in desk.school.programs.values():
        reads = partial(_reads, desk, program, *READS)
        address = f"{urls.PROGRAMS}{program.id}/"
        yield page_job(desk, address, "program.md.j2", reads, partial(program_page, program=program), program.file)
    for course in desk.school.courses.values():
        reads = partial(_reads, desk, course, "course", "cohort", "program", "person", "exam")
        address = f"{urls.COURSES}{course.id}/"
        yield page_job(desk, address, "course.md.j2", reads, partial(course_page, course=course), course.file)


def _reads(desk: Desk, record: Record, *kinds: str) -> frozenset[str]:
    return reads_of(desk.school, record) | every(desk.school, *kinds)


def program_row(sheet: Sheet, program: Program) -> dict[str, Any]:
    """Prepare a program for a list on one scale of hours."""
    coming = coming_cohorts(sheet, program.id)
    hours = ledger_of(sheet.school.courses, program).hours
    cost = price_in_words(sheet, program)
    return {
        "title": program.name,
        "url": sheet.address("program", program.id) or "",
        "text": ", ".join(
            part for part in (program_words.hours(program.hours), program_words.lengths(program)) if part
        ),
        "theory": hours.theory,
        "lab": hours.lab,
        "clinic": hours.clinic,
        "cost": say("{cost} in total", cost=Markup("<strong>{}</strong>").format(cost)) if cost else "",
        "start": words.short_date(coming[0].start) if coming else say("No date is set yet"),
    }


def by_size(sheet: Sheet) -> list[Program]:
    """Give the programs in the order readers look for them: the longest first."""
    return sorted(sheet.school.programs.values(), key=lambda program: (-program.hours, program.name))


def _programs(sheet: Sheet) -> tuple[PageHead, View]:
    programs = by_size(sheet)
    head = PageHead(
        say("Programs and start dates"),
        "programs",
        "programs",
        say("Programs of the school, their hours, costs and next start dates."),
    )
    return head, {
        "title": head.title,
        "none_coming": none_coming(sheet),
        "cohorts": [cohort_card(sheet, cohort, named=True) for cohort in coming_cohorts(sheet)],
        "programs": [program_row(sheet, program) for program in programs],
        "scale": max((program.hours for program in programs), default=Decimal(1)),
        "summaries": [
            {"title": program.name, "url": sheet.address("program", program.id) or "", "kind": program.credential,
             "text": sheet.line(program.summary), "meta": []}
            for program in programs
        ],
        "tour": _tour(sheet),
        "calendar": sheet.to(urls.CALENDAR),
        "more": [
            {"title": say(title), "url": sheet.to(page), "note": ""}
            for title, page in MORE
            if sheet.has(page) and (page != urls.PROGRAM_COMPARISON or len(programs) > 1)
        ],
        "license": sheet.to(urls.LICENSE) if sheet.has(urls.LICENSE) and sheet.school.license_path else "",
        "training": sheet.to(urls.TRAINING) if sheet.has(urls.TRAINING) else "",
        "review": review_of_all(sheet, programs, clinical=False, place="content/programs/"),
    }  # fmt: skip


def _tour(sheet: Sheet) -> Any:
    return sheet.line(sheet.school.profile.tour) if sheet.school.profile is not None else ""
