"""The theme's files are all there, fit the installed theme, and no text of a school can break out of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from prospectus.artifact import Artifact
from prospectus.model.profile import BrandColors
from prospectus.reckoning.brand_palette import palette_of
from prospectus.render.escape import front_matter
from prospectus.render.site_frame import WORDS
from prospectus.render.style_words import STYLE_WORDS
from prospectus.render.theme import ASSETS, OVERRIDES, SCHOOL_DATA, SCRIPTS, STYLE_SHEETS, jinja_literal, theme_jobs

HOSTILE = "\"'><script>alert(1)</script> {{ 7 * 7 }} {% raw %} %} }} {# #} \\ \n\r\t \u2028 \U0001f600 \x00 é & -->"
HARMLESS_CONTROLS = str.maketrans({"\r": "\n", "\x00": "\ufffd"})

SITE: Mapping[str, Any] = {
    "language": "en",
    "languages": [{"code": "en", "name": "English"}, {"code": "es", "name": "Español"}],
    "home": ".",
    "words": {text: text for text in WORDS} | {"Dark": HOSTILE},
    "name": HOSTILE,
    "names": [{"language": "de", "name": HOSTILE}],
    "short_name": "Short" + HOSTILE,
    "sub_name": "Sub" + HOSTILE,
    "logo": {"url": "assets/mark.svg", "alt": HOSTILE, "width": 60, "height": 40},
    "sample": True,
    "sample_note": HOSTILE,
    "address_lines": [HOSTILE, HOSTILE],
    "phone": HOSTILE,
    "phone_href": "tel:+15555550142",
    "email": HOSTILE,
    "nav": [{"title": f"Nav {n}", "url": f"part-{n}/", "section": f"part-{n}"} for n in range(8)],
    "footer": [{"title": HOSTILE, "links": [{"title": HOSTILE, "url": "part-1/"}]}],
    "find": "find/",
    "ways": [{"title": HOSTILE, "text": HOSTILE, "links": [{"title": HOSTILE, "url": "part-2/"}]}],
    "as_of_text": HOSTILE,
    "disclaimer": HOSTILE,
}

CONFIG = """\
site_name: Configured name
site_url: https://school.example/sub/
theme:
  name: material
  custom_dir: docs/.theme
  font: false
  favicon: assets/prospectus/favicon.svg
  palette: [{scheme: default, toggle: {icon: material/weather-night, name: Dark}}, {scheme: slate}]
