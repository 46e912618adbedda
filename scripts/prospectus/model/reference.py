"""Typed references between records: an id that says which kind of record it must lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text field as the id of a record of this kind."""

    kind: str


def _named(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("plain_text_empty", "there are no words here")
    return value


_Id = Annotated[str, AfterValidator(_named)]

TechniqueRef = Annotated[_Id, Reference("technique")]
ConditionRef = Annotated[_Id, Reference("condition")]
CourseRef = Annotated[_Id, Reference("course")]
ProgramRef = Annotated[_Id, Reference("program")]
ClaimRef = Annotated[_Id, Reference("claim")]
SourceRef = Annotated[_Id, Reference("source")]
TermRef = Annotated[_Id, Reference("term")]
DisagreementRef = Annotated[_Id, Reference("disagreement")]
StandingRuleRef = Annotated[_Id, Reference("standing-rule")]
RequirementRef = Annotated[_Id, Reference("requirement")]
SettingRef = Annotated[_Id, Reference("setting")]
CampusRef = Annotated[_Id, Reference("campus")]
PolicyRef = Annotated[_Id, Reference("policy")]
RefundRuleRef = Annotated[_Id, Reference("refund-rule")]
JurisdictionRef = Annotated[_Id, Reference("jurisdiction")]
ExamRef = Annotated[_Id, Reference("exam")]
CatalogItemRef = Annotated[_Id, Reference("catalog-item")]
CatalogProfileRef = Annotated[_Id, Reference("catalog-profile")]
