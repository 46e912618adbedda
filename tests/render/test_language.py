"""Pages in another language: where they stand, what they lead to, and how they name their other languages."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import pytest
from markupsafe import Markup

from prospectus.language import Catalogue, language, say, say_count, speaking
from prospectus.render import urls
from prospectus.render.formats import render_school
from prospectus.render.site_frame import WORDS
from tiny import CONTEXT, read_tiny

WORDS_OF_TWO = Catalogue(
    "es", {"Home": "Inicio", "{a} of {b}": "{b}: {a}"}, {"{count} hour": ("{count} hora", "{count} horas")}
)


@cache
def made() -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in render_school(read_tiny().school, CONTEXT)}


def test_words_are_said_in_the_language_of_the_block() -> None:
    with speaking(WORDS_OF_TWO):
        assert language() == "es"
        assert say("Home") == "Inicio"
        assert say("Not in the catalogue {a}", a=1) == "Not in the catalogue 1"
        assert say("{a} of {b}", a="x", b="y") == "y: x"
        assert [say_count(n, "{count} hour", "{count} hours") for n in (0, 1, 1200)] == [
            "0 horas",
            "1 hora",
            "1,200 horas",
        ]
    assert (language(), say("Home")) == ("en", "Home")


def test_safe_values_make_safe_words() -> None:
    said = say("A & B: {a}, {b}", a=Markup("<b>1</b>"), b="<i>")
    assert said == Markup("A &amp; B: <b>1</b>, &lt;i&gt;") and isinstance(said, Markup)
    assert not isinstance(say("{a}", a="<i>"), Markup)


def test_every_page_has_its_counterpart() -> None:
    pages = {path for path in made() if path.endswith(".md")}
    english = {path for path in pages if not path.startswith("es/")}
    assert {f"es/{path}" for path in english} == pages - english


def test_pages_of_a_language_lead_to_each_other_and_files_are_shared() -> None:
    assert urls.relative("techniques/x/", "matrix/", "es") == "../../matrix/"
    assert urls.relative("techniques/x/", "catalog.pdf", "es") == "../../../catalog.pdf"
    assert urls.relative("", "assets/x.svg", "es") == "../assets/x.svg"
    assert urls.relative("", "assets/x.svg") == "assets/x.svg"
    assert urls.relative("compare/", "compare/#a", "es") == "#a"


def test_a_page_names_its_language_and_where_the_others_stand() -> None:
    head = made()["es/techniques/index.md"].decode().split("---")[1]
    assert '\nlanguage: "es"\n' in head
    assert '\nlanguages: {"en": "techniques/", "es": "es/techniques/"}\n' in head
    assert "\nlanguage: " not in made()["techniques/index.md"].decode().split("---")[1]


@pytest.mark.parametrize("template", ["404.html", "main.html", "partials"])
def test_the_theme_asks_for_no_word_that_the_frame_lacks(template: str) -> None:
    entry = files("prospectus.render") / "theme" / "overrides" / template
    texts = [entry.read_text()] if entry.is_file() else [file.read_text() for file in entry.iterdir() if file.is_file()]
    asked = {word for text in texts for word in re.findall(r'school\.words\["([^"]+)"\]', text)}
    assert asked <= set(WORDS)