extra_css: [assets/prospectus/tokens.css, assets/prospectus/site.css]
extra_javascript: [assets/prospectus/site.js]
plugins: [search]
markdown_extensions: [md_in_html, toc]
"""

PAGES: Mapping[str, Mapping[str, Any]] = {
    "index.md": {"title": "Home", "kind": "home"},
    "part-1/record.md": {
        "title": HOSTILE.replace("\x00", ""),
        "kind": "condition",
        "section": "part-1",
        "description": HOSTILE.replace("\x00", ""),
        "crumbs": [{"name": HOSTILE.replace("\x00", ""), "url": "part-1/"}, {"name": "Here"}],
        "jsonld": {"@type": "MedicalCondition", "name": HOSTILE.replace("\x00", "")},
    },
    "part-1/index.md": {"title": "Part 1", "kind": "index", "section": "part-1", "crumbs": [{"name": "Part 1"}]},
    "hidden.md": {"title": "Hidden", "unlisted": True},
    "unsearched.md": {"title": "Unsearched", "search": {"exclude": True}},
    "spanish.md": {"title": "Hola", "language": "es", "languages": {"en": "hidden/", "es": "spanish/"}},
}


def artifacts(site: Mapping[str, object] = SITE) -> dict[str, Artifact]:
    spanish = {**site, "language": "es", "home": "es/", "words": {"Menu": "Menú", "Home": "Inicio"}}
    return {job.path: job.run() for job in theme_jobs(lambda: {"en": site, "es": spanish})}


def read_back(literal: str) -> object:
    return Environment().from_string(f"{{% set value = {literal} %}}").module.value  # type: ignore[attr-defined]


class Tags(HTMLParser):
    """Collects (tag, attributes, words directly inside) of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1][2].append(data)

    def named(self, tag: str, **attributes: str) -> Iterator[tuple[dict[str, str], str]]:
        for name, having, words in self.found:
            if name == tag and attributes.items() <= {key.rstrip("_"): value for key, value in having.items()}.items():
                yield having, "".join(words).strip()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site built by MkDocs with the theme, filled with hostile text."""
    root = tmp_path_factory.mktemp("theme")
    for artifact in artifacts().values():
        path = root / "docs" / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    for name, meta in PAGES.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{front_matter(meta)}\n# Heading\n\nWords.\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    mkdocs_build(load_config(str(root / "mkdocs.yml")))
    return root / "site"


def page(site: Path, name: str) -> Tags:
    return Tags((site / name).read_text(encoding="utf-8"))


def shown(text: str) -> str:
    return " ".join(text.translate(HARMLESS_CONTROLS).split())


def test_the_files_land_in_the_theme_folder_and_among_the_assets() -> None:
    paths = set(artifacts())
    assert {f"{ASSETS}/{name}" for name in ("tokens.css", "site.css", "site.js", "favicon.svg")} < paths
    assert {f"{OVERRIDES}/{name}" for name in ("main.html", "404.html", "sitemap.xml")} < paths
    assert all(path.startswith((f"{OVERRIDES}/", f"{ASSETS}/")) for path in paths)


def test_only_the_school_data_depends_on_the_school() -> None:
    filled = {SCHOOL_DATA, f"{ASSETS}/tokens.css", f"{ASSETS}/favicon.svg"}
    assert {job.path for job in theme_jobs(lambda: {"en": SITE}) if job.reads} == filled


def test_the_schools_own_colors_come_after_the_tokens() -> None:
    palette = palette_of(BrandColors(ground="#1f4a3c", accent="#1c6b52"))
    made = {job.path: job.run().content.decode() for job in theme_jobs(lambda: {"en": SITE}, palette)}
    plain, own = made[f"{ASSETS}/tokens.css"].split("/* The school's own colors")
    assert plain.strip() == artifacts()[f"{ASSETS}/tokens.css"].content.decode().strip()
    assert '[data-md-color-scheme][data-md-color-scheme="slate"] {\n  --ps-brand: ' in own
    assert "  --ps-brand: #1f4a3c;" in own
    assert 'fill="#1f4a3c"' in made[f"{ASSETS}/favicon.svg"]


def lean(file: Path) -> str:
    """Leave out comments that stand by themselves, and the blanks before each line."""
    text = re.sub(r"(?m)^[ \t]*/\*(?s:.*?)\*/[ \t]*\n", "", file.read_text(encoding="utf-8"))
    return "".join(line.lstrip(" ") for line in text.splitlines(keepends=True))


def test_every_style_sheet_is_part_of_the_site_in_its_order() -> None:
    sheet = artifacts()[f"{ASSETS}/site.css"].content.decode()
    source = Path(__file__).parents[2] / "scripts" / "prospectus" / "render" / "theme" / "css"
    assert {path.stem for path in source.glob("*.css")} == {*STYLE_SHEETS, "tokens"}
    starts = [sheet.index(lean(source / f"{name}.css")) for name in STYLE_SHEETS]
    assert starts == sorted(starts)
    assert "\n/*" not in sheet, "nobody on a phone reads comments"


def test_the_script_is_joined_of_every_part() -> None:
    script = artifacts()[f"{ASSETS}/site.js"].content.decode()
    source = Path(__file__).parents[2] / "scripts" / "prospectus" / "render" / "theme" / "js"
    assert {path.stem for path in source.glob("*.js")} == set(SCRIPTS)
    parts = [(source / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    assert script == "\n".join(lean(source / f"{name}.js") for name in SCRIPTS)
    assert "`" not in script, "a text over several lines would lose the blanks that its lines begin with"
    assert [part for part in parts if not part.startswith("/*") or "(function () {" not in part] == []


def test_no_script_speaks_english_by_itself() -> None:
    """Words stand in the page, which is in the reader's language: in `data-` attributes that a template says."""
    source = Path(__file__).parents[2] / "scripts" / "prospectus" / "render" / "theme" / "js"
    for name in SCRIPTS:
        script = re.sub(r"/\*.*?\*/", "", (source / f"{name}.js").read_text(encoding="utf-8"), flags=re.DOTALL)
        texts = [text for text in re.findall(r'"([^"\n]*)"', script) if re.search(r"\b[A-Z][a-z]+\b.*[ .,]", text)]
        assert texts == [], f"{name}.js says {texts}"


