"""Medical and relaxation massage side by side: two roles, their aspects, and where sources differ."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import ConditionRef, DisagreementRef, SourceRef, TechniqueRef
from prospectus.model.statement import Role, Statement


class NameInUse(Part):
    """A name for a role, and who uses it."""

    name: PlainText = Field(description="The name.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Who uses it.")


class RolePortrait(Part):
    """One of the two roles in a few words."""

    name: PlainText = Field(description="The name the school uses for this way of working.")
    therapist: PlainText = Field(description="What a person who works this way is called.")
    other_names: tuple[NameInUse, ...] = Field(default=(), description="Other names in use.")
    summary: Prose = Field(description="Two sentences: the question it begins with, and what it works towards.")
    clients: tuple[Statement, ...] = Field(default=(), description="Who looks for it.")


class Side(Part):
    """What one role does in one aspect: the school's own words, then every position with its sources."""

    we_teach: Prose = Field(description="What the school teaches, in one or two sentences.")
    short: PlainText | None = Field(default=None, description="The cell of the short printable table, if it is a row.")
    positions: tuple[Statement, ...] = Field(default=(), description="What each source says.")


class Aspect(Part):
    """One aspect of the comparison, both sides."""

    id: FixedText = Field(description="A short kebab-case name; it becomes the anchor on the page.")
    name: PlainText = Field(description="The row's heading.")
    medical: Side = Field(description="The medical side.")
    relaxation: Side = Field(description="The relaxation side.")
    reason: Prose = Field(description="Why the school teaches it so.")
    short_row: int | None = Field(
        default=None, ge=1, description="Its row in the short printable table, if it has one."
    )
    techniques: tuple[TechniqueRef, ...] = Field(default=(), description="Techniques the row names.")
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Conditions the row names.")
    disagreements: tuple[DisagreementRef, ...] = Field(default=(), description="Where sources differ in this row.")


class Comparison(Record):
    """The whole comparison."""

    kind: ClassVar[str] = "comparison"

    title: PlainText = Field(description="The page's title, as a question.")
    lead: Prose = Field(description="What the reader should take away, in two or three sentences.")
    medical: RolePortrait = Field(description="The medical role.")
    relaxation: RolePortrait = Field(description="The relaxation role.")
    aspects: tuple[Aspect, ...] = Field(description="The rows.")

    def portrait(self, role: Role) -> RolePortrait:
        """Give one of the two portraits."""
        return self.medical if role is Role.MEDICAL else self.relaxation


class Disagreement(Record):
    """A question on which sources differ: every position, and the school's decision or that it leaves it open."""

    kind: ClassVar[str] = "disagreement"

    topic: PlainText = Field(description="The topic in a few words, to follow the words: Sources differ on.")
    positions: tuple[Statement, ...] = Field(description="Each position, with its sources.")
    decision: Prose | None = Field(default=None, description="What the school teaches.")
    reason: Prose | None = Field(default=None, description="Why.")
    left_open: bool = Field(default=False, description="true when the school decides not to decide; say why in reason.")
    techniques: tuple[TechniqueRef, ...] = Field(default=(), description="Techniques it concerns.")
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Conditions it concerns.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="What the decision rests on.")
