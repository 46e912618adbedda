"""What a student gets back: pure sums over refund terms, exact to the cent.

Money is decimal. Shares are taken of the charges exactly and rounded once, to the cent, half a cent in the student's
favor. Nothing here is ever negative: a student who has paid less than was earned owes the difference, where the share
is taken of the charges.

The formulas that the terms can hold, and where each was read. `done` is a share from 0 to 1, and each "until" includes
the point itself, for none of the texts says that it does not:

- pro-rata of what was paid, by clock hours: paid * (1 - done). 16 Tex. Admin. Code 117.66, later parts not seen.
- pro-rata until 20 percent of a term, then nothing. A Florida college's page that cites Fla. Admin. Code
  6E-1.0032(6)(i); a school's document, not the rule.
- pro-rata until 60 percent, less 100 dollars, then nothing; and pro-rata until 50 percent, less books at 500 dollars.
  Refund pages of two Florida massage schools; school documents.
- steps by term: 75 percent within 7 days, 55 until a quarter of the term, 30 until half of it. 22 Pa. Code 73.134.
- pro-rata until 60 percent, less the lesser of 10 percent and 100 dollars, then nothing. Nevada's policy as a school's
  catalog prints it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

from prospectus.model.price import Fee, FeeKind
from prospectus.model.refund import (
    CancelUnit,
    CancelWindow,
    RefundBase,
    RefundMethod,
    RefundTerms,
    RefundTier,
    Retained,
)

CENT = Decimal("0.01")
NOTHING = Decimal(0)
ALL = Decimal(100)
JUST_AFTER = Decimal("0.0001")
"""How far past an edge counts as after it, in percent."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """How the school and a student part: what the school keeps, what comes back, what is still owed."""

    kept: Decimal
    refund: Decimal
    owed: Decimal


def refund_for(
    terms: RefundTerms, charged: Decimal, paid: Decimal, done: Decimal, days: int | None = None
) -> Settlement:
    """Work out what comes back to a student who has started and leaves.

    `charged` and `paid` are the refundable charges and what was paid of them; `done` is the share of the program in
    percent; `days` are calendar days since the first day of class, for steps that count them.
    """
    share = share_back(terms, done, days)
    if terms.share_of is RefundBase.PAID:
        refund = max(cents(paid * share / 100) - retained_sum(terms, charged), NOTHING)
        return Settlement(cents(paid) - refund, refund, NOTHING)
    whole = cents(charged)
    earned = min(whole - cents(charged * share / 100) + retained_sum(terms, charged), whole)
    balance = cents(paid) - earned
    return Settlement(earned, max(balance, NOTHING), max(-balance, NOTHING))


def share_back(terms: RefundTerms, done: Decimal, days: int | None = None) -> Decimal:
    """Give the share of the charges that comes back, in percent, before any sum is kept."""
    if terms.method is RefundMethod.PRO_RATA:
        until = ALL if terms.pro_rata_until is None else terms.pro_rata_until
        return ALL - done if done <= until else NOTHING
    return next((tier.refund for tier in terms.tiers if _reaches(tier, done, days)), NOTHING)


def _reaches(tier: RefundTier, done: Decimal, days: int | None) -> bool:
    if tier.days is not None:
        return days is not None and days <= tier.days
    return tier.up_to is not None and done <= tier.up_to


def retained_sum(terms: RefundTerms, charged: Decimal) -> Decimal:
    """Give all that is kept once class has started: each the lesser of its two numbers, together at most the cap."""
    together = sum((retained_amount(entry, charged) for entry in terms.retained), NOTHING)
    return together if terms.retained_at_most is None else min(together, cents(terms.retained_at_most))


def retained_amount(entry: Retained, charged: Decimal) -> Decimal:
    """Give one sum that is kept; with an amount and a percentage, the lesser of the two."""
    amounts = [] if entry.amount is None else [cents(entry.amount)]
    if entry.percent is not None:
        # What the school keeps is rounded the other way: half a cent stays with the student.
        amounts.append((charged * entry.percent / 100).quantize(CENT, rounding=ROUND_HALF_DOWN))
    return min(amounts, default=NOTHING)


def cents(amount: Decimal) -> Decimal:
    """Round to the cent, half a cent up."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def refundable_charges(terms: RefundTerms, fees: Iterable[Fee]) -> Decimal:
    """Sum the lines of a price that the terms give back a share of."""
    return sum((fee.amount for fee in fees if fee.kind in terms.refundable), NOTHING)


def refundable_kinds(terms: RefundTerms) -> tuple[FeeKind, ...]:
    """Give the kinds of charges in the order in which the model lists them."""
    return tuple(kind for kind in FeeKind if kind in terms.refundable)


def edges(terms: RefundTerms) -> tuple[Decimal, ...]:
    """Give the shares done at which another rule begins to apply, 0 and 100 included, in order."""
    found = {NOTHING, ALL}
    if terms.method is RefundMethod.TIERS:
        found |= {tier.up_to for tier in terms.tiers if tier.up_to is not None}
    elif terms.pro_rata_until is not None:
        found.add(terms.pro_rata_until)
    return tuple(sorted(found))


def points(*many: RefundTerms) -> tuple[Decimal, ...]:
    """Give every whole percent, every edge, and a point just after each edge: enough to compare terms everywhere."""
    found = {Decimal(percent) for percent in range(101)}
    for terms in many:
        found |= {point for edge in edges(terms) for point in (edge, edge + JUST_AFTER) if point <= ALL}
    return tuple(sorted(found))


def shortest_hours(window: CancelWindow) -> int:
    """Give the hours that a time to cancel lasts at least: business days that follow each other."""
    return window.within * (1 if window.unit in (CancelUnit.HOURS, CancelUnit.BUSINESS_HOURS) else 24)


def longest_hours(window: CancelWindow) -> int:
    """Give the hours that a time to cancel can last: with the weekends in it, and a holiday beside each."""
    if window.unit in (CancelUnit.HOURS, CancelUnit.DAYS):
        return shortest_hours(window)
    days = -(-shortest_hours(window) // 24)
    return shortest_hours(window) + 24 * 3 * -(-days // 5)


def is_as_long(ours: CancelWindow, rule: CancelWindow) -> bool:
    """Say whether a time to cancel is never shorter than a rule's; unlike units are compared on the safe side."""
    business = (CancelUnit.BUSINESS_HOURS, CancelUnit.BUSINESS_DAYS)
    if (ours.unit in business) or (rule.unit not in business):
        return shortest_hours(ours) >= shortest_hours(rule)
    return shortest_hours(ours) >= longest_hours(rule)
