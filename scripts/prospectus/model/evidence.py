"""How well something is known: grades, and the summaries that carry one."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from prospectus.model.prose import Prose
from prospectus.model.record import Part
from prospectus.model.reference import ClaimRef, SourceRef
from prospectus.model.statement import Statement


class Grade(StrEnum):
    """How well research supports an effect; the page "About the evidence" explains each in the same words."""

    MODERATE = "moderate"
    WEAK = "weak"
    CONFLICTING = "conflicting"
    INSUFFICIENT = "insufficient"
    NONE_FOUND = "none-found"
    WEAK_AGAINST = "weak-against"
    NOT_A_TREATMENT = "not-a-treatment"


class ReviewFinding(Part):
    """What one review or guideline found, in one sentence."""

    source: SourceRef = Field(description="The review or guideline.")
    says: Prose = Field(description="What it found, in one sentence of the school's own.")


class Evidence(Part):
    """The grade of an effect, what it means in plain words, and the reviews behind it."""

    grade: Grade = Field(
        description="moderate, weak, conflicting, insufficient, none-found, weak-against, or "
        "not-a-treatment for a topic of safety only."
    )
    says: Prose = Field(description="One plain sentence for the reader: what massage may do and how well it is known.")
    summary: Prose = Field(description="What the research found, in two or three sentences.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Everything the summary rests on.")
    reviews: tuple[ReviewFinding, ...] = Field(default=(), description="One sentence for each review or guideline.")


class Effect(Statement):
    """Something a technique is used for, with how well that is supported."""

    grade: Grade | None = Field(default=None, description="How well research supports this effect.")
    rests_on: ClaimRef | None = Field(default=None, description="The claim of the register this effect would repeat.")
