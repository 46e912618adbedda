"""The chapter of policies: every policy in full, with its numbers as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.model.policy import GradingScale, Policy
from prospectus.render import words
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet, label_of


def policies_chapter(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield the chapter, when there are policies."""
    policies = list(sheet.school.policies.values())
    if policies:
        view = {"policies": [_policy(sheet, policy) for policy in policies]}
        yield Chapter("policies", "Policies", "catalog/policies.typ.j2", "content/policies/", view)


def _policy(sheet: PaperSheet, policy: Policy) -> dict[str, Any]:
    programs = [program.name for id in policy.programs if (program := sheet.school.programs.get(id)) is not None]
    return {
        "label": label_of("policy", policy.id),
        "file": policy.file,
        "name": policy.name,
        "summary": sheet.line(policy.summary),
        "effective": words.short_date(policy.effective) if policy.effective is not None else "",
        "programs": words.listing(programs),
        "sections": [{"title": section.title, "text": sheet.prose(section.text)} for section in policy.sections],
        "grades": _grades(policy.grading) if policy.grading is not None else [],
        "passing": f"{words.number(policy.grading.passing)} %" if policy.grading is not None else "",
    }


def _grades(scale: GradingScale) -> list[dict[str, str]]:
    return [
        {
            "letter": step.letter,
            "from": f"{words.number(step.lowest)} %",
            "points": words.number(step.points) if step.points is not None else "–",
            "meaning": step.meaning,
        }
        for step in scale.steps
    ]
