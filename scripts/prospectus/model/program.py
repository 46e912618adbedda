"""Programs, their courses, and the groups that start on a date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import ConditionRef, CourseRef, ProgramRef, RequirementRef, SourceRef, TechniqueRef


class Hours(Part):
    """Clock hours, split by how they are taught."""

    theory: Decimal = Field(default=Decimal(0), ge=0, description="Hours of theory.")
    lab: Decimal = Field(default=Decimal(0), ge=0, description="Hours of hands-on lab.")
    clinic: Decimal = Field(default=Decimal(0), ge=0, description="Hours of supervised student clinic.")

    @property
    def total(self) -> Decimal:
        """Clock hours of all three kinds together."""
        return self.theory + self.lab + self.clinic

    def __add__(self, other: Hours) -> Hours:
        return Hours(theory=self.theory + other.theory, lab=self.lab + other.lab, clinic=self.clinic + other.clinic)


class Fee(Part):
    """One line of what a program costs."""

    name: PlainText = Field(description="What is paid for.")
    amount: Decimal = Field(ge=0, description="The amount in the school's currency.")
    note: PlainText | None = Field(default=None, description="When it is due, or how it is counted.")


class Length(Part):
    """How long a program takes on one schedule."""

    schedule: PlainText = Field(description="day, evening, weekend …")
    weeks: int = Field(ge=1, description="Weeks from first to last class.")


class Course(Record):
    """One course: what it teaches, and in how many hours."""

    kind: ClassVar[str] = "course"

    code: PlainText = Field(description="The code, for example MT 101.")
    name: PlainText = Field(description="The title.")
    subject: PlainText = Field(description="The subject its hours count towards.")
    hours: Hours = Field(description="Clock hours: theory, lab, clinic.")
    summary: Prose = Field(description="One sentence for lists.")
    description: Prose = Field(description="The catalog description.")
    objectives: tuple[Prose, ...] = Field(default=(), description="What a student can do afterwards.")
    prerequisites: tuple[CourseRef, ...] = Field(default=(), description="Courses that must come before.")
    techniques: tuple[TechniqueRef, ...] = Field(default=(), description="Techniques it teaches.")
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Conditions it teaches.")
    requirements: tuple[RequirementRef, ...] = Field(default=(), description="Training requirements it covers.")


class Program(Record):
    """A program of courses that leads to a credential."""

    kind: ClassVar[str] = "program"

    name: PlainText = Field(description="Its name.")
    credential: PlainText = Field(description="What a graduate receives.")
    summary: Prose = Field(description="One or two sentences for a student.")
    description: Prose = Field(description="What the program is for and how it is taught.")
    hours: Decimal = Field(gt=0, description="Clock hours in all; must equal the sum of its courses.")
    courses: tuple[CourseRef, ...] = Field(description="Its courses, in the order they are taught.")
    lengths: tuple[Length, ...] = Field(default=(), description="How long it takes on each schedule.")
    admission: tuple[Prose, ...] = Field(default=(), description="What an applicant needs.")
    after: tuple[ProgramRef, ...] = Field(default=(), description="Programs that must come before.")
    fees: tuple[Fee, ...] = Field(default=(), description="What it costs, line by line.")
    total: Decimal | None = Field(default=None, ge=0, description="The sum of the lines; must equal them.")
    not_included: Prose | None = Field(default=None, description="What students pay to others.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Articles of the comparison that name it.")


class CohortState(StrEnum):
    """Whether a group takes new students."""

    OPEN = "open"
    WAITLIST = "waitlist"
    FULL = "full"


class Cohort(Record):
    """A group of students that starts on a date."""

    kind: ClassVar[str] = "cohort"

    program: ProgramRef = Field(description="The program it belongs to.")
    group: PlainText = Field(description="day group, evening group …")
    start: date = Field(description="First day of class.")
    end: date = Field(description="Last day of class.")
    schedule: PlainText = Field(description="Days and times, for example Mon to Fri, 9 am to 1 pm.")
    place: PlainText = Field(description="Where it meets.")
    seats: int = Field(ge=1, description="How many seats there are.")
    taken: int = Field(default=0, ge=0, description="How many are taken.")
    waitlist: int = Field(default=0, ge=0, description="How many people wait.")
    takes_waitlist: bool = Field(default=True, description="true when people can join a waitlist once it is full.")

    @property
    def seats_left(self) -> int:
        """Free seats; none when more are taken than there are."""
        return max(self.seats - self.taken, 0)

    @property
    def state(self) -> CohortState:
        """Whether one can enroll, join the waitlist, or neither."""
        if self.seats_left:
            return CohortState.OPEN
        return CohortState.WAITLIST if self.takes_waitlist else CohortState.FULL
