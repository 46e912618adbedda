"""The finder in a browser: words of any sort find things, boxes narrow them, the address keeps it, keys reach it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS

FIND = PAGE_KINDS["finder"]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def find(page: Page, site_address: str, asked: str = "") -> Locator:
    """Open the finder and return the titles of its results, once the texts have come too."""
    page.goto(f"{site_address}{FIND}{asked}")
    page.wait_for_function("document.querySelectorAll('script[src*=finder-texts]').length === 1")
    page.wait_for_load_state("networkidle")
    return page.locator(".results__list h3 a")


def number_of(page: Page, facet: str, value: str) -> int:
    """Return the number beside a box."""
    return int(page.locator(f'.facets label:has(input[name="{facet}"][value="{value}"]) .n').inner_text())


def total(page: Page) -> int:
    text = page.locator("#results").inner_text()
    return 0 if text == "Nothing found" else int(text.split(" ")[0])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pinched nerve", "Sciatica"),
        ("can't sleep", "Insomnia"),
        ("can’t sleep", "Insomnia"),
        ("knots", "Neck pain"),
        ("siatica", "Sciatica"),
        ("fibromialga", "Fibromyalgia"),
        ("plantar fascitis", "Plantar fasciitis"),
        ("swedsh", "Swedish massage"),
        ("M54.5", "Low back pain"),
        ("lumbago", "Low back pain"),
        ("mt110", "MT 110"),
        ("refund", "Refunds"),
    ],
)
def test_names_everyday_words_codes_and_slips_find(typed: str, expected: str, page: Page, site_address: str) -> None:
    results = find(page, site_address)
    page.locator("#finder-words").fill(typed)
    expect(results.first).to_contain_text(expected)


def test_the_phrase_that_was_meant_stands_with_the_result(page: Page, site_address: str) -> None:
    find(page, site_address, "?q=pinched+nerve")
    expect(page.locator(".results__list li").first).to_contain_text("Also called “pinched nerve”")


def test_nothing_found_says_so_and_leads_back(page: Page, site_address: str) -> None:
    results = find(page, site_address)
    everything = total(page)
    page.locator("#finder-words").fill("zzzzqqqq")
    expect(page.locator("#results")).to_have_text("Nothing found")
    expect(page.locator("[role=status]")).to_have_text("Nothing found")
    assert results.count() == 0
    page.get_by_role("link", name="Show the whole list").click()
    expect(page.locator("#results")).to_have_text(f"{everything} results")


def test_boxes_count_what_they_would_show(page: Page, site_address: str) -> None:
    find(page, site_address, "?kind=condition")
    weak, moderate = number_of(page, "evidence", "weak"), number_of(page, "evidence", "moderate")
    conditions, neck = total(page), number_of(page, "region", "neck")
    assert 0 < neck < conditions
    page.get_by_role("checkbox", name="Weak").check()
    assert total(page) == weak
    # Another grade would add to the first one, so its number stays; other facets narrow.
    assert number_of(page, "evidence", "moderate") == moderate
    assert number_of(page, "region", "neck") <= neck
    page.get_by_role("checkbox", name="Moderate").check()
    assert total(page) == weak + moderate
    narrower = number_of(page, "region", "neck")
    page.get_by_role("checkbox", name="Neck").check()
    assert total(page) == narrower


def test_the_address_holds_what_was_asked(new_page: NewPage, page: Page, site_address: str) -> None:
    find(page, site_address)
    page.locator("#finder-words").fill("back pain")
    page.get_by_role("checkbox", name="Techniques", exact=False).first.check()
    page.get_by_label("Sort by").select_option("evidence")
    page.wait_for_url("**/find/?q=back+pain&kind=technique&sort=evidence")
    seen = page.locator(".results__list h3 a").all_inner_texts()
    assert seen
    other = new_page(viewport=DESK)
    find(other, site_address, "?" + page.url.partition("?")[2])
    assert other.locator(".results__list h3 a").all_inner_texts() == seen
    expect(other.locator("#finder-words")).to_have_value("back pain")
    expect(other.locator(".facets input[value=technique]")).to_be_checked()
    page.go_back()
    expect(page.get_by_label("Sort by")).to_have_value("best")
    page.go_back()
    expect(page.locator(".facets input[value=technique]")).not_to_be_checked()


def test_an_address_that_names_nothing_known_is_no_harm(page: Page, site_address: str) -> None:
    results = find(page, site_address, "?kind=dragon&region=%3Cb%3E&sort=luck&q=%22%3C%26%3E")
    expect(page.locator("#finder-words")).to_have_value('"<&>')
    assert results.count() == 0
    expect(page.locator("#results")).to_have_text("Nothing found")


def test_the_finder_by_keyboard_alone(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.locator("a.search-button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/#finder-words")
    expect(page.locator("#finder-words")).to_be_focused()
    expect(page.locator("h1")).to_be_in_viewport()
    page.keyboard.type("back pain")
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_focused()
    before = total(page)
    page.locator(".facets input[value=condition]").focus()
    page.keyboard.press("Space")
    expect(page.locator("#results")).not_to_have_text(f"{before} results")
    expect(page.locator(".facets input[value=condition]")).to_be_focused()
    chip = page.get_by_role("button", name="Remove Conditions")
    chip.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_have_text(f"{before} results")
    expect(page.get_by_role("button", name="Remove “back pain”")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_focused()
    more = page.locator(".results__group .btn").first
    shown = page.locator(".results__group").first.locator("h3").count()
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".results__group").first.locator("h3 a").nth(shown)).to_be_focused()


def test_the_spanish_finder_speaks_spanish_and_says_what_is_english(page: Page, site_address: str) -> None:
    results = find(page, f"{site_address}es/")
    expect(page.locator("#results")).to_contain_text(" resultados")
    page.locator("#finder-words").fill("requisitos de formacion")
    expect(results.first).to_have_text("Requisitos de formación")
    assert results.first.get_attribute("lang") is None
    page.locator("#finder-words").fill("rodilla")
    expect(page.locator(".facets label", has_text="Rodilla").first).to_be_visible()
    expect(page.get_by_role("button", name="Quitar “rodilla”")).to_be_visible()
    english = page.locator(".results__list li", has=page.locator("h3 a[lang=en]"))
    expect(english.first.locator("p[lang=en]")).to_be_visible()
    page.locator("#finder-words").fill("zzzzqqqq")
    expect(page.locator("#results")).to_have_text("No se encontró nada")


def test_no_stop_of_the_finder_is_out_of_order(page: Page, site_address: str) -> None:
    find(page, site_address)
    assert page.locator("article [tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
    for control in page.locator("article input, article select").all():
        assert control.evaluate("node => node.labels.length === 1 && node.labels[0].textContent.trim() !== ''")


def test_a_phone_keeps_the_boxes_closed_and_says_how_many_are_chosen(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE)
    find(page, site_address, "?kind=condition&region=neck")
    fold = page.locator(".facets")
    expect(fold).not_to_have_attribute("open", "")
    expect(fold.locator("summary")).to_have_text("Narrow the results (2 chosen)")
    fold.locator("summary").click()
    page.get_by_role("checkbox", name="Shoulder").check()
    expect(fold.locator("summary")).to_have_text("Narrow the results (3 chosen)")
    expect(fold).to_have_attribute("open", "")


def test_other_pages_lead_to_the_finder_with_what_was_typed(page: Page, site_address: str) -> None:
    for start, kept in (("", ""), ("conditions/", "&kind=condition"), (PAGE_KINDS["missing"], "")):
        page.goto(site_address + start)
        field = page.locator("article input[type=search]")
        field.fill("neck pain")
        field.press("Enter")
        page.wait_for_url(f"**/find/?q=neck+pain{kept}")
        expect(page.locator(".results__list h3 a").first).to_have_text("Neck pain")


def test_with_scripts_off_everything_stands_in_a_list(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site_address)
    page.locator("a.search-button").click()
    page.wait_for_url("**/find/**")
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.locator("#finder-words")).to_be_hidden()
    for name in ("Low back pain", "Swedish massage", "Massage therapy"):
        expect(page.locator(".plain").get_by_role("link", name=name, exact=True).first).to_be_visible()
    page.locator(".plain").get_by_role("link", name="Low back pain", exact=True).click()
    page.wait_for_url("**/conditions/low-back-pain/")


def test_the_list_stands_too_when_the_file_cannot_be_had(page: Page, site_address: str) -> None:
    page.route("**/finder.js*", lambda route: route.abort())
    page.goto(site_address + FIND)
    first = page.locator(".plain a").first
    expect(first).to_be_visible()
    expect(page.locator(".facets")).to_be_hidden()
    # Without any script of ours the list comes back by itself once it has waited.
    page.route("**/site.js*", lambda route: route.abort())
    page.goto(site_address + FIND)
    assert page.locator(".results__plain").evaluate("list => getComputedStyle(list).contentVisibility") == "hidden"
    page.evaluate("document.getAnimations().forEach(each => each.finish())")
    expect(first).to_be_visible()
    assert page.locator(".results__plain").evaluate("list => getComputedStyle(list).contentVisibility") == "visible"


def test_the_boxes_are_left_out_on_paper(page: Page, site_address: str) -> None:
    find(page, site_address, "?q=neck")
    page.emulate_media(media="print")
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.locator(".results__list h3").first).to_be_visible()
