"""A policy: what holds at the school on one matter, in words and, where it has numbers, as data that can be checked."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.number import Number
from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import ProgramRef, RefundRuleRef
from prospectus.model.refund import RefundTerms


class PolicyTopic(StrEnum):
    """What a policy is about."""

    ADMISSION = "admission"
    TRANSFER_IN = "transfer-in"
    TRANSFER_OUT = "transfer-out"
    ATTENDANCE = "attendance"
    PROGRESS = "progress"
    GRADING = "grading"
    LEAVE = "leave"
    CONDUCT = "conduct"
    DISMISSAL = "dismissal"
    WITHDRAWAL = "withdrawal"
    REFUND = "refund"
    PAYMENT = "payment"
    GRIEVANCE = "grievance"
    ACCOMMODATION = "accommodation"
    PRIVACY = "privacy"
    RECORDS = "records"
    PLACEMENT = "placement"
    OTHER = "other"


class PolicySection(Part):
    """One part of a policy under its own heading."""

    title: PlainText = Field(description="The heading.")
    text: Prose = Field(description="What holds.")


class GradeStep(Part):
    """One grade: from which percentage, and what it means."""

    letter: FixedText = Field(description="The grade as it is printed.")
    lowest: Number = Field(ge=0, le=100, description="The lowest percentage for it.")
    points: Number | None = Field(default=None, ge=0, description="Grade points, where the school counts them.")
    meaning: PlainText = Field(description="What it means.")


class GradingScale(Part):
    """The grades, the best first, and the lowest that passes."""

    steps: tuple[GradeStep, ...] = Field(min_length=1, description="The grades, the best first; the last begins at 0.")
    passing: Number = Field(ge=0, le=100, description="The lowest percentage that passes a course.")


class AttendanceTerms(Part):
    """How much of class a student must attend."""

    minimum_percent: Number = Field(ge=0, le=100, description="The least attendance, in percent of hours.")
    tardy_after_minutes: int | None = Field(default=None, ge=0, description="Minutes after which somebody is late.")
    make_up_fee: Number | None = Field(
        default=None, ge=0, description="What an hour of make-up work costs; 0 if nothing."
    )
    absent_days_to_dismissal: int | None = Field(
        default=None, ge=1, description="Class days in a row without word after which a student is withdrawn."
    )


class ProgressTerms(Part):
    """What satisfactory progress asks for, and when it is looked at."""

    minimum_grade: Number = Field(ge=0, le=100, description="The least average, in percent.")
    minimum_attendance: Number = Field(ge=0, le=100, description="The least attendance, in percent.")
    checkpoints: tuple[Number, ...] = Field(description="When progress is looked at, in percent of the program.")
    max_time_percent: int = Field(ge=100, description="The longest time allowed, in percent of the usual length.")
    reports: PlainText | None = Field(default=None, description="How often students get a report.")


class Policy(Record):
    """One policy of the school."""

    kind: ClassVar[str] = "policy"

    topic: PolicyTopic = Field(description="What it is about, for example refund or attendance.")
    name: PlainText = Field(description="Its title.")
    summary: Prose = Field(description="What it comes to, in one or two sentences.")
    sections: tuple[PolicySection, ...] = Field(min_length=1, description="Its parts, in order.")
    effective: date | None = Field(default=None, description="The day it began to hold.")
    programs: tuple[ProgramRef, ...] = Field(default=(), description="Programs it holds for; all if left out.")
    grading: GradingScale | None = Field(default=None, description="The grades (topic grading).")
    attendance: AttendanceTerms | None = Field(default=None, description="Numbers on attendance (topic attendance).")
    progress: ProgressTerms | None = Field(default=None, description="Numbers on progress (topic progress).")
    refund: RefundTerms | None = Field(default=None, description="The terms of a refund (topic refund).")
    regulator_rule: RefundRuleRef | None = Field(
        default=None, description="The regulator's rule a refund is held against; left out where none is known."
    )


class RefundRule(Record):
    """What a regulator asks of refunds, as far as its text was seen."""

    kind: ClassVar[str] = "refund-rule"

    name: PlainText = Field(description="The rule's name, for example 22 Pa. Code 73.134.")
    regulator: PlainText = Field(description="Whose rule it is.")
    terms: RefundTerms = Field(description="The least a student must get back, as far as it was seen.")
    complete: bool = Field(description="false when only a part of the rule was seen.")
    summary: Prose = Field(description="What it asks, in our words.")
    title: PlainText = Field(description="The title of the document that was read.")
    url: FixedText | None = Field(default=None, description="Where it was read.")
    page_date: PlainText | None = Field(default=None, description="The date it shows, if any.")
    as_of: date | None = Field(default=None, description="The day it was read.")
