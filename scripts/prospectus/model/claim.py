"""A claim: something that is said about massage, what the evidence carries of it, and how the school words it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.prose import Prose
from prospectus.model.record import Record
from prospectus.model.reference import ConditionRef, DisagreementRef, SourceRef, TechniqueRef


class ClaimType(StrEnum):
    """What a claim is about."""

    EFFICACY = "efficacy"
    MECHANISM = "mechanism"
    LEGAL = "legal"
    PROCEDURE = "procedure"
    EDUCATION = "education"
    TEACHING = "teaching"
    ROLE = "role"
    GOAL = "goal"
    POPULARITY = "popularity"
    FINANCIAL = "financial"
    ADVICE = "advice"


class Verdict(StrEnum):
    """What the school makes of a claim."""

    FAIR = "fair"
    PARTLY = "partly"
    VARIES = "varies"
    OPINION = "opinion"
    NOT_SHOWN = "not-shown"
    NO_SUPPORT = "no-support"
    CONTRADICTED = "contradicted"


UNSUPPORTED = frozenset({Verdict.NOT_SHOWN, Verdict.NO_SUPPORT, Verdict.CONTRADICTED})
"""Verdicts of claims that may be quoted and labeled, but never stated as fact."""


class Claim(Record):
    """One entry of the claims register."""

    kind: ClassVar[str] = "claim"

    text: Prose = Field(description="The claim, restated in our own words.")
    type: ClaimType = Field(description="What the claim is about.")
    said_by: tuple[SourceRef, ...] = Field(default=(), description="Who says so.")
    verdict: Verdict = Field(description="What the school makes of it.")
    evidence: Prose = Field(description="What the evidence carries, in one or two sentences.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Sources of the evidence.")
    we_say: Prose = Field(description="How the school words it, or that it leaves it out.")
    techniques: tuple[TechniqueRef, ...] = Field(default=(), description="Techniques it is about.")
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Conditions it is about.")
    disagreements: tuple[DisagreementRef, ...] = Field(default=(), description="Where sources differ about it.")
