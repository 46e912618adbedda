"""What every record of a school has in common: an id, a review state, former ids, and a place in a file.

A record is a frozen pydantic model that refuses unknown keys. Its id comes from the file's name (or, in a file that
holds many records, from the key), never from a field, so that the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from prospectus.diagnostics import Place
from prospectus.model.plain_text import PlainText

KeyPath = tuple[str | int, ...]
"""The way to a value inside a YAML file: keys and list positions from the top, for example ("steps", 2, "text")."""


ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
FormerId = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""An id that was an address once; anything else could not have been one."""


def _is_none(value: object) -> bool:
    return value is None


class Part(BaseModel):
    """A piece of a record: frozen, and closed against keys that nobody defined."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class ReviewStatus(StrEnum):
    """How far a record has been checked. `sourced` means read against its sources; only a person can review."""

    DRAFT = "draft"
    SOURCED = "sourced"
    CLINICALLY_REVIEWED = "clinically-reviewed"


class Reviewer(Part):
    """The clinician who signed a record: name, credential, and the day of signing."""

    name: PlainText = Field(description="The reviewer's name as it should be printed.")
    credential: PlainText = Field(description="The credential that qualifies the reviewer, for example a license.")
    signed_on: date = Field(description="The day the reviewer signed, as year-month-day.")


class Review(Part):
    """Who looks after a record, how far it has been checked, and when somebody must look again."""

    owner: PlainText = Field(description="The role at the school that answers for this record.")
    status: ReviewStatus = Field(description="draft, sourced, or clinically-reviewed.")
    reviewed_on: date = Field(description="The day the record was last read against its sources.")
    next_review: date = Field(description="The day by which somebody must read it again.")
    reviewer: Reviewer | None = Field(default=None, description="Needed when the status is clinically-reviewed.")


TextHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
"""Eight signs that change when any of the texts behind them does (see `translated_texts.py`)."""


class Translation(Part):
    """A record's texts in another language: beside these fields it has the record's own, with texts alone in them.

    What does not fit the record is found by the rules and left out; it never keeps a record from being read.
    """

    model_config = ConfigDict(extra="allow")

    reader: Reviewer | None = Field(
        default=None, exclude_if=_is_none, description="The translator who has read it; without one, pages say so."
    )
    of: TextHash | None = Field(
        default=None,
        exclude_if=_is_none,
        description="Eight signs for the original texts, so that a change in them is noticed.",
    )

    @property
    def texts(self) -> Mapping[str, Any]:
        """What is written in it, as it was read: by the record's fields, in groups, lists and texts."""
        return self.model_extra or {}


class Record(Part):
    """One noun of the school, read from YAML. `kind` is the noun in kebab case."""

    kind: ClassVar[str] = ""

    review: Review = Field(description="Who answers for this record, how far it is checked, and until when.")
    formerly: tuple[FormerId, ...] = Field(default=(), description="Ids it had before; each leaves a redirect.")
    es: Translation | None = Field(
        default=None, exclude_if=_is_none, description="Its texts in Spanish, field by field."
    )

    _id: str = PrivateAttr(default="")
    _file: str = PrivateAttr(default="")
    _places: Mapping[KeyPath, tuple[int, int]] = PrivateAttr(default_factory=dict)
    _prefix: KeyPath = PrivateAttr(default=())
    _walked: object = PrivateAttr(default=None)
    _matched: object = PrivateAttr(default=None)
    _twin: object = PrivateAttr(default=None)

    @property
    def id(self) -> str:
        """The record's id, from its file's name or its key in a file of many."""
        # pydantic's own way to a private attribute takes ten times as long, and pages ask for ids most of all.
        private = self.__pydantic_private__
        return str(private["_id"]) if private else ""

    @property
    def key(self) -> str:
        """The look-up name of this record, for example `technique:effleurage`."""
        return f"{self.kind}:{self.id}"

    @property
    def file(self) -> str:
        """The YAML file this record stands in, relative to the school's folder, with slashes."""
        return self._file

    def placed(self, id: str, file: str, places: Mapping[KeyPath, tuple[int, int]], prefix: KeyPath = ()) -> Self:
        """Tell a freshly read record who it is and where it stands; only the reader calls this, once."""
        self._id, self._file, self._places, self._prefix = id, file, places, prefix
        return self

    @property
    def walked(self) -> object:
        """What the walk through this record found; None before the first walk (see `walk.py`)."""
        return self._walked

    def keep_walked(self, found: object) -> None:
        """Keep what the walk found, for as long as the record lives."""
        self._walked = found

    @property
    def matched(self) -> object:
        """What its translation gives; None before it was first laid beside the record (see `translated_texts.py`)."""
        return self._matched

    def keep_matched(self, found: object) -> None:
        """Keep what the translation gives, for as long as the record lives."""
        self._matched = found

    @property
    def twin(self) -> object:
        """The same record in another language, with what it was made from (see `translation.py`)."""
        return self._twin

    def keep_twin(self, twin: object) -> None:
        """Keep the twin, for as long as the record lives."""
        self._twin = twin

    def with_values(self, values: Mapping[str, Any]) -> Self:
        """Give a copy with other values in these fields, at the same place; nothing was found out about it yet."""
        copy = self.model_copy(update=values)
        copy._walked = copy._matched = copy._twin = None
        return copy

    def at(self, *path: str | int) -> Place:
        """Give the place of a value; of its nearest parent that has one when the value itself is not written."""
        full = (*self._prefix, *path)
        if path[:1] == ("review",) and full[: len(self._prefix) + 1] not in self._places:
            full = path  # one review stands at the top of a file and serves all of its records
        for length in range(len(full), -1, -1):
            position = self._places.get(full[:length])
            if position is not None:
                return Place(self._file, *position)
        return Place(self._file)
