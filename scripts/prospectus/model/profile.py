"""The school itself: who it is, how to reach it, its brand, and which parts of the site it wants."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from prospectus.model.local_name import LocalName
from prospectus.model.picture import Picture
from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record

CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""A currency by its three letters (ISO 4217): USD, CAD."""
WebRoot = Annotated[FixedText, StringConstraints(pattern=r"^https?://[^\s/]+/(?:\S+/)?$")]
"""The address of a site: with its scheme, and a slash at the end."""
HexColor = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
"""A color as # and six small hexadecimal digits."""


class ClinicalReview(StrEnum):
    """What happens to a condition that no clinician has signed: `banner` says so, `required` holds it back."""

    BANNER = "banner"
    REQUIRED = "required"


class Language(StrEnum):
    """A language that the site can have beside English."""

    SPANISH = "es"


class Sections(Part):
    """Parts of the site that a school may turn off. Navigation, links and rules follow."""

    compare: bool = Field(default=True, description="Medical and relaxation massage side by side.")
    matrix: bool = Field(default=True, description="Techniques by condition.")
    training: bool = Field(default=True, description="Training requirements and the way to a license.")
    careers: bool = Field(default=True, description="Careers, work settings and accountability.")
    glossary: bool = Field(default=True, description="The glossary, and terms marked on pages.")
    claims: bool = Field(default=True, description="The claims register.")
    screening: bool = Field(default=True, description="The questions before every session.")
    programs: bool = Field(default=True, description="Programs, courses, costs, start dates and the calendar.")
    licensing: bool = Field(default=True, description="Where each program can be licensed, state by state, and exams.")
    catalog: bool = Field(default=True, description="The catalog: policies, people, facilities, approvals, the audit.")


class Contact(Part):
    """How to reach the school."""

    street: FixedText = Field(description="Street and number.")
    town: FixedText = Field(description="Town, state and postal code, as on an envelope.")
    telephone: FixedText = Field(description="The number as it is printed.")
    email: FixedText = Field(description="The office's address.")
    hours: PlainText | None = Field(default=None, description="When the office answers.")


class BrandColors(Part):
    """The school's own colors. Text stands on them, so contrast is checked; evidence and safety keep theirs."""

    ground: HexColor = Field(description="The color of the hero, the footer and the main button, for example #4a1c43.")
    accent: HexColor | None = Field(default=None, description="The color of links on white, for example #7a1f5c.")


class Brand(Part):
    """The name as a mark, and the first words of the home page."""

    name: PlainText = Field(description="The first line beside the mark.")
    line: PlainText | None = Field(default=None, description="The second, smaller line.")
    promise: PlainText = Field(description="The headline of the home page.")
    lead: Prose = Field(description="Two sentences under it.")
    logo: Picture | None = Field(default=None, description="The school's own mark in place of the drawn one.")
    colors: BrandColors | None = Field(default=None, description="The school's own colors.")
    picture: Picture | None = Field(default=None, description="A photograph for the home page.")


class SchoolProfile(Record):
    """`content/school.yml`."""

    kind: ClassVar[str] = "profile"

    name: PlainText = Field(description="The full name of the school.")
    names: tuple[LocalName, ...] = Field(default=(), description="Its name in other languages.")
    sample: bool = Field(default=False, description="true for a school that does not exist; every page says so.")
    brand: Brand = Field(description="Name as a mark and the words of the home page.")
    contact: Contact = Field(description="How to reach the school.")
    tour: Prose = Field(description="How to visit the school.")
    address: WebRoot | None = Field(default=None, description="The site's own address on the web, https, ending in /.")
    emergency_number: FixedText = Field(default="911", description="The number to call in an emergency.")
    currency: FixedText = Field(default="$", description="The sign before an amount.")
    currency_code: CurrencyCode | None = Field(
        default=None, description="The currency by its three letters, for example USD, for search engines."
    )
    clinical_review: ClinicalReview = Field(
        default=ClinicalReview.REQUIRED,
        description="banner: unreviewed conditions are shown and say so; required: they are held back.",
    )
    languages: tuple[Language, ...] = Field(
        default=(), description="Languages that the site has beside English: es for Spanish."
    )
    sections: Sections = Field(default_factory=Sections, description="Parts of the site to turn off.")
    data_terms: Prose | None = Field(default=None, description="How others may use the open data.")
    data_as_of: date | None = Field(default=None, description="The day the school's facts were last gone through.")


OLD_AFTER = timedelta(days=548)
"""Facts that nobody has gone through for a year and a half are shown as old."""


def is_old(day: date, as_of: date) -> bool:
    """Say whether facts of `day` are old on `as_of`."""
    return as_of - day > OLD_AFTER
