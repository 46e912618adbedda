"""Programs side by side: facts, hours by subject, and licenses place by place, a column a program.

The page holds all programs; the reader's script leaves those standing that the reader chose, and keeps the choice in
the address (`?with=one,two`). Sums and verdicts come from `reckoning`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
from prospectus.model.cohort import CohortState
from prospectus.model.measure import Hours
from prospectus.model.program import Program
from prospectus.reckoning.ledger import Ledger, ledger_of
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.figures import hours_bar
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages import license_columns, program_words
from prospectus.render.pages.cohorts import coming_cohorts, seats_in_words
from prospectus.render.pages.costs import price_in_words
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

NOTHING: list[Any] = []
"""A cell without a fact; a row that holds nothing else for the chosen programs is left out."""

Fact = Callable[[Sheet, Program], list[Any]]
"""The lines of one cell."""


def program_comparison_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page that sets all programs side by side."""
    if urls.is_open(urls.PROGRAM_COMPARISON, desk.sections):
        reads = partial(every, desk.school, "program", "course", "cohort", "campus", "jurisdiction")
        address = urls.PROGRAM_COMPARISON
        yield page_job(desk, address, "program_comparison.md.j2", reads, _comparison, "content/programs/")


def comparison_with(sheet: Sheet, *programs: Program) -> str:
    """Give the way to the page with these programs chosen; "" where there is nothing to compare with."""
    if len(sheet.school.programs) < 2:
        return ""
    return f"{sheet.to(urls.PROGRAM_COMPARISON)}?with={','.join(program.id for program in programs)}"


def _comparison(sheet: Sheet) -> tuple[PageHead, View]:
    programs = sorted(sheet.school.programs.values(), key=lambda program: (-program.hours, program.name))
    ledgers = [ledger_of(sheet.school.courses, program) for program in programs]
    head = PageHead(
        say("Programs side by side"), "program-comparison", "programs",
        say(
            "Hours, cost, length, schedule, subjects, next start and licenses of the programs you choose, side by side."
        ),
        ((say("Programs"), urls.PROGRAMS),),
    )  # fmt: skip
    columns = [_column(sheet, program) for program in programs]
    facts, subjects = _facts(sheet, programs, ledgers), _subjects(ledgers)
    tables = [
        ("facts", say("At a glance"), head.title, facts),
        ("subjects", say("Hours by subject"), say("Hours by subject and program"), subjects),
    ]
    return head, {
        "title": head.title,
        "choice": columns if len(programs) > 2 else [],
        "tables": [
            {"id": id, "title": title, "label": label, "columns": columns, "rows": rows, "dense": id == "subjects"}
            for id, title, label, rows in tables if rows
        ],
        "license": license_columns.columns_view(sheet),
        "costs": sheet.to(urls.COSTS),
        "review": review_of_all(sheet, programs, clinical=False, place="content/programs/"),
    }  # fmt: skip


def _column(sheet: Sheet, program: Program) -> dict[str, Any]:
    former = " ".join(program.formerly)
    return {"id": program.id, "name": program.name, "link": sheet.link(program), "former": former}


def _facts(sheet: Sheet, programs: Sequence[Program], ledgers: Sequence[Ledger]) -> list[dict[str, Any]]:
    """Prepare a row a fact; one that no program has is left out."""
    if not programs:
        return []
    rows = [_hours_row(programs, ledgers)]
    for name, fact in FACTS:
        cells = [fact(sheet, program) for program in programs]
        if any(cells):
            rows.append({"name": say(name), "cells": cells})
    return rows


def _hours_row(programs: Sequence[Program], ledgers: Sequence[Ledger]) -> dict[str, Any]:
    scale = max((ledger.total for ledger in ledgers), default=Decimal(1))
    return {
        "name": say("Hours"),
        "cells": [
            [Markup('<b class="sbs__number">{}</b>').format(words.number(program.hours)), *_split(ledger, scale)]
            for program, ledger in zip(programs, ledgers, strict=True)
        ],
    }


def _split(ledger: Ledger, scale: Decimal) -> list[Any]:
    hours = ledger.hours
    bar = hours_bar(hours.theory, hours.lab, hours.clinic, scale)
    return [bar, program_words.split(hours, ledger.unsplit)]


