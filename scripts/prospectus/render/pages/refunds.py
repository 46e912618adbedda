"""The refund part of a policy's page: its terms in rows, the curve, worked examples, the calculator, a rule beside it.

Every amount comes from `reckoning`; the calculator's script gets the terms as data and is tested against the same sums.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from prospectus.language import say, say_count
from prospectus.model.policy import Policy, RefundRule
from prospectus.model.price import Fee
from prospectus.model.program import Program
from prospectus.model.refund import RefundTerms
from prospectus.reckoning.refund import edges, points, refund_for, refundable_charges
from prospectus.reckoning.refund_floor import days_at, is_comparable, programs_under, rule_of
from prospectus.render import policy_words, urls, words
from prospectus.render.figures.refund_curve import Point, refund_curve
from prospectus.render.sheet import Sheet

SHOWN_AT = (10, 25, 50, 75)
"""Shares done, in percent, for which the table works out every program, beside the edges of the terms."""


def money_of(sheet: Sheet, amount: Decimal) -> str:
    """Write an amount in the school's currency."""
    return words.money(amount, sheet.school.profile.currency if sheet.school.profile is not None else "$")


def refund_view(sheet: Sheet, policy: Policy, terms: RefundTerms) -> dict[str, Any]:
    """Prepare everything that the page shows about the terms of a refund."""
    rule = rule_of(sheet.school, policy)
    priced = [program for program in programs_under(sheet.school, policy) if refundable_charges(terms, program.fees)]
    priced.sort(key=lambda program: (-refundable_charges(terms, program.fees), program.name))
    return {
        **terms_view(sheet, terms),
        "curve": _curve(sheet, priced[0], terms, rule) if priced else {},
        "examples": [_example(sheet, example) for example in terms.examples],
        "programs": _programs_table(sheet, terms, priced),
        "calculator": _calculator(sheet, terms, priced) if priced else {},
        "rule": _held_against(sheet, terms, rule) if rule is not None else {},
    }


def terms_view(sheet: Sheet, terms: RefundTerms) -> dict[str, Any]:
    """Prepare terms as rows and sentences, the same way for a school's policy and for a rule."""

    def money(amount: Decimal) -> str:
        return money_of(sheet, amount)

    what = policy_words.charges_in_words(terms)
    kept = [{"name": entry.name, "text": policy_words.kept_in_words(entry, what, money)} for entry in terms.retained]
    paid = terms.pay_within_days
    return {
        "what": what,
        "rows": policy_words.situations(terms, money),
        "kept": kept,
        "kept_at_most": money(terms.retained_at_most) if terms.retained_at_most is not None and kept else "",
        "basis": policy_words.basis_in_words(terms),
        "paid_within": say_count(paid, "Within {count} day", "Within {count} days") if paid is not None else "",
        "counted_from": sheet.line(terms.counted_from) if terms.counted_from is not None else "",
        "after_end": sheet.line(terms.after_end) if terms.after_end is not None else "",
    }


def rule_view(sheet: Sheet, rule: RefundRule) -> dict[str, Any]:
    """Prepare a regulator's rule, with where and when it was read and whether all of it was seen."""
    return {
        **terms_view(sheet, rule.terms),
        "id": urls.anchor_of(rule.kind, rule.id),
        "name": rule.name,
        "regulator": rule.regulator,
        "summary": sheet.line(rule.summary),
        "complete": rule.complete,
        "title": rule.title,
        "url": rule.url or "",
        "page_date": rule.page_date or "",
        "read_on": words.short_date(rule.as_of) if rule.as_of is not None else "",
    }


def _held_against(sheet: Sheet, terms: RefundTerms, rule: RefundRule) -> dict[str, Any]:
    return {
        **rule_view(sheet, rule),
        "link": sheet.address(rule.kind, rule.id) or "",
        "comparable": is_comparable(terms, rule.terms),
    }


