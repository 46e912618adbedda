"""Rules on wording: what students and clients read first is written in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.reading_level import reading_grade
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.diagnostics import Severity
from prospectus.model.condition import Condition
from prospectus.model.record import KeyPath, Record
from prospectus.model.school import School
from prospectus.model.technique import Technique
from prospectus.model.walk import lines_of, proses_of
from prospectus.reckoning.promises import LICENSE, PAY_IN_NUMBERS, WORK, promise_in

HIGHEST_GRADE = 10


@school_rule("W101", "hard-to-read", Severity.WARNING)
def hard_to_read(school: School, context: BuildContext) -> Iterator[Fault]:
    """A summary reads above US school grade 10.

    The summary of a technique or condition is the first thing that a student or a client reads, on its page and in
    lists. The grade is the Flesch-Kincaid grade level. Terms of the glossary and the record's own names do not count
    against it.

    Wrong: `summary: Therapeutic manipulation of superficial musculature facilitates parasympathetic activation.`

    Right: `summary: Long, slow strokes that help most people rest.`
    """
    terms = {word for term in school.terms.values() for word in (term.name, *term.forms)}
    records: list[Technique | Condition] = [*school.techniques.values(), *school.conditions.values()]
    for record in records:
        # Most summaries are plain even with their names and terms counted; looking for these is what costs time.
        if reading_grade(record.summary.plain) <= HIGHEST_GRADE:
            continue
        grade = reading_grade(record.summary.plain, {record.name, *record.also_called, *terms})
        if grade > HIGHEST_GRADE:
            yield Fault(
                record,
                ("summary",),
                f"this summary reads at US school grade {grade:.0f}, and many readers stop at grade {HIGHEST_GRADE}",
                "Cut long sentences in two, and choose shorter words.",
            )


OTHERS_WORDS = frozenset({"source", "claim", "accepted-finding"})
"""Kinds that repeat what others say in order to judge it, or that no reader sees."""


def _texts(record: Record) -> Iterator[tuple[KeyPath, str]]:
    """Give every text of a record that readers take for the school's own word."""
    if record.kind not in OTHERS_WORDS:
        yield from ((path, prose.plain) for path, prose in proses_of(record))
        yield from lines_of(record)


@record_rule("W102", "promise-of-work", "*")
def promise_of_work(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A text promises a job or an income.

    No school can promise work, and most regulators forbid the promise in a catalog. Numbers beside pay belong into the
    figures about the occupation, with their year and source.

    Wrong: `A guaranteed job in a high-paying field.`

    Right: `We help graduates look for work. We do not guarantee a job or an income.`
    """
    for path, text in _texts(record):
        promise = promise_in(text, WORK)
        if not promise and record.kind != "occupation-figure":
            promise = promise_in(text, PAY_IN_NUMBERS)
        if promise:
            yield Fault(
                record,
                path,
                f'"{promise}" reads as a promise of work or pay, which no school can give',
                "Say what the school does, and leave out what it cannot promise.",
            )


@record_rule("W103", "promise-of-license", "*")
def promise_of_license(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A text promises a license, or a passed exam.

    A board gives the license, and it looks at more than hours. A student who trusts the promise cannot get the money
    back from the board.

    Wrong: `After this program you will be licensed.`

    Right: `After this program you may apply for a license where its hours are enough.`
    """
    for path, text in _texts(record):
        if promise := promise_in(text, LICENSE):
            yield Fault(
                record,
                path,
                f'"{promise}" reads as a promise of a license, which only a board can give',
                "Say what the program teaches, and where its hours are enough.",
            )


RULES: tuple[Rule, ...] = (hard_to_read, promise_of_work, promise_of_license)
