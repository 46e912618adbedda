"""A place that licenses massage, or does not: hours, subjects, exam, continuing education, each dated and sourced.

Facts of law are kept as they were read, with the day and the document. Where documents disagree, all positions stay.
Nothing here says that a program meets anything.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.measure import SubjectArea
from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import SourceRef


class CredentialKind(StrEnum):
    """What the place gives a therapist."""

    LICENSE = "license"
    REGISTRATION = "registration"
    VOLUNTARY_CERTIFICATION = "voluntary-certification"
    NONE = "none"


class FactStatus(StrEnum):
    """How firm the number of hours is."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    DISPUTED = "disputed"
    UNCERTAIN = "uncertain"
    """Read only in an old copy, or on a page that is not the regulator's."""
    NOT_SEEN = "not-seen"


class EvidenceLevel(StrEnum):
    """What sort of document a fact was read in."""

    PRIMARY = "primary"
    ASSOCIATION = "association"
    SECONDARY = "secondary"


class HoursPosition(Part):
    """One number of hours that a document gives, with everything needed to judge it."""

    hours: int = Field(ge=1, description="Hours of education asked for.")
    holds: bool = Field(
        default=True, description="false for a number that no longer holds; kept because pages still print it."
    )
    floor: bool = Field(
        default=False, description="true for a floor that a rule under it raises; shown, and never enough by itself."
    )
    says: Prose = Field(description="What the document says, in our words.")
    level: EvidenceLevel = Field(description="primary (statute, rule, board), association or secondary.")
    effective: PlainText | None = Field(default=None, description="From when it holds, as read.")
    page_date: PlainText | None = Field(default=None, description="The date the document shows.")
    as_of: date | None = Field(default=None, description="The day it was read, if not the record's.")
    sources: tuple[SourceRef, ...] = Field(description="Where it was read.")


class SubjectMinimum(Part):
    """Hours asked for in one subject."""

    name: PlainText = Field(description="The subject as the rule names it, in plain words.")
    hours: int | None = Field(
        default=None, ge=0, description="Hours asked for; left out for the remainder, or where none are named."
    )
    areas: tuple[SubjectArea, ...] = Field(
        default=(), description="Areas whose hours count here; none when a school's areas cannot show it."
    )
    any_area: bool = Field(default=False, description="true for hours of choice: whatever the other lines leave over.")
    note: PlainText | None = Field(default=None, description="What the rule adds, for example how many hands-on.")


class SubjectTable(Part):
    """How the hours split into subjects, as far as it was seen."""

    lines: tuple[SubjectMinimum, ...] = Field(min_length=1, description="The subjects.")
    complete: bool = Field(description="false when not every line was seen.")
    holds: bool = Field(default=True, description="false for a split of an older rule, shown for orientation only.")
    note: Prose | None = Field(default=None, description="What is missing, or how old it is.")
    as_of: date | None = Field(default=None, description="The day it was read, if not the record's.")
    page_date: PlainText | None = Field(default=None, description="The date the document shows.")
    sources: tuple[SourceRef, ...] = Field(description="Where it was read.")


class LicenseExam(Part):
    """Which exams are accepted."""

    accepted: tuple[PlainText, ...] = Field(default=(), description="The exams, as read; none when nothing was seen.")
    note: Prose | None = Field(default=None, description="What else was read.")
    as_of: date | None = Field(default=None, description="The day it was read, if not the record's.")
    page_date: PlainText | None = Field(default=None, description="The date the document shows.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Where it was read.")


class ContinuingEducation(Part):
    """What renewing takes."""

    hours: int | None = Field(default=None, ge=0, description="Hours per period; 0 when none are asked for.")
    years: int | None = Field(default=None, ge=1, description="The period in years.")
    note: Prose | None = Field(default=None, description="What else was read, disagreements included.")
    as_of: date | None = Field(default=None, description="The day it was read, if not the record's.")
    page_date: PlainText | None = Field(default=None, description="The date the document shows.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Where it was read.")


class JurisdictionNote(Part):
    """Something else a student should know, with its source where one was named."""

    text: Prose = Field(description="What it is, in a sentence.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Where it was read.")


class Jurisdiction(Record):
    """A state, province or country, and what it asks of massage therapists."""

    kind: ClassVar[str] = "jurisdiction"

    name: PlainText = Field(description="Its name.")
    code: FixedText = Field(description="Its short code as maps print it, for example NC.")
    country: FixedText = Field(default="US", description="The country's two-letter code.")
    credential: CredentialKind = Field(description="license, registration, voluntary-certification or none.")
    credential_note: PlainText | None = Field(
        default=None, description="What is special about it, for example two tiers."
    )
    regulator: PlainText = Field(description="Who regulates massage there; who to ask where nobody does.")
    as_of: date | None = Field(default=None, description="The day its facts were compiled.")
    status: FactStatus = Field(
        description="confirmed, changed, disputed, uncertain or not-seen: how firm the hours are."
    )
    hours: tuple[HoursPosition, ...] = Field(default=(), description="What documents give as the hours; disputes stay.")
    hour_kind: PlainText | None = Field(default=None, description="What sort of hours they are, as read.")
    subjects: SubjectTable | None = Field(default=None, description="How the hours split into subjects.")
    exam: LicenseExam | None = Field(default=None, description="Which exams are accepted.")
    continuing_education: ContinuingEducation | None = Field(default=None, description="What renewing takes.")
    notes: tuple[JurisdictionNote, ...] = Field(default=(), description="What else a student should know.")
