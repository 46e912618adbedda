"""A picture of a record or of the school: the file, what it shows in words, and who may be thanked and has agreed."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from prospectus.model.plain_text import FixedText, PlainText
from prospectus.model.record import KeyPath, Part, Record


class Picture(Part):
    """A file in `docs/assets/`. Alternative text says what it shows; consent is needed when people can be known."""

    file: FixedText = Field(description="The file in docs/, for example assets/photo/clinic.jpg.")
    alt: PlainText = Field(description="What it shows, for people who do not see it.")
    credit: FixedText = Field(description="Who made it.")
    shows_people: bool = Field(default=False, description="true when somebody in it can be recognized.")
    consent: FixedText | None = Field(
        default=None, description="How the people in it agreed; needed when shows_people is true."
    )
    width: int | None = Field(default=None, ge=1, description="Width in pixels, so that the page does not jump.")
    height: int | None = Field(default=None, ge=1, description="Height in pixels.")


_PLACES: tuple[KeyPath, ...] = (("picture",), ("brand", "logo"), ("brand", "picture"))


def pictures_of(record: Record) -> Iterator[tuple[KeyPath, Picture]]:
    """Yield the pictures of a record, each with the way to it."""
    for path in _PLACES:
        value: object = record
        for key in path:
            value = getattr(value, str(key), None)
        if isinstance(value, Picture):
            yield path, value
