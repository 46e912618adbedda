"""What refund terms, attendance and progress are called on pages: fixed words around the numbers of a policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from prospectus.language import mark, say, say_count
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
    (mark("Coming to the school"), (PolicyTopic.ADMISSION, PolicyTopic.TRANSFER_IN, PolicyTopic.TRANSFER_OUT)),
    (mark("Paying and leaving"), (PolicyTopic.PAYMENT, PolicyTopic.REFUND, PolicyTopic.WITHDRAWAL)),
    (
        mark("In class"),
        (PolicyTopic.ATTENDANCE, PolicyTopic.PROGRESS, PolicyTopic.GRADING, PolicyTopic.LEAVE),
    ),
    (
        mark("Living together"),
        (PolicyTopic.CONDUCT, PolicyTopic.DISMISSAL, PolicyTopic.GRIEVANCE, PolicyTopic.ACCOMMODATION),
    ),
    (mark("Your data, and afterwards"), (PolicyTopic.PRIVACY, PolicyTopic.RECORDS, PolicyTopic.PLACEMENT)),
    (mark("More"), (PolicyTopic.OTHER,)),
)
"""The order in which policies are listed, and the headings over them."""

_KINDS: dict[FeeKind, str] = {
    FeeKind.TUITION: mark("tuition"),
    FeeKind.REGISTRATION: mark("registration"),
    FeeKind.BOOKS: mark("books"),
    FeeKind.SUPPLIES: mark("supplies"),
    FeeKind.FEE: mark("fees"),
    FeeKind.TAX: mark("tax"),
}
_BASES: dict[tuple[ProgressBasis, RefundPeriod], str] = {
    (ProgressBasis.HOURS, RefundPeriod.PROGRAM): mark("Clock hours of class, out of all in the program"),
    (ProgressBasis.HOURS, RefundPeriod.TERM): mark("Clock hours of class, out of all in the term"),
    (ProgressBasis.WEEKS, RefundPeriod.PROGRAM): mark("Weeks of class, out of all in the program"),
    (ProgressBasis.WEEKS, RefundPeriod.TERM): mark("Weeks of class, out of all in the term"),
    (ProgressBasis.DAYS, RefundPeriod.PROGRAM): mark("Days of class, out of all in the program"),
    (ProgressBasis.DAYS, RefundPeriod.TERM): mark("Days of class, out of all in the term"),
}
_SHARE_DONE: dict[RefundPeriod, str] = {
    RefundPeriod.PROGRAM: mark("Share of the program that is done (percent)"),
    RefundPeriod.TERM: mark("Share of the term that is done (percent)"),
}


def in_order(policies: Iterable[Policy]) -> list[Policy]:
    """Give policies in the order in which they are listed."""
    topics = [topic for _, group in TOPIC_GROUPS for topic in group]
    return sorted(policies, key=lambda policy: topics.index(policy.topic))


def percent(value: Decimal) -> str:
    """25 percent."""
    return say("{number} percent", number=words.number(value))


def charges_in_words(terms: RefundTerms) -> str:
    """Name the charges that a share comes back of: tuition; tuition and fees."""
    return words.listing([say(_KINDS[kind]) for kind in refundable_kinds(terms)])


def share_done_in_words(terms: RefundTerms) -> str:
    """Name the share that the calculator asks for."""
    return say(_SHARE_DONE[terms.period])


def basis_in_words(terms: RefundTerms) -> str:
    """Say what counts as done, and of what: clock hours of class, out of those of the program; "" if not known."""
    return say(_BASES[terms.basis, terms.period]) if terms.basis is not None else ""


def window_in_words(window: CancelWindow) -> str:
    """In the first 7 days after you sign."""
    amount = window.within
    match window.unit:
        case CancelUnit.HOURS:
            return say_count(amount, "In the first hour after you sign", "In the first {count} hours after you sign")
        case CancelUnit.DAYS:
            return say_count(amount, "In the first day after you sign", "In the first {count} days after you sign")
        case CancelUnit.BUSINESS_HOURS:
            return say_count(
                amount,
                "In the first hour, weekends and holidays not counted, after you sign",
                "In the first {count} hours, weekends and holidays not counted, after you sign",
            )
        case CancelUnit.BUSINESS_DAYS:
            return say_count(
                amount,
                "In the first business day after you sign",
                "In the first {count} business days after you sign",
            )


def kept_in_words(entry: Retained, what: str, money: Money) -> str:
    """$100; 10 percent of the tuition; $100 or 10 percent of the tuition, whichever is less."""
    sum = money(entry.amount) if entry.amount is not None else ""
    if entry.percent is None:
        return sum
    share = say("{percent} of the {charges}", percent=percent(entry.percent), charges=what)
    return say("{sum} or {share}, whichever is less", sum=sum, share=share) if sum else share


def situations(terms: RefundTerms, money: Money) -> list[tuple[str, str]]:
    """Say when a student may leave and what comes back then, one row each, from signing to the last class."""
    rows: list[tuple[str, str]] = []
    if terms.cancel is not None:
        kept = terms.cancel.kept
        back = say("All but {sum}", sum=money(kept)) if kept else say("Everything you have paid")
        rows.append((window_in_words(terms.cancel), back))
    what = charges_in_words(terms)
    if terms.not_started_kept is not None:
        kept = terms.not_started_kept
        back = (
            say("All {charges} but {sum}", charges=what, sum=money(kept))
            if kept
            else say("All {charges}", charges=what)
        )
        rows.append((say("Later, but before your first class"), back))
    return [*rows, *(_steps(terms) if terms.method is RefundMethod.TIERS else _pro_rata(terms))]


def _pro_rata(terms: RefundTerms) -> list[tuple[str, str]]:
    what = charges_in_words(terms)
    if terms.share_of is RefundBase.PAID:
        share = say("The share of the {charges} that you have paid for what is not done yet", charges=what)
    else:
        share = say("The share of your {charges} for what is not done yet", charges=what)
    until = terms.pro_rata_until
    if until is None or until == 100:
        return [(say("At any time after that"), share)]
    if terms.period is RefundPeriod.PROGRAM:
        when = say("Until {percent} of the program is done", percent=percent(until))
    else:
        when = say("Until {percent} of the term is done", percent=percent(until))
    return [(when, share), _nothing_after(until)]


def _steps(terms: RefundTerms) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    before = Decimal(0)
    for tier in terms.tiers:
        back = _part(terms, tier.refund) if tier.refund else say("Nothing")
        if tier.days is not None:
            rows.append((_first_days(terms.period, tier.days), back))
        elif tier.up_to is not None:
            rows.append((_up_to(before, tier.up_to, is_first=not rows), back))
            before = tier.up_to
    return rows if before == 100 else [*rows, _nothing_after(before)]


def _part(terms: RefundTerms, share: Decimal) -> str:
    """50 percent of your tuition."""
    what = charges_in_words(terms)
    if terms.share_of is RefundBase.PAID:
        return say("{percent} of the {charges} that you have paid", percent=percent(share), charges=what)
    return say("{percent} of your {charges}", percent=percent(share), charges=what)


def _first_days(period: RefundPeriod, days: int) -> str:
    if period is RefundPeriod.PROGRAM:
        return say_count(days, "In the first {count} day of the program", "In the first {count} days of the program")
    return say_count(days, "In the first {count} day of the term", "In the first {count} days of the term")


def _up_to(before: Decimal, limit: Decimal, *, is_first: bool) -> str:
    if before:
        return say("More than {number}, up to {percent} is done", number=words.number(before), percent=percent(limit))
    if is_first:
        return say("Until {percent} is done", percent=percent(limit))
    return say("After that, until {percent} is done", percent=percent(limit))


def _nothing_after(share: Decimal) -> tuple[str, str]:
    return say("After {percent}", percent=percent(share)), say("Nothing")


def attendance_rows(terms: AttendanceTerms, money: Money) -> list[tuple[str, str]]:
    """Give the numbers on attendance, each with what it is."""
    rows = [
        (say("Least attendance"), say("{percent} of the hours taught", percent=percent(terms.minimum_percent))),
    ]
    if terms.tardy_after_minutes is not None:
        late = say("from the first minute")
        if terms.tardy_after_minutes:
            late = say_count(terms.tardy_after_minutes, "after {count} minute", "after {count} minutes")
        rows.append((say("You are late"), late))
    if terms.make_up_fee is not None:
        fee = money(terms.make_up_fee) if terms.make_up_fee else say("free of charge")
        rows.append((say("An hour of make-up work"), fee))
    if terms.absent_days_to_dismissal is not None:
        days = say_count(
            terms.absent_days_to_dismissal,
            "after {count} class day in a row without word",
            "after {count} class days in a row without word",
        )
        rows.append((say("We withdraw you"), days))
    return rows


def progress_rows(terms: ProgressTerms) -> list[tuple[str, str]]:
    """Give the numbers on progress, each with what it is."""
    checks = words.listing([words.number(check) for check in terms.checkpoints])
    longest = say("{number} percent of the usual length", number=words.number(terms.max_time_percent))
    rows = [
        (say("Least average"), percent(terms.minimum_grade)),
        (say("Least attendance"), percent(terms.minimum_attendance)),
        (say("We look at it"), say("at {points} percent of the program", points=checks)),
        (say("Longest time"), longest),
    ]
    return [*rows, (say("Reports"), terms.reports)] if terms.reports is not None else rows
