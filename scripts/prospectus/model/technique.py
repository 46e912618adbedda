"""A massage technique: what it is, how it is done, when not to use it, and what may honestly be said about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, field_validator, model_validator

from prospectus.model.evidence import Effect, Evidence
from prospectus.model.picture import Picture
from prospectus.model.plain_text import AnyNumber, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import DisagreementRef, RequirementRef, SourceRef, StandingRuleRef
from prospectus.model.safety import TechniqueContraindications
from prospectus.model.statement import Basis, Role, Statement


class Family(StrEnum):
    """The kind of contact a technique is built on."""

    GLIDING = "gliding"
    KNEADING = "kneading"
    FRICTION = "friction"
    PERCUSSION = "percussion"
    VIBRATION = "vibration"
    COMPRESSION = "compression"
    STRETCHING = "stretching"
    FASCIAL = "fascial"
    LYMPHATIC = "lymphatic"
    WHOLE_SESSION = "whole-session"
    ADAPTED = "adapted"
    LIGHT_TOUCH = "light-touch"
    TOOLS_AND_HEAT = "tools-and-heat"
    BODY_CARE = "body-care"


class Notation(StrEnum):
    """The glyph that draws a technique: what the hand does to the fibers."""

    GLIDE = "glide"
    KNEAD = "knead"
    FRICTION = "friction"
    PRESS = "press"
    SPREAD = "spread"
    RESIST = "resist"
    TAP = "tap"
    VIBRATE = "vibrate"
    HOLD = "hold"


class RoleUse(Part):
    """Which role uses a technique, and who says so."""

    role: Role = Field(description="medical or relaxation.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Sources that put it on this side.")


class Pressure(Part):
    """How deep the contact reaches, on five levels: 1 touch, 2 light, 3 medium, 4 firm, 5 deep."""

    lowest: int = Field(ge=1, le=5, description="The lightest level in use, 1 to 5.")
    highest: int = Field(ge=1, le=5, description="The deepest level in use, 1 to 5.")

    @model_validator(mode="after")
    def _in_order(self) -> Pressure:
        if self.lowest > self.highest:
            raise ValueError("the lowest pressure is above the highest")
        return self


class Step(Part):
    """One step of doing a technique."""

    name: PlainText = Field(description="Two to four words.")
    text: Prose = Field(description="What the hands do, so that a student can follow it.")


class Method(Part):
    """How a technique is done, from the first word to the last touch."""

    basis: Basis = Field(default=Basis.PRACTICE, description="What the method rests on; practice unless sourced.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Sources of the method, if any.")
    position: Prose = Field(description="How the client lies or sits, and where the therapist stands.")
    draping: Prose = Field(description="What is uncovered and what stays covered.")
    steps: tuple[Step, ...] = Field(description="The steps in order.")
    pace: Prose = Field(description="How fast.")
    duration: Prose = Field(description="How long, on one area or in all.")
    tools: Prose = Field(description="Lubricant, tools and supports, or that none are needed.")
    feedback: tuple[Prose, ...] = Field(description="What to ask the client while working.")


class SelfCheck(Part):
    """A question a student can test themselves with, and its answer."""

    question: Prose = Field(description="One question.")
    answer: Prose = Field(description="Its answer, in a sentence or two.")


class Technique(Record):
    """One massage technique. Its conditions, courses and claims are looked up from the records that name it."""

    kind: ClassVar[str] = "technique"

    name: PlainText = Field(description="The name the school uses.")
    also_called: Annotated[tuple[PlainText, ...], AnyNumber()] = Field(
        default=(), description="Other names for the same technique."
    )
    family: Family = Field(description="The kind of contact it is built on.")
    notation: Notation = Field(description="The glyph that draws it.")
    picture: Picture | None = Field(default=None, description="A picture of the technique.")
    roles: tuple[RoleUse, ...] = Field(description="Which roles use it, and which source says so.")
    summary: Prose = Field(description="One or two sentences for a student; shown first and in lists.")
    definition: Statement = Field(description="What it is, exactly.")
    history: Statement | None = Field(default=None, description="Where it comes from, in two lines, where known.")
    strokes: tuple[Statement, ...] = Field(default=(), description="Strokes and ways of working named for it.")
    method: Method = Field(description="How it is done.")
    pressure: Pressure = Field(description="How deep it reaches, from level 1 to 5.")
    evidence: Evidence = Field(description="What research says, with a grade.")
    effects: tuple[Effect, ...] = Field(default=(), description="What it is used for, each with its own grade.")
    not_shown: tuple[Statement, ...] = Field(default=(), description="What it is not shown to do.")
    indications: tuple[Statement, ...] = Field(default=(), description="When a therapist may choose it.")
    contraindications: TechniqueContraindications = Field(description="When not to use it.")
    standing_rules: tuple[StandingRuleRef, ...] = Field(default=(), description="Shared safety rules that apply.")
    cautions: tuple[Statement, ...] = Field(default=(), description="What calls for a change of plan.")
    adverse_events: tuple[Statement, ...] = Field(default=(), description="Harms that have been reported.")
    safety_notes: tuple[Statement, ...] = Field(default=(), description="Anything else that keeps people safe.")
    training: tuple[Statement, ...] = Field(default=(), description="The training it needs.")
    training_requirements: tuple[RequirementRef, ...] = Field(default=(), description="Requirements it builds on.")
    mistakes: tuple[Prose, ...] = Field(default=(), description="Common mistakes of students.")
    self_check: tuple[SelfCheck, ...] = Field(default=(), description="Questions to test oneself with.")
    disagreements: tuple[DisagreementRef, ...] = Field(default=(), description="Where sources differ about it.")

    @field_validator("roles")
    @classmethod
    def _each_role_once(cls, roles: tuple[RoleUse, ...]) -> tuple[RoleUse, ...]:
        if len({use.role for use in roles}) != len(roles):
            raise ValueError("a role is named twice; put all its sources under one entry")
        return roles
