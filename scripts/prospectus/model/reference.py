"""Typed references between records: an id that says which kind of record it must lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text field as the id of a record of this kind."""

    kind: str


TechniqueRef = Annotated[str, Reference("technique")]
ConditionRef = Annotated[str, Reference("condition")]
CourseRef = Annotated[str, Reference("course")]
ProgramRef = Annotated[str, Reference("program")]
ClaimRef = Annotated[str, Reference("claim")]
SourceRef = Annotated[str, Reference("source")]
TermRef = Annotated[str, Reference("term")]
DisagreementRef = Annotated[str, Reference("disagreement")]
StandingRuleRef = Annotated[str, Reference("standing-rule")]
RequirementRef = Annotated[str, Reference("requirement")]
SettingRef = Annotated[str, Reference("setting")]
CampusRef = Annotated[str, Reference("campus")]
PolicyRef = Annotated[str, Reference("policy")]
RefundRuleRef = Annotated[str, Reference("refund-rule")]
JurisdictionRef = Annotated[str, Reference("jurisdiction")]
ExamRef = Annotated[str, Reference("exam")]
CatalogItemRef = Annotated[str, Reference("catalog-item")]
CatalogProfileRef = Annotated[str, Reference("catalog-profile")]
