"""Rules on policies: terms where they belong, grades without gaps, and numbers that agree from policy to policy."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from prospectus.artifact import BuildContext
from prospectus.check.refund_floor import FLOOR
from prospectus.check.refunds import TERMS, number
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.diagnostics import RelatedPlace
from prospectus.model.policy import Policy, PolicyTopic
from prospectus.model.school import School
from prospectus.reckoning.refund_floor import programs_under

TERMS_OF_TOPIC = {
    PolicyTopic.GRADING: "grading",
    PolicyTopic.ATTENDANCE: "attendance",
    PolicyTopic.PROGRESS: "progress",
    PolicyTopic.REFUND: "refund",
}


@record_rule("F114", "terms-off-topic", "policy")
def terms_off_topic(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """A policy holds numbers that belong to another topic.

    Readers look for the numbers of a refund in the refund policy, and the checks do too.

    Wrong: `topic: leave` with `attendance:`

    Right: `topic: attendance` with `attendance:`
    """
    for topic, field in (*TERMS_OF_TOPIC.items(), (PolicyTopic.REFUND, "regulator_rule")):
        if policy.topic is not topic and getattr(policy, field) is not None:
            message = f"this policy is about {policy.topic.value}, but {field} belongs to the topic {topic.value}"
            yield Fault(policy, (field,), message, "Move it to the policy on that topic, or correct the topic.")


@record_rule("F115", "topic-without-terms", "policy")
def topic_without_terms(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """A policy on grades, attendance, progress or refunds has no numbers.

    Students count on these numbers and regulators ask for them. As data they can be checked.

    Wrong: `topic: refund` without `refund:`

    Right: `topic: refund` with `refund:`
    """
    field = TERMS_OF_TOPIC.get(policy.topic)
    if field is not None and getattr(policy, field) is None:
        message = f"this policy is about {policy.topic.value}, but holds no {field}"
        yield Fault(policy, ("topic",), message, f"Add {field} with its numbers.")


@record_rule("F116", "grades-leave-a-gap", "policy")
def grades_leave_a_gap(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """The grades overlap or do not reach down to 0.

    Every percentage must have exactly one grade. The best stands first, and the last begins at 0.

    Wrong: grades from 90, 90 and 70.

    Right: grades from 90, 70 and 0.
    """
    steps = policy.grading.steps if policy.grading is not None else ()
    for index, (better, worse) in enumerate(pairwise(steps), start=1):
        if worse.lowest >= better.lowest:
            message = f'"{worse.letter}" begins at {number(worse.lowest)} percent, not below "{better.letter}"'
            yield Fault(policy, ("grading", "steps", index, "lowest"), message, "Put the best grade first.")
            return
    if steps and steps[-1].lowest > 0:
        message = f"below {number(steps[-1].lowest)} percent there is no grade"
        yield Fault(policy, ("grading", "steps", len(steps) - 1, "lowest"), message, "Let the last grade begin at 0.")


@record_rule("F117", "pass-mark-off-the-scale", "policy")
def pass_mark_off_the_scale(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """The lowest percentage that passes is not where a grade begins.

    One grade would then be both passed and failed.

    Wrong: `passing: 75`, and grades from 90, 70 and 0.

    Right: `passing: 70`
    """
    grading = policy.grading
    if grading is not None and grading.passing not in {step.lowest for step in grading.steps}:
        message = f"{number(grading.passing)} percent passes, but no grade begins there"
        yield Fault(policy, ("grading", "passing"), message, "Correct it, or add a grade that begins there.")


@record_rule("F118", "checks-out-of-order", "policy")
def checks_out_of_order(policy: Policy, context: BuildContext) -> Iterator[Fault]:
    """The points at which progress is looked at are not in order, lie outside the program, or are missing.

    Wrong: `checkpoints: [50, 25, 120]`

    Right: `checkpoints: [25, 50, 100]`
    """
    checks = policy.progress.checkpoints if policy.progress is not None else None
    if checks is None:
        return
    if not checks:
        yield Fault(policy, ("progress", "checkpoints"), "progress is never looked at", "Add at least one point.")
    for index, check in enumerate(checks):
        earlier = checks[index - 1] if index else Decimal(0)
        if not earlier < check <= 100:
            message = f"{number(check)} is not between {number(earlier)} and 100 percent"
            hint = "Put the points in order, in percent of the program."
            yield Fault(policy, ("progress", "checkpoints", index), message, hint)
            return


@school_rule("F119", "attendance-numbers-differ")
def attendance_numbers_differ(school: School, context: BuildContext) -> Iterator[Fault]:
    """The policies on attendance and on progress ask for different attendance.

    A student who meets one and fails the other cannot know what holds.

    Wrong: `minimum_percent: 90` under attendance, `minimum_attendance: 80` under progress.

    Right: the same number in both.
    """
    for progress in school.policies.values():
        for attendance in school.policies.values():
            if progress.progress is None or attendance.attendance is None or not _meet(school, progress, attendance):
                continue
            one, other = progress.progress.minimum_attendance, attendance.attendance.minimum_percent
            if one != other:
                yield Fault(
                    progress,
                    ("progress", "minimum_attendance"),
                    f"progress asks for {number(one)} percent attendance, attendance itself for {number(other)}",
                    "Give both the same number.",
                    (RelatedPlace(attendance.at("attendance", "minimum_percent"), "the number for attendance"),),
                )


@school_rule("F120", "longest-times-differ")
def longest_times_differ(school: School, context: BuildContext) -> Iterator[Fault]:
    """A program and the policy on progress give different longest times.

    Wrong: `max_time_percent: 200` in a program, 150 in the policy that holds for it.

    Right: the same number, or a policy of its own for that program.
    """
    for policy in school.policies.values():
        for program in programs_under(school, policy):
            if policy.progress is None or program.max_time_percent in (None, policy.progress.max_time_percent):
                continue
            yield Fault(
                program,
                ("max_time_percent",),
                f"this program allows {program.max_time_percent} percent of its usual length, "
                f'but "{policy.name}" allows {policy.progress.max_time_percent}',
                "Give both the same number.",
                (RelatedPlace(policy.at("progress", "max_time_percent"), "the number of the policy"),),
            )


@school_rule("F121", "two-policies-for-one-topic")
def two_policies_for_one_topic(school: School, context: BuildContext) -> Iterator[Fault]:
    """Two policies on one topic hold for the same program.

    Nobody can say which of the two holds.

    Wrong: two files with `topic: refund`, and neither names its `programs`.

    Right: each names the programs it holds for, or one of them goes. Topic other may stand more than once.
    """
    for first, second in combinations(school.policies.values(), 2):
        if first.topic is second.topic is not PolicyTopic.OTHER and _meet(school, first, second):
            yield Fault(
                second,
                ("topic",),
                f'"{first.name}" is about {first.topic.value} too, and holds for the same programs',
                "Name the programs that each holds for, or remove one of the two.",
                (RelatedPlace(first.at("topic"), "the other policy"),),
            )


def _meet(school: School, first: Policy, second: Policy) -> bool:
    """Say whether two policies hold for a program together; two that name none hold for all."""
    if not first.programs and not second.programs:
        return True
    ids = {program.id for program in programs_under(school, first)}
    return any(program.id in ids for program in programs_under(school, second))


RULES: tuple[Rule, ...] = (
    *TERMS,
    *FLOOR,
    terms_off_topic,
    topic_without_terms,
    grades_leave_a_gap,
    pass_mark_off_the_scale,
    checks_out_of_order,
    attendance_numbers_differ,
    longest_times_differ,
    two_policies_for_one_topic,
)
