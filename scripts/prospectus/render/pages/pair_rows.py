"""Rows that bring techniques and conditions together, with every objection of either record."""

from __future__ import annotations

from markupsafe import Markup

from prospectus.model.condition import Condition, TechniqueUse
from prospectus.model.pairing import pair
from prospectus.model.technique import Technique
from prospectus.render.page import statement_html
from prospectus.render.sheet import Sheet


def technique_row(sheet: Sheet, condition: Condition, use: TechniqueUse) -> dict[str, object] | None:
    """Give the row of a technique on a condition's page; None when the technique is not published."""
    technique = sheet.school.techniques.get(use.technique)
    if technique is None:
        return None
    address = sheet.address("technique", technique.id) or ""
    return _row(sheet, technique, condition, use, technique.name, address, technique.notation.value)


def condition_row(sheet: Sheet, technique: Technique, condition: Condition, use: TechniqueUse) -> dict[str, object]:
    """Give the row of a condition on a technique's page."""
    address = sheet.address("condition", condition.id) or ""
    return _row(sheet, technique, condition, use, condition.name, address, "")


def cautions_of(sheet: Sheet, technique: Technique, condition: Condition) -> Markup:
    """Give everything to watch with this pair: the condition's own word, then the objections of both records."""
    pairing = pair(technique, condition)
    own = [sheet.line(pairing.use.caution)] if pairing.use is not None and pairing.use.caution is not None else []
    return Markup(" ").join([*own, *(statement_html(sheet.said(entry.statement)) for entry in pairing.objections)])


def _row(
    sheet: Sheet, technique: Technique, condition: Condition, use: TechniqueUse, title: str, url: str, stroke: str
) -> dict[str, object]:
    return {
        "title": title,
        "url": url,
        "stroke": stroke,
        "text": sheet.line(use.reason),
        "refs": sheet.refs(use.sources),
        "basis": use.basis.value,
        "grade": use.grade.value,
        "caution": cautions_of(sheet, technique, condition),
    }
