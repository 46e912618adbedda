"""A campus: a place where classes are held, with its rooms and what is in them."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from prospectus.model.picture import Picture
from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import JurisdictionRef


class Room(Part):
    """One room, and how many people it holds."""

    name: PlainText = Field(description="What it is called.")
    use: Prose = Field(description="What happens in it and what is in it.")
    seats: int | None = Field(default=None, ge=1, description="How many students it holds.")


class Campus(Record):
    """A place where classes are held."""

    kind: ClassVar[str] = "campus"

    name: PlainText = Field(description="What it is called.")
    street: FixedText = Field(description="Street and number.")
    town: FixedText = Field(description="Town, state and postal code, as on an envelope.")
    telephone: FixedText | None = Field(default=None, description="Its number, if it has its own.")
    time_zone: FixedText = Field(description="Its time zone by its IANA name, for example America/New_York.")
    jurisdiction: JurisdictionRef | None = Field(default=None, description="The state, province or country it lies in.")
    description: Prose = Field(description="What the place is like.")
    rooms: tuple[Room, ...] = Field(default=(), description="Its rooms.")
    equipment: tuple[Prose, ...] = Field(default=(), description="What students work with.")
    learning_resources: tuple[Prose, ...] = Field(default=(), description="Library, models, computers and the like.")
    access: Prose | None = Field(default=None, description="How people with a disability reach and use it.")
    picture: Picture | None = Field(default=None, description="A picture of it.")
