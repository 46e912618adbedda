"""Rules on the terms of a refund: steps that cover everything and never rise, examples and sums that are right."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.model.policy import Policy
from prospectus.model.record import KeyPath
from prospectus.model.refund import RefundMethod
from prospectus.model.school import School
from prospectus.reckoning.refund import refund_for, refundable_charges
from prospectus.reckoning.refund_floor import programs_under


def number(amount: Decimal) -> str:
    """Give a number without zeros at its end."""
    return f"{amount.normalize():f}"


@record_rule("F101", "refund-steps-leave-a-gap", "policy")
def refund_steps_leave_a_gap(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """The steps of a refund do not cover the program from beginning to end.

    A student who leaves in the gap cannot know what comes back. Steps go up, each says where it ends, by a share done
    or by days, and the last one ends at 100 percent, or `after_end` says what holds past it.

    Wrong: `tiers: [{up_to: 25, refund: 50}]` without `after_end`.

    Right: `tiers: [{up_to: 25, refund: 50}, {up_to: 100, refund: 0}]`
    """
    terms = policy.refund
    if terms is None or terms.method is not RefundMethod.TIERS:
        return
    last: tuple[int, Decimal] = (0, Decimal(-1))
    for index, tier in enumerate(terms.tiers):
        if (tier.up_to is None) is (tier.days is None):
            hint = "Give up_to (percent done) or days, and only one of them."
            yield Fault(policy, ("refund", "tiers", index), "this step does not say where it ends", hint)
            return
        end = (0, Decimal(tier.days or 0)) if tier.up_to is None else (1, tier.up_to)
        if end <= last:
            message = "this step ends before the one above it has ended, so nobody is ever on it"
            yield Fault(policy, ("refund", "tiers", index), message, "Put the steps in order, days first.")
            return
        last = end
    if last != (1, Decimal(100)) and terms.after_end is None:
        end_words = f"the last step ends at {number(last[1])} percent" if last[0] else "no step counts a share done"
        message = f"{end_words}, and nothing says what holds after it"
        yield Fault(policy, ("refund", "tiers"), message, "Add a step up to 100, or say it under after_end.")


@record_rule("F102", "refund-rises", "policy")
def refund_rises(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """A later step gives more back than an earlier one.

    Students would gain by waiting, and no regulator reads such steps as meant. Sums that are kept cannot make a
    refund rise, for they stay the same from the first class on.

    Wrong: `tiers: [{up_to: 25, refund: 30}, {up_to: 100, refund: 50}]`

    Right: `tiers: [{up_to: 25, refund: 50}, {up_to: 100, refund: 30}]`
    """
    tiers = policy.refund.tiers if policy.refund is not None else ()
    for index, (earlier, later) in enumerate(itertools.pairwise(tiers), start=1):
        if later.refund > earlier.refund:
            yield Fault(
                policy,
                ("refund", "tiers", index, "refund"),
                f"this step gives {number(later.refund)} percent back, more than {number(earlier.refund)} before it",
                "Correct one of the two steps.",
            )


@record_rule("F103", "refund-example-differs", "policy")
def refund_example_differs(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """A worked example gives another sum than the terms make.

    Examples are what students remember. Each is worked out from the terms, to the cent.

    Wrong, pro-rata: `{charged: 1000, paid: 1000, done: 25, refund: 700}`

    Right: `{charged: 1000, paid: 1000, done: 25, refund: 750}`
    """
    for index, example in enumerate(policy.refund.examples if policy.refund is not None else ()):
        assert policy.refund is not None
        made = refund_for(policy.refund, example.charged, example.paid, example.done)
        if example.refund != made.refund:
            said, right, field, noun = example.refund, made.refund, "refund", "comes back"
        elif example.owed != made.owed:
            said, right, field, noun = example.owed, made.owed, "owed", "is owed"
        else:
            continue
        message = f"the example says that {number(said)} {noun}, but the terms make it {number(right)}"
        yield Fault(policy, ("refund", "examples", index, field), message, "Correct the example or the terms.")


@record_rule("F109", "refund-terms-incomplete", "policy")
def refund_terms_incomplete(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """The terms of a refund leave open what every student asks.

    They say how long one can cancel, what is kept from somebody who never starts, what counts as done and within how
    many days the money is paid.

    Wrong: terms without `cancel`.

    Right: `cancel: {within: 3, unit: business-days}`
    """
    terms = policy.refund
    wanted = ("cancel", "not_started_kept", "basis", "pay_within_days")
    missing = [name for name in wanted if terms is not None and getattr(terms, name) is None]
    if missing:
        message = f"the terms of the refund do not say {', '.join(missing)}"
        yield Fault(policy, ("refund",), message, f"Add {', '.join(missing)}.")


@record_rule("F110", "refund-method-mixed", "policy")
def refund_method_mixed(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """Steps and pro-rata stand side by side, and only one of them is used.

    Wrong: `method: pro-rata` with `tiers`.

    Right: `method: tiers` with `tiers`, or `method: pro-rata` with `pro_rata_until`.
    """
    terms = policy.refund
    if terms is None:
        return
    if terms.method is RefundMethod.PRO_RATA and terms.tiers:
        yield Fault(
            policy, ("refund", "tiers"), "the method is pro-rata, so these steps are never used", "Remove them."
        )
    if terms.method is RefundMethod.TIERS and terms.pro_rata_until is not None:
        message = "the method is tiers, so this number is never used"
        yield Fault(policy, ("refund", "pro_rata_until"), message, "Remove it, or set method to pro-rata.")


@record_rule("F111", "pro-rata-without-end", "policy")
def pro_rata_without_end(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """Pro-rata ends somewhere, and nothing says what holds after it.

    Wrong: `pro_rata_until: 60` without `after_end`.

    Right: `pro_rata_until: 60` with `after_end: Past this point nothing comes back.`
    """
    terms = policy.refund
    if terms is None or terms.method is not RefundMethod.PRO_RATA or terms.after_end is not None:
        return
    if terms.pro_rata_until is not None and terms.pro_rata_until < 100:
        message = f"nothing says what holds after {number(terms.pro_rata_until)} percent"
        yield Fault(policy, ("refund", "pro_rata_until"), message, "Say it under after_end.")


@record_rule("F112", "kept-without-a-sum", "policy")
def kept_without_a_sum(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """Something is kept, but neither as a sum nor as a share.

    Wrong: `retained: [{name: Administration}]`

    Right: `retained: [{name: Administration, amount: 100, percent: 10}]`
    """
    for index, entry in enumerate(policy.refund.retained if policy.refund is not None else ()):
        if entry.amount is None and entry.percent is None:
            message = f'"{entry.name}" is kept, but nothing says how much'
            yield Fault(policy, ("refund", "retained", index), message, "Give amount, percent or both.")


@school_rule("F113", "kept-more-than-charged")
def kept_more_than_charged(school: School, context: BuildContext) -> Iterator[Fault]:
    """A sum that is kept is higher than all refundable charges of a program the policy holds for.

    A student of that program would get nothing back from the first day on, whatever the steps say.

    Wrong: `retained: [{name: Administration, amount: 500}]`, and a program with a tuition of 384.

    Right: `retained: [{name: Administration, amount: 500, percent: 10}]`, the lesser of the two.
    """
    for policy in school.policies.values():
        terms = policy.refund
        charges = [refundable_charges(terms, p.fees) for p in programs_under(school, policy) if p.fees] if terms else []
        if terms is None or not charges:
            continue
        kept: list[tuple[KeyPath, Decimal]] = [
            (("refund", "retained", index, "amount"), entry.amount)
            for index, entry in enumerate(terms.retained)
            if entry.amount is not None and entry.percent is None and terms.retained_at_most is None
        ]
        kept += [(("refund", "not_started_kept"), terms.not_started_kept or Decimal(0))]
        kept += [(("refund", "cancel", "kept"), terms.cancel.kept if terms.cancel is not None else Decimal(0))]
        for path, amount in kept:
            if amount > min(charges):
                message = f"{number(amount)} is kept, but a program charges only {number(min(charges))} in all"
                yield Fault(policy, path, message, "Keep less, or the lesser of a sum and a share.")


TERMS: tuple[Rule, ...] = (
    refund_steps_leave_a_gap,
    refund_rises,
    refund_example_differs,
    refund_terms_incomplete,
    refund_method_mixed,
    pro_rata_without_end,
    kept_without_a_sum,
    kept_more_than_charged,
)
