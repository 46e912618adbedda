"""Work and training: requirements, accountability, settings, fellow professionals, career paths, ways to a license."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import (
    ClaimRef,
    ConditionRef,
    CourseRef,
    DisagreementRef,
    RequirementRef,
    SettingRef,
    SourceRef,
    TechniqueRef,
)
from prospectus.model.statement import Role, Statement


class RequirementType(StrEnum):
    """What a requirement asks for."""

    HOURS = "hours"
    SUBJECT = "subject"
    EXPERIENCE = "experience"
    LICENSE = "license"
    STANDING = "standing"


class Requirement(Record):
    """Something a role is said to need before practice: hours, a subject, experience, a license."""

    kind: ClassVar[str] = "requirement"

    name: PlainText = Field(description="The requirement in a few words.")
    type: RequirementType = Field(description="hours, subject, experience, license or standing.")
    roles: tuple[Role, ...] = Field(description="Which roles need it.")
    hours: int | None = Field(default=None, ge=1, description="Clock hours, where a number is given.")
    detail: Prose = Field(description="What the sources say of it and what the school makes of it.")
    sources: tuple[SourceRef, ...] = Field(description="Who names it.")
    courses: tuple[CourseRef, ...] = Field(default=(), description="Courses of the school that cover it.")
    disagreements: tuple[DisagreementRef, ...] = Field(default=(), description="Where sources differ about it.")


class AccountabilityBody(Record):
    """Somebody a therapist answers to."""

    kind: ClassVar[str] = "accountability-body"

    name: PlainText = Field(description="Who it is.")
    roles: tuple[Role, ...] = Field(description="Which roles answer to it, according to the sources.")
    concern: Prose = Field(description="What it holds a therapist to.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Who says so.")


class Setting(Record):
    """A place where massage is given, or the feel of such a place."""

    kind: ClassVar[str] = "setting"

    name: PlainText = Field(description="The place, in the plural.")
    roles: tuple[Role, ...] = Field(description="Which roles work there, according to the sources.")
    description: Prose = Field(description="What working there is like, in a sentence or two.")
    atmosphere: bool = Field(default=False, description="true when it tells of the feel of a room, not of a place.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Who says so.")


class Professional(Record):
    """A professional who works with, refers to, prescribes or diagnoses for a massage therapist."""

    kind: ClassVar[str] = "professional"

    name: PlainText = Field(description="The profession, in the plural.")
    roles: tuple[Role, ...] = Field(description="Which roles work with them, according to the sources.")
    description: Prose = Field(description="How the two work together.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Who says so.")


class CareerPath(Record):
    """Where a therapist may go. Never a promise of a job or of pay."""

    kind: ClassVar[str] = "career-path"

    name: PlainText = Field(description="The path in a few words.")
    roles: tuple[Role, ...] = Field(description="From which role it leads, according to the sources.")
    description: Prose = Field(description="What it is.")
    first_step: Prose = Field(description="What a therapist would do first.")
    settings: tuple[SettingRef, ...] = Field(default=(), description="Where it leads.")
    requirements: tuple[RequirementRef, ...] = Field(default=(), description="What it asks for.")
    techniques: tuple[TechniqueRef, ...] = Field(default=(), description="Techniques it needs.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Who says so.")


class Outcome(Record):
    """Something people hope massage will do for them, and what the school can honestly say about it."""

    kind: ClassVar[str] = "outcome"

    name: PlainText = Field(description="The hoped-for outcome in a few words.")
    roles: tuple[Role, ...] = Field(description="With which role the articles connect it.")
    answer: Prose = Field(description="What may be said about it, in a sentence.")
    said_by: tuple[SourceRef, ...] = Field(default=(), description="Who names it.")
    claims: tuple[ClaimRef, ...] = Field(default=(), description="Claims of the register that it repeats.")
    techniques: tuple[TechniqueRef, ...] = Field(default=(), description="The technique it is tied to, if any.")
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Conditions it is tied to, if any.")


class PresentationType(StrEnum):
    """What kind of word a presentation is."""

    NAME = "name"
    SYMPTOM = "symptom"
    GOAL = "goal"


class Presentation(Record):
    """A word people come with that is no condition of the library itself, and the conditions it leads to."""

    kind: ClassVar[str] = "presentation"

    name: PlainText = Field(description="The word or phrase.")
    type: PresentationType = Field(description="name, symptom or goal.")
    leads_to: tuple[ConditionRef, ...] = Field(description="Where to read on.")
    note: Prose = Field(description="What the word means here, without safety advice of its own.")
    roles: tuple[Role, ...] = Field(default=(), description="With which role the articles connect it.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Who uses the word.")


class LicenseStep(Part):
    """One step on the way to a license."""

    name: PlainText = Field(description="The step in a few words.")
    stage: PlainText | None = Field(
        default=None,
        description="The part of the way it belongs to, for example Before you enroll.",
    )
    detail: Statement = Field(description="What to do, and what it rests on.")


class LicensePath(Record):
    """How to become a licensed massage therapist, step by step."""

    kind: ClassVar[str] = "license-path"

    lead: Prose = Field(description="What the reader should know before the first step.")
    steps: tuple[LicenseStep, ...] = Field(description="The steps in order.")
    caution: Prose = Field(description="What this page does not say.")
