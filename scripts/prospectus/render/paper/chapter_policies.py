"""The chapter of policies: every policy in full, with its numbers as tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from prospectus.model.policy import GradingScale, Policy
from prospectus.model.refund import RefundTerms
from prospectus.render import policy_words, words
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.chapter_costs import currency
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
        "numbers": _numbers(sheet, policy),
        "refund": _refund(sheet, policy.refund) if policy.refund is not None else {},
        "grades": _grades(policy.grading) if policy.grading is not None else [],
        "passing": f"{words.number(policy.grading.passing)}%" if policy.grading is not None else "",
    }


def _numbers(sheet: PaperSheet, policy: Policy) -> list[list[str]]:
    def money(amount: Decimal) -> str:
        return words.money(amount, currency(sheet))

    rows = policy_words.attendance_rows(policy.attendance, money) if policy.attendance is not None else []
    rows += policy_words.progress_rows(policy.progress) if policy.progress is not None else []
    return [list(row) for row in rows]


def _refund(sheet: PaperSheet, terms: RefundTerms) -> dict[str, Any]:
    def money(amount: Decimal) -> str:
        return words.money(amount, currency(sheet))

    return {
        "rows": [list(row) for row in policy_words.situations(terms, money)],
        "basis": policy_words.basis_in_words(terms),
        "kept": [
            f"{entry.name}: {policy_words.kept_in_words(entry, policy_words.charges_in_words(terms), money)}"
            for entry in terms.retained
        ],
        "kept_at_most": money(terms.retained_at_most) if terms.retained_at_most is not None and terms.retained else "",
        "paid_within": words.count(terms.pay_within_days, "day") if terms.pay_within_days is not None else "",
        "counted_from": sheet.line(terms.counted_from) if terms.counted_from is not None else "",
        "after_end": sheet.line(terms.after_end) if terms.after_end is not None else "",
        "examples": [
            [
                policy_words.percent(example.done),
                money(example.charged),
                money(example.paid),
                money(example.refund),
                money(example.owed) if example.owed else "nothing",
            ]
            for example in terms.examples
        ],
    }


def _grades(scale: GradingScale) -> list[dict[str, str]]:
    return [
        {
            "letter": step.letter,
            "from": f"{words.number(step.lowest)}%",
            "points": words.number(step.points) if step.points is not None else "–",
            "meaning": step.meaning,
        }
        for step in scale.steps
    ]
