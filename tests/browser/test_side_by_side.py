"""Programs side by side: the reader's choice narrows every table and stands in the address; scripts off, all stand."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from browser.conftest import NewPage

SIDE = "programs/compare/"
FIRST, SECOND = "massage-therapy", "medical-massage-and-wellness"
NAMES = """table => [...table.querySelectorAll("thead [data-column]")].filter(head => head.offsetParent).map(
    head => head.dataset.column)"""
EMPTY_ROWS = """() => [...document.querySelectorAll(".sbs tbody tr:not([hidden])")].filter(
    row => [...row.cells].slice(1).every(cell => cell.hidden || cell.textContent.trim() === "–")
).map(row => row.cells[0].textContent)"""


def columns(page: Page) -> list[list[str]]:
    """Give the programs that each table shows; tables in closed boxes and hidden sections show none."""
    return [table.evaluate(NAMES) for table in page.locator("table.sbs").all()]


def test_the_address_chooses_and_the_choice_is_the_address(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}{SIDE}?with={FIRST},no-such-program,{SECOND},{FIRST}#subjects")
    expect(page.locator("#side-1")).to_have_value(FIRST)
    expect(page.locator("#side-2")).to_have_value(SECOND)
    expect(page.locator("#side-3")).to_have_value("")
    assert columns(page)[:3] == [[FIRST, SECOND], [FIRST, SECOND], [FIRST]]
    assert page.evaluate(EMPTY_ROWS) == []
    expect(page.locator("output")).to_have_text("2 of 5 programs are shown.")

    third = page.locator("#side-3 option:not([disabled])").nth(1).get_attribute("value") or ""
    page.locator("#side-3").select_option(third)
    assert page.url.endswith(f"?with={FIRST},{SECOND},{third}#subjects")
    assert columns(page)[0] == [FIRST, SECOND, third]
    assert page.locator(f"#side-1 option[value={SECOND}]").is_disabled()

    page.locator("#side-1").select_option("")
    page.locator("#side-2").select_option("")
    expect(page.locator("output")).to_have_text("Choose one more, and the two stand side by side.")
    assert len(columns(page)[0]) == 5

    page.get_by_role("button", name="Show all programs").click()
    expect(page.locator("output")).to_have_text("5 of 5 programs are shown.")
    assert page.url.endswith(f"{SIDE}#subjects")
    expect(page.get_by_role("button", name="Show all programs")).to_be_hidden()
    expect(page.locator("#side-1")).to_be_focused()


def test_programs_without_a_license_show_no_places(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}{SIDE}?with={SECOND},oncology-adapted-massage")
    expect(page.locator("#license")).to_be_hidden()
    assert columns(page)[0] == [SECOND, "oncology-adapted-massage"]


def test_on_a_phone_each_card_names_its_program_and_nothing_runs_over(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport={"width": 320, "height": 700})
    page.route(f"**/{SIDE}*", _with_former_name)
    page.goto(f"{site_address}{SIDE}?with=old-hands,{SECOND}")
    expect(page.locator("#side-1")).to_have_value(FIRST)
    page.locator("details.check").first.evaluate("box => { box.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    label = "cell => getComputedStyle(cell, '::before').content"
    assert page.locator(".sbs td:visible").first.evaluate(label) == '"Massage therapy"'
    boxes = [cell.bounding_box() for cell in page.locator(".sbs tr").nth(1).locator("td:visible").all()]
    assert len(boxes) == 2
    assert boxes[0] and boxes[1] and boxes[0]["y"] == boxes[1]["y"]


def _with_former_name(route: Route) -> None:
    """Give the page as it is once the first program has another id than before."""
    page = route.fetch()
    option = f'<option value="{FIRST}"'
    route.fulfill(response=page, body=page.text().replace(option, f'{option} data-former="older-hands old-hands"'))


def test_without_scripts_every_program_stands(new_page: NewPage, site_address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_address}{SIDE}?with={FIRST},{SECOND}")
    expect(page.locator("form[data-side-by-side]")).to_be_hidden()
    expect(page.locator("#facts ~ * thead [data-column]")).to_have_count(5)
    assert page.locator("#facts ~ * tbody tr").first.locator("td:visible").count() == 5


def test_of_dozens_of_techniques_none_stands_until_two_are_chosen(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}techniques/compare/?with=effleurage")
    expect(page.locator("#facts")).to_be_hidden()
    expect(page.locator("output")).to_have_text("Choose one more, and the two stand side by side.")
    page.locator("#side-2").select_option("petrissage")
    assert page.url.endswith("?with=effleurage,petrissage")
    assert columns(page) == [["effleurage", "petrissage"]]
    page.get_by_role("button", name="Show none").click()
    expect(page.locator("#facts")).to_be_hidden()
    expect(page.locator("output")).to_have_text("Choose two, and they stand side by side.")
