"""Pages on paper: what only works on a screen is gone, danger signs stay whole, the sheets to hand out fit."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS

A4 = {"width": 794, "height": 1123}
WHITE = {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
SCREEN_ONLY = ".md-header, .md-footer, .md-sidebar, .jump, .crumbs, .btns, .md-skip"

GROUNDS = """selector => [...document.querySelectorAll(selector)].flatMap(node => [node, ...node.querySelectorAll("*")])
    .filter(node => node.checkVisibility()).map(node => getComputedStyle(node).backgroundColor)"""


@pytest.fixture
def paper(new_page: NewPage) -> Page:
    """A page as it is printed, from a reader who keeps the dark scheme: paper is white all the same."""
    page = new_page(viewport=A4, color_scheme="dark")
    page.emulate_media(media="print")
    return page


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_what_only_works_on_a_screen_is_not_printed(kind: str, paper: Page, site_address: str) -> None:
    paper.goto(site_address + PAGE_KINDS[kind])
    shown = paper.locator(SCREEN_ONLY).evaluate_all(
        "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.className)"
    )
    assert shown == []
    expect(paper.locator("h1")).to_be_visible()
    assert set(paper.evaluate(GROUNDS, "body")[:1]) <= WHITE
    ink = paper.locator("h1").evaluate("node => getComputedStyle(node).color")
    assert ink == "rgb(0, 0, 0)"
    assert paper.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_care_cards_stay_whole(paper: Page, site_address: str) -> None:
    paper.goto(site_address + PAGE_KINDS["condition"])
    cards = paper.locator(".care")
    assert cards.count() == 3
    for index in range(cards.count()):
        card = cards.nth(index)
        style = card.evaluate(
            "node => { const s = getComputedStyle(node);"
            " return [s.breakInside, s.borderTopStyle, node.scrollHeight - node.clientHeight,"
            " node.querySelector('svg').checkVisibility()] }"
        )
        assert style[:2] == ["avoid", "solid"]
        assert style[2] <= 4
        assert style[3] is True


@pytest.mark.parametrize(("kind", "sheet"), [("compare", ".data--sheet"), ("screening", "article")])
def test_the_sheets_print_on_white(kind: str, sheet: str, paper: Page, site_address: str) -> None:
    paper.goto(site_address + PAGE_KINDS[kind])
    grounds = paper.evaluate(GROUNDS, sheet)
    assert grounds
    assert set(grounds) <= WHITE


def test_the_screening_list_fits_three_pages(page: Page, site_address: str) -> None:
    page.goto(site_address + PAGE_KINDS["screening"])
    assert 1 <= pages_of(page.pdf(format="A4")) <= 3
    assert 1 <= pages_of(page.pdf(format="Letter")) <= 3


def test_what_is_closed_on_the_screen_is_printed(page: Page, site_address: str) -> None:
    page.goto(site_address + PAGE_KINDS["compare"])
    closed = page.locator("article details:not([open])")
    before = closed.count()
    assert before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert closed.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert closed.count() == before
