"""Every entry of the finder, made from the published records in the order in which the page lists them.

Drafts and what is held back are not among the records. A record without a page, because its part of the site is off,
is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from prospectus.language import mark, say
from prospectus.model.claim import Claim
from prospectus.model.exam import Exam
from prospectus.model.glossary import Term
from prospectus.model.jurisdiction import Jurisdiction
from prospectus.model.policy import Policy
from prospectus.model.profession import CareerPath, Presentation, Professional, Setting
from prospectus.model.record import Record
from prospectus.model.translated_texts import is_left
from prospectus.render import urls, words
from prospectus.render.finder.entry import KINDS, Entry, shortened
from prospectus.render.finder.library import condition_entry, technique_entry
from prospectus.render.finder.study import course_entry, program_entry
from prospectus.render.sheet import Sheet

Maker = Callable[[Sheet, Any, str], Entry]
"""Makes the entry of a record that has the address which is given."""

READ_KINDS = (
    "technique", "condition", "course", "program", "cohort", "presentation", "term", "claim", "jurisdiction", "exam",
    "setting", "career-path", "professional", "policy", "license-path", "screening", "comparison", "disagreement",
    "catalog", "campus", "person", "approval", "catalog-item", "edition",
)  # fmt: skip
"""The kinds of records that the finder reads."""

SITE_PAGES = (
    (mark("Medical and relaxation massage compared"), urls.COMPARE, mark("difference, relaxation, medical, spa")),
    (mark("Where sources differ"), urls.DIFFERENCES, mark("disagreement, articles, conflict, contradiction")),
    (mark("Techniques by condition"), urls.MATRIX, mark("matrix, table")),
    (mark("Techniques side by side"), urls.TECHNIQUE_COMPARISON, mark("compare techniques, difference")),
    (mark("The questions before every session"), urls.SCREENING, mark("intake, screening, checklist, safety")),
    (mark("Training requirements"), urls.TRAINING, mark("school hours, education")),
    (mark("How to become licensed"), urls.LICENSE, mark("license, certification, become a massage therapist")),
    (mark("Programs and start dates"), urls.PROGRAMS, mark("study, enroll, tour")),
    (mark("Programs side by side"), urls.PROGRAM_COMPARISON, mark("compare programs")),
    (mark("Calendar"), urls.CALENDAR, mark("dates, holidays, schedule, start")),
    (mark("Costs"), urls.COSTS, mark("tuition, fees, price, payment plan, books")),
    (mark("Licensing, place by place"), urls.LICENSING, mark("state license, states, board")),
    (mark("Careers and settings"), urls.CAREERS, mark("jobs, work, pay, salary")),
    (mark("Who a therapist answers to"), urls.ACCOUNTABILITY, mark("complaint, board, oversight")),
    (mark("Catalog"), urls.CATALOG, mark("prospectus, download")),
    (mark("What has changed since the last edition"), urls.CHANGES, mark("addendum, updates")),
    (mark("Earlier editions of the catalog"), urls.EDITIONS, mark("archive, old catalog")),
    (mark("What you sign when you enroll"), urls.ACKNOWLEDGEMENT, mark("enrollment form, signature, acknowledgement")),
    (mark("Policies"), urls.POLICIES, mark("rules, refund, attendance, grading, complaint")),
    (mark("People"), urls.PEOPLE, mark("teachers, instructors, staff, faculty")),
    (mark("Facilities"), urls.FACILITIES, mark("campus, rooms, parking, address, access")),
    (mark("Approvals"), urls.APPROVALS, mark("accreditation, accredited, license of the school")),
    (mark("Glossary"), urls.GLOSSARY, mark("words, definitions, terms")),
    (mark("About the evidence"), urls.EVIDENCE, mark("grades, research, how we know")),
    (mark("Sources"), urls.SOURCES, mark("references, studies, literature")),
    (mark("Open data"), urls.DATA, mark("download, json, csv, spreadsheet")),
)  # fmt: skip
"""Pages that are no record's own: title, address, words by which they are found, parted by commas."""

