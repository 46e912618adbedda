"""Rules on numbers that are printed beside what the courses make: measures, weeks, and numbers inside sentences.

They belong to the family of hours. What a school must print all the same is kept with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, in_digits, record_rule, school_rule
from prospectus.model.course import Course
from prospectus.model.measure import Measure, MeasureUnit
from prospectus.model.program import Program
from prospectus.model.record import KeyPath
from prospectus.model.school import School
from prospectus.reckoning.ledger import NOTHING, ledger_of, schedules_of, terms_of
from prospectus.reckoning.measures import key_of, measure_sums, range_of

TOLERANCE = Decimal("0.1")
"""Weeks and weekly hours are rounded in print; more than a tenth is no rounding."""

_HOURS = re.compile(r"(?<![\d.,$])(\d[\d,]*(?:\.\d+)?)(?:\s|-|\u2011)?(?:clock[\s-])?hours?\b", re.IGNORECASE)
_WEEKS = re.compile(r"(?<![\d.,$])(\d[\d,]*(?:\.\d+)?)(?:\s|-|\u2011)?weeks?\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*")
_OF_OTHERS = re.compile(r"\b(?:states?|boards?|licens\w*|laws?|rules?|requires?d?|asks?|asked)\b", re.IGNORECASE)
"""Words of sentences that speak of what others ask for."""


@school_rule("H109", "measures-do-not-add-up")
def measures_do_not_add_up(school: School, context: BuildContext) -> Iterator[Fault]:
    """A printed measure is another number than the courses make.

    Credits and units stand beside clock hours and are summed on their own, wherever every course of a program carries
    them; courses of "at least" so many set no upper end. A measure in clock hours, such as a range, must hold the
    hours of the record itself.

    Wrong: `{unit: semester-credits, amount: 24}` for a program whose courses make 22.

    Right: 22, or the courses that make 24.
    """
    for course in school.courses.values():
        yield from _against_own_hours(course, course.measures, course.hours.total)
    for program in school.programs.values():
        yield from _against_own_hours(program, program.measures, program.hours)
        sums = {entry.key: entry for entry in measure_sums(school.courses, program)}
        for index, measure in enumerate(program.measures):
            made = sums.get(key_of(measure))
            low, high = range_of(measure)
            if made is None or low > high or measure.unit is MeasureUnit.CLOCK_HOURS:
                continue
            most = high if made.at_least else made.most
            if low > made.least if measure.at_least else not made.least <= low <= high <= most:
                makes = in_digits(made.least) + ("" if made.least == made.most else f" to {in_digits(made.most)}")
                message = f"the program states {_shown(measure)}, but its courses make {makes}"
                yield Fault(program, ("measures", index, "amount"), message, "Correct the program or its courses.")


def _against_own_hours(record: Course | Program, measures: tuple[Measure, ...], hours: Decimal) -> Iterator[Fault]:
    for index, measure in enumerate(measures):
        low, high = range_of(measure)
        if low > high:
            message = f"the range ends at {in_digits(high)}, before it begins at {in_digits(low)}"
            yield Fault(record, ("measures", index, "up_to"), message, "Give the smaller number first.")
        elif _counts_own_hours(measure) and (low > hours or (high < hours and not measure.at_least)):
            message = f"{_shown(measure)} clock hours are printed, but the hours make {in_digits(hours)}"
            yield Fault(record, ("measures", index, "amount"), message, "Correct the measure or the hours.")


def _counts_own_hours(measure: Measure) -> bool:
    return measure.unit is MeasureUnit.CLOCK_HOURS and measure.name is None


def _shown(measure: Measure) -> str:
    low, high = range_of(measure)
    return in_digits(low) if low == high else f"{in_digits(low)} to {in_digits(high)}"


@record_rule("H110", "weeks-do-not-make-the-hours", "program")
def weeks_do_not_make_the_hours(program: Program, context: BuildContext) -> Iterator[Fault]:
    """Weeks times hours a week are far from the hours of the program.

    A tenth more or less is rounding. More than that sends students home too late or too early for a job.

    Wrong: 33 weeks of 25 hours for a program of 650 hours.

    Right: `hours_a_week: 20`
    """
    for index, length in enumerate(program.lengths):
        if length.hours_a_week is None:
            continue
        made, stated = length.weeks * length.hours_a_week, length.hours or program.hours
        if abs(made - stated) > stated * TOLERANCE:
            weeks = f"{length.weeks} weeks of {in_digits(length.hours_a_week)} hours"
            message = f"{weeks} make {in_digits(made)} hours, but the program has {in_digits(stated)}"
            yield Fault(program, ("lengths", index, "hours_a_week"), message, "Correct the weeks or the weekly hours.")


@record_rule("H111", "stated-hours-not-needed", "program")
def stated_hours_not_needed(program: Program, context: BuildContext) -> Iterator[Fault]:
    """`stated_hours` repeats the number that the courses make.

    It is there for another number that must be printed. A reason for nothing puzzles readers.

    Wrong: `hours: 650` and `stated_hours` with 650.

    Right: take `stated_hours` out.
    """
    if program.stated_hours is not None and program.stated_hours.hours == program.hours:
        message = f"stated_hours is {in_digits(program.hours)}, and so are the hours"
        yield Fault(program, ("stated_hours", "hours"), message, "Take stated_hours out.")


@school_rule("H112", "another-number-of-hours-in-words")
def another_number_of_hours_in_words(school: School, context: BuildContext) -> Iterator[Fault]:
    """A program's name or text speaks of another number of hours than its courses make.

    "780-hour" over a table that makes 750 is the first thing an inspector sees. In the name and the credential every
    number of hours is compared; in summary and description those of half the program's hours or more, unless the
    sentence speaks of what a state, a board or a license asks for. Numbers of the program's parts and of other
    programs may stand there.

    Wrong: `summary: A 780-hour program`, with courses that make 750.

    Right: `summary: A 750-hour program`, or `stated_hours` with the reason why 780 is printed.
    """
    totals = {program.hours for program in school.programs.values()}
    for program in school.programs.values():
        own = _hours_of_the_whole(program)
        parts = _hours_of_parts(school, program) | totals | own
        for path, text in _words_of(program):
            is_title = path[0] in ("name", "credential")
            for number in _numbers_in(text, _HOURS, program.hours / 2, is_title):
                if number not in (own if is_title else parts):
                    message = (
                        f"this speaks of {in_digits(number)} hours, but the program makes {in_digits(program.hours)}"
                    )
                    hint = "Correct the text; if it must be printed so, add stated_hours with the reason."
                    yield Fault(program, path, message, hint)


@school_rule("H113", "another-number-of-weeks-in-words")
def another_number_of_weeks_in_words(school: School, context: BuildContext) -> Iterator[Fault]:
    """A program's name or text speaks of another number of weeks than its lengths do.

    Wrong: `description: In 36 weeks you learn …`, with lengths of 33 and 55 weeks.

    Right: the number of weeks that stands under `lengths`.
    """
    for program in school.programs.values():
        lengths = {Decimal(length.weeks) for length in program.lengths}
        known = lengths | {Decimal(term.weeks) for term in program.terms if term.weeks}
        for path, text in _words_of(program):
            is_title = path[0] in ("name", "credential")
            for number in _numbers_in(text, _WEEKS, min(lengths, default=NOTHING) / 2, is_title):
                if lengths and number not in known:
                    message = f"this speaks of {in_digits(number)} weeks, but no length of the program has that number"
                    yield Fault(program, path, message, "Correct the text, or the weeks under lengths.")


def _words_of(program: Program) -> Iterator[tuple[KeyPath, str]]:
    yield ("name",), program.name
    for index, name in enumerate(program.names):
        yield ("names", index, "name"), name.name
    yield ("credential",), program.credential
    yield ("summary",), program.summary.plain
    yield ("description",), program.description.plain


def _numbers_in(text: str, pattern: re.Pattern[str], least: Decimal, is_title: bool) -> Iterator[Decimal]:
    for sentence in [text] if is_title else _SENTENCE.findall(text):
        if is_title or not _OF_OTHERS.search(sentence):
            found = (Decimal(match.replace(",", "")) for match in pattern.findall(sentence))
            yield from dict.fromkeys(number for number in found if is_title or number >= least)


def _hours_of_the_whole(program: Program) -> set[Decimal]:
    stated = {program.stated_hours.hours} if program.stated_hours is not None else set()
    lengths = {length.hours for length in program.lengths if length.hours is not None}
    measures = {n for m in program.measures if m.unit is MeasureUnit.CLOCK_HOURS for n in range_of(m)}
    return {program.hours} | stated | lengths | measures


def _hours_of_parts(school: School, program: Program) -> set[Decimal]:
    found: set[Decimal] = set()
    for schedule in (None, *schedules_of(program)):
        ledger = ledger_of(school.courses, program, schedule)
        hours = [ledger.hours, *(subject.hours for subject in ledger.subjects)]
        hours += [entry.hours for entry in ledger.entries]
        for each in hours:
            found |= {each.total, each.theory, each.lab, each.clinic, each.theory + each.lab, each.lab + each.clinic}
    return found | {term.total for term in terms_of(school.courses, program)}


RULES: tuple[Rule, ...] = (
    measures_do_not_add_up,
    weeks_do_not_make_the_hours,
    stated_hours_not_needed,
    another_number_of_hours_in_words,
    another_number_of_weeks_in_words,
)
