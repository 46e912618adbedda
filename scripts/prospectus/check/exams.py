"""Rules on exams and figures about the occupation, and on the documents that licensing rests on."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean, record_rule, school_rule
from prospectus.diagnostics import Severity
from prospectus.model.exam import Exam
from prospectus.model.jurisdiction import Jurisdiction
from prospectus.model.occupation import OccupationFigure
from prospectus.model.profile import is_old
from prospectus.model.record import KeyPath, Record
from prospectus.model.school import School
from prospectus.reckoning.coverage import weight_seen


@school_rule("J111", "unknown-exam-area")
def unknown_exam_area(school: School, context: BuildContext) -> Iterator[Fault]:
    """A course names an area that the exam's newest outline does not have.

    The map of courses and exam areas would silently leave the course out.

    Wrong: `areas: [kinesology]`

    Right: `areas: [kinesiology]`
    """
    for course in school.courses.values():
        for index, coverage in enumerate(course.exam_areas):
            exam = school.exams.get(coverage.exam)
            known = [area.key for area in exam.outline.areas] if exam is not None else list(coverage.areas)
            for place, key in enumerate(coverage.areas):
                if key not in known:
                    yield Fault(
                        course,
                        ("exam_areas", index, "areas", place),
                        f'the newest outline of the exam has no area "{key}"{did_you_mean(key, known)}',
                        f"Write one of {', '.join(known)}.",
                    )


@record_rule("J112", "weights-above-hundred", "exam")
def weights_above_hundred(exam: Exam, context: BuildContext) -> Iterator[Fault]:
    """The weights of an exam's outline add up to more than 100 percent.

    Wrong: areas with 60, 30 and 20 percent.

    Right: the weights as the document gives them; leave out the percent of an area whose weight was not seen.
    """
    for index, outline in enumerate(exam.outlines):
        together = weight_seen(outline)
        if together > 100:
            yield Fault(
                exam,
                ("outlines", index, "areas"),
                f"the weights add up to {together.normalize():f} percent",
                "Correct the weights; leave out those that were not seen.",
            )


@record_rule("J113", "figure-without-year", "occupation-figure", Severity.WARNING)
def figure_without_year(figure: OccupationFigure, context: BuildContext) -> Iterator[Fault]:
    """A figure about the occupation has no year.

    Pay and numbers of jobs change each year. The page says "Not given", and readers cannot judge the figure.

    Wrong: a figure of pay without `year`.

    Right: `year: 2021`, or no figure.
    """
    if figure.year is None:
        yield Fault(
            figure, ("value",), "this figure has no year, so nobody can judge it", "Add year, or leave the figure out."
        )


@school_rule("J114", "license-fact-without-source")
def license_fact_without_source(school: School, context: BuildContext) -> Iterator[Fault]:
    """Hours, subjects, exam weights or a figure about the occupation name no source.

    Facts of law and numbers about work are never printed from memory.

    Wrong: `sources: []`

    Right: `sources: [oregon-rule-334]`
    """
    for place in school.jurisdictions.values():
        yield from _unsourced(place, _facts_of(place))
    for exam in school.exams.values():
        yield from _unsourced(exam, [(("outlines", i, "sources"), o.sources) for i, o in enumerate(exam.outlines)])
        yield from _unsourced(exam, [(("facts", i, "sources"), f.sources) for i, f in enumerate(exam.facts)])
    for figure in school.occupation_figures.values():
        yield from _unsourced(figure, [(("sources",), figure.sources)])


Sourced = list[tuple[KeyPath, tuple[str, ...]]]


def _facts_of(place: Jurisdiction) -> Sourced:
    facts: Sourced = [(("hours", index, "sources"), entry.sources) for index, entry in enumerate(place.hours)]
    if place.subjects is not None:
        facts.append((("subjects", "sources"), place.subjects.sources))
    if place.exam is not None and place.exam.accepted:
        facts.append((("exam", "sources"), place.exam.sources))
    education = place.continuing_education
    if education is not None and education.hours is not None:
        facts.append((("continuing_education", "sources"), education.sources))
    return facts


def _unsourced(record: Record, facts: Sourced) -> Iterator[Fault]:
    for path, sources in facts:
        if not sources:
            yield Fault(
                record, path, "no source is named for this, and facts of law and work need one", "Name the document."
            )


@school_rule("J115", "old-exam-fact", Severity.WARNING)
def old_exam_fact(school: School, context: BuildContext) -> Iterator[Fault]:
    """Facts about an exam or the occupation were read more than 18 months ago.

    Outlines, fees and figures change. Old ones mislead whoever prepares or plans by them.

    Wrong: `as_of: 2024-05-01`, in 2026.

    Right: read the documents again, and write the new day.
    """
    records: list[Exam | OccupationFigure] = [*school.exams.values(), *school.occupation_figures.values()]
    for record in records:
        if is_old(record.as_of, context.as_of):
            yield Fault(
                record,
                ("as_of",),
                f"this was read on {record.as_of}, more than 18 months ago",
                "Read the documents again, correct what changed, and write the new day.",
            )


RULES: tuple[Rule, ...] = (
    unknown_exam_area,
    weights_above_hundred,
    figure_without_year,
    license_fact_without_source,
    old_exam_fact,
)
