"""Rules that hold a school's refund against a regulator's: what comes back, how long one can cancel, when it is paid.

Nothing is said where the policy names no rule, or the part of the rule was not seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prospectus.artifact import BuildContext
from prospectus.check.refunds import number
from prospectus.check.rule import Fault, Rule, school_rule
from prospectus.diagnostics import RelatedPlace, Severity
from prospectus.model.policy import Policy, RefundRule
from prospectus.model.record import KeyPath
from prospectus.model.refund import CancelWindow, RefundMethod, RefundTerms
from prospectus.model.school import School
from prospectus.reckoning.refund import JUST_AFTER, is_as_long, share_back
from prospectus.reckoning.refund_floor import (
    Shortfall,
    first_shortfall,
    is_comparable,
    programs_under,
    rule_of,
)


def _held_against(school: School) -> Iterator[tuple[Policy, RefundTerms, RefundRule]]:
    for policy in school.policies.values():
        rule = rule_of(school, policy)
        if policy.refund is not None and rule is not None:
            yield policy, policy.refund, rule


def _related(rule: RefundRule, *path: str) -> tuple[RelatedPlace, ...]:
    return (RelatedPlace(rule.at("terms", *path), "what the rule asks"),)


def _cause(ours: RefundTerms, rule: RefundTerms, short: Shortfall) -> KeyPath:
    """Point to the sums that are kept where the share itself would be enough, else to the steps or the end."""
    if ours.retained and share_back(ours, short.done, short.days) >= share_back(rule, short.done, short.days):
        return ("refund", "retained")
    return ("refund", "pro_rata_until" if ours.method is RefundMethod.PRO_RATA else "tiers")


def _point(done: Decimal) -> str:
    """Say at which share done, or just after which."""
    before = done - JUST_AFTER
    is_after_edge = done % 1 == JUST_AFTER
    return f"just after {number(before)} percent is done" if is_after_edge else f"at {number(done)} percent done"


def _length(window: CancelWindow) -> str:
    unit = window.unit.value.replace("-", " ")
    return f"{window.within} {unit.removesuffix('s') if window.within == 1 else unit}"


@school_rule("F104", "refund-below-the-rule")
def refund_below_the_rule(school: School, context: BuildContext) -> Iterator[Fault]:
    """At some point a student would get less back than the regulator's rule asks.

    Compared for a student who has paid everything, at every percent of every program that the policy holds for, at
    each of its prices and on each of its schedules.

    Wrong: nothing back after 50 percent, under a rule that gives a share until 60 percent.

    Right: terms that are at least as good everywhere, or no `regulator_rule` where the rule does not hold for you.
    """
    for policy, terms, rule in _held_against(school):
        for program in programs_under(school, policy):
            short = first_shortfall(terms, rule.terms, program)
            if short is not None:
                message = (
                    f'in "{program.name}" {number(short.ours)} comes back {_point(short.done)}, '
                    f"but {rule.name} asks for {number(short.rule)}"
                )
                hint = "Give back at least as much as the rule at every point."
                yield Fault(policy, _cause(terms, rule.terms, short), message, hint, _related(rule))
                break


@school_rule("F105", "cancel-time-below-the-rule")
def cancel_time_below_the_rule(school: School, context: BuildContext) -> Iterator[Fault]:
    """The time to cancel is shorter than the regulator's rule asks, or something is kept that must come back.

    Times in unlike units are compared on the safe side: three days can hold a weekend, three business days cannot.

    Wrong: `cancel: {within: 3, unit: days}` under a rule of 72 business hours.

    Right: `cancel: {within: 3, unit: business-days}`
    """
    for policy, terms, rule in _held_against(school):
        ours, asked = terms.cancel, rule.terms.cancel
        if ours is None or asked is None:
            continue
        if not is_as_long(ours, asked):
            message = f"one can cancel for {_length(ours)}, but {rule.name} asks for {_length(asked)}"
            related = _related(rule, "cancel")
            yield Fault(policy, ("refund", "cancel", "within"), message, "Give at least as long as the rule.", related)
        elif ours.kept > asked.kept:
            message = f"{number(ours.kept)} is kept from somebody who cancels in time, more than {rule.name} allows"
            related = _related(rule, "cancel")
            yield Fault(policy, ("refund", "cancel", "kept"), message, "Keep no more than the rule allows.", related)


@school_rule("F106", "kept-above-the-rule")
def kept_above_the_rule(school: School, context: BuildContext) -> Iterator[Fault]:
    """More is kept from somebody who never starts than the regulator's rule allows.

    Wrong: `not_started_kept: 250` under a rule that allows 200.

    Right: `not_started_kept: 200`
    """
    for policy, terms, rule in _held_against(school):
        ours, most = terms.not_started_kept, rule.terms.not_started_kept
        if ours is not None and most is not None and ours > most:
            yield Fault(
                policy,
                ("refund", "not_started_kept"),
                f"{number(ours)} is kept from somebody who never starts, but {rule.name} allows {number(most)}",
                "Keep no more than the rule allows.",
                _related(rule, "not_started_kept"),
            )


@school_rule("F107", "refund-later-than-the-rule")
def refund_later_than_the_rule(school: School, context: BuildContext) -> Iterator[Fault]:
    """A refund is paid later than the regulator's rule asks.

    Wrong: `pay_within_days: 45` under a rule of 30 days.

    Right: `pay_within_days: 30`
    """
    for policy, terms, rule in _held_against(school):
        ours, most = terms.pay_within_days, rule.terms.pay_within_days
        if ours is not None and most is not None and ours > most:
            message = f"a refund is paid within {ours} days, but {rule.name} asks for {most}"
            related = _related(rule, "pay_within_days")
            yield Fault(policy, ("refund", "pay_within_days"), message, "Pay at least as soon as the rule.", related)


@school_rule("F108", "rule-not-comparable", Severity.WARNING)
def rule_not_comparable(school: School, context: BuildContext) -> Iterator[Fault]:
    """The regulator's rule counts terms and the policy the whole program, or the other way round.

    Nothing can then be said about whether the policy gives back enough; somebody must work it out by hand.

    Wrong: `period: program` under a rule with `period: term`.

    Right: the same `period` as the rule.
    """
    for policy, terms, rule in _held_against(school):
        if not is_comparable(terms, rule.terms):
            message = (
                f"{rule.name} counts over the {rule.terms.period.value}, this policy over the {terms.period.value}"
            )
            hint = "Set period as the rule does, or compare the two by hand."
            yield Fault(policy, ("refund", "period"), message, hint, _related(rule, "period"))


FLOOR: tuple[Rule, ...] = (
    refund_below_the_rule,
    cancel_time_below_the_rule,
    kept_above_the_rule,
    refund_later_than_the_rule,
    rule_not_comparable,
)
