"""What refund terms, attendance and progress are called on pages: fixed words around the numbers of a policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from prospectus.model.policy import AttendanceTerms, Policy, PolicyTopic, ProgressTerms
from prospectus.model.price import FeeKind
from prospectus.model.refund import (
    CancelUnit,
    CancelWindow,
    ProgressBasis,
    RefundBase,
    RefundMethod,
    RefundPeriod,
    RefundTerms,
    Retained,
)
from prospectus.reckoning.refund import refundable_kinds
from prospectus.render import words

Money = Callable[[Decimal], str]

TOPIC_GROUPS: tuple[tuple[str, tuple[PolicyTopic, ...]], ...] = (
    ("Coming to the school", (PolicyTopic.ADMISSION, PolicyTopic.TRANSFER_IN, PolicyTopic.TRANSFER_OUT)),
    ("Paying and leaving", (PolicyTopic.PAYMENT, PolicyTopic.REFUND, PolicyTopic.WITHDRAWAL)),
    (
        "In class",
        (PolicyTopic.ATTENDANCE, PolicyTopic.PROGRESS, PolicyTopic.GRADING, PolicyTopic.LEAVE),
    ),
    ("Living together", (PolicyTopic.CONDUCT, PolicyTopic.DISMISSAL, PolicyTopic.GRIEVANCE, PolicyTopic.ACCOMMODATION)),
    ("Your data, and afterwards", (PolicyTopic.PRIVACY, PolicyTopic.RECORDS, PolicyTopic.PLACEMENT)),
    ("More", (PolicyTopic.OTHER,)),
)
"""The order in which policies are listed, and the headings over them."""

_UNITS: dict[CancelUnit, tuple[str, str]] = {
    CancelUnit.HOURS: ("hour", "hours"),
    CancelUnit.DAYS: ("day", "days"),
    CancelUnit.BUSINESS_HOURS: ("hour", "hours, weekends and holidays not counted,"),
    CancelUnit.BUSINESS_DAYS: ("business day", "business days"),
}
_KINDS: dict[FeeKind, str] = {
    FeeKind.TUITION: "tuition",
    FeeKind.REGISTRATION: "registration",
    FeeKind.BOOKS: "books",
    FeeKind.SUPPLIES: "supplies",
    FeeKind.FEE: "fees",
    FeeKind.TAX: "tax",
}
_BASES: dict[ProgressBasis, str] = {
    ProgressBasis.HOURS: "clock hours of class",
    ProgressBasis.WEEKS: "weeks of class",
    ProgressBasis.DAYS: "days of class",
}
_PERIODS: dict[RefundPeriod, str] = {RefundPeriod.PROGRAM: "the program", RefundPeriod.TERM: "the term"}


def in_order(policies: Iterable[Policy]) -> list[Policy]:
    """Give policies in the order in which they are listed."""
    topics = [topic for _, group in TOPIC_GROUPS for topic in group]
    return sorted(policies, key=lambda policy: topics.index(policy.topic))


def percent(value: Decimal) -> str:
    """25 percent."""
    return f"{words.number(value)} percent"


def charges_in_words(terms: RefundTerms) -> str:
    """Name the charges that a share comes back of: tuition; tuition and fees."""
    return words.listing([_KINDS[kind] for kind in refundable_kinds(terms)])


def period_in_words(terms: RefundTerms) -> str:
    return _PERIODS[terms.period]


def basis_in_words(terms: RefundTerms) -> str:
    """Say what counts as done, and of what: clock hours of class, out of those of the program; "" if not known."""
    return (
        f"{words.sentence_case(_BASES[terms.basis])}, out of all in {_PERIODS[terms.period]}"
        if terms.basis is not None
        else ""
    )


def window_in_words(window: CancelWindow) -> str:
    """In the first 7 days after you sign."""
    one, many = _UNITS[window.unit]
    if window.within == 1:
        return f"In the first {one} after you sign"
    return f"In the first {window.within} {many} after you sign"


def kept_in_words(entry: Retained, what: str, money: Money) -> str:
    """$100; 10 percent of the tuition; $100 or 10 percent of the tuition, whichever is less."""
    parts = [money(entry.amount)] if entry.amount is not None else []
    if entry.percent is not None:
        parts.append(f"{percent(entry.percent)} of the {what}")
    return f"{parts[0]} or {parts[1]}, whichever is less" if len(parts) == 2 else "".join(parts)


def situations(terms: RefundTerms, money: Money) -> list[tuple[str, str]]:
    """Say when a student may leave and what comes back then, one row each, from signing to the last class."""
    rows: list[tuple[str, str]] = []
    if terms.cancel is not None:
        kept = terms.cancel.kept
        rows.append((window_in_words(terms.cancel), f"All but {money(kept)}" if kept else "Everything you have paid"))
    what = charges_in_words(terms)
    if terms.not_started_kept is not None:
        kept = terms.not_started_kept
        rows.append(("Later, but before your first class", f"All {what} but {money(kept)}" if kept else f"All {what}"))
    return [*rows, *(_steps(terms) if terms.method is RefundMethod.TIERS else _pro_rata(terms))]


def _pro_rata(terms: RefundTerms) -> list[tuple[str, str]]:
    of = _taken_of(terms)
    share = f"The share of {of} for what is not done yet"
    until = terms.pro_rata_until
    if until is None or until == 100:
        return [("At any time after that", share)]
    where = _PERIODS[terms.period]
    return [(f"Until {percent(until)} of {where} is done", share), (f"After {percent(until)}", "Nothing")]


def _steps(terms: RefundTerms) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    before = Decimal(0)
    for tier in terms.tiers:
        back = f"{percent(tier.refund)} of {_taken_of(terms)}" if tier.refund else "Nothing"
        if tier.days is not None:
            rows.append((f"In the first {words.count(tier.days, 'day')} of {_PERIODS[terms.period]}", back))
        elif tier.up_to is not None:
            start = f"More than {words.number(before)}, up to" if before else "After that, until" if rows else "Until"
            rows.append((f"{start} {percent(tier.up_to)} is done", back))
            before = tier.up_to
    return rows if before == 100 else [*rows, (f"After {percent(before)}", "Nothing")]


def _taken_of(terms: RefundTerms) -> str:
    what = charges_in_words(terms)
    return f"the {what} that you have paid" if terms.share_of is RefundBase.PAID else f"your {what}"


def attendance_rows(terms: AttendanceTerms, money: Money) -> list[tuple[str, str]]:
    """Give the numbers on attendance, each with what it is."""
    rows = [("Least attendance", f"{percent(terms.minimum_percent)} of the hours taught")]
    if terms.tardy_after_minutes is not None:
        late = words.count(terms.tardy_after_minutes, "minute")
        rows.append(("You are late", f"after {late}" if terms.tardy_after_minutes else "from the first minute"))
    if terms.make_up_fee is not None:
        rows.append(("An hour of make-up work", money(terms.make_up_fee) if terms.make_up_fee else "free of charge"))
    if terms.absent_days_to_dismissal is not None:
        days = words.count(terms.absent_days_to_dismissal, "class day")
        rows.append(("We withdraw you", f"after {days} in a row without word"))
    return rows


def progress_rows(terms: ProgressTerms) -> list[tuple[str, str]]:
    """Give the numbers on progress, each with what it is."""
    checks = words.listing([words.number(check) for check in terms.checkpoints])
    rows = [
        ("Least average", percent(terms.minimum_grade)),
        ("Least attendance", percent(terms.minimum_attendance)),
        ("We look at it", f"at {checks} percent of the program"),
        ("Longest time", f"{words.number(terms.max_time_percent)} percent of the usual length"),
    ]
    return [*rows, ("Reports", terms.reports)] if terms.reports is not None else rows
