"""Rules on licensing: facts with day and source, disputes kept whole, and signed words that do not contradict them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prospectus.artifact import BuildContext
from prospectus.check.exams import RULES as EXAM_RULES
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.diagnostics import Severity
from prospectus.model.jurisdiction import FactStatus, Jurisdiction
from prospectus.model.profile import is_old
from prospectus.model.program import LicenseFinding, Program
from prospectus.model.record import KeyPath
from prospectus.model.school import School
from prospectus.reckoning.licensing import hours_finding, subject_finding


def _facts(place: Jurisdiction) -> Iterator[tuple[KeyPath, date | None]]:
    """Give each fact of a place with the day on which it was read, its own or the record's."""
    for index, position in enumerate(place.hours):
        yield ("hours", index), position.as_of or place.as_of
    for name, fact in (
        ("subjects", place.subjects),
        ("exam", place.exam),
        ("continuing_education", place.continuing_education),
    ):
        if fact is not None:
            yield (name,), fact.as_of or place.as_of


@record_rule("J101", "fact-without-date", "jurisdiction", Severity.WARNING)
def fact_without_date(place: Jurisdiction, context: BuildContext) -> Iterator[Fault]:
    """A fact about a place's license has no day on which it was read.

    Hours and subjects change by law, often within a year. A number without a day cannot be judged by anyone.

    Wrong: a place without `as_of`, and hours without one of their own.

    Right: `as_of: 2026-11-22`
    """
    undated = [path for path, day in _facts(place) if day is None]
    if undated:
        yield Fault(
            place,
            undated[0],
            "nobody can tell on which day this was read, and laws change",
            "Add as_of to the record, or to each fact that was read on another day.",
        )


@record_rule("J102", "old-license-fact", "jurisdiction", Severity.WARNING)
def old_license_fact(place: Jurisdiction, context: BuildContext) -> Iterator[Fault]:
    """A fact about a place's license was read more than 18 months ago.

    Students choose a program by it. What was true two years ago may have risen since.

    Wrong: `as_of: 2024-05-01`, in 2026.

    Right: read the documents again, correct what changed, and write the new day.
    """
    told: set[date] = set()
    for path, day in _facts(place):
        if day is not None and is_old(day, context.as_of) and day not in told:
            told.add(day)
            own = (*path, "as_of") if day != place.as_of else ("as_of",)
            yield Fault(
                place,
                own,
                f"this was read on {day}, more than 18 months ago, and laws change",
                "Read the documents again, correct what changed, and write the new day.",
            )


@record_rule("J103", "dispute-of-one", "jurisdiction")
def dispute_of_one(place: Jurisdiction, context: BuildContext) -> Iterator[Fault]:
    """A place's hours are called disputed, but fewer than two numbers are kept.

    A dispute with one side is settled silently. Readers must see every number and where it stands.

    Wrong: `status: disputed` with one entry in `hours`.

    Right: one entry for each number, each with its sources; or `status: confirmed`.
    """
    numbers = {position.hours for position in place.hours if position.holds}
    if place.status is FactStatus.DISPUTED and len(numbers) < 2:
        yield Fault(
            place,
            ("status",),
            f"the hours are called disputed, but {'only one number is' if numbers else 'no number is'} kept that holds",
            "Add the other number with its sources, or write another status.",
        )


@school_rule("J104", "word-against-figures")
def word_against_figures(school: School, context: BuildContext) -> Iterator[Fault]:
    """The school has signed that a program meets a place's requirements, although its hours fall short there.

    The signed word is the school's own, and it counts. It must not stand beside figures that say otherwise: either the
    word is wrong, or the figures are.

    Wrong: `finding: meets` for a place that asks for 1,000 hours, with a program of 650.

    Right: `finding: does-not-meet`, or corrected hours, subjects or areas.
    """
    for program in school.programs.values():
        for index, entry in enumerate(program.determinations):
            place = school.jurisdictions.get(entry.jurisdiction)
            if place is None or entry.finding is not LicenseFinding.MEETS:
                continue
            if short := _shortfall(school, program, place):
                yield Fault(
                    program,
                    ("determinations", index, "finding"),
                    f"this says that the program meets the requirements of {place.name}, but {short}",
                    "Correct the word, or the figures of the place or of the courses.",
                )


def _shortfall(school: School, program: Program, place: Jurisdiction) -> str:
    """Say in what a program falls short of a place on every reading; "" when nothing is certain."""
    hours = hours_finding(program, place)
    if hours.is_short_on_every_reading:
        return f"at least {hours.readings[0].missing.normalize():f} hours are missing"
    subjects = subject_finding(school, program, place)
    if subjects is None or not subjects.table.holds or not subjects.short:
        return ""
    first = subjects.short[0]
    return f'{first.missing.normalize():f} hours are missing in "{first.line.name}"'


