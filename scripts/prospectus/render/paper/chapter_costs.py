"""The chapter on money: what each program costs, line by line, other prices, discounts and ways to pay."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from prospectus.model.price import Discount, Fee, PaymentPlan, PriceList
from prospectus.model.program import Program
from prospectus.render import words
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet


def costs_chapter(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield the chapter, when a program has a price."""
    programs = sorted(sheet.school.programs.values(), key=lambda program: (-program.hours, program.name))
    priced = [program for program in programs if program.fees or program.prices]
    catalog = sheet.school.catalog
    if priced and sheet.desk.sections.programs:
        view = {
            "programs": [_program(sheet, program) for program in priced],
            "methods": words.listing(catalog.payment_methods) if catalog is not None else "",
            "interest": sheet.line(catalog.interest) if catalog is not None and catalog.interest else "",
            "unlisted": sheet.line(catalog.unlisted_charges)
            if catalog is not None and catalog.unlisted_charges
            else "",
        }
        yield Chapter("costs", "Costs", "catalog/costs.typ.j2", "content/programs/", view)


def _program(sheet: PaperSheet, program: Program) -> dict[str, Any]:
    sign = currency(sheet)
    return {
        "name": sheet.link(program),
        "title": program.name,
        "file": program.file,
        "lines": [_line(fee, sign) for fee in program.fees],
        "total": words.money(program.total, sign) if program.total is not None else "",
        "prices": [_price_list(price, sign) for price in program.prices],
        "discounts": [_discount(sheet, discount, sign) for discount in program.discounts],
        "plans": [_plan(sheet, plan, sign) for plan in program.payment_plans],
        "not_included": sheet.line(program.not_included) if program.not_included is not None else "",
    }


def currency(sheet: PaperSheet) -> str:
    """Give the sign before the school's amounts."""
    return sheet.school.profile.currency if sheet.school.profile is not None else "$"


def _line(fee: Fee, sign: str) -> dict[str, str]:
    return {"name": fee.name, "note": fee.note or "", "amount": words.money(fee.amount, sign)}


def _price_list(price: PriceList, sign: str) -> dict[str, Any]:
    own = price.currency or sign
    return {
        "name": price.name,
        "lines": [_line(fee, own) for fee in price.fees],
        "total": words.money(price.total, own),
    }


def _discount(sheet: PaperSheet, discount: Discount, sign: str) -> dict[str, Any]:
    off = (
        words.money(discount.amount, sign) if discount.amount is not None else f"{words.number(discount.percent or 0)}%"
    )
    until = f", until {words.short_date(discount.until)}" if discount.until is not None else ""
    return {"name": discount.name, "off": f"{off}{until}", "condition": sheet.line(discount.condition)}


def _plan(sheet: PaperSheet, plan: PaymentPlan, sign: str) -> dict[str, Any]:
    def amount(value: Decimal) -> str:
        return words.money(value, sign) if value else "–"

    payments = f"{plan.payments} of {words.money(plan.amount, sign)}" if plan.payments else "–"
    return {
        "name": plan.name,
        "down": amount(plan.down),
        "payments": f"{payments} every {plan.every}" if plan.every and plan.payments else payments,
        "charge": amount(plan.charge),
        "total": words.money(plan.total, sign),
        "note": sheet.line(plan.note) if plan.note is not None else "",
    }
