"""A program: the courses that lead to a credential, in what order, how long they take and what they cost."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.local_name import LocalName
from prospectus.model.measure import Hours, Measure
from prospectus.model.number import Number
from prospectus.model.picture import Picture
from prospectus.model.plain_text import ChoiceName, FixedText, PlainText, ScheduleName
from prospectus.model.price import Discount, Fee, PaymentPlan, PriceList
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import (
    CampusRef,
    CourseRef,
    JurisdictionRef,
    PolicyRef,
    ProgramRef,
    SourceRef,
    TechniqueRef,
)


class Length(Part):
    """How long a program takes on one schedule."""

    schedule: ScheduleName = Field(description="day, evening, weekend …")
    weeks: int = Field(ge=1, description="Weeks from first to last class, holidays left out.")
    hours_a_week: Number | None = Field(default=None, gt=0, description="Clock hours of class a week.")
    hours: Number | None = Field(default=None, gt=0, description="Clock hours in all, where the schedule has its own.")
    pattern: PlainText | None = Field(default=None, description="Days, times and breaks of an ordinary week.")


class TermCourse(Part):
    """A course, or the part of it, that is taught in one term."""

    course: CourseRef = Field(description="The course.")
    hours: Hours | None = Field(default=None, description="Clock hours of it in this term; all of them if left out.")


class ProgramTerm(Part):
    """A term, quarter or module of a program. A course may be spread over several."""

    name: PlainText = Field(description="What it is called, for example First quarter.")
    weeks: int | None = Field(default=None, ge=1, description="How many weeks it lasts.")
    hours: Number | None = Field(default=None, gt=0, description="Clock hours that are printed for it.")
    courses: tuple[TermCourse, ...] = Field(description="What is taught in it.")
    choices: tuple[ChoiceName, ...] = Field(
        default=(), description="Names of the electives that are taken in it; each counts all of its hours here."
    )


class Electives(Part):
    """A choice: so many courses out of a list."""

    name: ChoiceName = Field(description="What the choice is called.")
    choose: int = Field(ge=1, description="How many courses a student takes.")
    courses: tuple[CourseRef, ...] = Field(description="The courses to choose from.")
    hours: Number | None = Field(
        default=None, gt=0, description="Clock hours that count, where the courses differ in length."
    )


class StatedHours(Part):
    """A number of hours that the school must print although its courses make another."""

    hours: Number = Field(gt=0, description="The number that must be printed.")
    reason: Prose = Field(description="Why it must be printed; shown beside it.")


class Occupation(Part):
    """The work a program prepares for. Never a promise of it."""

    title: PlainText = Field(description="The occupation, for example massage therapist.")
    level: PlainText = Field(description="The level, for example entry level.")
    code: FixedText | None = Field(
        default=None, description="Its number in a classification, if the school prints one."
    )


class LicenseFinding(StrEnum):
    """What a school has determined about a program and a place's license requirements."""

    MEETS = "meets"
    DOES_NOT_MEET = "does-not-meet"


class Determination(Part):
    """The school's own signed word on whether the program meets a place's license requirements."""

    jurisdiction: JurisdictionRef = Field(description="The state, province or country.")
    finding: LicenseFinding = Field(description="meets or does-not-meet.")
    name: FixedText = Field(description="Who signs it.")
    role: PlainText = Field(description="The signer's role at the school.")
    signed_on: date = Field(description="The day it was signed.")
    reason: Prose = Field(description="What it rests on, in a sentence.")


class Program(Record):
    """A program of courses that leads to a credential."""

    kind: ClassVar[str] = "program"

    name: PlainText = Field(description="Its name.")
    names: tuple[LocalName, ...] = Field(default=(), description="Its name in other languages.")
    credential: PlainText = Field(description="What a graduate receives.")
    summary: Prose = Field(description="One or two sentences for a student.")
    description: Prose = Field(description="What the program is for and how it is taught.")
    objectives: tuple[Prose, ...] = Field(default=(), description="What a graduate can do.")
    occupation: Occupation | None = Field(default=None, description="The work it prepares for.")
    hours: Number = Field(gt=0, description="Clock hours in all; must equal the sum of its courses.")
    stated_hours: StatedHours | None = Field(
        default=None, description="Another number that must be printed, with the reason."
    )
    hour_minutes: int | None = Field(
        default=None, ge=40, le=60, description="Minutes of teaching in a clock hour, where it is not the catalog's."
    )
    measures: tuple[Measure, ...] = Field(default=(), description="Credits, units or counts beside clock hours.")
    courses: tuple[CourseRef, ...] = Field(description="Its courses, in the order they are taught.")
    electives: tuple[Electives, ...] = Field(default=(), description="Choices: so many courses out of a list.")
    terms: tuple[ProgramTerm, ...] = Field(default=(), description="Its terms, where it has any.")
    techniques: tuple[TechniqueRef, ...] = Field(
        default=(), description="Techniques it says it teaches; its courses must cover them."
    )
    lengths: tuple[Length, ...] = Field(default=(), description="How long it takes on each schedule.")
    max_time_percent: int | None = Field(
        default=None, ge=100, le=300, description="The longest time allowed, in percent of the usual length."
    )
    max_class_size: int | None = Field(default=None, ge=1, description="The most students in one class.")
    students_per_instructor: int | None = Field(
        default=None, ge=1, description="The most students per instructor in lab."
    )
    campuses: tuple[CampusRef, ...] = Field(default=(), description="Where it is offered; everywhere if left out.")
    admission: tuple[Prose, ...] = Field(default=(), description="What an applicant needs.")
    after: tuple[ProgramRef, ...] = Field(default=(), description="Programs that must come before.")
    leads_to_license: bool = Field(
        default=True,
        description="false for a specialty or continuing education, which one takes with a license in hand.",
    )
    graduation: tuple[Prose, ...] = Field(default=(), description="What a student must have done to graduate.")
    fees: tuple[Fee, ...] = Field(default=(), description="What it costs, line by line.")
    total: Number | None = Field(default=None, ge=0, description="The sum of the lines; must equal them.")
    prices: tuple[PriceList, ...] = Field(default=(), description="Other prices: by residency, campus, date or plan.")
    discounts: tuple[Discount, ...] = Field(default=(), description="What may be taken off, and for whom.")
    payment_plans: tuple[PaymentPlan, ...] = Field(default=(), description="Ways to pay.")
    not_included: Prose | None = Field(default=None, description="What students pay to others.")
    policies: tuple[PolicyRef, ...] = Field(default=(), description="Policies that matter most here; all of them hold.")
    determinations: tuple[Determination, ...] = Field(
        default=(), description="The school's signed word on license requirements, place by place."
    )
    sources: tuple[SourceRef, ...] = Field(default=(), description="Articles of the comparison that name it.")
    picture: Picture | None = Field(default=None, description="A picture of the program.")
