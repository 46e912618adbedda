"""The hours of a program as tables: by subject, course by course, by schedule and by term, with every sum shown.

The sums come from `reckoning/ledger.py`; nothing is added up here.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from prospectus.language import mark, say, say_count
from prospectus.model.measure import Hours
from prospectus.model.program import Program
from prospectus.reckoning.ledger import (
    Choice,
    Entry,
    Ledger,
    SubjectSum,
    TermSum,
    ledger_of,
    schedule_ledgers,
    terms_of,
)
from prospectus.reckoning.measures import MeasureKey, measure_of, measure_sums, sum_over
from prospectus.render import words
from prospectus.render.pages import program_words
from prospectus.render.sheet import Sheet

HEAD = (mark("Theory"), mark("Lab"), mark("Clinic"), mark("Hours"))
Row = dict[str, Any]


def hours_view(sheet: Sheet, program: Program) -> dict[str, Any]:
    """Prepare the section on hours: the bar, the subjects, and the ledgers."""
    ledger = ledger_of(sheet.school.courses, program)
    rows = [*map(_subject_row, ledger.subjects), *map(_choice_row, ledger.choices)]
    return {
        "hours": ledger.hours,
        "unsplit": ledger.unsplit,
        "bar_scale": ledger.total,
        "subjects": rows,
        "total": _hours_row(say("Together"), ledger.hours, ledger.total),
        "scale": max((row["amount"] for row in rows), default=Decimal(1)),
        # Where nothing is chosen and nothing but hours is counted, the list of courses shows what each adds.
        "ledgers": [
            *([_by_course(sheet, program, ledger)] if ledger.choices or program.measures else []),
            *_by_schedule(sheet, program),
        ],
        "terms": _by_term(sheet, program),
        "measures": words.sentence_case(words.listing([program_words.measure(found) for found in program.measures])),
        "stated": _stated(sheet, program),
    }


def _stated(sheet: Sheet, program: Program) -> dict[str, Any]:
    stated = program.stated_hours
    if stated is None:
        return {}
    return {"hours": program_words.hours(stated.hours), "reason": sheet.line(stated.reason)}


def _hours_row(name: str, hours: Hours, total: Decimal) -> Row:
    return {
        "name": name,
        "url": "",
        "theory": _plain(hours.theory),
        "lab": _plain(hours.lab),
        "clinic": _plain(hours.clinic),
        "total": words.number(total),
        "amount": total,
    }


def _plain(amount: Decimal) -> Decimal:
    """Take zeros at the end away, so that 12.0 reads 12."""
    return Decimal(f"{amount.normalize():f}")


def _subject_row(subject: SubjectSum) -> Row:
    return _hours_row(subject.subject, subject.hours, subject.hours.total)


def _choice_row(choice: Choice) -> Row:
    return _hours_row(choice.electives.name, choice.split or Hours(), choice.counted or choice.least)


def _cells(hours: Hours, total: Decimal | None = None) -> list[str]:
    parts = [words.number(part) if part else "–" for part in (hours.theory, hours.lab, hours.clinic)]
    return [*parts, words.number(hours.total if total is None else total)]


def _line(sheet: Sheet, entry: Entry, keys: tuple[MeasureKey, ...] = ()) -> list[Any]:
    amounts = [program_words.measure_amount(measure_of(entry.course, key)) for key in keys]
    return [program_words.course_link(sheet, entry.course), *_cells(entry.hours), *amounts]


def _by_course(sheet: Sheet, program: Program, ledger: Ledger) -> dict[str, Any]:
    sums = {entry.key: program_words.span(entry.least, entry.most) for entry in measure_sums(_courses(sheet), program)}
    keys = tuple(sums)
    groups = [
        {
            "title": subject.subject,
            "rows": [_line(sheet, entry, keys) for entry in subject.entries],
            # One course alone is its own sum.
            "sum": [say("{subject}, together", subject=subject.subject), *_cells(subject.hours), *_sums(subject, keys)]
            if subject.entries[1:]
            else [],
        }
        for subject in ledger.subjects
    ]
    groups += [_choice_group(sheet, choice, keys) for choice in ledger.choices]
    total = [say("The program"), *_cells(ledger.hours, ledger.total), *sums.values()]
    head = [say("Course"), *map(say, HEAD), *(program_words.measure_head(key) for key in keys)]
    return {"title": say("Course by course"), "head": head, "groups": groups, "total": total}


def _courses(sheet: Sheet) -> Any:
    return sheet.school.courses


def _sums(subject: SubjectSum, keys: tuple[MeasureKey, ...]) -> list[str]:
    made = [sum_over([entry.course for entry in subject.entries], key) for key in keys]
    return [program_words.span(*found) if found is not None else "" for found in made]


def _choice_group(sheet: Sheet, choice: Choice, keys: tuple[MeasureKey, ...]) -> dict[str, Any]:
    counted = choice.counted or choice.least
    makes = program_words.span(choice.least, choice.most)
    counts = say("Counts") if choice.is_exact else say("Counts (a choice makes {hours})", hours=makes)
    return {
        "title": f"{choice.electives.name}: {choice_in_words(choice)}",
        "rows": [_line(sheet, entry, keys) for entry in choice.entries],
        "sum": [counts, *_cells(choice.split or Hours(), counted), *[""] * len(keys)],
    }


def choice_in_words(choice: Choice) -> str:
    """Choose two of five courses."""
    chosen, offered = words.in_words(choice.electives.choose), len(choice.entries)
    return say_count(
        offered,
        "choose {chosen} of {offered} course",
        "choose {chosen} of {offered} courses",
        chosen=chosen,
        offered=words.in_words(offered),
    )


def _by_term(sheet: Sheet, program: Program) -> list[dict[str, Any]]:
    terms = terms_of(sheet.school.courses, program)
    if not terms:
        return []
    ledger = ledger_of(sheet.school.courses, program)
    total = [say("All terms"), *_cells(ledger.hours, ledger.total)]
    # Without it, the list of courses says it all: each course under its term, and the hours of both.
    spread = {id for id, times in Counter(e.course.id for term in terms for e in term.entries).items() if times > 1}
    if not spread and not any(term.choices for term in terms):
        return []
    groups = [_term_group(sheet, term, spread) for term in terms]
    return [{"title": say("Term by term"), "head": [say("Term"), *map(say, HEAD)], "groups": groups, "total": total}]


def _term_group(sheet: Sheet, taught: TermSum, spread: set[str]) -> dict[str, Any]:
    """Prepare a term: its sum, and the hours of those courses that are spread over several terms."""
    weeks = f", {program_words.weeks(taught.term.weeks)}" if taught.term.weeks else ""
    parts = [_line(sheet, entry) for entry in taught.entries if entry.course.id in spread]
    together = [f"{taught.term.name}{weeks}", *_cells(taught.hours, taught.total)]
    return {"title": "", "rows": parts, "sum": together} if parts else {"title": "", "rows": [together], "sum": []}


def _by_schedule(sheet: Sheet, program: Program) -> list[dict[str, Any]]:
    """Prepare a table for each schedule on which some course has other hours; the same course may read otherwise."""
    usual = {entry.course.id: entry.hours for entry in ledger_of(sheet.school.courses, program).entries}
    return [_schedule(sheet, ledger, usual) for ledger in schedule_ledgers(sheet.school.courses, program)]


def _schedule(sheet: Sheet, ledger: Ledger, usual: dict[str, Hours]) -> dict[str, Any]:
    apart = [entry for entry in ledger.entries if entry.hours != usual[entry.course.id]]
    same = [entry for entry in ledger.entries if entry.hours == usual[entry.course.id]]
    rows: list[list[Any]] = [_line(sheet, entry) for entry in apart]
    if same:
        if apart:
            others = say_count(len(same), "{count} other course, as usual", "{count} other courses, as usual")
        else:
            others = say_count(len(same), "{count} course, as usual", "{count} courses, as usual")
        rows.append([others, *_cells(sum((e.hours for e in same), Hours()))])
    rows += [
        [choice.electives.name, *_cells(choice.split or Hours(), choice.counted or choice.least)]
        for choice in ledger.choices
    ]
    total = [say("The program"), *_cells(ledger.hours, ledger.total)]
    title = say("On the {schedule} schedule", schedule=ledger.schedule)
    return {
        "title": title,
        "head": [say("Course"), *map(say, HEAD)],
        "groups": [{"title": "", "rows": rows, "sum": []}],
        "total": total,
    }