def test_the_style_sheets_close_what_they_open_and_fetch_nothing() -> None:
    made = artifacts()
    for name in ("site.css", "tokens.css"):
        sheet = re.sub(r"/\*.*?\*/", "", made[f"{ASSETS}/{name}"].content.decode(), flags=re.DOTALL)
        assert sheet.count("{") == sheet.count("}")
        assert "url(" not in sheet.replace('url("data:', "") and "@import" not in sheet


def test_every_token_used_is_defined() -> None:
    made = artifacts()
    text = made[f"{ASSETS}/site.css"].content.decode() + made[f"{ASSETS}/tokens.css"].content.decode()
    assert set(re.findall(r"var\((--ps-[a-z0-9-]+)", text)) <= set(re.findall(r"(--ps-[a-z0-9-]+):", text))


@pytest.mark.parametrize(
    "value", [HOSTILE, "", True, False, 7, [], {}, [HOSTILE, {"a": [HOSTILE]}], {HOSTILE: HOSTILE}]
)
def test_a_literal_is_read_back_as_the_same_value(value: Any) -> None:
    assert read_back(jinja_literal(value)) == value


@given(st.text())
def test_any_text_is_read_back_as_itself(text: str) -> None:
    literal = jinja_literal(text)
    assert read_back(literal) == text
    assert re.fullmatch(r'"[A-Za-z0-9 \\]*"', literal)


@pytest.mark.parametrize("value", [None, 1.5, object(), {"name": None}])
def test_what_a_template_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="theme template"):
        artifacts({"name": value})


@pytest.mark.parametrize("name", ["index.html", "part-1/record/index.html", "404.html", "spanish/index.html"])
def test_no_text_of_the_school_makes_a_tag(site: Path, name: str) -> None:
    scripts = [words for _, words in page(site, name).named("script")]
    assert not [words for words in scripts if words.startswith("alert")]
    assert "49" not in (site / name).read_text(encoding="utf-8").split("<footer")[1]


def test_the_footer_shows_the_school_as_it_is_written(site: Path) -> None:
    tags = page(site, "part-1/record/index.html")
    ((_, name),) = tags.named("p", **{"class": "site-footer__name"})
    assert shown(name) == shown(HOSTILE)


def test_six_links_at_most_in_the_header_and_all_in_the_drawer(site: Path) -> None:
    html = (site / "part-1/record/index.html").read_text(encoding="utf-8")
    assert re.findall(r"Nav \d", html.split('class="site-nav"')[1].split("</nav>")[0]) == [f"Nav {n}" for n in range(6)]
    assert re.findall(r"Nav \d", html.split('class="md-nav md-nav--primary"')[1].split("</nav>")[0]) == [
        f"Nav {n}" for n in range(8)
    ]


@pytest.mark.parametrize(("name", "current"), [("part-1/record/index.html", "true"), ("part-1/index.html", "page")])
def test_the_section_of_a_page_is_the_current_item(site: Path, name: str, current: str) -> None:
    nav = Tags((site / name).read_text(encoding="utf-8").split('class="site-nav"')[1].split("</nav>")[0])
    marked = [(attributes.get("aria-current"), words) for attributes, words in nav.named("a")]
    assert [item for item in marked if item[0]] == [(current, "Nav 1")]


def test_breadcrumbs_lead_home_first(site: Path) -> None:
    html = (site / "part-1/record/index.html").read_text(encoding="utf-8")
    crumbs = Tags(html.split('class="crumbs"')[1].split("</nav>")[0])
    links = [(attributes["href"], shown(words)) for attributes, words in crumbs.named("a")]
    assert links == [("../..", "Home"), ("../", shown(HOSTILE.replace("\x00", "")))]
    assert [words for _, words in crumbs.named("span")] == ["Here"]


def test_the_head_carries_description_and_data_of_the_page(site: Path) -> None:
    tags = page(site, "part-1/record/index.html")
    ((description, _),) = tags.named("meta", name="description")
    assert shown(description["content"]) == shown(HOSTILE.replace("\x00", ""))
    ((_, data),) = tags.named("script", type="application/ld+json")
    assert json.loads(data) == PAGES["part-1/record.md"]["jsonld"]


