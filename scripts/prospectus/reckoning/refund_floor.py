"""A school's refund terms laid over a regulator's rule: where a student would get less than the rule asks.

Compared for a student who has paid all, program by program, with the real charges: each side takes its share of the
charges that it calls refundable. It says nothing about parts of a rule that were not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prospectus.model.policy import Policy, RefundRule
from prospectus.model.program import Program
from prospectus.model.refund import RefundTerms
from prospectus.model.school import School
from prospectus.reckoning.refund import points, refund_for, refundable_charges


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The first share done, in percent, at which a program's students would get less than the rule asks."""

    program: Program
    done: Decimal
    ours: Decimal
    rule: Decimal


def programs_under(school: School, policy: Policy) -> list[Program]:
    """Give the programs that a policy holds for: those it names, or all of them."""
    if not policy.programs:
        return list(school.programs.values())
    return [school.programs[id] for id in policy.programs if id in school.programs]


def rule_of(school: School, policy: Policy) -> RefundRule | None:
    """Give the regulator's rule that a policy is held against, if it names one that is known."""
    return school.refund_rules.get(policy.regulator_rule) if policy.regulator_rule is not None else None


def is_comparable(ours: RefundTerms, rule: RefundTerms) -> bool:
    """Say whether both count what is done over the same stretch: the program, or one term of it."""
    return ours.period is rule.period


def days_at(program: Program, done: Decimal) -> int | None:
    """Give the calendar days since the first class at a share done, on the program's shortest schedule."""
    weeks = min((length.weeks for length in program.lengths), default=None)
    return None if weeks is None else int(weeks * 7 * done / 100)


def first_shortfall(ours: RefundTerms, rule: RefundTerms, program: Program) -> Shortfall | None:
    """Find the first share done at which the terms give back less than the rule."""
    if not is_comparable(ours, rule):
        return None
    own, asked = refundable_charges(ours, program.fees), refundable_charges(rule, program.fees)
    for done in points(ours, rule):
        days = days_at(program, done)
        gives = refund_for(ours, own, own, done, days).refund
        least = refund_for(rule, asked, asked, done, days).refund
        if gives < least:
            return Shortfall(program, done, gives, least)
    return None
