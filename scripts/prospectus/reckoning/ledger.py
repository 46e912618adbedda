"""The ledger of a program's hours: theory, lab and clinic of each course, summed by subject and for the whole program.

Comes from a program and the courses it names; sums only what is written. Where courses have other hours on a schedule,
each schedule has its own ledger. It knows no rule and no page: what does not add up is for the rules to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from prospectus.model.course import Course
from prospectus.model.measure import Hours
from prospectus.model.program import Electives, Program, ProgramTerm

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Entry:
    """A course with the hours that count: all of them, those of a schedule, or those of a term."""

    course: Course
    hours: Hours


@dataclass(frozen=True)
class Choice:
    """A group of electives: the courses to choose from, and the fewest and most hours that a choice can make."""

    electives: Electives
    entries: tuple[Entry, ...]
    least: Decimal
    most: Decimal

    @property
    def is_exact(self) -> bool:
        """Say whether every choice makes the same hours."""
        return self.least == self.most

    @property
    def counted(self) -> Decimal | None:
        """The hours that count towards the program; None where choices differ and the school states no number."""
        if self.electives.choose > len(self.entries):
            return None
        if self.electives.hours is not None:
            return self.electives.hours
        return self.least if self.is_exact else None

    @property
    def split(self) -> Hours | None:
        """The same hours as theory, lab and clinic; None where courses to choose from are split in different ways."""
        first = self.entries[0].hours if self.entries else Hours()
        if any(entry.hours != first for entry in self.entries) or self.counted != self.least:
            return None
        return sum((first for _ in range(self.electives.choose)), Hours())


@dataclass(frozen=True)
class SubjectSum:
    """What the courses of one subject make together."""

    subject: str
    entries: tuple[Entry, ...]

    @cached_property
    def hours(self) -> Hours:
        return sum_of(self.entries)


@dataclass(frozen=True)
class Ledger:
    """The hours of a program, on one schedule (`schedule`) or as its courses state them (None).

    `missing` names courses that could not be found, so that the sums are not the whole truth.
    """

    schedule: str | None
    entries: tuple[Entry, ...]
    choices: tuple[Choice, ...]
    missing: tuple[str, ...]

    @cached_property
    def required(self) -> Hours:
        """The hours of the courses that everybody takes."""
        return sum_of(self.entries)

    @cached_property
    def hours(self) -> Hours:
        """The hours whose split is known: required courses, and choices that are all split alike."""
        return sum((choice.split for choice in self.choices if choice.split is not None), self.required)

    @cached_property
    def unsplit(self) -> Decimal:
        """Hours of choices that count, but whose split depends on what a student chooses."""
        return sum((choice.counted or choice.least for choice in self.choices if choice.split is None), NOTHING)

    @cached_property
    def total(self) -> Decimal:
        """All hours that count."""
        return self.hours.total + self.unsplit

    @property
    def is_settled(self) -> bool:
        """Say whether the total is known: every course is there, and every choice makes a known number of hours."""
        return not self.missing and all(choice.counted is not None for choice in self.choices)

    @cached_property
    def subjects(self) -> tuple[SubjectSum, ...]:
        """The required courses by subject, in the order in which subjects first appear."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.course.subject, []).append(entry)
        return tuple(SubjectSum(subject, tuple(entries)) for subject, entries in found.items())


@dataclass(frozen=True)
class TermSum:
    """What is taught in one term. `choices` are the electives taken in it."""

    term: ProgramTerm
    entries: tuple[Entry, ...]
    choices: tuple[Choice, ...]

    @cached_property
    def hours(self) -> Hours:
        return sum((choice.split for choice in self.choices if choice.split is not None), sum_of(self.entries))

    @cached_property
    def total(self) -> Decimal:
        unsplit = (choice.counted or choice.least for choice in self.choices if choice.split is None)
        return self.hours.total + sum(unsplit, NOTHING)


def sum_of(entries: Sequence[Entry]) -> Hours:
    """Give the hours of some courses together."""
    return sum((entry.hours for entry in entries), Hours())


def courses_of(program: Program) -> tuple[str, ...]:
    """Name every course of a program once: those that everybody takes, then those that can be chosen."""
    chosen = (course for choice in program.electives for course in choice.courses)
    return tuple(dict.fromkeys((*program.courses, *chosen)))


def ledger_of(courses: Mapping[str, Course], program: Program, schedule: str | None = None) -> Ledger:
    """Sum a program's hours, on a schedule or as its courses state them. A course that is listed twice counts once."""
    entries = _entries(courses, tuple(dict.fromkeys(program.courses)), schedule)
    missing = tuple(id for id in courses_of(program) if courses.get(id) is None)
    return Ledger(schedule, entries, choices_of(courses, program, schedule), missing)


def choices_of(courses: Mapping[str, Course], program: Program, schedule: str | None = None) -> tuple[Choice, ...]:
    """Give a program's electives, each with the fewest and the most hours that a choice can make."""
    return tuple(_choice(courses, electives, schedule) for electives in program.electives)


def _choice(courses: Mapping[str, Course], electives: Electives, schedule: str | None) -> Choice:
    entries = _entries(courses, electives.courses, schedule)
    least, most = extremes([entry.hours.total for entry in entries], electives.choose)
    return Choice(electives, entries, least, most)


def extremes(amounts: Sequence[Decimal], choose: int) -> tuple[Decimal, Decimal]:
    """Give the smallest and the largest sum that so many of these amounts can make."""
    ordered = sorted(amounts)
    return sum(ordered[:choose], NOTHING), sum(ordered[::-1][:choose], NOTHING)


def _entries(courses: Mapping[str, Course], ids: Sequence[str], schedule: str | None) -> tuple[Entry, ...]:
    found = (courses.get(id) for id in ids)
    return tuple(Entry(course, course.hours_on(schedule)) for course in found if course is not None)


def schedules_of(program: Program) -> tuple[str, ...]:
    """Name a program's schedules, each once."""
    return tuple(dict.fromkeys(length.schedule for length in program.lengths))


def schedule_ledgers(courses: Mapping[str, Course], program: Program) -> tuple[Ledger, ...]:
    """Give a ledger for every schedule, where any of a program's courses has other hours on one of them."""
    ledgers = tuple(ledger_of(courses, program, schedule) for schedule in schedules_of(program))
    usual = ledger_of(courses, program)
    differ = any(ledger.entries != usual.entries or ledger.choices != usual.choices for ledger in ledgers)
    return ledgers if differ else ()


def terms_of(courses: Mapping[str, Course], program: Program) -> tuple[TermSum, ...]:
    """Sum the hours of each term: whole courses, the stated parts of others, and the electives taken in it."""
    choices = {choice.electives.name: choice for choice in choices_of(courses, program)}
    sums = []
    for term in program.terms:
        found = ((courses.get(part.course), part.hours) for part in term.courses)
        entries = tuple(Entry(course, hours or course.hours) for course, hours in found if course is not None)
        sums.append(TermSum(term, entries, tuple(choices[name] for name in term.choices if name in choices)))
    return tuple(sums)
