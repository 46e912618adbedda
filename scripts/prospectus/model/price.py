"""What a program costs: lines, price lists for different students, discounts, and ways to pay."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from prospectus.model.number import Number
from prospectus.model.plain_text import FixedText, PlainText, ScheduleName
from prospectus.model.prose import Prose
from prospectus.model.record import Part
from prospectus.model.reference import CampusRef


class FeeKind(StrEnum):
    """What sort of cost a line is; refunds and lists of books are worked out by it."""

    TUITION = "tuition"
    REGISTRATION = "registration"
    BOOKS = "books"
    SUPPLIES = "supplies"
    FEE = "fee"
    TAX = "tax"


class Fee(Part):
    """One line of what a program costs."""

    name: PlainText = Field(description="What is paid for.")
    kind: FeeKind = Field(default=FeeKind.FEE, description="tuition, registration, books, supplies, fee or tax.")
    amount: Number = Field(ge=0, description="The amount in the school's currency.")
    note: PlainText | None = Field(default=None, description="When it is due, or how it is counted.")


class PriceList(Part):
    """What the program costs for some students: by residency, campus, schedule, date or plan."""

    name: PlainText = Field(description="For whom, for example Residents of the county.")
    campus: CampusRef | None = Field(default=None, description="The campus it holds for; every campus if left out.")
    schedule: ScheduleName | None = Field(
        default=None, description="The schedule it holds for, as the lengths name it."
    )
    starts_from: date | None = Field(default=None, description="First start date it holds for.")
    starts_until: date | None = Field(default=None, description="Last start date it holds for.")
    currency: FixedText | None = Field(
        default=None, description="The sign before an amount, if it is not the school's."
    )
    fees: tuple[Fee, ...] = Field(description="What it costs, line by line, with tax as a line of its own.")
    tax_percent: Number | None = Field(
        default=None, ge=0, le=100, description="The rate behind the tax line, for checking it."
    )
    taxed: tuple[FeeKind, ...] = Field(
        default=(), description="Kinds of lines that the tax is paid on; all of them if left out."
    )
    total: Number = Field(ge=0, description="The sum of the lines; must equal them.")


class Discount(Part):
    """A price taken off under a condition."""

    name: PlainText = Field(description="What it is called.")
    amount: Number | None = Field(default=None, gt=0, description="The sum taken off.")
    percent: Number | None = Field(default=None, gt=0, le=100, description="The share of tuition taken off.")
    condition: Prose = Field(description="Who gets it, and what must be shown for it.")
    until: date | None = Field(default=None, description="The last day it can be asked for.")


class PaymentPlan(Part):
    """A way to pay: a sum at the beginning, equal payments, and what the plan itself costs."""

    name: PlainText = Field(description="What it is called.")
    down: Number = Field(default=Decimal(0), ge=0, description="Due when the student enrolls.")
    payments: int = Field(ge=0, description="How many equal payments follow.")
    amount: Number = Field(default=Decimal(0), ge=0, description="The amount of each.")
    charge: Number = Field(default=Decimal(0), ge=0, description="What the plan costs on top, interest included.")
    every: PlainText | None = Field(default=None, description="How often they fall due, for example month.")
    total: Number = Field(ge=0, description="All payments together: the program's total and the charge.")
    note: Prose | None = Field(default=None, description="What happens when a payment is late, and the like.")
