"""A condition a client may bring: danger signs first, then what massage may and may not do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from prospectus.model.evidence import Evidence, Grade
from prospectus.model.picture import Picture
from prospectus.model.plain_text import AnyNumber, FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import ConditionRef, DisagreementRef, SourceRef, StandingRuleRef, TechniqueRef
from prospectus.model.safety import ConditionContraindications, RedFlag
from prospectus.model.statement import Basis, Region, Role, Statement


class AdaptationTopic(StrEnum):
    """What about a session is changed for a condition."""

    PRESSURE = "pressure"
    POSITION = "position"
    LENGTH = "length"
    SITE = "site"
    PACE = "pace"
    GOAL = "goal"


class Adaptation(Statement):
    """One change to the session."""

    topic: AdaptationTopic = Field(description="pressure, position, length, site, pace or goal.")


class TechniqueUse(Part):
    """A technique that may be used with a condition, why, and how well that pair is known."""

    technique: TechniqueRef = Field(description="The technique's id.")
    reason: Prose = Field(description="Why it is chosen, in one sentence.")
    grade: Grade = Field(description="How well research supports this technique for this condition.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Sources for this pair.")
    basis: Basis = Field(default=Basis.SOURCED, description="sourced, unchecked or practice.")
    caution: Prose | None = Field(default=None, description="What to watch with this pair.")


class IcdCode(Part):
    """A code of ICD-10-CM, for reference only."""

    code: FixedText = Field(description="The code, for example as printed in the federal release.")
    description: FixedText = Field(description="The official short description.")
    sources: tuple[SourceRef, ...] = Field(description="Where the code was checked.")


class MeshHeading(Part):
    """A heading of the Medical Subject Headings, for reference only."""

    id: FixedText = Field(description="The descriptor's id.")
    heading: FixedText = Field(description="The heading.")


class Codes(Part):
    """Codes for reference. Massage therapists do not diagnose."""

    icd10cm: tuple[IcdCode, ...] = Field(default=(), description="Checked ICD-10-CM codes.")
    mesh: tuple[MeshHeading, ...] = Field(default=(), description="Checked MeSH headings.")


class Condition(Record):
    """One condition. The techniques it names are the ones a therapist may choose, each with a reason."""

    kind: ClassVar[str] = "condition"

    name: PlainText = Field(description="The name the school uses.")
    also_called: Annotated[tuple[PlainText, ...], AnyNumber()] = Field(
        default=(), description="Other names for the same condition."
    )
    everyday_words: Annotated[tuple[PlainText, ...], AnyNumber()] = Field(
        default=(), description="Words people use when they look for it."
    )
    regions: tuple[Region, ...] = Field(description="Regions of the body map.")
    picture: Picture | None = Field(default=None, description="A picture of the condition.")
    summary: Prose = Field(description="One or two sentences for a student; shown first and in lists.")
    definition: Statement = Field(description="What it is, in plain words.")
    how_common: Statement | None = Field(default=None, description="How common it is, where sourced.")
    course: Statement | None = Field(default=None, description="How it usually goes, where sourced.")
    roles: tuple[Role, ...] = Field(default=(), description="Which role the articles put it with.")
    named_by: tuple[SourceRef, ...] = Field(default=(), description="Articles of the comparison that name it.")
    evidence: Evidence = Field(description="What massage may do, with a grade.")
    not_shown: tuple[Statement, ...] = Field(default=(), description="What massage is not shown to do.")
    red_flags: tuple[RedFlag, ...] = Field(default=(), description="Danger signs, each with its urgency.")
    contraindications: ConditionContraindications = Field(description="When not to massage.")
    standing_rules: tuple[StandingRuleRef, ...] = Field(default=(), description="Shared safety rules that apply.")
    precautions: tuple[Statement, ...] = Field(default=(), description="What calls for care.")
    medications: tuple[Statement, ...] = Field(default=(), description="Medicines to ask about.")
    pressure_limit: int | None = Field(default=None, ge=1, le=5, description="The deepest level, 1 to 5, if limited.")
    adaptations: tuple[Adaptation, ...] = Field(default=(), description="How the session changes.")
    questions: tuple[Statement, ...] = Field(default=(), description="Questions to ask at intake.")
    techniques: tuple[TechniqueUse, ...] = Field(default=(), description="Techniques a therapist may choose, and why.")
    self_care: tuple[Statement, ...] = Field(default=(), description="What the client can do.")
    stop_and_refer: tuple[Statement, ...] = Field(default=(), description="When to stop and send to a clinician.")
    related: tuple[ConditionRef, ...] = Field(default=(), description="Conditions that are easily confused with it.")
    codes: Codes = Field(default_factory=Codes, description="Codes for reference.")
    disagreements: tuple[DisagreementRef, ...] = Field(default=(), description="Where sources differ about it.")
