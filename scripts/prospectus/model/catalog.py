"""The catalog as a publication: volume and dates, who owns the school, what it promises and what it certifies."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import CatalogItemRef, CatalogProfileRef, JurisdictionRef


class LegalOwner(Part):
    """Who controls the school in law. The people are those of `people.yml` with the roles owner, director, officer."""

    entity: FixedText = Field(description="The legal name.")
    type: PlainText = Field(description="What it is in law, for example a nonprofit corporation.")
    statement: Prose = Field(description="Who owns or governs it, in a sentence.")


class Certification(Part):
    """The signed sentence that the catalog is true and correct."""

    text: PlainText = Field(description="The sentence.")
    name: FixedText = Field(description="Who signs.")
    title: PlainText = Field(description="The signer's title.")
    signed_on: date = Field(description="The day of signing.")


class Addendum(Part):
    """What was added to a printed edition: its number and day. Its text is worked out from what has changed."""

    number: int = Field(ge=1, description="1 for the first addendum to an edition.")
    effective: date = Field(description="The day from which it holds.")


class FixedStatement(Part):
    """A statement whose wording a regulator fixes. The school pastes it; nothing here writes or changes it."""

    key: FixedText = Field(description="What asks for it, for example ca-complaint.")
    title: PlainText = Field(description="The heading over it.")
    text: Prose = Field(description="The wording, as the regulator gives it.")


class NotApplicable(Part):
    """An item of a regulator's list that does not concern this school, with the reason."""

    item: CatalogItemRef = Field(description="The item, for example cat-22.")
    reason: Prose = Field(description="Why it does not apply.")


class Service(Part):
    """Something the school does for its students, or says that it does not."""

    name: PlainText = Field(description="What it is.")
    text: Prose = Field(description="What students can expect, and what not.")


class Catalog(Record):
    """`content/catalog.yml`."""

    kind: ClassVar[str] = "catalog"

    title: PlainText = Field(description="What the publication calls itself, for example School catalog.")
    volume: PlainText = Field(description="Volume or edition, for example Volume 4.")
    published: date = Field(description="The day it was published.")
    effective_from: date = Field(description="The first day it holds for.")
    effective_to: date = Field(description="The last day it holds for.")
    profile: CatalogProfileRef | None = Field(
        default=None, description="The regulator's list that `audit` uses unless another is named."
    )
    jurisdiction: JurisdictionRef | None = Field(default=None, description="Where the school is regulated.")
    hour_minutes: int = Field(default=60, ge=40, le=60, description="Minutes of teaching in a clock hour.")
    hour_definition: Prose = Field(description="What one hour means, in a sentence.")
    mission: Prose = Field(description="What the school is for.")
    philosophy: Prose | None = Field(default=None, description="How it thinks about teaching.")
    history: Prose = Field(description="When and how it began.")
    owner: LegalOwner = Field(description="Who controls it in law.")
    no_accreditation: Prose | None = Field(
        default=None, description="The clear statement that there is no accreditation."
    )
    addendum: Addendum | None = Field(
        default=None, description="The number and day of the addendum to the newest frozen edition."
    )
    certification: Certification | None = Field(default=None, description="The signed sentence that all is true.")
    delivery: Prose = Field(description="When an applicant is given the catalog.")
    calendar_note: Prose | None = Field(default=None, description="When one can enroll, and how dates may change.")
    class_hours: Prose | None = Field(default=None, description="When the school is open, and when there are breaks.")
    payment_methods: tuple[PlainText, ...] = Field(default=(), description="How one can pay.")
    interest: Prose | None = Field(default=None, description="Interest on payment plans, or that there is none.")
    unlisted_charges: Prose | None = Field(default=None, description="That a charge not listed here cannot be made.")
    federal_aid: bool = Field(default=False, description="true when students may use federal financial aid.")
    aid: tuple[Service, ...] = Field(default=(), description="Financial aid and scholarships, if any.")
    no_aid: Prose | None = Field(default=None, description="The clear statement that there is no financial aid.")
    services: tuple[Service, ...] = Field(default=(), description="Services to students.")
    background_notice: Prose | None = Field(default=None, description="What a criminal record may mean for a license.")
    law: Prose | None = Field(default=None, description="Where the law on massage and the board's rules can be read.")
    languages: Prose | None = Field(
        default=None, description="The language of teaching, how well one must speak it, and help with visas or none."
    )
    statements: tuple[FixedStatement, ...] = Field(default=(), description="Statements with fixed wording.")
    not_applicable: tuple[NotApplicable, ...] = Field(default=(), description="Items of a list that do not apply.")
