"""The copy that `prospectus export offline` makes, opened from a folder without a server: it browses, finds, reads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from prospectus.artifact import BuildContext
from prospectus.commands.export import export_offline

DESK = {"width": 1280, "height": 900}
PLACES = ("href", "src", "action", "data-finder-texts")
FOR_THE_WEB = ("canonical", "alternate", "ld+json", "://tiny.example")


@pytest.fixture(scope="module")
def copy(repository: Path, context: BuildContext, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy of the tiny school, which has a page of every kind, in a folder whose name needs quoting."""
    school = tmp_path_factory.mktemp("a school & its copy #1") / "school"
    shutil.copytree(repository / "tests/schools/tiny", school)
    # The shipped configuration has what the tiny school's lacks: the buttons for the colors.
    shipped = (repository / "mkdocs.yml").read_text(encoding="utf-8")
    address = "site_url: https://tiny.example/"
    (school / "mkdocs.yml").write_text(re.sub("^site_url: .*$", address, shipped, flags=re.MULTILINE), encoding="utf-8")
    (school / "docs/by-hand.md").write_text("# By hand\n\n[Techniques](techniques/index.md)\n", encoding="utf-8")
    report = export_offline(school, context, lambda step: None)
    assert report.copy is not None, report.examination.findings
    return school / "dist" / "offline"


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page(viewport=DESK)


class References(HTMLParser):
    """Collects the addresses of a page and the names in it that an address may point at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.places: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.places += [(f"{tag} {name}", value or "") for name, value in attrs if name in PLACES]
        self.ids |= {value for name, value in attrs if name == "id" and value}


def lost(copy: Path) -> Iterator[str]:
    """Yield every address of the copy that ends nowhere: at no file, at a folder, outside, or at no such place."""
    pages = {file: References(file.read_text(encoding="utf-8")) for file in sorted(copy.rglob("*.html"))}
    for file, page in pages.items():
        for place, address in page.places:
            parts = urlsplit(address)
            if parts.scheme in {"https", "http", "mailto", "tel"} and place == "a href":
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            anchor = unquote(parts.fragment)
            whole = not parts.scheme and not parts.netloc and target.is_file() and target.is_relative_to(copy)
            if not whole or (anchor and target.suffix == ".html" and anchor not in pages[target].ids):
                yield f"{file.relative_to(copy)}: {place} {address}"


def test_every_address_ends_at_a_file_of_the_copy(copy: Path) -> None:
    assert list(lost(copy.resolve())) == []
    linked = {
        unquote(address).rsplit(".", 1)[-1]
        for file in copy.rglob("*.html")
        for _, address in References(file.read_text(encoding="utf-8")).places
    }
    assert {"html", "ics", "pdf", "json", "csv"} <= linked
    assert (copy / "by-hand.html").is_file()


def test_nothing_is_there_that_only_the_web_needs(copy: Path) -> None:
    files = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    assert not files & {"404.html", "sitemap.xml", "sitemap.xml.gz", "_headers", "search/search_index.json"}
    assert not [name for name in files if name.endswith(".map") or "/lunr/" in name]
    for file in copy.rglob("*.html"):
        if "editions" not in file.parts:
            head = file.read_text(encoding="utf-8").partition("</head>")[0]
            assert [words for words in FOR_THE_WEB if words in head] == [], file
            assert "default-src 'none'; script-src 'self' file: 'sha256-" in head
            assert "connect-src 'none'" in head


def test_a_reader_browses_finds_and_goes_back_and_forth(copy: Path, page: Page) -> None:
    page.goto((copy / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--ps-ink')"), "style sheets are in force"
    page.locator(".site-nav").get_by_role("link", name="Techniques").click()
    page.wait_for_url("**/techniques/index.html")
    page.locator("article").get_by_role("link", name="Feather stroke").first.click()
    page.wait_for_url("**/techniques/feather-stroke.html")
    page.locator(".crumbs").get_by_role("link", name="Techniques").click()
    page.wait_for_url("**/techniques/index.html")

    page.locator("article .searchbox input[type=search]").fill("fether strok")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find.html?q=fether+strok*")
    hit = page.locator(".results__list h3 a").first
    expect(hit).to_have_text("Feather stroke")
    page.locator("#finder-words").fill("squeze")
    expect(hit).to_have_text("Slow squeeze")
    page.wait_for_function("location.search.includes('squeze')")
    hit.click()
    page.wait_for_url("**/techniques/slow-squeeze.html")
    page.go_back()
    expect(page.locator("#finder-words")).to_have_value("squeze")
    expect(hit).to_have_text("Slow squeeze")
    page.go_forward()
    expect(page.locator("h1")).to_contain_text("Slow squeeze")

    page.locator("[data-md-component=palette] label:visible").click()
    page.locator("header .brand").click()
    page.wait_for_url("**/index.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("header").get_by_role("link", name="Español").click()
    page.wait_for_url("**/es/index.html")
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_it_reads_without_scripts_too(copy: Path, new_page: NewPage) -> None:
    page = new_page(viewport=DESK, java_script_enabled=False)
    page.goto((copy / "index.html").as_uri())
    page.locator("header").get_by_role("link", name="Search").click()
    page.wait_for_url("**/find.html*")
    page.locator(".results__plain").get_by_role("link", name="Feather stroke", exact=True).click()
    page.wait_for_url("**/techniques/feather-stroke.html")
    expect(page.locator("h1")).to_contain_text("Feather stroke")
