"""The comparison of medical and relaxation massage, with every position, its sources, and where sources differ."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.model.comparison import Aspect, Comparison, RolePortrait, Side
from prospectus.model.statement import Role
from prospectus.render import urls
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_strip
from prospectus.render.pages.record_parts import differ_item, differ_items
from prospectus.render.paper.sheets import COMPARISON_SHEET
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet


def compare_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the comparison, unless the school has none or has turned it off."""
    comparison = desk.school.comparison
    if comparison is not None and urls.is_open(urls.COMPARE, desk.sections):
        reads = every(desk.school, "comparison", "disagreement", "source", "technique", "condition")
        prepare = partial(_prepare, comparison=comparison)
        yield page_job(desk, urls.COMPARE, "compare.md.j2", reads, prepare, comparison.file)


def _prepare(sheet: Sheet, comparison: Comparison) -> tuple[PageHead, View]:
    head = PageHead(comparison.title, "compare", "compare", comparison.lead.plain)
    rows = [_aspect(sheet, aspect, comparison) for aspect in comparison.aspects]
    placed = {id for aspect in comparison.aspects for id in aspect.disagreements}
    return head, {
        "title": comparison.title,
        "lead": sheet.line(comparison.lead),
        "roles": [_role(sheet, comparison, role) for role in Role],
        "rows": rows,
        "short_head": ["", comparison.medical.name, comparison.relaxation.name],
        "short_rows": _short_rows(comparison),
        "portraits": [_portrait(sheet, comparison.portrait(role)) for role in Role],
        "elsewhere": [
            differ_item(sheet, disagreement)
            for id, disagreement in sheet.school.disagreements.items()
            if id not in placed
        ],
        "count": len(sheet.school.disagreements),
        "paper": {"title": "Print the short comparison (PDF)", "url": sheet.to(COMPARISON_SHEET)},
        "review": review_strip(sheet, comparison, clinical=False),
    }


def _role(sheet: Sheet, comparison: Comparison, role: Role) -> dict[str, Any]:
    portrait = comparison.portrait(role)
    return {"role": role.value, "title": portrait.name, "text": sheet.line(portrait.summary), "url": ""}


def _aspect(sheet: Sheet, aspect: Aspect, comparison: Comparison) -> dict[str, Any]:
    """Prepare a row. A disagreement that several rows name stands open to its first one; the others lead there."""
    earlier = comparison.aspects[: comparison.aspects.index(aspect)]
    shown = {id for other in earlier for id in other.disagreements}
    return {
        "id": aspect.id,
        "name": aspect.name,
        "medical": _side(sheet, aspect.medical),
        "relaxation": _side(sheet, aspect.relaxation),
        "reason": sheet.line(aspect.reason),
        "differs": differ_items(sheet, tuple(id for id in aspect.disagreements if id not in shown)),
        "differs_above": [
            sheet.link(disagreement, disagreement.topic)
            for id in aspect.disagreements
            if id in shown and (disagreement := sheet.school.disagreements.get(id)) is not None
        ],
        "names": [*sheet.links("technique", aspect.techniques), *sheet.links("condition", aspect.conditions)],
    }


def _side(sheet: Sheet, side: Side) -> dict[str, Any]:
    return {"we_teach": sheet.line(side.we_teach), "positions": sheet.says(side.positions)}


def _short_rows(comparison: Comparison) -> list[list[str]]:
    rows = sorted((aspect for aspect in comparison.aspects if aspect.short_row), key=lambda a: a.short_row or 0)
    return [[aspect.name, aspect.medical.short or "", aspect.relaxation.short or ""] for aspect in rows]


def _portrait(sheet: Sheet, portrait: RolePortrait) -> dict[str, Any]:
    return {
        "name": portrait.name,
        "therapist": portrait.therapist,
        "names": [
            {"text": other.name, "refs": sheet.refs(other.sources), "basis": "sourced"}
            for other in portrait.other_names
        ],
        "clients": sheet.says(portrait.clients),
    }
