"""The index that regulators look for: every item of the chosen list, and the page of this document where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.model.record import Record
from prospectus.reckoning.audit import Row, audit_school
from prospectus.reckoning.audit.answer import Look, Page, Verdict, Where
from prospectus.render.pages.audit import place_of
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet, label_of

CHAPTER_OF_PAGE = {
    Page.CATALOG: "school",
    Page.PEOPLE: "people",
    Page.FACILITIES: "school",
    Page.APPROVALS: "school",
    Page.POLICIES: "policies",
    Page.PROGRAMS: "programs",
    Page.COURSES: "courses",
    Page.COSTS: "costs",
    Page.CALENDAR: "calendar",
    Page.LICENSING: "licensing",
}
"""The chapter in which a page of the site stands on paper; what has none stands on the site alone."""

ABOUT = "about"
"""The opening page, which says what the publication itself is: no chapter of its own, but a place to point to."""

_SAID_AT_THE_OPENING = frozenset(
    {"cat-01", "cat-03", "cat-04", "cat-05", "cat-47", "cat-49", "cat-50", "cat-51", "cat-52"}
)
"""Items about the publication: its title, volume, dates, certification, editions, and when it is given."""

_CHAPTER_OF_KIND = {"catalog": "school", "person": "people", "cohort": "calendar", "holiday": "calendar"}


def audit_chapter(sheet: PaperSheet, labels: frozenset[str]) -> Iterator[Chapter]:
    """Yield the index, when the school has chosen a list. `labels` are those of the chapters that are printed."""
    catalog = sheet.school.catalog
    profile = sheet.school.catalog_profiles.get(catalog.profile or "") if catalog is not None else None
    if catalog is None or profile is None or not sheet.school.catalog_items:
        return
    # The day of publication: a printed index must not change by itself from one build to the next.
    audit = audit_school(Look(sheet.school, catalog.published, profile.id))
    view = {
        "name": profile.name,
        "body": profile.body,
        "in_part": audit.is_part,
        "rows": [_row(sheet, row, labels) for row in audit.rows],
    }
    yield Chapter("audit", "Index for regulators", "catalog/audit.typ.j2", profile.file, view)


def _row(sheet: PaperSheet, row: Row, labels: frozenset[str]) -> dict[str, Any]:
    found = [label for where in row.answer.where if (label := _label(sheet, where, labels))]
    if row.item.id in _SAID_AT_THE_OPENING:
        found = [f"chapter-{ABOUT}"]
    elsewhere = [place_of(where, sheet.desk.sections)[0] for where in row.answer.where]
    return {
        "number": row.item.number,
        "requirement": sheet.line(row.item.requirement),
        "labels": list(dict.fromkeys(found))[:3] if row.answer.verdict is Verdict.MET else [],
        "text": _words(sheet, row, elsewhere),
    }


def _words(sheet: PaperSheet, row: Row, elsewhere: list[str]) -> Any:
    if row.answer.verdict is Verdict.MET:
        return f"On the site: {elsewhere[0]}" if elsewhere else ""
    if row.reason is not None:
        return sheet.line(row.reason)
    return row.answer.text


def _label(sheet: PaperSheet, where: Where, labels: frozenset[str]) -> str:
    """Give the label under which a place can be found in this document, "" where it is not printed."""
    if isinstance(where, Record):
        if where.key in sheet.printed:
            return label_of(where.kind, where.id)
        chapter = _CHAPTER_OF_KIND.get(where.kind, "")
    else:
        chapter = CHAPTER_OF_PAGE.get(where, "")
    return f"chapter-{chapter}" if chapter in labels else ""
