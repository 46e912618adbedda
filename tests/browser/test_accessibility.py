"""WCAG 2.2 A and AA by axe-core, on every kind of page, as a phone and a desk show it, in light and dark.

Undecided results count as faults: a page whose contrast cannot be measured is not known to be readable. The program
draws its bands so that they can be measured. What the scheme does not change is asked once for each width.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS
from browser.tabs import DESK

PHONE: ViewportSize = {"width": 390, "height": 844}
OF_COLOR = ["color-contrast", "link-in-text-block"]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
STRUCTURE = {**WCAG, "rules": {name: {"enabled": False} for name in OF_COLOR}}
COLORS = {"runOnly": {"type": "rule", "values": OF_COLOR}}

# The same on every page but for the current item; in all variants it is read on a page without one and on one with it.
FRAME, FRAMED = (".md-header", ".md-sidebar", ".md-footer"), ("home", "technique")

# What a rule of color may look at: an element and its attributes, its own and of all around and within it. Of what
# looks alike two are kept: so a rare grade is, and the tenth row of a list is not. For rules of structure only rows go.
THIN_OUT = """everything => {
    const content = new Set(`id href name value title for src alt datetime aria-label aria-labelledby aria-describedby
        aria-controls popovertarget`.split(/\\s+/));
    const said = node => [...node.attributes].filter(one => !content.has(one.name));
    const own = node => `<${node.localName} ${said(node).map(one => `${one.name}=${one.value}`).sort().join(" ")}>`;
    const looks = new Map();
    const look = node => {
        if (looks.has(node)) return looks.get(node);
        const inside = [...node.children].map(look).filter((one, at, all) => one !== all[at - 1]);
        const text = [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim()) ? "…" : "";
        looks.set(node, own(node) + text + inside.join(""));
        return looks.get(node);
    };
    let seen = new Map();
    const walk = (parent, around) => {
        if (!everything) seen = new Map();
        for (const child of [...parent.children]) {
            if (!everything && !child.matches("li, tr, dl > div, .claim, details")) continue;
            const whole = around + look(child);
            const times = (seen.get(whole) ?? 0) + 1;
            seen.set(whole, times);
            if (times > 2) child.remove();
        }
        const kept = [...parent.children].filter(child => child.localName !== "svg");
        for (const child of kept) walk(child, everything ? around + own(child) : "");
    };
    document.querySelectorAll("article").forEach(article => walk(article, ""));
}"""
# The site's policy lets no style element in.
STYLE = """rules => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
}"""
DARKEN = "() => document.querySelector('input[name=__palette][data-md-color-scheme=slate]').click()"


# Registers whose rows one template makes, hundreds of them: two rows of each look speak for all, in every variant.
REGISTERS = frozenset({
    "sources", "claims", "audit", "matrix", "finder", "finder-es", "glossary", "techniques", "conditions", "courses",
    "licensing", "program-licensing", "program-comparison", "training", "exams",
})  # fmt: skip


def faults(page: Page, without: Sequence[str] = (), **options: Any) -> list[str]:
    """Return what axe finds, or cannot decide, on the open page: the rule, the place and the reason."""
    where = {"include": [["html"]], "exclude": [[selector] for selector in without]}
    what = {"resultTypes": ["violations", "incomplete"], **(options or WCAG)}
    results = page.evaluate("([where, what]) => axe.run(where, what)", [where, what])
    found = []
    for result in results["violations"] + results["incomplete"]:
        for node in result["nodes"][:4]:
            reasons = [check["message"] for check in node["any"] + node["all"] + node["none"]]
            found.append(f"{result['id']}: {node['target']}: {'; '.join(reasons)}")
    return found


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_axe_finds_nothing(kind: str, new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=DESK, reduced_motion="reduce")
    page.goto(site_address + PAGE_KINDS[kind])
    page.evaluate(AXE_SCRIPT)
    found = {}
    if kind in REGISTERS:
        page.evaluate(THIN_OUT, False)
    found["desk, light"] = faults(page)
    page.evaluate(THIN_OUT, False)
    page.set_viewport_size(PHONE)
    found["phone"] = faults(page, **STRUCTURE)
    page.evaluate(THIN_OUT, True)
    without = () if kind in FRAMED else FRAME
    found["phone, light"] = faults(page, without, **COLORS)
    page.emulate_media(color_scheme="dark")
    page.evaluate(DARKEN)
    page.wait_for_selector("body[data-md-color-scheme=slate]", state="attached")
    found["phone, dark"] = faults(page, without, **COLORS)
    page.set_viewport_size(DESK)
    found["desk, dark"] = faults(page, without, **COLORS)
    assert {variant: problems for variant, problems in found.items() if problems} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_drawer(scheme: str, new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
    page.goto(site_address)
    page.locator("button.menu-button").click()
    page.locator(".md-sidebar--primary").get_by_role("link").first.wait_for(state="visible")
    page.evaluate(AXE_SCRIPT)
    assert faults(page) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_finder(
    scheme: str, size: dict[str, int], new_page: NewPage, site_address: str
) -> None:
    page = new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{site_address}{PAGE_KINDS['finder']}?q=back+pain&region=neck")
    page.locator(".results__list h3").first.wait_for(state="visible")
    if size == PHONE:
        page.locator(".facets summary").click()
    page.evaluate(AXE_SCRIPT)
    assert faults(page) == []


def test_an_unreadable_page_is_found_in_both_schemes(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.evaluate(AXE_SCRIPT)
    page.evaluate(THIN_OUT, True)
    page.evaluate(
        STYLE, "[data-md-color-scheme=slate] article .lead { color: #333 !important; background: #222 !important }"
    )
    assert faults(page, FRAME, **COLORS) == []
    page.evaluate(DARKEN)
    assert any(fault.startswith("color-contrast") for fault in faults(page, FRAME, **COLORS))
    page.evaluate(STYLE, "article .lead { color: #bbb !important; background: #fff !important }")
    assert any(fault.startswith("color-contrast") for fault in faults(page))


def test_a_table_that_a_phone_shows_as_cards_stays_a_table(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site_address + PAGE_KINDS["compare"])
    table = page.locator("table.cmp")
    assert table.locator("td").first.evaluate("node => getComputedStyle(node).display") == "block"
    for role, parts in {"table": "table", "rowgroup": "tbody, thead", "row": "tr", "cell": "td"}.items():
        found = page.locator(f"article :is({parts})").evaluate_all("nodes => nodes.map(node => node.role)")
        assert set(found) == {role}, role
    heads = {"col": "columnheader", "row": "rowheader", "rowgroup": "rowheader"}
    pairs = table.locator("th").evaluate_all("nodes => nodes.map(node => [node.scope, node.role])")
    assert pairs
    assert [pair for pair in pairs if heads[pair[0]] != pair[1]] == []
