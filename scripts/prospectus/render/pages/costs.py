"""What programs cost: every line and total, prices for some students, discounts, and ways to pay.

A price list or a discount whose last day has passed is not shown; the date of the build decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import say, say_count
from prospectus.model.price import Discount, Fee, PaymentPlan, PriceList
from prospectus.model.program import Program
from prospectus.reckoning.prices import discounts_on, prices_on
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages.program_words import money
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet


def cost_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page of all costs, unless the school has turned programs off."""
    if urls.is_open(urls.COSTS, desk.sections):
        reads = partial(every, desk.school, "program", "campus", "catalog", "policy")
        yield page_job(desk, urls.COSTS, "costs.md.j2", reads, _costs, "content/programs/")


def cost_view(sheet: Sheet, program: Program) -> dict[str, Any]:
    """Prepare everything that a program costs."""
    day = sheet.context.as_of
    lists = prices_on(program, day)
    own = [_priced(sheet, say("The usual price") if lists else "", program.fees, program.total)] if program.fees else []
    # Other prices are for some students or for later; the usual one is what a reader looks for.
    others = [{**_price_list(sheet, prices), "folded": bool(own and prices.total is not None)} for prices in lists]
    return {
        "lists": [*own, *others],
        "discounts": [_discount(sheet, discount) for discount in discounts_on(program, day)],
        "plans": [_plan(sheet, plan) for plan in program.payment_plans],
        "plan_notes": [
            {"label": f"{plan.name}:", "text": sheet.line(plan.note), "refs": [], "basis": "sourced"}
            for plan in program.payment_plans if plan.note is not None
        ],
        "not_included": sheet.line(program.not_included) if program.not_included is not None else "",
    }  # fmt: skip


def price_in_words(sheet: Sheet, program: Program) -> str:
    """$10,995; or $9,000 to $10,995 where there are price lists only; "" without a price."""
    if program.total is not None:
        return money(sheet, program.total)
    totals = sorted(prices.total for prices in prices_on(program, sheet.context.as_of) if prices.currency is None)
    if not totals:
        return ""
    least, most = money(sheet, totals[0]), money(sheet, totals[-1])
    return least if least == most else say("{least} to {most}", least=least, most=most)


def _priced(
    sheet: Sheet, title: str, fees: Sequence[Fee], total: Any, notes: Sequence[Any] = (), currency: str | None = None
) -> dict[str, Any]:
    rows = [
        {"name": fee.name, "note": fee.note or "", "amount": money(sheet, fee.amount, currency)} for fee in fees
    ]  # fmt: skip
    made = money(sheet, total, currency) if total is not None else ""
    return {"title": title, "notes": list(notes), "rows": rows, "total": made, "folded": False}


def _price_list(sheet: Sheet, prices: PriceList) -> dict[str, Any]:
    notes: list[Any] = []
    if prices.campus is not None:
        notes += sheet.links("campus", [prices.campus])
    if prices.schedule is not None:
        notes.append(say("{schedule} schedule", schedule=words.sentence_case(prices.schedule)))
    if starts := _starts(prices.starts_from, prices.starts_until):
        notes.append(starts)
    if prices.tax_percent is not None:
        notes.append(say("Tax of {percent} percent, shown as a line", percent=words.number(prices.tax_percent)))
    return _priced(sheet, prices.name, prices.fees, prices.total, notes, prices.currency)


def _starts(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return say("Starts from {first} to {last}", first=words.short_date(first), last=words.short_date(last))
    if first is not None:
        return say("Starts from {date}", date=words.short_date(first))
    return say("Starts until {date}", date=words.short_date(last)) if last is not None else ""


def _discount(sheet: Sheet, discount: Discount) -> dict[str, Any]:
    if discount.amount is not None:
        off = say("{amount} off", amount=money(sheet, discount.amount))
    else:
        off = say("{percent} percent off tuition", percent=words.number(discount.percent or 0))
    return {
        "name": discount.name,
        "off": off,
        "condition": sheet.line(discount.condition),
        "until": words.short_date(discount.until) if discount.until is not None else "",
    }


def _plan(sheet: Sheet, plan: PaymentPlan) -> list[Any]:
    return [
        plan.name,
        _amount(sheet, plan.down) if plan.down else say("Nothing"),
        _payments(sheet, plan),
        _amount(sheet, plan.charge) if plan.charge else say("None"),
        _amount(sheet, plan.total),
    ]


def _amount(sheet: Sheet, amount: Decimal) -> Markup:
    """Give an amount that no narrow column breaks in two."""
    return Markup('<span class="amount">{}</span>').format(money(sheet, amount))


def _payments(sheet: Sheet, plan: PaymentPlan) -> str:
    if not plan.payments:
        return say("Nothing more")
    amount = money(sheet, plan.amount)
    if plan.every and plan.payments > 1:
        count = words.number(plan.payments)
        return say("{count} payments of {sum}, one each {period}", count=count, sum=amount, period=plan.every)
    return say_count(plan.payments, "{count} payment of {sum}", "{count} payments of {sum}", sum=amount)


def _costs(sheet: Sheet) -> tuple[PageHead, View]:
    programs = sorted(sheet.school.programs.values(), key=lambda program: (-program.hours, program.name))
    head = PageHead(
        say("What it costs"), "costs", "programs",
        say("Every program's costs, line by line, with discounts and ways to pay."),
        ((say("Programs"), urls.PROGRAMS),),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "programs": [
            {"id": f"program-{program.id}", "title": program.name, "link": sheet.link(program),
             **cost_view(sheet, program)}
            for program in programs
        ],
        "paying": _paying(sheet),
        "refund": _refund_links(sheet),
        "review": review_of_all(sheet, programs, clinical=False, place="content/programs/"),
    }  # fmt: skip


def _refund_links(sheet: Sheet) -> list[Any]:
    """Link the policies that say what comes back; a policy is known by its refund."""
    if not sheet.has(urls.POLICIES):
        return []
    return [sheet.link(policy) for policy in sheet.school.policies.values() if getattr(policy, "refund", None)]


def _paying(sheet: Sheet) -> dict[str, Any]:
    """Prepare what the catalog says on paying; nothing without a catalog."""
    catalog = sheet.school.catalog
    if catalog is None:
        return {}
    texts = [text for text in (catalog.interest, catalog.unlisted_charges, catalog.no_aid) if text is not None]
    return {
        "methods": list(catalog.payment_methods),
        "texts": [sheet.line(text) for text in texts],
        "aid": [{"title": service.name, "text": sheet.line(service.text)} for service in catalog.aid],
    }
