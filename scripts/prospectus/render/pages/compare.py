"""The comparison of medical and relaxation massage: what the school teaches, what each source says, where they differ.

A disagreement stands here in short, below the first row that names it; the page of all disagreements holds every
position. So this page stays light enough for a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.language import mark, say
from prospectus.model.comparison import Aspect, Comparison, RolePortrait
from prospectus.model.statement import Role, Statement
from prospectus.render import urls
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_strip
from prospectus.render.pages.record_parts import differ_line, differ_lines, kinds_behind, pages_to_read_on
from prospectus.render.paper.sheets import COMPARISON_SHEET
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

_READ_ON = (
    (mark("Where sources differ: every position, and why we decide so"), urls.DIFFERENCES),
    (mark("Training requirements"), urls.TRAINING),
    (mark("Careers and work settings"), urls.CAREERS),
    (mark("Claims we checked"), urls.CLAIMS),
    (mark("Programs and start dates"), urls.PROGRAMS),
)


def compare_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the comparison, unless the school has none or has turned it off."""
    comparison = desk.school.comparison
    if comparison is not None and urls.is_open(urls.COMPARE, desk.sections):
        reads = every(
            desk.school, "comparison", "disagreement", "source", "technique", "condition", *kinds_behind(_READ_ON)
        )
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
        "differing": sum(row["is_disputed"] for row in rows),
        "short_head": ["", comparison.medical.name, comparison.relaxation.name],
        "short_rows": _short_rows(comparison),
        "portraits": [_portrait(sheet, comparison.portrait(role)) for role in Role],
        "elsewhere": [
            differ_line(sheet, disagreement)
            for id, disagreement in sheet.school.disagreements.items()
            if id not in placed
        ],
        "read_on": pages_to_read_on(sheet, _READ_ON),
        "paper": {"title": say("Print the short comparison (PDF)"), "url": sheet.to(COMPARISON_SHEET)},
        "review": review_strip(sheet, comparison, clinical=False),
    }


def _role(sheet: Sheet, comparison: Comparison, role: Role) -> dict[str, Any]:
    portrait = comparison.portrait(role)
    return {"role": role.value, "title": portrait.name, "text": sheet.line(portrait.summary), "url": ""}


def _aspect(sheet: Sheet, aspect: Aspect, comparison: Comparison) -> dict[str, Any]:
    """Prepare a row. A disagreement that several rows name stands below its first one; the others lead to it."""
    earlier = comparison.aspects[: comparison.aspects.index(aspect)]
    shown = {id for other in earlier for id in other.disagreements}
    known = [id for id in aspect.disagreements if id in sheet.school.disagreements]
    return {
        "id": aspect.id,
        "name": aspect.name,
        "medical": sheet.line(aspect.medical.we_teach),
        "relaxation": sheet.line(aspect.relaxation.we_teach),
        "voices": _voices(sheet, aspect),
        "reason": sheet.line(aspect.reason),
        "is_disputed": bool(known),
        "differs": differ_lines(sheet, tuple(id for id in known if id not in shown)),
        "differs_above": [
            sheet.link(disagreement, disagreement.topic)
            for id in known
            if id in shown and (disagreement := sheet.school.disagreements[id]) is not None
        ],
        "names": [*sheet.links("technique", aspect.techniques), *sheet.links("condition", aspect.conditions)],
    }


def _voices(sheet: Sheet, aspect: Aspect) -> list[dict[str, Any]]:
    """Set what each source says of the one role beside what it says of the other, in the order of their numbers."""
    voices: dict[tuple[int, ...], dict[str, Any]] = {}
    for role, positions in (("medical", aspect.medical.positions), ("relaxation", aspect.relaxation.positions)):
        for position in positions:
            refs = tuple(sheet.refs(position.sources))
            voice = voices.setdefault(refs, {"refs": refs, "medical": [], "relaxation": []})
            voice[role].append(_unnumbered(sheet, position))
    return [voices[refs] for refs in sorted(voices)]


def _unnumbered(sheet: Sheet, position: Statement) -> dict[str, Any]:
    """Prepare a position below the name of its source, which so need not stand behind it again."""
    return {**sheet.row(position), "refs": []}


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
