"""The calculator on the refund page makes the same sums as Python, for terms of every kind, and needs no mouse."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS
from prospectus.model.refund import RefundTerms
from prospectus.reckoning.refund import refund_for
from prospectus.render import words

REFUND = PAGE_KINDS["policy"]
ANSWER = "[data-refund-calculator] output"

TERMS: dict[str, dict[str, Any]] = {
    "pro-rata with the lesser of two": {
        "method": "pro-rata", "pro_rata_until": 60, "retained": [{"name": "fee", "amount": 100, "percent": 10}],
    },
    "pro-rata of what was paid": {"method": "pro-rata", "share_of": "paid"},
    "steps with days and a cap": {
        "method": "tiers", "retained_at_most": "120.50",
        "tiers": [{"days": 7, "refund": 75}, {"up_to": "33.333", "refund": "55.5"}, {"up_to": 50, "refund": 30}],
        "retained": [{"name": "fee", "amount": 100}, {"name": "books", "percent": "7.25"}],
    },
}  # fmt: skip

SET = """(box, [terms, cases]) => cases.map(([charged, paid, done, days]) => {
    Object.assign(box.dataset, terms);
    const put = (id, value) => { const field = box.querySelector(id); if (field) field.value = value; };
    put("#calc-charged", charged); put("#calc-paid", paid); put("#calc-done", done);
    if (!box.querySelector("#calc-days")) {
        const field = document.createElement("input"); field.id = "calc-days"; box.append(field);
    }
    put("#calc-days", days);
    box.querySelector("#calc-done").dispatchEvent(new Event("change", { bubbles: true }));
    return box.querySelector("output").textContent;
})"""


def cases() -> Iterator[tuple[str, str, str]]:
    shares = ("0", "0.01", "12.5", "25", "33.333", "33.334", "50", "50.01", "60", "60.0001", "61", "99.99", "100")
    yield from product(("9750", "384", "10.01", "0.05", "1234567.89"), ("all", "100.10", "0"), shares)


def said(terms: RefundTerms, charged: str, paid: str, done: str, days: str = "") -> str:
    settled = refund_for(terms, Decimal(charged), Decimal(paid), Decimal(done), int(days) if days else None)
    if settled.owed:
        return f"Nothing comes back. You still owe {words.money(settled.owed, '$')}."
    back = words.money(settled.refund, "$")
    return f"You get back {back}." if settled.refund else "Nothing comes back, and you owe nothing."


def as_data(terms: RefundTerms) -> dict[str, str]:
    """Write terms as the page writes them for the script."""
    steps = [f"{f'd{t.days}' if t.days is not None else t.up_to}:{t.refund}" for t in terms.tiers]
    return {
        "method": terms.method.value,
        "shareOf": terms.share_of.value,
        "until": str(terms.pro_rata_until if terms.pro_rata_until is not None else 100),
        "tiers": " ".join(steps),
        "kept": " ".join(f"{k.amount if k.amount is not None else ''}/{k.percent or ''}" for k in terms.retained),
        "cap": "" if terms.retained_at_most is None else str(terms.retained_at_most),
        "currency": "$",
    }


@pytest.mark.parametrize("name", TERMS)
def test_the_script_and_the_program_make_the_same_sums(page: Page, site_address: str, name: str) -> None:
    terms = RefundTerms.model_validate(TERMS[name])
    grid = [(charged, charged if paid == "all" else paid, done) for charged, paid, done in cases()]
    # This page has no field for days; the last test here tries them.
    page.goto(site_address + REFUND)
    answers = page.locator("[data-refund-calculator]").evaluate(SET, [as_data(terms), [[*case, ""] for case in grid]])
    expected = [said(terms, *case) for case in grid]
    wrong = {json.dumps(case): (a, e) for case, a, e in zip(grid, answers, expected, strict=True) if a != e}
    assert wrong == {}


def test_it_answers_the_keyboard_and_a_screen_reader_hears_it(page: Page, site_address: str) -> None:
    page.goto(site_address + REFUND)
    answer = page.locator(ANSWER)
    expect(answer).to_have_attribute("aria-live", "polite")
    expect(answer).to_have_text("You get back $7,212.50.")
    page.get_by_label("What you have paid of it ($)").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("1,000")
    page.keyboard.press("Tab")
    expect(answer).to_have_text("Nothing comes back. You still owe $1,537.50.")
    page.get_by_label("Share of the program that is done (percent)").fill("a lot")
    expect(answer).to_contain_text("Enter amounts as numbers")
    page.get_by_label("Share of the program that is done (percent)").fill("61")
    expect(answer).to_have_text("Nothing comes back. You still owe $8,750.")


def test_choosing_a_program_fills_in_its_charges(page: Page, site_address: str) -> None:
    page.goto(site_address + REFUND)
    page.get_by_label("Program", exact=True).select_option(label="Massage for people with cancer: $384")
    expect(page.get_by_label("Your tuition ($)")).to_have_value("384")
    expect(page.locator(ANSWER)).to_have_text("You get back $249.60.")
    page.get_by_label("Your tuition ($)").fill("400")
    expect(page.get_by_label("Program", exact=True)).to_have_value("")


def test_the_table_stands_without_scripts_and_the_calculator_does_not(new_page: NewPage, site_address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_address + REFUND)
    expect(page.locator("[data-refund-calculator]")).to_be_hidden()
    expect(page.get_by_role("table", name="Refunds by program")).to_contain_text("$7,212.50")


def test_steps_that_count_days(page: Page, built: Path) -> None:
    terms = RefundTerms.model_validate(TERMS["steps with days and a cap"])
    data = " ".join(
        f'data-{"share-of" if key == "shareOf" else key}="{value}"' for key, value in as_data(terms).items()
    )
    fields = "".join(f'<input id="calc-{name}" value="">' for name in ("charged", "paid", "done", "days"))
    sentences = 'data-back="You get back #." data-owed="Nothing comes back. You still owe #."'
    sentences += ' data-nothing="Nothing comes back, and you owe nothing."'
    box = f'<select id="calc-program"><option value="4000"></option></select>{fields}<output {sentences}></output>'
    page.set_content(f"<section data-refund-calculator {data}>{box}</section>")
    page.add_script_tag(path=built / "site" / "assets" / "prospectus" / "site.js")
    grid = [("4000", "4000", done, days) for done in ("1", "25", "40", "60") for days in ("1", "7", "8", "")]
    answers = page.locator("[data-refund-calculator]").evaluate(SET, [as_data(terms), [list(case) for case in grid]])
    assert answers == [said(terms, *case) for case in grid]
