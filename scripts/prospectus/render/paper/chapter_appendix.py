"""The appendix: techniques and conditions in short, each with its grade and the signs that need a clinician."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.model.condition import Condition
from prospectus.model.technique import Technique
from prospectus.render import urls, words
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet, label_of


def appendix_chapters(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield a chapter on techniques and one on conditions."""
    techniques = sorted(sheet.school.techniques.values(), key=lambda technique: technique.name.casefold())
    if techniques:
        view = {
            "entries": [_technique(sheet, technique) for technique in techniques],
            "site": sheet.page(urls.TECHNIQUES),
        }
        yield Chapter("techniques", "Appendix: techniques", "catalog/appendix.typ.j2", "techniques/", view)
    conditions = sorted(sheet.school.conditions.values(), key=lambda condition: condition.name.casefold())
    if conditions:
        view = {
            "entries": [_condition(sheet, condition) for condition in conditions],
            "site": sheet.page(urls.CONDITIONS),
        }
        yield Chapter("conditions", "Appendix: conditions", "catalog/appendix.typ.j2", "conditions/", view)


def _technique(sheet: PaperSheet, technique: Technique) -> dict[str, Any]:
    return {
        "label": label_of("technique", technique.id),
        "file": technique.file,
        "name": technique.name,
        "grade": words.GRADES[technique.evidence.grade],
        "text": sheet.line(technique.summary),
        "signs": [],
    }


def _condition(sheet: PaperSheet, condition: Condition) -> dict[str, Any]:
    return {
        "label": label_of("condition", condition.id),
        "file": condition.file,
        "name": condition.name,
        "grade": words.GRADES[condition.evidence.grade],
        "text": sheet.line(condition.summary),
        "signs": [sheet.line(sign.text) for sign in condition.red_flags],
    }
