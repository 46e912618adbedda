"""What regulators and accreditors want a catalog to hold: their lists, and the single items put together from them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import CatalogProfileRef


class CatalogProfile(Record):
    """One rule or checklist on catalogs, as far as its text was seen. `audit --profile` names one."""

    kind: ClassVar[str] = "catalog-profile"

    name: FixedText = Field(description="The rule's name, for example 21 NCAC 30 .0630.")
    command: FixedText = Field(description="What is typed after --profile, for example nc-0630.")
    body: PlainText = Field(description="Whose rule it is.")
    complete: bool = Field(description="false when only a part of the rule's text was seen.")
    points: tuple[Prose, ...] = Field(description="What it asks for, point by point, in our words.")
    scope_note: Prose | None = Field(default=None, description="For which schools it is.")
    title: PlainText = Field(description="The title of the document that was read.")
    url: FixedText | None = Field(default=None, description="Where it was read.")
    page_date: PlainText | None = Field(default=None, description="The date it shows, if any.")
    as_of: date = Field(description="The day the facts were compiled.")


class ItemLevel(StrEnum):
    """How binding an item is."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"
    STATE_SPECIFIC = "state-specific"
    RECOMMENDED = "recommended"


class ItemBasis(Part):
    """A list that asks for the item, and where in it."""

    profile: CatalogProfileRef = Field(description="The list.")
    clause: FixedText | None = Field(default=None, description="The clause, as it is numbered.")


class CatalogItem(Record):
    """One thing a catalog must hold."""

    kind: ClassVar[str] = "catalog-item"

    number: FixedText = Field(description="Its number in the list, for example CAT-14.")
    section: PlainText = Field(description="The part of the catalog it belongs to.")
    requirement: Prose = Field(description="What must be there.")
    level: ItemLevel = Field(description="required, conditional, state-specific or recommended.")
    test: Prose = Field(description="What is tested, in a sentence.")
    asked_by: tuple[ItemBasis, ...] = Field(default=(), description="The lists that ask for it.")
    places: tuple[PlainText, ...] = Field(default=(), description="States and bodies known to ask for it.")
    note: Prose | None = Field(default=None, description="What else is known about it.")
