"""Every kind of page without JavaScript: it reads, its menu and boxes open by touch and by key, and paper shows all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS

PHONE, A4 = {"width": 390, "height": 844}, {"width": 794, "height": 1123}

# What only a script can do is not offered: the finder's field and boxes, the calculator, what narrows the matrix.
FOR_SCRIPTS = ".searchbox, .facets, .results__found, .calc, .mx-choice, .mx-keys, .sbs-choice"
# Meanings open at a touch, boxes at their summary. A phone and paper leave out what stands beside it.
OPENED_BY_TOUCH = "details:not([open]) > :not(summary), [popover]"
SAID_ELSEWHERE = (
    "svg title, .bignum, .kind-course .facts, .kind-program .facts > :last-child, .who, .subj :is(thead, td), "
    ".tiles span, .sbs__none"
)
# A screen's ways and a screen's buttons; the words of the sheet for the wall; what a drawing above says.
NOT_ON_PAPER = (
    ".crumbs, .jump, .btns, .btns + .small, .paper, [popover] > button, .next__link, .kind-screening .words, "
    ".sec:has(> #read-on), .stages__table, .rows-shown, .cmp thead"
)

# Text of the article that nobody sees, without what may be unseen.
UNSEEN = """mayBe => {
    const seen = node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const unseen = [];
    while (texts.nextNode()) {
        const node = texts.currentNode.parentElement;
        const text = texts.currentNode.data.trim();
        if (text && !seen(node) && !node.closest(`script, style, template, ${mayBe}`)) unseen.push(text);
    }
    return unseen.slice(0, 8);
}"""


def test_menu_boxes_and_terms_open_by_touch_and_by_key(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site_address + PAGE_KINDS["compare"])
    box = page.locator("article details").nth(1)
    expect(box).not_to_have_attribute("open", "")
    box.locator("summary").click()
    expect(box).to_have_attribute("open", "")

    page.goto(site_address + PAGE_KINDS["condition"])
    term = page.locator("article [popovertarget^=w]").first
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    term.click()
    expect(meaning).to_be_visible()
    meaning.get_by_role("button").click()
    expect(meaning).to_be_hidden()

    page.locator(".md-header label.menu-button").click()
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Conditions")
    expect(link).to_be_in_viewport()
    link.click()
    page.wait_for_url("**/conditions/")

    expect(link).to_be_hidden()
    page.keyboard.press("Tab")
    outline = page.locator(".md-header .menu-button").evaluate("node => getComputedStyle(node).outlineStyle")
    assert outline == "solid", "the first stop of the keyboard is the menu, and is seen"
    page.keyboard.press("Space")
    expect(link).to_be_in_viewport()


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_reads_on_the_screen_and_on_paper(kind: str, new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site_address + PAGE_KINDS[kind])
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("article").first.inner_text()) > 200
    expect(page.locator("[data-md-component=palette]")).to_be_hidden()
    assert offered_in_vain(page) == []
    assert page.evaluate(UNSEEN, f"{FOR_SCRIPTS}, {OPENED_BY_TOUCH}, {SAID_ELSEWHERE}") == []

    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    assert page.evaluate(UNSEEN, f"{FOR_SCRIPTS}, {NOT_ON_PAPER}, {SAID_ELSEWHERE}") == []


def offered_in_vain(page: Page) -> list[str]:
    """Return what stands on the page and would do nothing without a script."""
    return [
        str(element.evaluate("node => node.outerHTML.slice(0, 90)"))
        for element in page.locator(FOR_SCRIPTS).all()
        if element.is_visible()
    ]
