"""What others have granted the school: licenses, approvals, accreditation, memberships. Anywhere, or none."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import CampusRef, JurisdictionRef, ProgramRef


class ApprovalType(StrEnum):
    """What was granted."""

    LICENSE = "license"
    APPROVAL = "approval"
    ACCREDITATION = "accreditation"
    MEMBERSHIP = "membership"


class Agency(Part):
    """Who grants it and how to reach them: students complain to this address."""

    name: PlainText = Field(description="The agency's name.")
    street: FixedText | None = Field(default=None, description="Street and number, or a box.")
    town: FixedText | None = Field(default=None, description="Town, state and postal code.")
    telephone: FixedText | None = Field(default=None, description="Its number.")
    url: FixedText | None = Field(default=None, description="Its page, https.")


class Approval(Record):
    """One license, approval, accreditation or membership."""

    kind: ClassVar[str] = "approval"

    type: ApprovalType = Field(description="license, approval, accreditation or membership.")
    agency: Agency = Field(description="Who grants it and how to reach them.")
    jurisdiction: JurisdictionRef | None = Field(default=None, description="The state, province or country it is for.")
    number: FixedText | None = Field(default=None, description="Its number as printed.")
    statement: PlainText = Field(description="The sentence about it; the agency's own wording where one is fixed.")
    is_fixed_wording: bool = Field(default=False, description="true when the agency prescribes the wording.")
    recognized: bool | None = Field(
        default=None, description="For an accreditor: whether the federal government recognizes it."
    )
    granted: date | None = Field(default=None, description="The day it was granted.")
    expires: date | None = Field(default=None, description="The day it runs out.")
    campuses: tuple[CampusRef, ...] = Field(default=(), description="Campuses it covers; all if left out.")
    programs: tuple[ProgramRef, ...] = Field(default=(), description="Programs it covers; all if left out.")
    takes_complaints: bool = Field(default=False, description="true when students may complain to this agency.")
    note: Prose | None = Field(default=None, description="What a student should know about it.")