def _start(sheet: Sheet, program: Program) -> list[Any]:
    """Say when the next group starts and, where it is full, when the next one with a seat does."""
    coming = coming_cohorts(sheet, program.id)
    with_seats = [cohort for cohort in coming if cohort.state is CohortState.OPEN]
    shown = dict.fromkeys([*coming[:1], *with_seats[:1]])
    lines = [
        line
        for cohort in shown
        for line in (words.short_date(cohort.start), words.sentence_case(cohort.group), seats_in_words(cohort))
    ]
    return lines or [say("No date is set yet")]


def _weeks(sheet: Sheet, program: Program) -> list[Any]:
    return [program_words.length(length) for length in program.lengths] or [say("Ask us")]


def _patterns(sheet: Sheet, program: Program) -> list[Any]:
    shown = [length for length in program.lengths if length.pattern]
    if len(program.lengths) == 1:
        return [length.pattern for length in shown]
    return [
        say("{schedule}: {week}", schedule=words.sentence_case(length.schedule), week=length.pattern)
        for length in shown
    ]


def _hours_a_week(sheet: Sheet, program: Program) -> list[Any]:
    known = [(length.hours_a_week, length.schedule) for length in program.lengths if length.hours_a_week is not None]
    return [
        say("{hours} ({schedule})", hours=program_words.hours(hours), schedule=schedule) for hours, schedule in known
    ]


def _cost(sheet: Sheet, program: Program) -> list[Any]:
    return [Markup('<b class="sbs__number">{}</b>').format(price_in_words(sheet, program) or say("Ask us"))]


def _credential(sheet: Sheet, program: Program) -> list[Any]:
    return [program.credential]


def _leads(sheet: Sheet, program: Program) -> list[Any]:
    if program.leads_to_license:
        return [say("It prepares for a first license, where its hours are enough")]
    return [say("You take it with a license in hand, or on the way to one")]


def _before(sheet: Sheet, program: Program) -> list[Any]:
    after = [say("After {program}", program=link) for link in sheet.links("program", program.after)]
    return [*after, *(sheet.line(entry) for entry in program.admission)]


def _places(sheet: Sheet, program: Program) -> list[Any]:
    if len(sheet.school.campuses) < 2:
        return []
    return sheet.links("campus", program.campuses or sheet.school.campuses)


def _classes(sheet: Sheet, program: Program) -> list[Any]:
    size = program.max_class_size
    return [say_count(size, "At most {count} student", "At most {count} students")] if size is not None else []


FACTS: tuple[tuple[str, Fact], ...] = (
    (mark("Total cost"), _cost),
    (mark("Next start"), _start),
    (mark("Length"), _weeks),
    (mark("An ordinary week"), _patterns),
    (mark("Hours a week"), _hours_a_week),
    (mark("In a class"), _classes),
    (mark("Where"), _places),
    (mark("What you need to begin"), _before),
    (mark("Credential"), _credential),
    (mark("License"), _leads),
)
"""The facts below the hours, in the order readers ask for them."""


def _subjects(ledgers: Sequence[Ledger]) -> list[dict[str, Any]]:
    """Prepare a row a subject, with each program's hours in it on one scale; choices stand in a row of their own."""
    sums: dict[str, list[tuple[Decimal, Hours | None]]] = {}
    for number, ledger in enumerate(ledgers):
        chosen = sum((choice.counted or choice.least for choice in ledger.choices), Decimal(0))
        entries: list[tuple[str, Decimal, Hours | None]] = [
            (subject.subject, subject.hours.total, subject.hours) for subject in ledger.subjects
        ]
        if chosen:
            entries.append((say("Courses you choose"), chosen, None))
        for name, total, hours in entries:
            sums.setdefault(name, [(Decimal(0), None)] * len(ledgers))[number] = (total, hours)
    scale = max((total for found in sums.values() for total, _ in found), default=Decimal(1))
    rows = [{"name": name, "cells": [_subject(*cell, scale) for cell in found]} for name, found in sums.items()]
    together = [[Markup("<b>{}</b>").format(words.number(ledger.total))] for ledger in ledgers]
    return [*rows, {"name": say("Together"), "cells": together}] if rows else []


def _subject(total: Decimal, hours: Hours | None, scale: Decimal) -> list[Any]:
    if not total:
        return NOTHING
    return [words.number(total), *([hours_bar(hours.theory, hours.lab, hours.clinic, scale)] if hours else [])]
