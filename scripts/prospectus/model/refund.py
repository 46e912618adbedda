"""The terms of a refund as data: how long one may cancel, what comes back at which point, what is kept.

Terms describe; `reckoning/refund.py` works the amounts out. A school's policy and a regulator's rule use the same
terms, so that the two can be laid over each other.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from prospectus.model.number import Number
from prospectus.model.plain_text import PlainText
from prospectus.model.price import FeeKind
from prospectus.model.prose import Prose
from prospectus.model.record import Part


class CancelUnit(StrEnum):
    """In what the time to cancel is counted."""

    HOURS = "hours"
    DAYS = "days"
    BUSINESS_HOURS = "business-hours"
    BUSINESS_DAYS = "business-days"


class CancelWindow(Part):
    """How long after signing a student can cancel and get everything back."""

    within: int = Field(gt=0, description="How many hours or days.")
    unit: CancelUnit = Field(
        description="hours, days, business-hours or business-days; business ones leave out weekends and holidays."
    )
    kept: Number = Field(default=Decimal(0), ge=0, description="What is kept even then.")


class ProgressBasis(StrEnum):
    """What counts as done when a student leaves."""

    HOURS = "hours"
    WEEKS = "weeks"
    DAYS = "days"


class RefundPeriod(StrEnum):
    """Over what the share that is done is counted, and whose charges come back."""

    PROGRAM = "program"
    TERM = "term"


class RefundBase(StrEnum):
    """What the share is taken of: the charges, so that somebody who has not paid all may owe, or what was paid."""

    CHARGES = "charges"
    PAID = "paid"


class RefundMethod(StrEnum):
    """How the share that comes back is found."""

    TIERS = "tiers"
    PRO_RATA = "pro-rata"


class RefundTier(Part):
    """One step: up to and including this point, this share comes back. It ends at a share done or after days."""

    up_to: Number | None = Field(
        default=None, ge=0, le=100, description="The step ends here, this point included, in percent done."
    )
    days: int | None = Field(
        default=None, ge=1, description="Instead: it ends this many calendar days after the first day of class."
    )
    refund: Number = Field(ge=0, le=100, description="What comes back of the refundable charges, in percent.")


class Retained(Part):
    """A sum the school keeps; with both numbers given, the lesser of the two."""

    name: PlainText = Field(description="What it is for.")
    amount: Number | None = Field(default=None, ge=0, description="A sum.")
    percent: Number | None = Field(default=None, ge=0, le=100, description="A share of the refundable charges.")


class RefundExample(Part):
    """A worked example that the page prints; the computation must give the same."""

    charged: Number = Field(gt=0, description="Refundable charges.")
    paid: Number = Field(ge=0, description="What the student has paid of them.")
    done: Number = Field(ge=0, le=100, description="Share of the program done, in percent.")
    refund: Number = Field(ge=0, description="What comes back.")
    owed: Number = Field(default=Decimal(0), ge=0, description="What the student still owes, if anything.")


class RefundTerms(Part):
    """Everything needed to say what a student gets back."""

    cancel: CancelWindow | None = Field(
        default=None, description="How long one can cancel after signing; left out where a rule's text was not seen."
    )
    not_started_kept: Number | None = Field(
        default=None, ge=0, description="What is kept when the student cancels later but never starts; 0 if nothing."
    )
    basis: ProgressBasis | None = Field(default=None, description="What counts as done: hours, weeks or days.")
    period: RefundPeriod = Field(
        default=RefundPeriod.PROGRAM, description="program or term: what the share done is counted over."
    )
    share_of: RefundBase = Field(
        default=RefundBase.CHARGES, description="charges or paid: what the share that comes back is taken of."
    )
    method: RefundMethod = Field(description="tiers or pro-rata.")
    tiers: tuple[RefundTier, ...] = Field(default=(), description="The steps, in order; the last ends at 100.")
    pro_rata_until: Number | None = Field(
        default=None, ge=0, le=100, description="Pro-rata up to and including this share done; nothing after it."
    )
    after_end: Prose | None = Field(default=None, description="What holds past the last step, in words.")
    refundable: tuple[FeeKind, ...] = Field(
        default=(FeeKind.TUITION,), description="Which charges the share is taken of."
    )
    retained: tuple[Retained, ...] = Field(default=(), description="Sums that are kept once class has started.")
    retained_at_most: Number | None = Field(default=None, ge=0, description="A cap on all of them together.")
    pay_within_days: int | None = Field(default=None, ge=0, description="Days until the money is paid back.")
    counted_from: Prose | None = Field(
        default=None, description="The day that counts as the last one, and how it is found."
    )
    examples: tuple[RefundExample, ...] = Field(default=(), description="Worked examples.")