def _curve(sheet: Sheet, program: Program, terms: RefundTerms, rule: RefundRule | None) -> dict[str, Any]:
    floor = _line(program, rule.terms, terms) if rule is not None and is_comparable(terms, rule.terms) else []
    return {
        "figure": refund_curve(_line(program, terms, terms), floor),
        "program": program.name,
        "charges": money_of(sheet, refundable_charges(terms, program.fees)),
        "has_floor": bool(floor),
        "floor_name": rule.name if rule is not None and floor else "",
    }


def _line(program: Program, terms: RefundTerms, scale: RefundTerms) -> list[Point]:
    """Work the curve out for a student who has paid all, in percent of what our own terms call refundable."""
    charged, whole = refundable_charges(terms, program.fees), refundable_charges(scale, program.fees)
    return [
        (
            done,
            min(refund_for(terms, charged, charged, done, days_at(program, done)).refund * 100 / whole, Decimal(100)),
        )
        for done in points(terms)
    ]


def _example(sheet: Sheet, example: Any) -> list[str]:
    return [
        say("{percent} done", percent=policy_words.percent(example.done)),
        money_of(sheet, example.charged),
        money_of(sheet, example.paid),
        money_of(sheet, example.refund),
        money_of(sheet, example.owed) if example.owed else say("nothing"),
    ]


def _programs_table(sheet: Sheet, terms: RefundTerms, programs: list[Program]) -> dict[str, Any]:
    shares = sorted({*map(Decimal, SHOWN_AT), *(edge for edge in edges(terms) if 0 < edge < 100)})
    head = [say("Program"), words.sentence_case(policy_words.charges_in_words(terms))]
    rows = [
        [sheet.link(program), money_of(sheet, charged), *_refunds(sheet, terms, program, charged, shares)]
        for program in programs
        for charged in [refundable_charges(terms, program.fees)]
    ]
    return {"head": [*head, *(say("{number}% done", number=words.number(share)) for share in shares)], "rows": rows}


def _refunds(
    sheet: Sheet, terms: RefundTerms, program: Program, charged: Decimal, shares: list[Decimal]
) -> Iterator[str]:
    for done in shares:
        yield money_of(sheet, refund_for(terms, charged, charged, done, days_at(program, done)).refund)


def _calculator(sheet: Sheet, terms: RefundTerms, programs: list[Program]) -> dict[str, Any]:
    until = Decimal(100) if terms.pro_rata_until is None else terms.pro_rata_until
    currency = sheet.school.profile.currency if sheet.school.profile is not None else "$"
    return {
        "choices": list(_choices(sheet, terms, programs)),
        "method": terms.method.value,
        "share_of": terms.share_of.value,
        "until": f"{until:f}",
        "tiers": " ".join(
            f"{f'd{t.days}' if t.days is not None else f'{t.up_to:f}'}:{t.refund:f}" for t in terms.tiers
        ),
        "kept": " ".join(f"{_plain(kept.amount)}/{_plain(kept.percent)}" for kept in terms.retained),
        "cap": _plain(terms.retained_at_most),
        "currency": currency,
        "what": policy_words.charges_in_words(terms),
        "counts_days": any(tier.days is not None for tier in terms.tiers),
        "share_done": policy_words.share_done_in_words(terms),
    }


def _choices(sheet: Sheet, terms: RefundTerms, programs: list[Program]) -> Iterator[dict[str, str]]:
    for program in programs:
        yield _choice(sheet, program.name, terms, program.fees)
        for price in program.prices:
            if refundable_charges(terms, price.fees) and price.currency is None:
                yield _choice(sheet, f"{program.name}, {price.name}", terms, price.fees)


def _choice(sheet: Sheet, name: str, terms: RefundTerms, fees: tuple[Fee, ...]) -> dict[str, str]:
    amount = refundable_charges(terms, fees)
    return {"amount": f"{amount:f}", "name": say("{program}: {sum}", program=name, sum=money_of(sheet, amount))}


def _plain(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"
