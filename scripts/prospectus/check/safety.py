"""Rules of safety. None of them can be silenced by an accepted exception."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.diagnostics import RelatedPlace, Severity
from prospectus.model.condition import Condition
from prospectus.model.pairing import pair
from prospectus.model.publication import held_back_conditions
from prospectus.model.record import Record, ReviewStatus
from prospectus.model.safety import Level
from prospectus.model.school import School


@school_rule("S101", "forbidden-pair", excusable=False)
def forbidden_pair(school: School, context: BuildContext) -> Iterator[Fault]:
    """A condition recommends a technique that one of the two records forbids.

    A student would read "use this" on one page and "never" on another. A technique listed under a condition's
    `techniques` must not have an absolute contraindication for that condition, in either record. Basis: the sources
    of the contraindication itself; the federal list behind the standing rules (nccam-contraindications-copy) sets
    "do not massage" apart from "ask first".

    Wrong, when the technique's absolute contraindications name the condition:

        techniques:
          - technique: deep-tissue-massage

    Right: remove the technique from the condition, or correct the contraindication.
    """
    for condition in school.conditions.values():
        for index, use in enumerate(condition.techniques):
            technique = school.techniques.get(use.technique)
            if technique is None:
                continue
            for objection in pair(technique, condition).objections:
                if objection.level is Level.ABSOLUTE:
                    owner: Record = technique if objection.owner == "technique" else condition
                    yield Fault(
                        condition,
                        ("techniques", index, "technique"),
                        f'"{technique.name}" is recommended here, but it must never be used with this condition',
                        "Remove the technique from this condition, or correct the contraindication.",
                        (RelatedPlace(owner.at(*objection.path), "forbidden here"),),
                    )


@record_rule("S102", "missing-red-flags", "condition", excusable=False)
def missing_red_flags(condition: Condition, context: BuildContext) -> Iterator[Fault]:
    """A condition has no danger signs.

    Its page would open without the one thing a reader must know first. Every condition has at least one sign that
    calls for a clinician.

    Wrong: no `red_flags`.

    Right:

        red_flags:
          - text: Fever with a swollen joint.
            urgency: clinician
            sources: [some-source]
    """
    if not condition.red_flags:
        yield Fault(
            condition,
            (),
            "this condition has no danger signs, so its page cannot say when to get help",
            "Add red_flags, each with an urgency and a source.",
        )


@record_rule("S103", "missing-contraindication", "condition", excusable=False)
def missing_contraindication(condition: Condition, context: BuildContext) -> Iterator[Fault]:
    """A condition has no contraindication of any level, neither its own nor a standing rule.

    "Nothing written" would read as "always safe", which is true of no condition.

    Wrong:

        contraindications: {}

    Right:

        contraindications:
          local:
            - text: Keep off the swollen area.
              sources: [some-source]
    """
    own = condition.contraindications
    if not (own.absolute or own.local or own.clearance or condition.standing_rules):
        yield Fault(
            condition,
            ("contraindications",),
            "this condition has no contraindications, which would read as always safe",
            "Add contraindications (absolute, local or clearance) or name a standing rule.",
        )


@record_rule("S104", "condition-without-source", "condition", excusable=False)
def condition_without_source(condition: Condition, context: BuildContext) -> Iterator[Fault]:
    """Neither the definition, nor the evidence, nor a danger sign of a condition names a source.

    A clinical page that rests on nothing cannot be checked by anybody.

    Wrong: no `sources` anywhere in the record.

    Right: name the sources beside the statements they carry.
    """
    statements = (condition.definition, *condition.red_flags)
    if not condition.evidence.sources and not any(statement.sources for statement in statements):
        yield Fault(
            condition,
            ("definition",),
            "this condition names no source for its definition, evidence or danger signs",
            "Name the sources beside the statements they carry.",
        )


@school_rule("S105", "pressure-above-limit", excusable=False)
def pressure_above_limit(school: School, context: BuildContext) -> Iterator[Fault]:
    """A condition limits pressure, but recommends a technique that starts above the limit.

    The scale has five levels; the lightest form of a technique must lie at or below the condition's limit.

    Wrong: `pressure_limit: 2` with a technique whose pressure begins at 4.

    Right: choose a lighter technique, or correct one of the numbers.
    """
    for condition in school.conditions.values():
        for index, use in enumerate(condition.techniques):
            technique = school.techniques.get(use.technique)
            limit = condition.pressure_limit
            if technique is not None and limit is not None and technique.pressure.lowest > limit:
                yield Fault(
                    condition,
                    ("techniques", index, "technique"),
                    f'"{technique.name}" begins at pressure {technique.pressure.lowest}; the limit here is {limit}',
                    "Choose a lighter technique, or correct one of the two numbers.",
                    (RelatedPlace(technique.at("pressure"), "the technique's pressure"),),
                )


@record_rule("S106", "review-without-reviewer", "*", excusable=False)
def review_without_reviewer(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A record says it was clinically reviewed, but nobody signed, or the day of signing lies ahead.

    Only a person with a credential can review. Readers are shown the name, the credential and the day.

    Wrong:

        review: {status: clinically-reviewed}

    Right: add `reviewer` with name, credential and signed_on.
    """
    review = record.review
    if review.status is ReviewStatus.CLINICALLY_REVIEWED:
        if review.reviewer is None:
            yield Fault(
                record,
                ("review", "status"),
                "this record says it was clinically reviewed, but nobody signed it",
                "Add reviewer with name, credential and signed_on, or set the status to sourced.",
            )
        elif review.reviewer.signed_on > context.as_of:
            yield Fault(
                record,
                ("review", "reviewer", "signed_on"),
                "the reviewer's signature is dated in the future",
                "Enter the day the reviewer really signed.",
            )


@school_rule("S107", "condition-held-back", Severity.WARNING, excusable=False)
def condition_held_back(school: School, context: BuildContext) -> Iterator[Fault]:
    """The school asks for clinical review, and this condition has no valid signature; its page is held back.

    With `clinical_review: required`, a condition is published only while a named reviewer's signature is valid. Until
    then its address shows that the page waits for review.

    Wrong, with `clinical_review: required`:

        review: {status: sourced}

    Right: a clinician reads the record and signs it under `review`.
    """
    for condition in held_back_conditions(school, context.as_of):
        signed = condition.review.reviewer is not None
        why = "the signature has run out" if signed else "no clinician has signed it"
        yield Fault(
            condition,
            ("review",),
            f'"{condition.name}" is held back, because {why}',
            "Ask a clinician to review and sign it, or set clinical_review to banner in content/school.yml.",
        )


@school_rule("S108", "missing-screening", excusable=False)
def missing_screening(school: School, context: BuildContext) -> Iterator[Fault]:
    """The site shows conditions, but there is no screening checklist.

    The questions before every session come before any technique. Every condition's page leads to them first.

    Wrong: files in `conditions/`, and no `content/screening.yml`.

    Right: write `content/screening.yml`, with a group of questions for each thing to do after a yes.
    """
    profile = school.profile
    if profile is None or not school.conditions or "screening" in school.incomplete_kinds:
        return
    if school.screening is None and not school.is_unreadable("screening", "screening"):
        yield Fault(
            profile,
            (),
            "there is no screening checklist, so pages cannot say what to ask first",
            "Add content/screening.yml.",
        )


RULES: tuple[Rule, ...] = (
    forbidden_pair,
    missing_red_flags,
    missing_contraindication,
    condition_without_source,
    pressure_above_limit,
    review_without_reviewer,
    condition_held_back,
    missing_screening,
)
