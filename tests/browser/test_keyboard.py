"""The site by keyboard alone, and with its scripts off: everything that opens can be opened, closed and left again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS

PHONE = {"width": 390, "height": 844}
CONDITION = PAGE_KINDS["condition"]

# The focused element: whether it is drawn as such, and whether anything lies over all of it.
FOCUS = """() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const style = getComputedStyle(node);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const marked = outlined || (node.ownerSVGElement && parseFloat(style.strokeWidth) >= 3);
    const seen = [...node.getClientRects()].some(box => [0.1, 0.5, 0.9].some(across => {
        const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height / 2);
        return top && (node.contains(top) || top.contains(node));
    }));
    return { name: node.outerHTML.slice(0, 100), marked, seen };
}"""


def is_focused(page: Page, selector: str) -> bool:
    return bool(page.locator(selector).first.evaluate("node => node === document.activeElement"))


def test_a_term_opens_and_closes_and_gives_the_focus_back(page: Page, site_address: str) -> None:
    page.goto(site_address + CONDITION)
    term = page.locator("article [popovertarget^=w]").first
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(meaning).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    assert meaning.inner_text().strip()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    assert is_focused(page, "article [popovertarget^=w]")


def test_the_drawer_opens_on_a_phone(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site_address)
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Conditions")
    expect(link).not_to_be_in_viewport()
    page.locator("button.menu-button").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_in_viewport()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/conditions/")


def test_the_matrix_scrolls_with_the_arrow_keys(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE, reduced_motion="reduce")
    page.goto(site_address + PAGE_KINDS["matrix"])
    region = page.locator(".mx-wrap")
    expect(region).to_have_attribute("tabindex", "0")
    expect(region).to_have_attribute("role", "region")
    assert region.get_attribute("aria-label") or region.get_attribute("aria-labelledby")
    region.focus()
    for key in ["ArrowRight"] * 4 + ["ArrowDown"] * 4:
        page.keyboard.press(key)
    page.wait_for_function("() => document.querySelector('.mx-wrap').scrollLeft > 40")
    page.wait_for_function("() => document.querySelector('.mx-wrap').scrollTop + window.scrollY > 40")


def test_the_matrix_is_walked_by_arrow_keys_and_tells_the_reason_of_each_cell(page: Page, site_address: str) -> None:
    page.goto(site_address + PAGE_KINDS["matrix"])
    tip = page.locator("#mx-tip")
    table = page.locator("table.mx")
    assert table.locator("a[tabindex='0']").count() == 1, "one stop of the tab key, and the arrow keys from there"
    page.locator(".mx-wrap").focus()
    page.keyboard.press("Tab")
    assert is_focused(page, ".mx thead a")
    expect(tip).to_be_hidden()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    assert is_focused(page, ".mx thead a")
    page.keyboard.press("ArrowDown")
    cell = page.evaluate_handle("() => document.activeElement.closest('td')").as_element()
    assert cell is not None, "the cells below a column's head"
    expect(tip).to_be_visible()
    reason = page.evaluate("() => document.activeElement.dataset.reason")
    assert reason and reason in tip.inner_text()
    assert page.evaluate("() => document.activeElement.getAttribute('aria-describedby')") == "mx-tip"
    focus = page.evaluate(FOCUS)
    assert focus["marked"] and focus["seen"]
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
        assert page.evaluate(FOCUS)["seen"]
    page.keyboard.press("Home")
    assert page.evaluate("() => document.activeElement.parentNode.scope") == "row"
    page.keyboard.press("Tab")
    assert not page.evaluate("() => !!document.activeElement.closest('table')")


def test_the_matrix_is_narrowed_by_its_fields(page: Page, site_address: str) -> None:
    page.goto(site_address + PAGE_KINDS["matrix"])
    counts = """() => ({
        rows: [...document.querySelectorAll(".mx tbody tr > [scope=row]")].filter(e => e.checkVisibility()).length,
        columns: [...document.querySelectorAll(".mx thead th[data-r]")].filter(e => e.checkVisibility()).length,
        cells: [...document.querySelectorAll(".mx td a")].filter(
            e => e.checkVisibility({ visibilityProperty: true })).map(e => e.dataset.l + e.className),
    })"""
    status = page.locator(".mx-choice output")
    whole = page.evaluate(counts)
    page.select_option("#mx-region", "neck")
    page.select_option("#mx-grade", "W")
    page.select_option("#mx-caution", "with")
    narrowed = page.evaluate(counts)
    assert set(narrowed["cells"]) == {"Wwarn"}
    assert 0 < narrowed["rows"] < whole["rows"] and 0 < narrowed["columns"] < whole["columns"]
    expect(status).to_contain_text(f": {len(narrowed['cells'])}.")
    page.select_option("#mx-grade", "X")
    expect(status).to_have_text("No pair is like this.")
    page.locator(".mx-choice [type=reset]").click()
    expect(page.locator("#mx-family")).to_be_focused()
    expect(page.locator(".mx-choice [type=reset]")).to_be_hidden()
    assert page.evaluate(counts) == whole


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_disagreement_opens_and_closes(key: str, page: Page, site_address: str) -> None:
    page.goto(site_address + PAGE_KINDS["compare"])
    box = page.locator("article details:not([open])").first
    box.evaluate("node => { node.id = 'the-box' }")
    box = page.locator("#the-box")
    box.locator("summary").focus()
    page.keyboard.press(key)
    expect(box).to_have_attribute("open", "")
    page.keyboard.press(key)
    expect(box).not_to_have_attribute("open", "")


@pytest.mark.parametrize("kind", ["home", "finder", "condition", "matrix", "license"])
def test_the_focus_is_always_seen(kind: str, new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(site_address + PAGE_KINDS[kind])
    faults, stops = [], 0
    for _ in range(45):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        stops += 1
        if not (focus["marked"] and focus["seen"]):
            faults.append(focus)
    assert stops > 20
    assert faults == []


def test_every_stop_back_up_the_page_is_seen_below_the_header(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(site_address + CONDITION)
    page.locator("article .srcs a").first.focus()
    faults = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        focus = page.evaluate(FOCUS)
        if focus is None or not (focus["marked"] and focus["seen"]):
            faults.append(focus)
    assert faults == []
