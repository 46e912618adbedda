"""A group of students that starts on a date, and the days on which the school is closed."""

from __future__ import annotations

import re
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from prospectus.model.plain_text import PlainText, ScheduleName
from prospectus.model.record import Part, Record
from prospectus.model.reference import CampusRef, ProgramRef

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")


def _read_clock(value: Any) -> Any:
    """Read 9:00 like 09:00, and nothing that a machine would take for seconds since midnight, such as 900."""
    if not isinstance(value, str):
        return value
    if not _CLOCK.fullmatch(value):
        raise PydanticCustomError("clock_time", "this is no time of day")
    return value.rjust(5, "0")


ClockTime = Annotated[time, BeforeValidator(_read_clock)]
"""A time of day in hours and minutes. Errors have the type `clock_time`."""


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """Its number as dates count it: Monday is 0."""
        return list(Weekday).index(self)


class ClassTime(Part):
    """When a group meets on some days of the week."""

    days: tuple[Weekday, ...] = Field(min_length=1, description="monday, tuesday …")
    begins: ClockTime = Field(description="When class begins, as 09:00.")
    ends: ClockTime = Field(description="When class ends, as 13:00.")
    break_minutes: int = Field(default=0, ge=0, description="Minutes in between that are no class, for example a meal.")


class CohortState(StrEnum):
    """Whether a group takes new students."""

    OPEN = "open"
    WAITLIST = "waitlist"
    FULL = "full"


class Cohort(Record):
    """A group of students that starts on a date."""

    kind: ClassVar[str] = "cohort"

    program: ProgramRef = Field(description="The program it belongs to.")
    group: PlainText = Field(description="day group, evening group …")
    length: ScheduleName | None = Field(
        default=None, description="The schedule it follows, as the program's lengths name it."
    )
    start: date = Field(description="First day of class.")
    end: date = Field(description="Last day of class.")
    schedule: PlainText = Field(description="Days and times, for example Mon to Fri, 9 am to 1 pm.")
    class_times: tuple[ClassTime, ...] = Field(default=(), description="The same by day and hour, for calendars.")
    meets_on: tuple[date, ...] = Field(
        default=(), description="The single days it meets, where it has no weekly pattern."
    )
    campus: CampusRef | None = Field(default=None, description="The campus where it meets.")
    place: PlainText = Field(description="Where it meets.")
    enroll_from: date | None = Field(default=None, description="First day to enroll.")
    enroll_until: date | None = Field(default=None, description="Last day to enroll.")
    seats: int = Field(ge=1, description="How many seats there are.")
    taken: int = Field(default=0, ge=0, description="How many are taken.")
    waitlist: int = Field(default=0, ge=0, description="How many people wait.")
    takes_waitlist: bool = Field(default=True, description="true when people can join a waitlist once it is full.")

    @property
    def seats_left(self) -> int:
        """Free seats; none when more are taken than there are."""
        return max(self.seats - self.taken, 0)

    @property
    def state(self) -> CohortState:
        """Whether one can enroll, join the waitlist, or neither."""
        if self.seats_left:
            return CohortState.OPEN
        return CohortState.WAITLIST if self.takes_waitlist else CohortState.FULL


class Holiday(Record):
    """A day, or a stretch of days, without class."""

    kind: ClassVar[str] = "holiday"

    name: PlainText = Field(description="What it is called.")
    first: date = Field(description="The day, or the first of several.")
    last: date | None = Field(default=None, description="The last of several days.")
    campuses: tuple[CampusRef, ...] = Field(default=(), description="Campuses it holds for; all if left out.")

    @property
    def until(self) -> date:
        """The last day of it."""
        return self.last or self.first

    def covers(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.until
