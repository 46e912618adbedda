"""The comparison: the switch to the rows on which sources differ, and the way from a row to every position."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.conftest import NewPage
from browser.page_kinds import PAGE_KINDS

PHONE = {"width": 390, "height": 844}


def test_the_rows_narrow_without_scripts_and_lead_to_every_position(new_page: NewPage, site_address: str) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site_address + PAGE_KINDS["compare"])
    rows, agreed = page.locator(".cmp tbody"), page.locator(".cmp tbody.agreed")
    every, less = rows.count(), agreed.count()
    assert 0 < less < every
    page.get_by_role("radio", name=f"Only the {every - less} where sources differ").check()
    expect(agreed.first).to_be_hidden()
    assert agreed.filter(visible=True).count() == 0
    assert rows.filter(visible=True).count() == every - less
    page.get_by_role("radio", name=f"All {every} rows").check()
    assert rows.filter(visible=True).count() == every

    row = page.locator("#referral")
    row.locator("summary").click()
    expect(row.locator(".says li").first).to_be_visible()
    link = row.locator(".rifts a").first
    topic = link.inner_text().removeprefix("Sources differ on ")
    link.click()
    page.wait_for_url("**/compare/differences/#disagreement-*")
    expect(page.locator(":target h3")).to_have_text(topic, ignore_case=True)
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator(":target > ul > li").count() > 1
