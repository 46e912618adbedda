"""Rules on wording: what students and clients read first is written in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.reading_level import reading_grade
from prospectus.check.rule import Fault, Rule, school_rule
from prospectus.diagnostics import Severity
from prospectus.model.condition import Condition
from prospectus.model.school import School
from prospectus.model.technique import Technique

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


RULES: tuple[Rule, ...] = (hard_to_read,)
