"""What training is measured in: clock hours by how they are taught, and every other measure beside them.

A school prints clock hours, credits, competency units or counted services, often several at once. They are independent:
none is worked out from another, for the rate between them is the school's or its regulator's to state.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from prospectus.model.number import Number
from prospectus.model.plain_text import MeasureName, PlainText
from prospectus.model.record import Part


class Hours(Part):
    """Clock hours, split by how they are taught."""

    theory: Number = Field(default=Decimal(0), ge=0, description="Hours of theory.")
    lab: Number = Field(default=Decimal(0), ge=0, description="Hours of hands-on lab.")
    clinic: Number = Field(default=Decimal(0), ge=0, description="Hours of supervised student clinic.")

    @property
    def total(self) -> Decimal:
        """Clock hours of all three kinds together."""
        return self.theory + self.lab + self.clinic

    def __add__(self, other: Hours) -> Hours:
        return Hours(theory=self.theory + other.theory, lab=self.lab + other.lab, clinic=self.clinic + other.clinic)


class MeasureUnit(StrEnum):
    """What is counted beside clock hours."""

    CLOCK_HOURS = "clock-hours"
    SEMESTER_CREDITS = "semester-credits"
    QUARTER_CREDITS = "quarter-credits"
    COMPETENCY_UNITS = "competency-units"
    SERVICES = "services"
    OTHER = "other"


class Measure(Part):
    """One measure of a course or program, as the school prints it: "12 semester credits", "at least 20 services"."""

    unit: MeasureUnit = Field(
        description="clock-hours, semester-credits, quarter-credits, competency-units, services or other."
    )
    name: MeasureName | None = Field(
        default=None, description="What is counted, in the plural, where the unit alone does not say it."
    )
    amount: Number = Field(ge=0, description="How many; the smaller number of a range.")
    up_to: Number | None = Field(default=None, ge=0, description="The larger number of a range.")
    at_least: bool = Field(default=False, description="true when it is printed as a minimum.")
    note: PlainText | None = Field(default=None, description="How it is counted, or who asks for it.")


class SubjectArea(StrEnum):
    """The areas that boards and examiners count hours in. A course says how its hours fall into them."""

    ANATOMY_PHYSIOLOGY = "anatomy-physiology"
    KINESIOLOGY = "kinesiology"
    PATHOLOGY = "pathology"
    MASSAGE_THEORY = "massage-theory"
    TECHNIQUE = "technique"
    ASSESSMENT = "assessment"
    MODALITIES = "modalities"
    HYDROTHERAPY = "hydrotherapy"
    ETHICS = "ethics"
    LAW = "law"
    BUSINESS = "business"
    HYGIENE = "hygiene"
    FIRST_AID = "first-aid"
    COMMUNICATION = "communication"
    RESEARCH = "research"
    CLINIC = "clinic"


class AreaHours(Part):
    """Clock hours of a course that fall into one area."""

    area: SubjectArea = Field(description="The area, for example pathology.")
    hours: Number = Field(gt=0, description="Clock hours of the course in it.")
