"""The audit as a page: every item that lists ask for, with its place on this site, what is missing, or why not.

It shows what `reckoning/audit` answers and adds addresses. It passes no judgment of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.model.approval import Approval
from prospectus.model.catalog_rule import CatalogProfile, ItemLevel
from prospectus.model.profile import Sections
from prospectus.reckoning.audit import Audit, Row, audit_school
from prospectus.reckoning.audit.answer import Look, Page, Verdict, Where
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.sheet import Sheet

PAGES: dict[Page, tuple[str, str]] = {
    Page.CATALOG: ("Catalog", urls.CATALOG),
    Page.PEOPLE: ("People", urls.PEOPLE),
    Page.FACILITIES: ("Facilities", urls.FACILITIES),
    Page.APPROVALS: ("Approvals", urls.APPROVALS),
    Page.POLICIES: ("Policies", urls.POLICIES),
    Page.PROGRAMS: ("Programs", urls.PROGRAMS),
    Page.COURSES: ("Courses", urls.COURSES),
    Page.COSTS: ("Costs", urls.COSTS),
    Page.CALENDAR: ("Calendar", urls.CALENDAR),
    Page.LICENSING: ("Licensing", urls.LICENSING),
    Page.CAREERS: ("Careers", urls.CAREERS),
}
COUNTED: tuple[tuple[Verdict, str, Callable[[int], str]], ...] = (
    (Verdict.MISSING, "no", lambda amount: "missing"),
    (Verdict.MET, "ok", lambda amount: "met"),
    (Verdict.NOT_APPLICABLE, "none", lambda amount: "does not apply" if amount == 1 else "do not apply"),
)
"""Verdicts in the order in which a part counts them, each with the tone of its label and its words."""
VERDICTS: dict[Verdict, tuple[str, str]] = {
    Verdict.MET: ("ok", "Met"),
    Verdict.MISSING: ("no", "Missing"),
    Verdict.NOT_APPLICABLE: ("none", "Does not apply"),
}
"""The tone of a verdict's label, and its words."""
LEVELS: dict[ItemLevel, str] = {
    ItemLevel.REQUIRED: "Asked for by one list or more.",
    ItemLevel.CONDITIONAL: "Asked for in the stated case only.",
    ItemLevel.STATE_SPECIFIC: "Asked for in some states only.",
    ItemLevel.RECOMMENDED: "Good practice.",
}


def audit_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page, where the school keeps any items."""
    if desk.school.catalog_items and urls.is_open(urls.AUDIT, desk.sections):
        everything = frozenset({"*"})
        yield page_job(desk, urls.AUDIT, "audit.md.j2", everything, _audit, "content/catalog-rules/", marks_terms=False)


def place_of(where: Where, sections: Sections) -> tuple[str, str]:
    """Give the name of a place where an item is met, and its address on the site, "" when it has none."""
    if isinstance(where, Page):
        return PAGES[where]
    if isinstance(where, Approval):
        return where.agency.name, urls.address_of(where.kind, where.id, sections) or ""
    name = str(getattr(where, "name", "") or getattr(where, "title", where.id))
    return name, urls.address_of(where.kind, where.id, sections) or ""


def _audit(sheet: Sheet) -> tuple[PageHead, View]:
    school = sheet.school
    whole = audit_school(Look(school, sheet.context.as_of))
    own = school.catalog_profiles.get(school.catalog.profile or "") if school.catalog is not None else None
    items = list(school.catalog_items.values())
    sections = dict.fromkeys(item.section for item in items)
    head = PageHead(
        "What regulators ask for", "audit", "school", "Items of regulators' lists, and where this catalog has them.",
        (("Catalog", urls.CATALOG),) if school.catalog is not None else (),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "lead": "What rules and checklists ask a school's catalog to hold, and what software finds on this site.",
        "own": _summary(sheet, own) if own is not None else {},
        "missing": _gaps(sheet, whole),
        "parts": [_part(sheet, f"part-{number}", name, _of(whole, name)) for number, name in enumerate(sections, 1)],
        "lists": [_summary(sheet, profile) for profile in school.catalog_profiles.values()],
        "review": review_of_all(sheet, items, clinical=False, place="content/catalog-rules/"),
    }


def _part(sheet: Sheet, id: str, title: str, rows: list[Row]) -> dict[str, Any]:
    """Prepare the items of a part. One in which nothing is missing stands closed, and its counts say so."""
    counts = Counter(row.answer.verdict for row in rows)
    return {
        "id": id,
        "title": title,
        "open": bool(counts[Verdict.MISSING]),
        "counts": [
            {"tone": tone, "text": f"{amount} {words_of(amount)}"}
            for verdict, tone, words_of in COUNTED
            if (amount := counts[verdict])
        ],
        "rows": [_row(sheet, row) for row in rows],
    }


def _of(audit: Audit, section: str) -> list[Row]:
    return [row for row in audit.rows if row.item.section == section]


def _row(sheet: Sheet, row: Row) -> dict[str, Any]:
    item = row.item
    tone, said = VERDICTS[row.answer.verdict]
    is_told = item.level is ItemLevel.REQUIRED and item.asked_by
    return {
        "id": urls.anchor_of("catalog-item", item.id),
        "number": item.number,
        "requirement": sheet.line(item.requirement),
        "tone": tone,
        "verdict": said,
        "missing": row.answer.verdict is Verdict.MISSING,
        "text": sheet.line(row.reason) if row.reason is not None else row.answer.text,
        "where": [_place(sheet, where) for where in row.answer.where],
        "level": LEVELS[item.level] if not is_told else "",
        "test": sheet.line(item.test),
        "asked_by": [_basis(sheet, basis.profile, basis.clause) for basis in item.asked_by],
        "places": words.listing(list(item.places)),
        "note": sheet.line(item.note) if item.note is not None else "",
    }


def _place(sheet: Sheet, where: Where) -> Markup:
    name, address = place_of(where, sheet.sections)
    return Markup('<a href="{}">{}</a>').format(sheet.to(address), name) if address else Markup("{}").format(name)


def _basis(sheet: Sheet, profile: str, clause: str | None) -> Markup:
    record = sheet.school.catalog_profiles.get(profile)
    return Markup("{} {}").format(sheet.link(record), clause) if clause is not None else sheet.link(record)


def _summary(sheet: Sheet, profile: CatalogProfile) -> dict[str, Any]:
    audit = audit_school(Look(sheet.school, sheet.context.as_of, profile.id))
    return {
        "id": urls.anchor_of("catalog-profile", profile.id),
        "name": profile.name,
        "command": f"prospectus audit --profile {profile.command}",
        "body": profile.body,
        "in_part": audit.is_part,
        "met": words.number(audit.count(Verdict.MET)),
        "missing": words.number(audit.count(Verdict.MISSING)),
        "idle": words.number(audit.count(Verdict.NOT_APPLICABLE)),
        "gaps": _gaps(sheet, audit),
        "points": [sheet.line(point) for point in profile.points],
        "scope": sheet.line(profile.scope_note) if profile.scope_note is not None else "",
        "title": profile.title,
        "url": profile.url or "",
        "page_date": profile.page_date or "",
        "as_of": words.short_date(profile.as_of),
    }


def _gaps(sheet: Sheet, audit: Audit) -> list[Markup]:
    """Name every item that is missing, with what it lacks."""
    return [
        sheet.link(row.item, row.item.number) + Markup(": {}").format(row.answer.text)
        for row in audit.rows
        if row.answer.verdict is Verdict.MISSING
    ]
