"""The audit as a page: every item that lists ask for, with its place on this site, what is missing, or why not.

It shows what `reckoning/audit` answers and adds addresses. It passes no judgment of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
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
    Page.CATALOG: (mark("Catalog"), urls.CATALOG),
    Page.PEOPLE: (mark("People"), urls.PEOPLE),
    Page.FACILITIES: (mark("Facilities"), urls.FACILITIES),
    Page.APPROVALS: (mark("Approvals"), urls.APPROVALS),
    Page.POLICIES: (mark("Policies"), urls.POLICIES),
    Page.PROGRAMS: (mark("Programs"), urls.PROGRAMS),
    Page.COURSES: (mark("Courses"), urls.COURSES),
    Page.COSTS: (mark("Costs"), urls.COSTS),
    Page.CALENDAR: (mark("Calendar"), urls.CALENDAR),
    Page.LICENSING: (mark("Licensing"), urls.LICENSING),
    Page.CAREERS: (mark("Careers"), urls.CAREERS),
}
VERDICTS: dict[Verdict, tuple[str, str]] = {
    Verdict.MET: ("ok", mark("Met")),
    Verdict.MISSING: ("no", mark("Missing")),
    Verdict.NOT_APPLICABLE: ("none", mark("Does not apply")),
}
"""The tone of a verdict's label, and its words."""
LEVELS: dict[ItemLevel, str] = {
    ItemLevel.REQUIRED: mark("Asked for by one list or more."),
    ItemLevel.CONDITIONAL: mark("Asked for in the stated case only."),
    ItemLevel.STATE_SPECIFIC: mark("Asked for in some states only."),
    ItemLevel.RECOMMENDED: mark("Good practice."),
}


def audit_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page, where the school keeps any items."""
    if desk.school.catalog_items and urls.is_open(urls.AUDIT, desk.sections):
        everything = frozenset({"*"})
        yield page_job(desk, urls.AUDIT, "audit.md.j2", everything, _audit, "content/catalog-rules/", marks_terms=False)


def place_of(where: Where, sections: Sections) -> tuple[str, str]:
    """Give the name of a place where an item is met, and its address on the site, "" when it has none."""
    if isinstance(where, Page):
        name, address = PAGES[where]
        return say(name), address
    if isinstance(where, Approval):
        return where.agency.name, urls.address_of(where.kind, where.id, sections) or ""
    name = str(getattr(where, "name", "") or getattr(where, "title", where.id))
    return name, urls.address_of(where.kind, where.id, sections) or ""


def _audit(sheet: Sheet) -> tuple[PageHead, View]:
    school = sheet.school
    # What is looked for are words of the records as they were written.
    whole = audit_school(Look(sheet.desk.original, sheet.context.as_of))
    own = school.catalog_profiles.get(school.catalog.profile or "") if school.catalog is not None else None
    items = list(school.catalog_items.values())
    sections = dict.fromkeys(item.section for item in items)
    head = PageHead(
        say("What regulators ask for"), "audit", "school",
        say("Items of regulators' lists, and where this catalog has them."),
        ((say("Catalog"), urls.CATALOG),) if school.catalog is not None else (),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "lead": say("What rules and checklists ask a school's catalog to hold, and what software finds on this site."),
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
            {"tone": VERDICTS[verdict][0], "text": _counted(verdict, counts[verdict])}
            for verdict in (Verdict.MISSING, Verdict.MET, Verdict.NOT_APPLICABLE)
            if counts[verdict]
        ],
        "rows": [_row(sheet, row) for row in rows],
    }


def _counted(verdict: Verdict, amount: int) -> str:
    match verdict:
        case Verdict.MET:
            return say_count(amount, "{count} met", "{count} met")
        case Verdict.MISSING:
            return say_count(amount, "{count} missing", "{count} missing")
        case Verdict.NOT_APPLICABLE:
            return say_count(amount, "{count} does not apply", "{count} do not apply")


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
        "verdict": say(said),
        "missing": row.answer.verdict is Verdict.MISSING,
        "text": sheet.line(row.reason) if row.reason is not None else row.answer.text,
        "where": [_place(sheet, _spoken(sheet, where)) for where in row.answer.where],
        "level": say(LEVELS[item.level]) if not is_told else "",
        "test": sheet.line(item.test),
        "asked_by": [_basis(sheet, basis.profile, basis.clause) for basis in item.asked_by],
        "places": words.listing(list(item.places)),
        "note": sheet.line(item.note) if item.note is not None else "",
    }


def _spoken(sheet: Sheet, where: Where) -> Where:
    """Give the record as this page's language has it."""
    if isinstance(where, Page):
        return where
    return sheet.school.find(where.kind, where.id) or where


def _place(sheet: Sheet, where: Where) -> Markup:
    name, address = place_of(where, sheet.sections)
    return Markup('<a href="{}">{}</a>').format(sheet.to(address), name) if address else Markup("{}").format(name)


def _basis(sheet: Sheet, profile: str, clause: str | None) -> Markup:
    record = sheet.school.catalog_profiles.get(profile)
    return Markup("{} {}").format(sheet.link(record), clause) if clause is not None else sheet.link(record)


def _summary(sheet: Sheet, profile: CatalogProfile) -> dict[str, Any]:
    audit = audit_school(Look(sheet.desk.original, sheet.context.as_of, profile.id))
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
