"""A school's refund terms laid over a regulator's rule: where a student would get less than the rule asks.

Compared for a student who has paid all, program by program, with the real charges of every price list and for every
length: each side takes its share of the charges that it calls refundable. It says nothing about parts of a rule that
were not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import ceil

from prospectus.model.policy import Policy, RefundRule
from prospectus.model.price import Fee
from prospectus.model.program import Program
from prospectus.model.refund import RefundPeriod, RefundTerms
from prospectus.model.school import School
from prospectus.reckoning.refund import points, refund_for, refundable_charges


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The first share done, in percent, at which a program's students would get less than the rule asks.

    `days` are the calendar days since the first class at that point; None where the program's length is not known.
    """

    program: Program
    done: Decimal
    days: int | None
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
    return days_in(weeks_of(program, RefundPeriod.PROGRAM)[0], done)


def days_in(weeks: int | None, done: Decimal) -> int | None:
    """Give the calendar days since the first class at a share done, in percent; None where the length is not known.

    A day that has begun counts: just after seven days it is the eighth, and a step of seven days has ended.
    """
    return None if weeks is None else ceil(weeks * 7 * done / 100)


def weeks_of(program: Program, period: RefundPeriod) -> tuple[int | None, ...]:
    """Give the weeks over which the share done may be counted, the fewest first; a single None where nothing says."""
    lengths = [length.weeks for length in program.lengths]
    terms = [term.weeks for term in program.terms if term.weeks is not None]
    return tuple(sorted(set(terms if period is RefundPeriod.TERM else lengths))) or (None,)


def first_shortfall(ours: RefundTerms, rule: RefundTerms, program: Program) -> Shortfall | None:
    """Find the first share done at which the terms give back less than the rule, for any length and any price list."""
    if not is_comparable(ours, rule):
        return None
    for fees, weeks in product(_price_lists(program), weeks_of(program, ours.period)):
        own, asked = refundable_charges(ours, fees), refundable_charges(rule, fees)
        for done in points(ours, rule):
            days = days_in(weeks, done)
            gives = refund_for(ours, own, own, done, days).refund
            least = refund_for(rule, asked, asked, done, days).refund
            if gives < least:
                return Shortfall(program, done, days, gives, least)
    return None


def _price_lists(program: Program) -> tuple[tuple[Fee, ...], ...]:
    """Give the lines of every price; not of those in another currency, for sums that are kept are in the school's."""
    return (program.fees, *(prices.fees for prices in program.prices if prices.currency is None))
