"""The built shipped site as a visitor meets it: links lead somewhere, pages are whole, nothing comes from elsewhere."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from prospectus.publish.site import site_address

# Attributes that make a browser fetch something without being asked.
FETCHED = {
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("use", "href"),
    ("image", "href"),
}
FETCHING_LINKS = {"stylesheet", "icon", "preload", "preconnect", "dns-prefetch", "modulepreload", "manifest"}


@dataclass
class Page(HTMLParser):
    """What the tests look at in one page."""

    address: str
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    headings: list[int] = field(default_factory=list)
    pictures: list[Mapping[str, str | None]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._inside = ""
        if name := values.get("id"):
            self.ids[name] += 1
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))
        if tag == "img":
            self.pictures.append(values)
        if tag == "html":
            self.language = values.get("lang") or ""
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))
        is_fetched = tag != "link" or FETCHING_LINKS & set((values.get("rel") or "").split())
        self.fetched += [str(value) for key, value in attrs if (tag, key) in FETCHED and is_fetched and value]
        if tag == "title" and not self.title:
            self._inside = "title"
        if tag == "script" and values.get("type") == "application/ld+json":
            self._inside = "data"
            self.data.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data
        elif self._inside == "data":
            self.data[-1] += data


@pytest.fixture(scope="module")
def root(built: Path) -> str:
    return site_address(built)


@pytest.fixture(scope="module")
def pages(built: Path, root: str) -> Mapping[str, Page]:
    """Every HTML page by its address."""
    site = built / "site"
    found = {}
    for file in sorted(site.rglob("*.html")):
        address = urljoin(root, file.relative_to(site).as_posix().removesuffix("index.html"))
        page = Page(address)
        page.feed(file.read_text(encoding="utf-8"))
        found[address] = page
    return found


def test_every_link_inside_the_site_leads_to_a_page_and_a_place_on_it(
    built: Path, root: str, pages: Mapping[str, Page]
) -> None:
    broken = []
    for page in pages.values():
        for link in page.links:
            address, anchor = urldefrag(urljoin(page.address, link))
            if not address.startswith(root):
                continue
            address = address.partition("?")[0]  # what a page's script reads is no part of where the page stands
            target = pages.get(address.removesuffix("index.html"))
            file = built / "site" / unquote(urlsplit(address).path).lstrip("/")
            if target is None and not file.is_file():
                broken.append(f"{page.address} -> {link}")
            elif target and anchor and unquote(anchor) not in target.ids:
                broken.append(f"{page.address} -> {link} (no such place)")
    assert sorted(set(broken)) == []


def test_no_link_can_run_anything(root: str, pages: Mapping[str, Page]) -> None:
    """Authors' links are https; a few old sources are only to be had at an http address."""
    schemes = {urlsplit(urljoin(page.address, link)).scheme for page in pages.values() for link in page.links}
    assert schemes <= {"https", "http", "tel", "mailto"}


def test_nothing_is_fetched_from_elsewhere(root: str, pages: Mapping[str, Page], built: Path) -> None:
    elsewhere = {
        link
        for page in pages.values()
        for link in page.fetched
        if not link.startswith("data:") and not urljoin(page.address, link).startswith(root)
    }
    assert elsewhere == set()
    own_styles = (built / "site/assets/prospectus").glob("*.css")
    assert [sheet.name for sheet in own_styles if "//" in _without_comments(sheet)] == []


def _without_comments(sheet: Path) -> str:
    kept = [part.partition("*/")[2] for part in f"*/{sheet.read_text(encoding='utf-8')}".split("/*")]
    return "".join(kept).replace("http://www.w3.org/2000/svg", "")


def language_of(page: Page, root: str) -> str:
    return "es" if page.address.startswith(f"{root}es/") else "en"


def test_every_page_has_a_title_a_language_and_one_first_heading(root: str, pages: Mapping[str, Page]) -> None:
    assert [page.address for page in pages.values() if not page.title.strip()] == []
    assert [page.address for page in pages.values() if page.language != language_of(page, root)] == []
    assert {page.address: page.headings.count(1) for page in pages.values() if page.headings.count(1) != 1} == {}


def test_no_two_pages_of_a_language_share_a_title(root: str, pages: Mapping[str, Page]) -> None:
    titles = Counter((language_of(page, root), " ".join(page.title.split())) for page in pages.values())
    assert [title for title, times in titles.items() if times > 1] == []


def test_headings_skip_no_level(pages: Mapping[str, Page]) -> None:
    skipping = {
        page.address: page.headings
        for page in pages.values()
        if any(after > before + 1 for before, after in pairwise(page.headings))
    }
    assert skipping == {}


def test_ids_are_unique_on_a_page(pages: Mapping[str, Page]) -> None:
    repeated = {page.address: [name for name, times in page.ids.items() if times > 1] for page in pages.values()}
    assert {address: names for address, names in repeated.items() if names} == {}


def test_every_picture_has_its_words(pages: Mapping[str, Page]) -> None:
    assert [page.address for page in pages.values() for picture in page.pictures if picture.get("alt") is None] == []


def test_data_in_pages_can_be_read(pages: Mapping[str, Page]) -> None:
    for page in pages.values():
        for text in page.data:
            assert json.loads(text)["@context"] == "https://schema.org"


def test_every_address_of_the_sitemap_is_a_page(built: Path, pages: Mapping[str, Page]) -> None:
    text = (built / "site/sitemap.xml").read_text(encoding="utf-8")
    listed = {part.split("</loc>")[0].strip() for part in text.split("<loc>")[1:]}
    assert listed
    assert listed - pages.keys() == set()


def test_no_file_of_the_workshop_is_published(built: Path) -> None:
    published = [file.relative_to(built / "site").as_posix() for file in (built / "site").rglob("*") if file.is_file()]
    assert [path for path in published if path.startswith(".") or "/." in path or path.endswith((".yml", ".j2"))] == []
