"""Refunds are exact: hand-checked sums for every known formula, and what must hold for any terms at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prospectus.model.price import Fee, FeeKind
from prospectus.model.program import Length, Program
from prospectus.model.refund import CancelWindow, RefundTerms
from prospectus.reckoning.refund import (
    cents,
    edges,
    is_as_long,
    points,
    refund_for,
    refundable_charges,
    retained_sum,
    share_back,
)
from prospectus.reckoning.refund_floor import first_shortfall
from tiny import read_tiny

D = Decimal

TEXAS = RefundTerms.model_validate(
    {"method": "pro-rata", "basis": "hours", "share_of": "paid", "not_started_kept": 200,
     "cancel": {"within": 72, "unit": "business-hours"}}
)  # fmt: skip
FLORIDA_COLLEGE = RefundTerms.model_validate({"method": "pro-rata", "pro_rata_until": 20, "period": "term"})
FLORIDA_60 = RefundTerms.model_validate(
    {"method": "pro-rata", "pro_rata_until": 60, "not_started_kept": 100, "retained": [{"name": "fee", "amount": 100}]}
)
FLORIDA_50 = RefundTerms.model_validate(
    {"method": "pro-rata", "pro_rata_until": 50, "retained": [{"name": "books", "amount": 500}]}
)
PENNSYLVANIA = RefundTerms.model_validate(
    {"method": "tiers", "period": "term", "cancel": {"within": 5, "unit": "days"},
     "tiers": [{"days": 7, "refund": 75}, {"up_to": 25, "refund": 55}, {"up_to": 50, "refund": 30},
               {"up_to": 100, "refund": 0}]}
)  # fmt: skip
NEVADA = RefundTerms.model_validate(
    {"method": "pro-rata", "pro_rata_until": 60, "retained": [{"name": "fee", "amount": 100, "percent": 10}]}
)


@pytest.mark.parametrize(
    ("terms", "charged", "paid", "done", "days", "refund", "owed"),
    [
        (TEXAS, "9750", "9750", "40", None, "5850", "0"),
        (TEXAS, "9750", "1000", "40", None, "600", "0"),
        (FLORIDA_COLLEGE, "1000", "1000", "20", None, "800", "0"),
        (FLORIDA_COLLEGE, "1000", "1000", "20.1", None, "0", "0"),
        (FLORIDA_60, "10000", "10000", "25", None, "7400", "0"),
        (FLORIDA_60, "10000", "10000", "60", None, "3900", "0"),
        (FLORIDA_60, "10000", "10000", "61", None, "0", "0"),
        (FLORIDA_50, "10000", "2000", "30", None, "0", "1500"),
        (PENNSYLVANIA, "4000", "4000", "5", 7, "3000", "0"),
        (PENNSYLVANIA, "4000", "4000", "5", 8, "2200", "0"),
        (PENNSYLVANIA, "4000", "4000", "25", None, "2200", "0"),
        (PENNSYLVANIA, "4000", "4000", "25.1", None, "1200", "0"),
        (PENNSYLVANIA, "4000", "4000", "50.1", None, "0", "0"),
        (NEVADA, "600", "600", "50", None, "240", "0"),
        (NEVADA, "5000", "5000", "50", None, "2400", "0"),
        (NEVADA, "5000", "1000", "60", None, "0", "2100"),
        (NEVADA, "384", "384", "33.3", None, "217.73", "0"),
    ],
)
def test_known_formulas(
    terms: RefundTerms, charged: str, paid: str, done: str, days: int | None, refund: str, owed: str
) -> None:
    settled = refund_for(terms, D(charged), D(paid), D(done), days)
    assert (settled.refund, settled.owed) == (D(refund), D(owed))


def test_only_chosen_kinds_of_charges_come_back() -> None:
    fees = [
        Fee(name="Tuition", kind=FeeKind.TUITION, amount=D(900)),
        Fee(name="Books", kind=FeeKind.BOOKS, amount=D(80)),
    ]
    assert refundable_charges(NEVADA, fees) == D(900)


def test_half_a_cent_falls_to_the_student() -> None:
    half = RefundTerms.model_validate({"method": "tiers", "tiers": [{"up_to": 100, "refund": 50}]})
    settled = refund_for(half, D("10.01"), D("10.01"), D(10))
    assert (settled.refund, settled.kept) == (D("5.01"), D("5.00"))
    tenth = RefundTerms.model_validate(
        {"method": "tiers", "tiers": [{"up_to": 100, "refund": 100}], "retained": [{"name": "fee", "percent": 10}]}
    )
    settled = refund_for(tenth, D("10.05"), D("10.05"), D(10))
    assert (settled.refund, settled.kept) == (D("9.05"), D("1.00"))


@pytest.mark.parametrize(
    ("ours", "rule", "long_enough"),
    [
        ((3, "business-days"), (72, "business-hours"), True),
        ((3, "days"), (72, "business-hours"), False),
        ((7, "days"), (72, "business-hours"), True),
        ((3, "business-days"), (5, "days"), False),
        ((5, "days"), (5, "days"), True),
        ((120, "hours"), (5, "days"), True),
        ((2, "business-days"), (72, "business-hours"), False),
    ],
)
def test_times_to_cancel_are_compared_on_the_safe_side(
    ours: tuple[int, str], rule: tuple[int, str], long_enough: bool
) -> None:
    windows = [CancelWindow.model_validate({"within": within, "unit": unit}) for within, unit in (ours, rule)]
    assert is_as_long(*windows) is long_enough


money = st.decimals(min_value=0, max_value=50000, places=2)
percent = st.decimals(min_value=0, max_value=100, places=2)


@st.composite
def terms_of_any_kind(draw: st.DrawFn) -> RefundTerms:
    """Make terms whose steps go up in share done and down in what comes back, as the rules ask."""
    kept = st.fixed_dictionaries({"name": st.just("fee")}, optional={"amount": money, "percent": percent})
    made: dict[str, Any] = {
        "method": draw(st.sampled_from(["tiers", "pro-rata"])),
        "share_of": draw(st.sampled_from(["charges", "paid"])),
        "retained": draw(st.lists(kept, max_size=3)),
        "retained_at_most": draw(st.none() | money),
    }
    if made["method"] == "tiers":
        ends = sorted(draw(st.lists(percent, unique=True, max_size=4)))
        backs = sorted(draw(st.lists(percent, min_size=len(ends), max_size=len(ends))), reverse=True)
        made["tiers"] = [{"up_to": end, "refund": back} for end, back in zip(ends, backs, strict=True)]
    else:
        made["pro_rata_until"] = draw(st.none() | percent)
    return RefundTerms.model_validate(made)


@given(terms_of_any_kind(), money, money, percent)
@settings(deadline=None)
def test_no_sum_is_negative_and_all_money_is_accounted_for(
    terms: RefundTerms, charged: Decimal, paid: Decimal, done: Decimal
) -> None:
    settled = refund_for(terms, charged, paid, done)
    assert min(settled.kept, settled.refund, settled.owed) >= 0
    assert paid == settled.kept + settled.refund - settled.owed
    assert not (settled.refund and settled.owed)
    assert settled.refund <= paid
    assert all(amount == cents(amount) for amount in (settled.refund, settled.kept, settled.owed))


@given(terms_of_any_kind(), money, money)
@settings(deadline=None)
def test_a_refund_never_rises_while_the_program_goes_on(terms: RefundTerms, charged: Decimal, paid: Decimal) -> None:
    refunds = [refund_for(terms, charged, paid, point).refund for point in points(terms)]
    assert refunds == sorted(refunds, reverse=True)


@given(terms_of_any_kind(), money, percent)
@settings(deadline=None)
def test_sums_that_are_kept_stay_below_their_caps(terms: RefundTerms, charged: Decimal, done: Decimal) -> None:
    kept = retained_sum(terms, charged)
    if terms.retained_at_most is not None:
        assert kept <= terms.retained_at_most
    assert 0 <= share_back(terms, done) <= 100
    assert edges(terms)[0] == 0 and edges(terms)[-1] == 100


def terms_of(**fields: Any) -> RefundTerms:
    return RefundTerms.model_validate(fields)


def program_of(*weeks: int, term: int | None = None) -> Program:
    """Give the tiny program with these lengths, and with terms of so many weeks."""
    program = read_tiny().school.programs["tiny-basics"]
    lengths = tuple(Length(schedule=f"{each} weeks", weeks=each) for each in weeks)
    terms = tuple(each.model_copy(update={"weeks": term}) for each in program.terms)
    return program.model_copy(update={"lengths": lengths, "terms": terms})


HALF = terms_of(method="tiers", tiers=[{"up_to": 20, "refund": 50}, {"up_to": 100, "refund": 0}])
FOR_20_DAYS = terms_of(method="tiers", tiers=[{"days": 20, "refund": 50}, {"up_to": 100, "refund": 0}])


def test_days_are_compared_on_every_schedule() -> None:
    assert first_shortfall(FOR_20_DAYS, HALF, program_of(10)) is None, "a fifth of ten weeks are 14 days"
    short = first_shortfall(FOR_20_DAYS, HALF, program_of(10, 40))
    assert short is not None, "a fifth of forty weeks are 56 days"
    assert (short.done, short.days, short.ours) == (D(8), 23, D(0))


def test_days_of_a_term_are_counted_in_the_weeks_of_the_term() -> None:
    rule = terms_of(method="tiers", period="term", tiers=[{"days": 7, "refund": 75}, {"up_to": 100, "refund": 0}])
    ours = terms_of(method="tiers", period="term", tiers=[{"up_to": 5, "refund": 75}, {"up_to": 100, "refund": 0}])
    assert first_shortfall(ours, rule, program_of(40, term=20)) is None, "five percent of twenty weeks are 7 days"
    short = first_shortfall(ours, rule, program_of(40, term=10))
    assert short is not None, "seven days of ten weeks are a tenth"
    assert (short.days, short.ours, short.rule) == (4, D(0), D("67.5"))


def test_every_price_in_the_schools_currency_is_compared() -> None:
    keeps = terms_of(method="pro-rata", retained=[{"name": "Paper", "amount": 70}])
    rule = terms_of(method="pro-rata", retained=[{"name": "Paper", "amount": 65, "percent": 80}])
    program = program_of(4)
    assert first_shortfall(keeps, rule, program) is not None
    less = terms_of(method="pro-rata", retained=[{"name": "Paper", "amount": 65}])
    assert first_shortfall(less, rule, program) is None, "90 are charged, and the lesser of 65 and 72 may be kept"
    (other,) = program.prices
    own = program.model_copy(update={"prices": (other.model_copy(update={"currency": None}),)})
    short = first_shortfall(less, rule, own)
    assert short is not None, "60 are charged, and the lesser of 65 and 48 may be kept"
    assert (short.ours, short.rule) == (D(0), D(12))
