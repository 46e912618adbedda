"""When massage must wait: danger signs, contraindications, and rules that stand for every session."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.record import Part, Record
from prospectus.model.reference import ConditionRef, TechniqueRef
from prospectus.model.statement import Statement


class Urgency(StrEnum):
    """How fast a danger sign must be acted on."""

    EMERGENCY = "emergency"
    CLINICIAN = "clinician"
    MENTION = "mention"


class Level(StrEnum):
    """How far a contraindication reaches: no massage at all, not on this area, or only with a clinician's clearance."""

    ABSOLUTE = "absolute"
    LOCAL = "local"
    CLEARANCE = "clearance"


class Element(StrEnum):
    """The part of the work that a contraindication limits."""

    PRESSURE = "pressure"
    SITE = "site"
    SPEED = "speed"
    POSITION = "position"
    ANY = "any"


class RedFlag(Statement):
    """A danger sign to ask about before every session."""

    urgency: Urgency = Field(description="emergency (get help now), clinician (before treating), or mention.")


class TechniqueContraindication(Statement):
    """A reason not to use a technique, and the conditions of the library it concerns."""

    element: Element = Field(
        default=Element.ANY, description="What is limited: pressure, site, speed, position or any."
    )
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Conditions this reason concerns.")


class ConditionContraindication(Statement):
    """A reason not to massage with a condition, and the techniques it rules out."""

    techniques: tuple[TechniqueRef, ...] = Field(default=(), description="Techniques this reason concerns.")
    all_techniques: bool = Field(default=False, description="true when no massage of any kind may be given.")


class TechniqueContraindications(Part):
    """When not to use a technique: never, not on this area, only with clearance."""

    absolute: tuple[TechniqueContraindication, ...] = Field(default=(), description="Never.")
    local: tuple[TechniqueContraindication, ...] = Field(default=(), description="Not on this area.")
    clearance: tuple[TechniqueContraindication, ...] = Field(
        default=(), description="Only with a clinician's clearance."
    )


class ConditionContraindications(Part):
    """When not to massage with a condition: never, not on this area, only with clearance."""

    absolute: tuple[ConditionContraindication, ...] = Field(default=(), description="Never.")
    local: tuple[ConditionContraindication, ...] = Field(default=(), description="Not on this area.")
    clearance: tuple[ConditionContraindication, ...] = Field(
        default=(), description="Only with a clinician's clearance."
    )

    @property
    def forbids_all(self) -> bool:
        """Say whether no massage of any kind may be given."""
        return any(entry.all_techniques for entry in self.absolute)


class StandingRule(Record, Statement):
    """A safety rule that many techniques and conditions share, written once and named by each."""

    kind: ClassVar[str] = "standing-rule"

    level: Level = Field(description="absolute, local, or clearance: the column it stands in.")
    element: Element = Field(
        default=Element.ANY, description="What is limited: pressure, site, speed, position or any."
    )


class ScreeningQuestion(Statement):
    """One question of the intake checklist, and what a yes means."""

    question: str = Field(description="The question as it is asked, in plain words.")


class ScreeningGroup(Part):
    """Questions with the same consequence."""

    name: str = Field(description="The heading of the group.")
    urgency: Urgency = Field(description="The most urgent thing a yes may mean.")
    action: str = Field(description="What to do after a yes, as an order with a verb.")
    questions: tuple[ScreeningQuestion, ...] = Field(description="The questions, in the order they are asked.")


class Screening(Record):
    """The intake checklist that comes before every session."""

    kind: ClassVar[str] = "screening"

    summary: str = Field(description="Why the list is asked, in one or two sentences.")
    groups: tuple[ScreeningGroup, ...] = Field(description="Groups of questions, the most urgent first.")
    side_effects: tuple[Statement, ...] = Field(default=(), description="What often follows a session.")
    serious_events: tuple[Statement, ...] = Field(default=(), description="What rarely goes wrong.")
