"""Rules of honesty: effects carry grades, grades carry sources, doubtful claims stay labeled, nothing goes unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.diagnostics import RelatedPlace
from prospectus.model.claim import UNSUPPORTED, Claim, ClaimType, Verdict
from prospectus.model.comparison import Disagreement
from prospectus.model.evidence import Evidence, Grade
from prospectus.model.record import KeyPath, Record
from prospectus.model.school import School
from prospectus.model.statement import Basis
from prospectus.model.technique import Technique
from prospectus.model.walk import statements_of

GRADES_THAT_NEED_SOURCES = frozenset({Grade.MODERATE, Grade.WEAK, Grade.CONFLICTING, Grade.WEAK_AGAINST})


@record_rule("E101", "effect-without-grade", "technique")
def effect_without_grade(technique: Technique, context: BuildContext) -> Iterator[Fault]:
    """A technique states an effect without saying how well it is known.

    An effect without a grade reads as a fact. The grades are explained on the page "About the evidence".

    Wrong:

        effects:
          - text: Eases tension.

    Right:

        effects:
          - text: Eases tension.
            grade: insufficient
            sources: [some-review]
    """
    for index, effect in enumerate(technique.effects):
        if effect.grade is None:
            yield Fault(
                technique,
                ("effects", index),
                "this effect has no evidence grade, so it would read as a fact",
                f"Add grade: one of {', '.join(grade.value for grade in Grade)}.",
            )


@school_rule("E102", "unsupported-claim-as-fact")
def unsupported_claim_as_fact(school: School, context: BuildContext) -> Iterator[Fault]:
    """An effect repeats a claim that the evidence does not carry.

    The claims register says "not shown", "no support" or "contradicted". Such a claim may be quoted and labeled in
    the register; it may not stand among a technique's effects with a grade that speaks for it.

    Wrong:

        effects:
          - text: Restores tissue polarity.
            grade: weak
            rests_on: negative-polarity

    Right: move it to `not_shown`, in the words the register gives.
    """
    favorable = {Grade.MODERATE, Grade.WEAK, Grade.CONFLICTING, None}
    for technique in school.techniques.values():
        for index, effect in enumerate(technique.effects):
            claim = school.claims.get(effect.rests_on) if effect.rests_on else None
            if claim is not None and claim.verdict in UNSUPPORTED and effect.grade in favorable:
                yield Fault(
                    technique,
                    ("effects", index, "rests_on"),
                    f'this effect repeats the claim "{claim.id}", which the register marks as {claim.verdict.value}',
                    "Move it to not_shown, or change it to what the register says.",
                    (RelatedPlace(claim.at("verdict"), "the verdict"),),
                )


@record_rule("E103", "mechanism-without-evidence", "claim")
def mechanism_without_evidence(claim: Claim, context: BuildContext) -> Iterator[Fault]:
    """A claim about how massage works is called fair without a source.

    An explanation that nothing supports would reach the page as a fact.

    Wrong: `type: mechanism`, `verdict: fair`, and no `sources`.

    Right: name the sources, or choose a verdict such as `not-shown` or `no-support`.
    """
    if claim.type in (ClaimType.MECHANISM, ClaimType.EFFICACY) and claim.verdict is Verdict.FAIR and not claim.sources:
        yield Fault(
            claim,
            ("verdict",),
            "this claim is called fair, but no source supports it",
            "Name the sources, or choose not-shown or no-support.",
        )


@record_rule("E104", "undecided-disagreement", "disagreement")
def undecided_disagreement(disagreement: Disagreement, context: BuildContext) -> Iterator[Fault]:
    """Sources differ, and the school says neither what it teaches nor that it leaves the question open.

    Nothing is settled silently: a reader sees every position, then the school's decision and its reason, or the plain
    words that sources differ.

    Wrong: only `positions`.

    Right: `decision` and `reason`; or `left_open: true` and `reason`.
    """
    if disagreement.decision is None and not disagreement.left_open:
        yield Fault(
            disagreement,
            (),
            "sources differ here, and the school has neither decided nor left it open",
            "Add decision and reason, or left_open: true and reason.",
        )
    elif disagreement.reason is None:
        yield Fault(disagreement, (), "the school's position here has no reason", "Add reason.")
    elif disagreement.decision is not None and disagreement.left_open:
        yield Fault(disagreement, ("left_open",), "this is both decided and left open", "Keep one of the two.")


@record_rule("E105", "statement-without-source", "*")
def statement_without_source(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A statement says it is sourced and names no source.

    Every statement rests on sources, or says plainly that it does not: `basis: practice` prints "general professional
    knowledge, not sourced", `basis: unchecked` prints "not yet checked by a clinician".

    Wrong:

        cautions:
          - text: Work slowly.

    Right:

        cautions:
          - text: Work slowly.
            basis: practice
    """
    for path, statement in statements_of(record):
        if statement.basis is Basis.SOURCED and not statement.sources:
            yield Fault(
                record,
                path,
                "this statement names no source and does not say what else it rests on",
                "Add sources, or basis: practice, or basis: unchecked.",
            )


@record_rule("E106", "grade-without-source", "*")
def grade_without_source(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A grade that speaks for or against an effect rests on no source.

    "Insufficient" and "none found" can stand alone; "moderate", "weak", "conflicting" and "weak against" say that
    somebody looked, so they name who did.

    Wrong:

        evidence:
          grade: weak

    Right:

        evidence:
          grade: weak
          sources: [some-review]
    """
    for path, part in _graded_parts(record):
        if part.grade in GRADES_THAT_NEED_SOURCES and not part.sources:
            yield Fault(
                record,
                (*path, "grade"),
                f'the grade "{part.grade.value}" rests on no source',
                "Add sources, or choose insufficient or none-found.",
            )


def _graded_parts(record: Record) -> Iterator[tuple[KeyPath, Any]]:
    for name in ("evidence", "effects", "techniques"):
        value = getattr(record, name, None)
        if isinstance(value, Evidence):
            yield (name,), value
        elif isinstance(value, tuple):
            yield from (((name, index), item) for index, item in enumerate(value) if hasattr(item, "grade"))


RULES: tuple[Rule, ...] = (
    effect_without_grade,
    unsupported_claim_as_fact,
    mechanism_without_evidence,
    undecided_disagreement,
    statement_without_source,
    grade_without_source,
)
