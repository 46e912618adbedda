"""The people of a school: who owns it, who leads it, who teaches what."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from prospectus.model.picture import Picture
from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import CampusRef, CourseRef, JurisdictionRef


class PersonRole(StrEnum):
    """What somebody is to the school."""

    OWNER = "owner"
    DIRECTOR = "director"
    OFFICER = "officer"
    FACULTY = "faculty"
    STAFF = "staff"


class HeldLicense(Part):
    """A license that somebody holds."""

    jurisdiction: JurisdictionRef | None = Field(default=None, description="Where it holds.")
    number: FixedText = Field(description="Its number as printed.")
    expires: date | None = Field(default=None, description="The day it runs out.")


class Person(Record):
    """Somebody who owns, leads, teaches or works at the school."""

    kind: ClassVar[str] = "person"

    name: FixedText = Field(description="The name as it is printed.")
    title: PlainText = Field(description="The title, for example Academic director.")
    roles: tuple[PersonRole, ...] = Field(min_length=1, description="owner, director, officer, faculty or staff.")
    credentials: PlainText | None = Field(default=None, description="Degrees, licenses and years that qualify for it.")
    teaches: tuple[CourseRef, ...] = Field(default=(), description="Courses this person teaches.")
    licenses: tuple[HeldLicense, ...] = Field(default=(), description="Licenses held, with their numbers.")
    campuses: tuple[CampusRef, ...] = Field(default=(), description="Where this person works; everywhere if left out.")
    about: Prose | None = Field(default=None, description="A sentence or two for students.")
    picture: Picture | None = Field(default=None, description="A portrait.")
