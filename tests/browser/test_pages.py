"""Every kind of page, from a desk to a small phone: nothing sticks out, keys reach its one title, fingers its links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS

WIDTHS = (320, 390, 1280)

# What reaches over an edge of the window, and does not stand in a region that scrolls by itself.
STICKS_OUT = """() => {
    const width = document.documentElement.clientWidth;
    const scrolls = node => /auto|scroll/.test(getComputedStyle(node).overflowX);
    const faults = [];
    for (const node of document.querySelectorAll(".md-header *, article *, .md-footer *")) {
        if (node.namespaceURI !== "http://www.w3.org/1999/xhtml" && node.tagName !== "svg") continue;
        const box = node.getBoundingClientRect();
        if (box.width < 2 || box.height < 2 || (box.right <= width + 1 && box.left >= -1)) continue;
        if (!node.checkVisibility({ visibilityProperty: true })) continue;
        let around = node;
        const stops = () => scrolls(around) || getComputedStyle(around).position === "fixed";
        while (around && !stops()) around = around.parentElement;
        if (around && around !== document.body && around !== document.documentElement) continue;
        if (node.closest(".md-search, .md-sidebar")) continue;
        const name = `${node.tagName}.${node.className.baseVal ?? node.className}`;
        faults.push(`${name} ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    if (document.documentElement.scrollWidth > width) faults.push(`document ${document.documentElement.scrollWidth}`);
    return faults.slice(0, 8);
}"""

# Links that stand in a list by themselves, buttons, boxes to open. Words within a sentence may be as high as the text.
HARD_TO_HIT = """() => {
    const alone = link => link.closest("li").textContent.trim() === link.textContent.trim();
    const links = [...document.querySelectorAll("article li a, .md-header li a, .md-footer li a")].filter(alone);
    const kinds = "button:not([popovertarget]), article summary, .btn, input:not([type=hidden])";
    const controls = [...document.querySelectorAll(kinds)];
    const small = [];
    for (const node of [...links, ...controls]) {
        if (!node.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        if (node.closest("svg, .md-search, .md-toggle") || node.matches(".md-toggle, .md-option")) continue;
        const box = node.getBoundingClientRect();
        if (box.height < 23.5 || box.width < 23.5) {
            small.push(`${node.outerHTML.slice(0, 90)} ${Math.round(box.width)} × ${Math.round(box.height)}`);
        }
    }
    return small.slice(0, 8);
}"""

# A picture says what it shows, or says that it is an ornament.
NAMELESS = """() => {
    const named = node => node.getAttribute("aria-label") || node.getAttribute("aria-labelledby")
        || node.querySelector(":scope > title, :scope > figcaption");
    const faults = [...document.querySelectorAll("img:not([alt])")];
    for (const picture of document.querySelectorAll("article svg, .md-header svg, .md-footer svg")) {
        if (picture.closest("[aria-hidden=true], .md-search") || named(picture)) continue;
        const inside = picture.closest("button, a, label, [role=img]");
        if (inside && (inside.textContent.trim() || inside.title || named(inside))) continue;
        faults.push(picture);
    }
    return faults.map(node => node.outerHTML.slice(0, 120)).slice(0, 8);
}"""


def problems(page: Page) -> list[str]:
    """Return what is wrong with the open page at its present width."""
    found = [f"sticks out: {fault}" for fault in page.evaluate(STICKS_OUT)]
    found += [f"too small to hit: {fault}" for fault in page.evaluate(HARD_TO_HIT)]
    return found


def where_the_skip_link_leads(page: Page) -> str:
    """Follow the first stop of the page by keyboard, and return the name of the element that it leads to."""
    page.keyboard.press("Tab")
    assert page.locator("a.md-skip").evaluate("node => node === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash.length > 1")
    return str(page.evaluate("document.getElementById(location.hash.slice(1)).tagName"))


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_holds_at_every_width(kind: str, new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport={"width": WIDTHS[-1], "height": 800}, reduced_motion="reduce")
    said: list[ConsoleMessage] = []
    page.on("console", lambda message: said.append(message))
    answer = page.goto(site_address + PAGE_KINDS[kind])
    assert answer is not None
    assert answer.status == (404 if kind == "missing" else 200)
    assert page.locator("h1").count() == 1
    assert page.evaluate(NAMELESS) == []
    assert page.locator("h1").inner_text().strip()
    assert where_the_skip_link_leads(page) == "H1"
    found = {}
    for width in reversed(WIDTHS):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = problems(page)
    assert found == {width: [] for width in WIDTHS}
    # The browser itself says that an address is missing; nothing else may be said.
    assert [m.text for m in said if m.type == "error" and not (kind == "missing" and "404" in m.text)] == []


def test_every_kind_of_page_is_walked(built: Path) -> None:
    pattern = re.compile(r'class="md-content kind-([a-z-]+)"')
    walked, there = set(), set()
    addresses = {address.partition("?")[0] or "./" for address in PAGE_KINDS.values()}
    for file in (built / "site").rglob("*.html"):
        match = pattern.search(file.read_text(encoding="utf-8"))
        if match is None:
            continue
        there.add(match[1])
        if file.name == "404.html" or f"{file.parent.relative_to(built / 'site').as_posix()}/" in addresses:
            walked.add(match[1])
    assert walked
    assert there - walked == set()
