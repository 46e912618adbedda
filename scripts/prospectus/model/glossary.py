"""A term of the glossary, marked at its first occurrence on each page."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from prospectus.model.plain_text import AnyNumber, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Record
from prospectus.model.reference import ClaimRef, SourceRef, TermRef
from prospectus.model.statement import Basis


class TermGroup(StrEnum):
    """The part of the field a term belongs to."""

    ANATOMY = "anatomy"
    STROKES = "strokes"
    ASSESSMENT = "assessment"
    DOCUMENTATION = "documentation"
    LICENSING = "licensing"
    EVIDENCE = "evidence"
    SAFETY = "safety"
    ROLES = "roles"
    BUSINESS = "business"
    TISSUE_CLAIMS = "tissue-claims"


class Term(Record):
    """One term, in words a newcomer understands."""

    kind: ClassVar[str] = "term"

    name: PlainText = Field(description="The term as it stands in running text, lower case unless it is a name.")
    forms: Annotated[tuple[PlainText, ...], AnyNumber()] = Field(
        default=(), description="Other forms to mark: plurals, abbreviations."
    )
    group: TermGroup = Field(description="The part of the field it belongs to.")
    definition: Prose = Field(description="What it means, in one or two plain sentences.")
    basis: Basis = Field(default=Basis.PRACTICE, description="What the definition rests on.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Sources, if any.")
    claims: tuple[ClaimRef, ...] = Field(default=(), description="Claims that use the term.")
    see: tuple[TermRef, ...] = Field(default=(), description="Related terms.")
    marked: bool = Field(default=True, description="false when the word is too common to be marked on pages.")
