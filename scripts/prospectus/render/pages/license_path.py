"""The way to a license: its stages as a picture and a table, and the page that tells it step by step."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
from prospectus.model.profession import LicensePath, LicenseStep
from prospectus.model.statement import Basis
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_strip, statement_html
from prospectus.render.pages.program_words import lengths
from prospectus.render.pages.record_parts import kinds_behind, pages_to_read_on
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

_READ_ON = (
    (mark("Training requirements"), urls.TRAINING),
    (mark("What each place asks for a license"), urls.LICENSING),
    (mark("The exams"), urls.EXAMS),
    (mark("Programs and start dates"), urls.PROGRAMS),
    (mark("Careers and work settings"), urls.CAREERS),
)


def license_path_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page, where the school has the way to a license and shows its training pages."""
    path = desk.school.license_path
    if path is not None and urls.is_open(urls.LICENSE, desk.sections):
        reads = every(desk.school, "license-path", "source", *kinds_behind(_READ_ON))
        yield page_job(desk, urls.LICENSE, "license.md.j2", reads, partial(_license, path=path), path.file)


def _license(sheet: Sheet, path: LicensePath) -> tuple[PageHead, View]:
    head = PageHead(
        say("How to become a licensed massage therapist"), "license", "programs", path.lead.plain,
        crumbs=((say("Training requirements"), urls.TRAINING),),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "lead": sheet.line(path.lead),
        "way": way_view(sheet, path),
        "steps": [_step(sheet, path, index, step) for index, step in enumerate(path.steps)],
        "caution": sheet.line(path.caution),
        "own": own_lengths(sheet),
        "read_on": pages_to_read_on(sheet, _READ_ON),
        "review": review_strip(sheet, path, clinical=False),
    }


def _step(sheet: Sheet, path: LicensePath, index: int, step: LicenseStep) -> dict[str, Any]:
    """Prepare a step. The first one of a stage names it."""
    goes_on = index > 0 and path.steps[index - 1].stage == step.stage
    return {
        "id": f"step-{index + 1}",
        "title": step.name,
        "stage": "" if goes_on else step.stage or "",
        "text": statement_html(sheet.said(step.detail)),
    }


def way_view(sheet: Sheet, path: LicensePath) -> list[dict[str, Any]]:
    """Prepare the stages for the picture and the table: each with its steps, their numbers and what they rest on."""
    page = "" if sheet.here == urls.LICENSE else sheet.to(urls.LICENSE)
    numbered = enumerate(path.steps, start=1)
    return [
        {"name": stage, "steps": [_point(page, number, step) for number, step in steps]}
        for stage, steps in groupby(numbered, key=lambda pair: pair[1].stage or "")
    ]


def _point(page: str, number: int, step: LicenseStep) -> dict[str, Any]:
    return {"number": number, "name": step.name, "url": f"{page}#step-{number}", "rests_on": _rests_on(step)}


def _rests_on(step: LicenseStep) -> str:
    if step.detail.basis is Basis.SOURCED:
        return say_count(len(step.detail.sources), "{count} source", "{count} sources")
    return say(words.BASES[step.detail.basis])


def own_lengths(sheet: Sheet) -> list[dict[str, str]]:
    """Say how long the school's own programs take that lead to a license; none where programs are turned off."""
    if not sheet.sections.programs:
        return []
    return [
        {"title": program.name, "url": sheet.address("program", program.id) or "", "note": lengths(program)}
        for program in sheet.school.programs.values()
        if program.leads_to_license and program.lengths
    ]
