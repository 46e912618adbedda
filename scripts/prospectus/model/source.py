"""A source: a document that something on the site rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Record


class SourceKind(StrEnum):
    """What sort of document a source is."""

    COCHRANE = "cochrane"
    SYSTEMATIC_REVIEW = "systematic-review"
    GUIDELINE = "guideline"
    TRIAL = "trial"
    OBSERVATIONAL = "observational"
    CASE_REPORT = "case-report"
    LABORATORY = "laboratory"
    NARRATIVE_REVIEW = "narrative-review"
    SURVEY = "survey"
    REFERENCE = "reference"
    GOVERNMENT = "government"
    PROFESSIONAL = "professional"
    TEXTBOOK = "textbook"
    ARTICLE = "article"
    CLASSIFICATION = "classification"


class Source(Record):
    """One document. Only what its record holds is ever printed: never a DOI, PMID, number or author from memory."""

    kind: ClassVar[str] = "source"

    title: FixedText = Field(description="Its title.")
    authors: FixedText | None = Field(default=None, description="Authors or institution, as far as seen.")
    year: int | None = Field(default=None, ge=1800, le=2100, description="Year of publication, if seen.")
    container: FixedText | None = Field(default=None, description="Journal, series or site it appeared in.")
    doi: FixedText | None = Field(default=None, description="DOI, if seen.")
    pmid: FixedText | None = Field(default=None, description="PubMed id, if seen.")
    url: FixedText | None = Field(default=None, description="An https or http address, if there is one.")
    type: SourceKind = Field(description="What sort of document it is.")
    finding: Prose = Field(description="What it found or says, in one or two sentences of the school's own.")
    certainty: PlainText | None = Field(default=None, description="How certain its authors are, in a few words.")
    citable: bool = Field(description="false when only a part or a copy was seen: shown as seen in part.")
    verified: bool = Field(default=True, description="false when nobody has checked the entry against the document.")
    note: Prose | None = Field(default=None, description="What a reader should know about the copy that was seen.")
