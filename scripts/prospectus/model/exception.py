"""A finding the school accepts, with the reason it does."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import FixedText
from prospectus.model.prose import Prose
from prospectus.model.record import Record


class AcceptedFinding(Record):
    """One entry of `content/exceptions.yml`: a rule, a record, a reason, and perhaps a last day."""

    kind: ClassVar[str] = "accepted-finding"

    code: FixedText = Field(description="The rule's code, for example S101.")
    record: FixedText = Field(description="The record it concerns, as kind:id, for example condition:neck-pain.")
    reason: Prose = Field(description="Why the school accepts it.")
    until: date | None = Field(default=None, description="The last day it is accepted, if there is one.")
