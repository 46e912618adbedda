"""A frozen edition of the catalog: what was published, kept as bytes, with sums that show whether it was altered."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.record import Part, Record

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 sum in small hexadecimal digits."""

EDITIONS = "content/editions"
"""Where editions lie: `<id>.yml` says what was frozen, the folder `<id>/` beside it holds the bytes."""

PDF, PAGE, RECORDS = "catalog.pdf", "catalog.html", "records.json"
"""The files of an edition: the catalog as it was printed, as one page, and the records it was made from."""


class KeptFile(Part):
    """One file of an edition and its sum."""

    name: FixedText = Field(description="The file in the edition's folder, for example catalog.pdf.")
    sha256: Sha256 = Field(description="Its SHA-256 sum on the day of freezing.")


class Edition(Record):
    """One edition, as it was published. `prospectus edition freeze` writes it; nobody changes it afterwards."""

    kind: ClassVar[str] = "edition"

    title: PlainText = Field(description="What the publication called itself.")
    volume: PlainText = Field(description="Its volume or edition.")
    published: date = Field(description="The day it was published.")
    effective_from: date = Field(description="The first day it held for.")
    effective_to: date = Field(description="The last day it held for.")
    frozen_on: date = Field(description="The day it was frozen.")
    pages: int = Field(ge=1, description="How many pages the PDF has.")
    files: tuple[KeptFile, ...] = Field(min_length=1, description="Its files, each with its sum.")