def test_the_kind_of_a_page_is_a_class(site: Path) -> None:
    wanted = {"index": "home", "part-1/record/index": "condition", "404": "plain", "hidden/index": "plain"}
    for name, kind in wanted.items():
        classes = [attributes.get("class", "") for attributes, _ in page(site, f"{name}.html").named("div")]
        assert [having for having in classes if "kind-" in having] == [f"md-content kind-{kind}"]


def test_the_missing_page_names_the_ways_in_from_the_root(site: Path) -> None:
    tags = page(site, "404.html")
    assert [words for _, words in tags.named("h1")] == ["This page is not here"]
    assert "/sub/part-2/" in [attributes.get("href") for attributes, _ in tags.named("a")]


def test_the_sitemap_leaves_out_what_search_leaves_out(site: Path) -> None:
    places = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert places == [
        "https://school.example/sub/",
        "https://school.example/sub/spanish/",
        "https://school.example/sub/part-1/",
        "https://school.example/sub/part-1/record/",
    ]


def test_the_sitemap_names_the_other_languages_of_a_page(site: Path) -> None:
    sitemap = ElementTree.parse(site / "sitemap.xml")
    links = [link.attrib for link in sitemap.iter("{http://www.w3.org/1999/xhtml}link")]
    assert links == [
        {"rel": "alternate", "hreflang": "en", "href": "https://school.example/sub/hidden/"},
        {"rel": "alternate", "hreflang": "es", "href": "https://school.example/sub/spanish/"},
    ]


def test_the_language_of_a_page_is_its_own(site: Path) -> None:
    assert [attributes["lang"] for attributes, _ in page(site, "spanish/index.html").named("html")] == ["es"]
    assert [attributes["lang"] for attributes, _ in page(site, "index.html").named("html")] == ["en"]


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for path in site.rglob("*.html"):
        tags = Tags(path.read_text(encoding="utf-8"))
        fetched = [attributes.get("src", "") for attributes, _ in tags.named("script")]
        links = [attributes for attributes, _ in tags.named("link")]
        fetched += [
            attributes["href"] for attributes in links if attributes["rel"].strip() not in ("canonical", "alternate")
        ]
        assert not [address for address in fetched if "//" in address]


def test_no_override_uses_handlers_or_styles() -> None:
    for path, artifact in artifacts().items():
        if path.endswith(".html"):
            assert not re.search(r"\s(?:on[a-z]+|style)=", artifact.content.decode())


def test_a_page_names_its_other_languages_and_leads_to_them(site: Path) -> None:
    tags = page(site, "spanish/index.html")
    root = "https://school.example/sub/"
    told = {
        having["hreflang"]: having["href"] for having, _ in tags.named("link") if "alternate" in having.get("rel", "")
    }
    assert told == {"en": f"{root}hidden/", "es": f"{root}spanish/", "x-default": f"{root}hidden/"}
    switches = [having["href"] for having, words in tags.named("a", hreflang="en") if words == "English"]
    assert switches == ["../hidden/", "../hidden/"]
    assert [having["lang"] for having, _ in tags.named("html")] == ["es"]


def test_a_page_without_a_counterpart_leads_to_the_other_language_s_home(site: Path) -> None:
    assert {having["href"] for having, _ in page(site, "part-1/index.html").named("a", hreflang="es")} == {"../es/"}


def test_a_style_sheet_says_its_words_in_the_language_of_the_page() -> None:
    sheet = artifacts()["assets/prospectus/site.css"].content.decode()
    english, spanish = (sheet.split(f"{root} {{")[1].split("}")[0] for root in (":root", ":root:lang(es)"))
    assert '--ps-say-show: "Show";' in english and '--ps-say-show: "Mostrar";' in spanish
    assert all(f'--ps-say-{name}: "' in properties for name in STYLE_WORDS for properties in (english, spanish))
    used = set(re.findall(r"var\(--ps-say-([a-z]+)\)", sheet))
    assert used == set(STYLE_WORDS)
    assert not re.findall(r'content: *"[^"]*[a-z]', sheet), "a word in a style sheet that no language can change"
