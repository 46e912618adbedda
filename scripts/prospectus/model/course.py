"""A course: what it teaches, in how many hours, what comes before it, and how it is graded."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.local_name import LocalName
from prospectus.model.measure import AreaHours, Hours, Measure
from prospectus.model.number import Number
from prospectus.model.picture import Picture
from prospectus.model.plain_text import FixedText, PlainText, ScheduleName, SubjectName
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import ConditionRef, CourseRef, ExamRef, RequirementRef, TechniqueRef


class Delivery(StrEnum):
    """Where and when a course is taught."""

    IN_PERSON = "in-person"
    HYBRID = "hybrid"
    DISTANCE = "distance"
    SELF_PACED = "self-paced"


class Textbook(Part):
    """A book or a set of supplies that a course asks for."""

    title: PlainText = Field(description="Its title, or what it is.")
    author: FixedText | None = Field(default=None, description="Who wrote it.")
    edition: PlainText | None = Field(default=None, description="Edition and year.")
    isbn: FixedText | None = Field(default=None, description="The ISBN, if there is one.")
    price: Number | None = Field(default=None, ge=0, description="What a student pays for it; 0 when it is included.")
    required: bool = Field(default=True, description="false for reading that is only suggested.")


class Assessment(Part):
    """One part of the grade."""

    name: PlainText = Field(description="What is assessed, for example Practical exam.")
    weight: Number = Field(gt=0, le=100, description="Its share of the grade in percent.")
    detail: Prose | None = Field(default=None, description="How it is done, in a sentence.")


class WeekPlan(Part):
    """What a stretch of the course is about."""

    week: PlainText = Field(description="The week or weeks, for example 1 or 2 to 3.")
    topic: Prose = Field(description="What is taught.")


class ScheduleHours(Part):
    """The hours of a course on one schedule, where they differ from its own."""

    schedule: ScheduleName = Field(description="The schedule, as the program's lengths name it.")
    hours: Hours = Field(description="Clock hours on it: theory, lab, clinic.")


class ExamCoverage(Part):
    """Areas of an exam that a course prepares for."""

    exam: ExamRef = Field(description="The exam.")
    areas: tuple[FixedText, ...] = Field(description="Keys of the areas in its outline.")


class Course(Record):
    """One course: what it teaches, and in how many hours."""

    kind: ClassVar[str] = "course"

    code: FixedText = Field(description="The code, for example MT 101.")
    name: PlainText = Field(description="The title.")
    names: tuple[LocalName, ...] = Field(default=(), description="The title in other languages.")
    subject: SubjectName = Field(description="The subject its hours count towards.")
    hours: Hours = Field(description="Clock hours: theory, lab, clinic.")
    hours_by_schedule: tuple[ScheduleHours, ...] = Field(
        default=(), description="Clock hours on schedules where they differ."
    )
    areas: tuple[AreaHours, ...] = Field(
        default=(), description="How the hours fall into the areas that boards count; together all of them."
    )
    measures: tuple[Measure, ...] = Field(default=(), description="Credits, units or counts beside clock hours.")
    delivery: Delivery = Field(default=Delivery.IN_PERSON, description="in-person, hybrid, distance or self-paced.")
    summary: Prose = Field(description="One sentence for lists.")
    description: Prose = Field(description="The catalog description.")
    objectives: tuple[Prose, ...] = Field(default=(), description="What a student can do afterwards.")
    prerequisites: tuple[CourseRef, ...] = Field(default=(), description="Courses that must come before.")
    one_of: tuple[tuple[CourseRef, ...], ...] = Field(
        default=(), description="Lists of courses; one of each list must come before."
    )
    corequisites: tuple[CourseRef, ...] = Field(default=(), description="Courses taken before or at the same time.")
    permission: Prose | None = Field(default=None, description="Whose permission may stand in, or is needed.")
    techniques: tuple[TechniqueRef, ...] = Field(default=(), description="Techniques it teaches.")
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Conditions it teaches.")
    requirements: tuple[RequirementRef, ...] = Field(default=(), description="Training requirements it covers.")
    exam_areas: tuple[ExamCoverage, ...] = Field(default=(), description="Areas of exams that it prepares for.")
    outline: tuple[WeekPlan, ...] = Field(default=(), description="What is taught week by week.")
    textbooks: tuple[Textbook, ...] = Field(default=(), description="Books and materials, each with its price.")
    no_textbooks: bool = Field(default=False, description="true when the course needs no book at all.")
    assessments: tuple[Assessment, ...] = Field(
        default=(), description="What makes up the grade; 100 percent together."
    )
    safety_notes: tuple[Prose, ...] = Field(default=(), description="What keeps students and clients safe in class.")
    picture: Picture | None = Field(default=None, description="A picture of the course.")

    def hours_on(self, schedule: str | None) -> Hours:
        """Give the clock hours on a schedule; its own where the schedule has no hours apart."""
        apart = (entry.hours for entry in self.hours_by_schedule if entry.schedule == schedule)
        return next(apart, self.hours)
