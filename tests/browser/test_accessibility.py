"""WCAG 2.2 A and AA by axe-core, on every kind of page, as a phone and a desk show it, in light and dark.

Undecided results count as faults: a page whose contrast cannot be measured is not known to be readable. The program
draws its bands so that they can be measured. What scheme and width do not change is asked once.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLORS = ["color-contrast", "link-in-text-block"]
TAGS, RULES = {"type": "tag", "values": WCAG}, {"type": "rule", "values": COLORS}

# A list of 300 is 300 times the same: one variant reads the whole page, the others the first of each long list.
THIN_OUT = """() => {
    for (const parent of document.querySelectorAll("article *")) {
        for (const child of [...parent.children].slice(12)) {
            if (child.matches("li, tr, dt, dd, dl > div, .claim, details")) child.remove();
        }
    }
}"""


# Registers whose rows one template makes, hundreds of them: the first rows speak for all, in every variant.
REGISTERS = frozenset({
    "sources", "claims", "audit", "matrix", "finder", "glossary", "techniques", "conditions", "courses", "licensing",
    "program-licensing", "training", "exams",
})  # fmt: skip


def faults(page: Page, rules: dict[str, Any], undecided: bool = True) -> list[str]:
    """Return what axe finds, or also cannot decide, on the open page: the rule, the place and the reason."""
    options = {"runOnly": rules, "resultTypes": ["violations", "incomplete"]}
    results = page.evaluate("options => axe.run(document, options)", options)
    found = []
    for result in results["violations"] + (results["incomplete"] if undecided else []):
        for node in result["nodes"][:4]:
            reasons = [check["message"] for check in node["any"] + node["all"] + node["none"]]
            found.append(f"{result['id']}: {node['target']}: {'; '.join(reasons)}")
    return found


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_axe_finds_nothing(kind: str, new_page: NewPage, site_address: str) -> None:
    found = {}
    # Material keeps the scheme in which a reader first came: each scheme is a reader of its own.
    for scheme, rules, name in (("light", TAGS, "default"), ("dark", RULES, "slate")):
        page = new_page(viewport=DESK, color_scheme=scheme, reduced_motion="reduce")
        page.goto(site_address + PAGE_KINDS[kind])
        page.wait_for_selector(f"body[data-md-color-scheme={name}]", state="attached")
        page.evaluate(AXE_SCRIPT)
        if scheme == "dark" or kind in REGISTERS:
            page.evaluate(THIN_OUT)
        found[f"desk, {scheme}"] = faults(page, rules)
        page.evaluate(THIN_OUT)
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        found[f"phone, {scheme}"] = faults(page, rules)
    assert {variant: problems for variant, problems in found.items() if problems} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_drawer(scheme: str, new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
    page.goto(site_address)
    page.locator("button.menu-button").click()
    page.locator(".md-sidebar--primary").get_by_role("link").first.wait_for(state="visible")
    page.evaluate(AXE_SCRIPT)
    assert faults(page, TAGS) == []


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
    assert faults(page, TAGS) == []


def test_an_unreadable_page_is_found(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.evaluate(AXE_SCRIPT)
    page.add_style_tag(content="article .lead { color: #bbb !important; background: #fff !important }")
    assert any(fault.startswith("color-contrast") for fault in faults(page, RULES))
