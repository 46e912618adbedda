"""Figures about the occupation: how many work in it, what they earn, how it may grow. Each with year and source."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Record
from prospectus.model.reference import SourceRef


class FigureTopic(StrEnum):
    """What a figure counts."""

    EMPLOYMENT = "employment"
    PAY = "pay"
    GROWTH = "growth"
    OPENINGS = "openings"
    WORKING = "working"
    OTHER = "other"


class OccupationFigure(Record):
    """One figure. It describes the whole country and everybody in the occupation, never graduates of the school."""

    kind: ClassVar[str] = "occupation-figure"

    topic: FigureTopic = Field(description="employment, pay, growth, openings, working or other.")
    name: PlainText = Field(description="What it is, for example Median pay a year.")
    value: PlainText = Field(description="The figure as it is printed, with its unit.")
    year: PlainText | None = Field(default=None, description="The year or years it is of; left out when not given.")
    scope: PlainText = Field(description="Whom it covers, for example United States, all levels of experience.")
    note: Prose | None = Field(default=None, description="What a reader must know, for example that the copy is old.")
    as_of: date = Field(description="The day it was read.")
    sources: tuple[SourceRef, ...] = Field(description="Where it was read.")
