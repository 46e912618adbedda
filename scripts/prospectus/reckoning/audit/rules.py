"""Probes on policies: admission, refunds, grades, progress, attendance, conduct, complaints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from prospectus.language import mark, say
from prospectus.model.policy import GradingScale, Policy, PolicyTopic
from prospectus.model.refund import RefundTerms
from prospectus.reckoning.audit.answer import Answer, Look, Page, Where, found, no_catalog
from prospectus.reckoning.audit.front import agency_gaps
from prospectus.reckoning.refund import is_as_long, refund_for

POINTS = tuple(Decimal(done) for done in (0, 10, 25, 50, 60, 100))
"""Shares of a program, in percent, at which a refund is worked out."""

CHARGED = Decimal(10000)
"""Charges that a refund is tried on; large enough that sums that are kept do not hide its course."""


def _policy(look: Look, topic: PolicyTopic, what: str, *words: tuple[str, ...]) -> Answer:
    """Answer on a policy that must exist and, for each group of words, hold one of them."""
    held = look.policies(topic)
    if not held:
        return found(look, [say("a policy on {topic}", topic=say(what))])
    gaps = [
        say("a word on {subject} in the policy on {topic}", subject=say(group[0]), topic=say(what))
        for group in words
        if not _speaks_of(held, group)
    ]
    return found(look, gaps, *held)


def _speaks_of(policies: tuple[Policy, ...], words: tuple[str, ...]) -> bool:
    """Say whether a policy has a word that begins so; "tip" is found in "tips", and not in "multiple"."""
    text = " ".join(
        f"{part.title} {part.text.plain}" for policy in policies for part in policy.sections
    ) + " ".join(policy.summary.plain for policy in policies)  # fmt: skip
    return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in words)


def admission(look: Look) -> Answer:
    """CAT-23: what every program asks for, how one applies, and the agreement."""
    programs = look.school.programs.values()
    gaps = [
        say("what an applicant to {program} needs", program=program.name)
        for program in programs
        if not program.admission
    ]
    answer = _policy(
        look, PolicyTopic.ADMISSION, mark("admission"), (mark("applying"), "appl"), (mark("the agreement"), "agreement")
    )
    if answer.text:
        gaps.append(answer.text)
    return found(look, gaps, *answer.where)


def languages(look: Look) -> Answer:
    """CAT-24: languages and visas."""
    if look.catalog is None:
        return no_catalog()
    told = look.catalog.languages
    gaps = [] if told is not None else [say("the language of teaching, and how well one must know it")]
    if told is None or "visa" not in told.plain.casefold():
        gaps.append(say("whether there is help with visas"))
    return found(look, gaps, look.catalog)


def transfer_in(look: Look) -> Answer:
    """CAT-25: earlier study; a refusal counts."""
    return _policy(look, PolicyTopic.TRANSFER_IN, mark("credit for earlier study"))


def transfer_out(look: Look) -> Answer:
    """CAT-26: other schools decide on our credits."""
    return _policy(look, PolicyTopic.TRANSFER_OUT, mark("taking credits to other schools"))


# -- refunds ---------------------------------------------------------------------------------------------------------


def _refunds(look: Look) -> list[tuple[Policy, RefundTerms]]:
    return [(policy, policy.refund) for policy in look.policies(PolicyTopic.REFUND) if policy.refund is not None]


def _on_refunds(look: Look, gaps: list[str]) -> Answer:
    policies: list[Where] = [policy for policy, _ in _refunds(look)]
    return found(look, gaps if policies else [say("a refund policy with its numbers")], *policies)


def cancelling(look: Look) -> Answer:
    """CAT-30: time to cancel, not shorter than the regulator's where one is known."""
    gaps = []
    for policy, terms in _refunds(look):
        rule = _rule(look, policy)
        if terms.cancel is None:
            gaps.append(say("the time to cancel in {policy}", policy=policy.name))
        elif rule is not None and rule.cancel is not None and not is_as_long(terms.cancel, rule.cancel):
            gaps.append(say("as long a time to cancel in {policy} as the regulator asks for", policy=policy.name))
    return _on_refunds(look, gaps)


def _rule(look: Look, policy: Policy) -> RefundTerms | None:
    rule = look.school.refund_rules.get(policy.regulator_rule or "")
    return rule.terms if rule is not None else None


def formula(look: Look) -> Answer:
    """CAT-31: a refund that can be worked out everywhere, and examples that come out the same."""
    gaps = []
    for policy, terms in _refunds(look):
        amounts = [refund_for(terms, CHARGED, CHARGED, done).refund for done in POINTS]
        if any(later > earlier for earlier, later in pairwise(amounts)):
            gaps.append(say("a refund in {policy} that never rises", policy=policy.name))
        if not terms.examples:
            gaps.append(say("a worked example in {policy}", policy=policy.name))
        for example in terms.examples:
            made = refund_for(terms, example.charged, example.paid, example.done)
            if (made.refund, made.owed) != (example.refund, example.owed):
                gaps.append(
                    say(
                        "an example in {policy} that comes out at {refund}, not {stated}",
                        policy=policy.name,
                        refund=made.refund,
                        stated=example.refund,
                    )
                )
    return _on_refunds(look, gaps)


