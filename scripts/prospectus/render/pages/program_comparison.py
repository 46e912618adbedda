"""All programs side by side: hours and their split, length, cost, credential, next start, and hours by subject."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.model.program import Program
from prospectus.reckoning.ledger import Ledger, ledger_of
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages import program_words
from prospectus.render.pages.cohorts import coming_cohorts
from prospectus.render.pages.costs import price_in_words
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet


def program_comparison_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page that sets all programs side by side."""
    if urls.is_open(urls.PROGRAM_COMPARISON, desk.sections):
        reads = partial(every, desk.school, "program", "course", "cohort")
        address = urls.PROGRAM_COMPARISON
        yield page_job(desk, address, "program_comparison.md.j2", reads, _comparison, "content/programs/")


def _comparison(sheet: Sheet) -> tuple[PageHead, View]:
    programs = sorted(sheet.school.programs.values(), key=lambda program: (-program.hours, program.name))
    ledgers = {program.id: ledger_of(sheet.school.courses, program) for program in programs}
    head = PageHead(
        "Programs side by side", "compare", "programs", "Hours, length, cost and start of every program, side by side.",
        (("Programs", urls.PROGRAMS),),
    )  # fmt: skip
    columns = ["Program", "Hours", "Theory, lab, clinic", "Length", "Total cost", "Credential", "Next start"]
    return head, {
        "title": head.title,
        "columns": columns,
        "rows": [_row(sheet, program, ledgers[program.id]) for program in programs],
        "programs": [sheet.link(program) for program in programs],
        "subjects": _subjects(programs, ledgers),
        "totals": [words.number(ledgers[program.id].total) for program in programs],
        "after": [
            {"program": sheet.link(program), "links": sheet.links("program", program.after)}
            for program in programs if program.after
        ],
        "costs": sheet.to(urls.COSTS),
        "review": review_of_all(sheet, programs, clinical=False, place="content/programs/"),
    }  # fmt: skip


def _row(sheet: Sheet, program: Program, ledger: Ledger) -> list[Any]:
    hours = ledger.hours
    parts = [(hours.theory, "theory"), (hours.lab, "lab"), (hours.clinic, "clinic"), (ledger.unsplit, "by choice")]
    coming = coming_cohorts(sheet, program.id)
    return [
        sheet.link(program),
        words.number(program.hours),
        ", ".join(f"{words.number(amount)} {name}" for amount, name in parts if amount),
        program_words.lengths(program) or "Ask us",
        price_in_words(sheet, program) or "Ask us",
        program.credential,
        words.short_date(coming[0].start) if coming else "No date is set yet",
    ]


def _subjects(programs: list[Program], ledgers: dict[str, Ledger]) -> list[dict[str, Any]]:
    """Prepare a row a subject, with the hours of each program in it; choices stand in rows of their own."""
    sums: dict[str, dict[str, str]] = {}
    for program in programs:
        for subject in ledgers[program.id].subjects:
            sums.setdefault(subject.subject, {})[program.id] = words.number(subject.hours.total)
        chosen = sum((choice.counted or choice.least for choice in ledgers[program.id].choices), 0)
        if chosen:
            sums.setdefault("Courses you choose", {})[program.id] = words.number(chosen)
    return [
        {"name": name, "cells": [found.get(program.id, "–") for program in programs]} for name, found in sums.items()
    ]