_NEEDS = {
    urls.COMPARE: ("comparison",),
    urls.DIFFERENCES: ("disagreement",),
    urls.SCREENING: ("screening",),
    urls.LICENSE: ("license-path",),
    urls.ACKNOWLEDGEMENT: ("catalog", "policy"),
    urls.EDITIONS: ("catalog", "edition"),
    urls.CHANGES: ("catalog", "edition"),
}
"""Pages that are there only with a record of each of these kinds."""


def entries_of(sheet: Sheet) -> tuple[Entry, ...]:
    """Give every entry: kind by kind, by name within a kind."""
    order = [kind.key for kind in KINDS]
    found = chain(_of_records(sheet), _of_pages(sheet))
    return tuple(sorted(found, key=lambda entry: (order.index(entry.kind), _sorted_as(entry.name), entry.key)))


def _sorted_as(name: str) -> str:
    """Give what a name is sorted by: an accent does not send it to the end."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _of_records(sheet: Sheet) -> Iterator[Entry]:
    makers: tuple[tuple[str, Maker], ...] = (
        ("condition", condition_entry),
        ("technique", technique_entry),
        ("course", course_entry),
        ("program", program_entry),
        *((kind, _register_entry) for kind in _REGISTERS),
    )
    for kind, make in makers:
        for record in sheet.school.shelf(kind).values():
            url = sheet.address(kind, record.id)
            if url is not None:
                entry = make(sheet, record, url)
                yield entry if sheet.desk.is_first else _with_languages(entry, record)


_NAMED_BY = {"claim": "text"}
_TOLD_BY = {"presentation": "note", "term": "definition", "claim": "evidence", "jurisdiction": "regulator"}
_TOLD_BY |= dict.fromkeys(("setting", "career-path", "professional"), "description")
"""The fields from which an entry has its name and its text, by kind; "name" and "summary" for all others."""


def _with_languages(entry: Entry, record: Record) -> Entry:
    """Say on a page in another language which words of an entry its record still has in the original."""
    name, text = _NAMED_BY.get(record.kind, "name"), _TOLD_BY.get(record.kind, "summary")
    return replace(entry, name_is_left=is_left(name, record), text_is_left=bool(entry.text) and is_left(text, record))


_REGISTERS = (
    "presentation", "term", "claim", "jurisdiction", "exam", "setting", "career-path", "professional", "policy",
)  # fmt: skip


def _register_entry(sheet: Sheet, record: Record, url: str) -> Entry:
    """Make the entry of a record that readers look up rather than study."""
    match record:
        case Presentation():
            return Entry(record.key, "word", record.name, url, shortened(record.note.plain))
        case Term():
            name = words.sentence_case(record.name)
            return Entry(record.key, "word", name, url, shortened(record.definition.plain), also=record.forms)
        case Claim():
            name, evidence = f"“{shortened(record.text.plain)}”", shortened(record.evidence.plain)
            return Entry(record.key, "claim", name, url, evidence, verdict=record.verdict.value)
        case Jurisdiction():
            return Entry(record.key, "license", record.name, url, record.regulator, also=(record.code,))
        case Exam():
            summary = shortened(record.summary.plain)
            return Entry(record.key, "license", record.name, url, summary, also=(record.full_name,))
        case Policy():
            summary = shortened(record.summary.plain)
            return Entry(record.key, "policy", record.name, url, summary, also=(record.topic.value,))
        case Setting() | Professional() | CareerPath():
            return Entry(record.key, "work", record.name, url, shortened(record.description.plain))
    raise TypeError(f"the finder has no entry for a {record.kind}")


def _of_pages(sheet: Sheet) -> Iterator[Entry]:
    for title, page, also in SITE_PAGES:
        if page == urls.TECHNIQUE_COMPARISON and not sheet.desk.compares_techniques:
            continue
        if sheet.has_filled(page) and all(sheet.school.shelf(kind) for kind in _NEEDS.get(page, ())):
            yield Entry(page, "page", say(title), sheet.to(page), also=tuple(say(also).split(", ")))
