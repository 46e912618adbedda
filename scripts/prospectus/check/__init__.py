"""The check stage: a School in, findings out. Reading this file shows every rule that runs.

Rules only look; they never repair, print or raise. Nothing here knows YAML or pages.
"""

from __future__ import annotations

from prospectus.artifact import BuildContext
from prospectus.check import (
    brand,
    catalog,
    class_days,
    curriculum,
    documents,
    evidence,
    hours,
    licensing,
    links,
    opening_days,
    policies,
    prices,
    printed_numbers,
    profile,
    safety,
    timetable,
    translated_words,
    translations,
    wording,
)
from prospectus.check.exceptions import STALE_EXCEPTION, apply_exceptions
from prospectus.check.rule import Rule, run_rule
from prospectus.collector import collector_held
from prospectus.diagnostics import Finding, sorted_findings
from prospectus.model.school import School

FAMILIES: dict[str, tuple[Rule, ...]] = {
    "safety": safety.RULES,
    "evidence": evidence.RULES,
    "links": links.RULES,
    "timetable": timetable.RULES + class_days.RULES + opening_days.RULES,
    "hours": (*hours.RULES, *printed_numbers.RULES),
    "prices": prices.RULES,
    "curriculum": curriculum.RULES,
    "profile": profile.RULES,
    "licensing": licensing.RULES,
    "policies": policies.RULES,
    "catalog": catalog.RULES,
    "wording": wording.RULES,
    "translations": translations.RULES + translated_words.RULES,
    "brand": brand.RULES,
    "documents": documents.RULES,
    "exceptions": (STALE_EXCEPTION,),
}

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES.values() for rule in family)


def check_school(school: School, context: BuildContext) -> tuple[Finding, ...]:
    """Run every rule and give the findings in the order of their places, without those the school accepts."""
    with collector_held():
        found = [
            (rule, fault, finding)
            for rule in RULES
            if rule is not STALE_EXCEPTION
            for fault, finding in run_rule(rule, school, context)
        ]
    return sorted_findings(apply_exceptions(found, school, context))
