"""An exam for a license: its outline with dated weights, and facts about sitting it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from prospectus.model.number import Number
from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import SourceRef


class ExamArea(Part):
    """One area of an outline."""

    key: FixedText = Field(description="The word courses use for it, for example kinesiology.")
    name: PlainText = Field(description="Its name, in plain words.")
    percent: Number | None = Field(default=None, ge=0, le=100, description="Its weight; left out when it was not seen.")
    note: PlainText | None = Field(default=None, description="What is not known about it.")


class ExamOutline(Part):
    """An outline with the time it was in force or was read."""

    name: PlainText = Field(description="What it is called, for example Seven areas.")
    as_of: PlainText = Field(description="The time it was in force or read, for example May 2024.")
    current: bool = Field(default=False, description="true for the newest one that was seen.")
    official: bool = Field(default=False, description="true when the exam owner's own document was seen.")
    areas: tuple[ExamArea, ...] = Field(min_length=1, description="The areas.")
    note: Prose | None = Field(default=None, description="What the figures leave open.")
    sources: tuple[SourceRef, ...] = Field(description="Where it was read.")


class ExamFact(Part):
    """Something about sitting the exam."""

    name: PlainText = Field(description="What it is about, for example Fee.")
    text: Prose = Field(description="What was read.")
    page_date: PlainText | None = Field(default=None, description="The date the document shows.")
    sources: tuple[SourceRef, ...] = Field(description="Where it was read.")


class Exam(Record):
    """An exam."""

    kind: ClassVar[str] = "exam"

    name: PlainText = Field(description="Its short name, for example MBLEx.")
    full_name: PlainText = Field(description="Its name in full.")
    owner: PlainText = Field(description="Who gives it.")
    summary: Prose = Field(description="What it is for.")
    as_of: date = Field(description="The day its facts were compiled.")
    outlines: tuple[ExamOutline, ...] = Field(min_length=1, description="Its outlines, the newest first.")
    facts: tuple[ExamFact, ...] = Field(default=(), description="Facts about sitting it.")

    @property
    def outline(self) -> ExamOutline:
        """The newest outline that was seen."""
        return next((outline for outline in self.outlines if outline.current), self.outlines[0])