@record_rule("J105", "word-signed-in-future", "program")
def word_signed_in_future(program: Program, context: BuildContext) -> Iterator[Fault]:
    """A word on license requirements bears the signature of a day that has not come.

    Wrong: `signed_on: 2027-11-02`, in 2026.

    Right: the day on which somebody signed.
    """
    for index, entry in enumerate(program.determinations):
        if entry.signed_on > context.as_of:
            yield Fault(
                program,
                ("determinations", index, "signed_on"),
                f"this was signed on {entry.signed_on}, which has not come yet",
                "Correct the day, or wait with the entry until somebody has signed.",
            )


@school_rule("J106", "word-older-than-facts", Severity.WARNING)
def word_older_than_facts(school: School, context: BuildContext) -> Iterator[Fault]:
    """A word on license requirements was signed before the facts about the place were read.

    Whoever signed did not have today's facts.

    Wrong: `signed_on: 2026-01-10` for a place whose facts were read on 2026-11-22.

    Right: read the facts, then sign again.
    """
    for program in school.programs.values():
        for index, entry in enumerate(program.determinations):
            place = school.jurisdictions.get(entry.jurisdiction)
            days = [day for _, day in _facts(place) if day is not None] if place is not None else []
            if place is not None and days and entry.signed_on < max(days):
                yield Fault(
                    program,
                    ("determinations", index, "signed_on"),
                    f"this was signed on {entry.signed_on}, but the facts about {place.name} were read on {max(days)}",
                    "Look at the facts again, and sign again.",
                )


@record_rule("J107", "word-given-twice", "program")
def word_given_twice(program: Program, context: BuildContext) -> Iterator[Fault]:
    """A program holds two words on the license requirements of one place.

    The page can show one only, and the other would be lost.

    Wrong: two entries with `jurisdiction: nc`.

    Right: one entry a place.
    """
    places = [entry.jurisdiction for entry in program.determinations]
    for index, place in enumerate(places):
        if place in places[:index]:
            yield Fault(
                program,
                ("determinations", index, "jurisdiction"),
                f'there is another word on "{place}" above',
                "Keep the one that holds, and remove the other.",
            )


@school_rule("J108", "specialty-shown-as-license")
def specialty_shown_as_license(school: School, context: BuildContext) -> Iterator[Fault]:
    """A program that comes after one with a license at its end is itself said to lead to a license.

    Its page would count its few hours against the hours of every state, for people who have their license already.

    Wrong: `after: [massage-therapy]` without a word on licenses.

    Right: `leads_to_license: false`
    """
    for program in school.programs.values():
        before = [school.programs.get(id) for id in program.after]
        first = next((other for other in before if other is not None and other.leads_to_license), None)
        if program.leads_to_license and first is not None:
            yield Fault(
                program,
                ("after",),
                f'this program comes after "{first.name}", which leads to a license, and says that it leads to one too',
                "Write leads_to_license: false here, or there.",
            )


@record_rule("J109", "area-in-two-subjects", "jurisdiction")
def area_in_two_subjects(place: Jurisdiction, context: BuildContext) -> Iterator[Fault]:
    """Two subjects of one place count the same area.

    An hour counts for one subject only, so nobody could say which of the two it fills.

    Wrong: `areas: [pathology]` in two lines.

    Right: one line for both, with their hours together; or no area where the courses cannot tell them apart.
    """
    lines = place.subjects.lines if place.subjects is not None else ()
    for index, line in enumerate(lines):
        for other in lines[:index]:
            if shared := [area for area in line.areas if area in other.areas]:
                yield Fault(
                    place,
                    ("subjects", "lines", index, "areas"),
                    f'"{other.name}" counts the area {shared[0].value} already, and an hour counts once',
                    "Join the two lines, or take the area out of one.",
                )
                break


@record_rule("J110", "subjects-above-total", "jurisdiction")
def subjects_above_total(place: Jurisdiction, context: BuildContext) -> Iterator[Fault]:
    """The subjects of a place add up to more hours than it asks for in all.

    Wrong: subjects that make 700 hours under `hours: 650`.

    Right: correct the subjects, or say with `holds: false` that they belong to another rule.
    """
    if place.subjects is None or not place.hours:
        return
    holding = [position.hours for position in place.hours if position.holds]
    most = max(holding if place.subjects.holds and holding else [position.hours for position in place.hours])
    together = sum(line.hours or 0 for line in place.subjects.lines)
    if together > most:
        yield Fault(
            place,
            ("subjects", "lines"),
            f"the subjects add up to {together} hours, but at most {most} are asked for in all",
            "Correct the subjects or the hours; subjects of another rule need holds: false.",
        )


RULES: tuple[Rule, ...] = (
    fact_without_date,
    old_license_fact,
    dispute_of_one,
    word_against_figures,
    word_signed_in_future,
    word_older_than_facts,
    word_given_twice,
    specialty_shown_as_license,
    area_in_two_subjects,
    subjects_above_total,
    *EXAM_RULES,
)