def paying_back(look: Look) -> Answer:
    """CAT-32: the day that counts and the days until payment, not more than the regulator's where one is known."""
    gaps = []
    for policy, terms in _refunds(look):
        rule = _rule(look, policy)
        if terms.counted_from is None:
            gaps.append(say("the day a refund is reckoned from in {policy}", policy=policy.name))
        if terms.pay_within_days is None:
            gaps.append(say("the days until a refund is paid in {policy}", policy=policy.name))
        elif rule is not None and rule.pay_within_days is not None and terms.pay_within_days > rule.pay_within_days:
            gaps.append(
                say(
                    "a refund in {policy} within {pay_within_days} days, as the regulator asks for",
                    policy=policy.name,
                    pay_within_days=rule.pay_within_days,
                )
            )
    return _on_refunds(look, gaps)


def never_started(look: Look) -> Answer:
    """CAT-33: what is kept of somebody who never comes, within the regulator's cap where one is known."""
    gaps = []
    for policy, terms in _refunds(look):
        rule = _rule(look, policy)
        cap = rule.not_started_kept if rule is not None else None
        if terms.not_started_kept is None:
            gaps.append(say("what {policy} keeps of a student who never starts, 0 if nothing", policy=policy.name))
        elif cap is not None and terms.not_started_kept > cap:
            gaps.append(
                say(
                    "a sum of {cap} at most that {policy} keeps of a student who never starts",
                    cap=cap,
                    policy=policy.name,
                )
            )
    return _on_refunds(look, gaps)


# -- academics -------------------------------------------------------------------------------------------------------


def grading(look: Look) -> Answer:
    """CAT-35: grades from 100 to 0 without a gap, with the passing grade among them."""
    scales = [(policy, policy.grading) for policy in look.policies(PolicyTopic.GRADING) if policy.grading is not None]
    gaps = [] if scales else [say("a policy on grading with its grades")]
    for policy, scale in scales:
        gaps += _scale_gaps(policy, scale)
    return found(look, gaps, *(policy for policy, _ in scales))


def _scale_gaps(policy: Policy, scale: GradingScale) -> Iterator[str]:
    steps = [step.lowest for step in scale.steps]
    if any(lower >= higher for higher, lower in pairwise(steps)):
        yield say("grades in {policy} that fall from the best to the last", policy=policy.name)
    if steps[-1] != 0:
        yield say("a last grade in {policy} that begins at 0", policy=policy.name)
    if scale.passing not in steps:
        yield say("a passing grade in {policy} that is on the scale", policy=policy.name)


def progress(look: Look) -> Answer:
    """CAT-36: numbers and checkpoints of satisfactory progress; probation and appeal."""
    topic = PolicyTopic.PROGRESS
    terms = [policy.progress for policy in look.policies(topic) if policy.progress is not None]
    gaps = [] if terms else [say("the numbers of satisfactory progress")]
    if terms and not any(term.checkpoints for term in terms):
        gaps.append(say("when progress is looked at"))
    answer = _policy(
        look, topic, mark("satisfactory progress"), (mark("probation"), "probation"), (mark("an appeal"), "appeal")
    )
    if answer.text:
        gaps.append(answer.text)
    return found(look, gaps, *answer.where)


def reports(look: Look) -> Answer:
    """CAT-37: how often students hear of their progress."""
    held = look.policies(PolicyTopic.PROGRESS)
    told = any(policy.progress is not None and policy.progress.reports for policy in held)
    return found(look, [] if told else [say("how often students get a report on progress")], *held)


def attendance(look: Look) -> Answer:
    """CAT-38: least attendance, lateness, and what making up costs."""
    held = [policy for policy in look.policies(PolicyTopic.ATTENDANCE) if policy.attendance is not None]
    gaps = [] if held else [say("a policy on attendance with its numbers")]
    for policy in held:
        terms = policy.attendance
        if terms is not None and terms.tardy_after_minutes is None:
            gaps.append(say("when somebody is late, in {policy}", policy=policy.name))
        if terms is not None and terms.make_up_fee is None:
            gaps.append(say("what making up costs, in {policy}, 0 if nothing", policy=policy.name))
    return found(look, gaps, *held)


def leave(look: Look) -> Answer:
    """CAT-39: leave of absence."""
    return _policy(look, PolicyTopic.LEAVE, mark("leave of absence"))


def conduct(look: Look) -> Answer:
    """CAT-41: conduct and dismissal, coming back, and no pay to students for massage."""
    both = {PolicyTopic.CONDUCT: mark("a policy on conduct"), PolicyTopic.DISMISSAL: mark("a policy on dismissal")}
    held = tuple(policy for topic in both for policy in look.policies(topic))
    gaps = [say(missing) for topic, missing in both.items() if not look.policies(topic)]
    if held and not _speaks_of(held, ("re-enter", "re-entry", "come back", "coming back", "return", "readmi")):
        gaps.append(say("coming back after a dismissal"))
    if held and not _speaks_of(held, ("paid", "pay", "tip")):
        gaps.append(say("that students are not paid for massage"))
    return found(look, gaps, *held)


def grievance(look: Look) -> Answer:
    """CAT-42: steps inside, no retaliation, and a regulator with all contacts."""
    held = look.policies(PolicyTopic.GRIEVANCE)
    gaps = [] if held else [say("a policy on complaints")]
    if held and not any(len(policy.sections) > 1 for policy in held):
        gaps.append(say("a complaint in two steps or more"))
    if held and not _speaks_of(held, ("retaliat", "punish", "suffer", "held against", "worse")):
        gaps.append(say("that nobody suffers for a complaint"))
    agencies = [approval for approval in look.school.approvals.values() if approval.takes_complaints]
    if not agencies:
        gaps.append(say("an agency that takes complaints"))
    elif all([*agency_gaps(approval)] for approval in agencies):
        gaps += agency_gaps(agencies[0])
    return found(look, gaps, *held, Page.APPROVALS)
