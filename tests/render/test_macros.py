"""Every macro shows what it is given as itself, says so or vanishes when given nothing, and survives Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from prospectus.model.claim import Verdict
from prospectus.model.evidence import Grade
from prospectus.render.page import markdown_environment
from render.markdown_site import normalized, parsed, tags_of, to_html, words_of

EVIDENCE_CSS = (files("prospectus.render") / "theme" / "css" / "evidence.css").read_text(encoding="utf-8")

HOSTILE = '*x* _y_ `z` <b>&amp; "q" </section> {{ a }} {% b %} [c](d) {: #e }'

FILES = ("cards", "evidence", "glossary", "layout", "lists", "matrix", "side_by_side", "sources", "tables")
"""The components of every page; macros that belong to a page or two are tested with those pages."""

SAID = {"text": HOSTILE, "refs": [3], "basis": "sourced"}
LINK = {"title": HOSTILE, "url": "there/"}
HOURS = {"theory": 30, "lab": 10, "clinic": 0}
POSITION = SAID | {"label": HOSTILE}
DIFFER = {"topic": HOSTILE, "positions": [POSITION], "decision": HOSTILE, "reason": HOSTILE, "left_open": False}
COHORT = {
    "date": HOSTILE, "sub": HOSTILE, "class_times": HOSTILE, "ends": HOSTILE, "place": HOSTILE, "enroll": HOSTILE,
    "seats": 8, "taken": 3,
    "state": HOSTILE, "full": False, "links": [LINK],
}  # fmt: skip
CLAIM = {
    "id": "c", "verdict": "fair", "quote": HOSTILE, "evidence": HOSTILE, "refs": [1], "we_say": HOSTILE, "url": "there/"
}  # fmt: skip
SOURCE = {
    "number": 1, "kind": HOSTILE, "by": HOSTILE, "title": HOSTILE, "url": "https://example.org/", "says": HOSTILE,
    "labels": [HOSTILE],
}  # fmt: skip
CELL = {"mark": "weak", "url": "there/", "words": HOSTILE, "title": HOSTILE, "caution": True}
OPTION = {"value": "neck", "title": HOSTILE}
COLUMN = LINK | {"regions": "neck knee"}
GROUP = {"id": "gliding", "title": HOSTILE, "rows": [LINK | {"cells": [CELL]}]}
TECHNIQUE = SAID | LINK | {"stroke": "glide", "grade": "weak", "caution": HOSTILE}

FULL: Mapping[str, tuple[Any, ...]] = {
    "cards.care_cards": ([SAID], [SAID], [SAID]),
    "cards.cohorts": ([COHORT],),
    "cards.contraindications": ([SAID], [SAID], [SAID]),
    "cards.differ": (DIFFER,),
    "cards.program_rows": ([LINK | HOURS | {"text": HOSTILE, "cost": HOSTILE, "start": HOSTILE}], 40),
    "cards.roles": ([LINK | {"role": "medical", "text": HOSTILE}],),
    "cards.technique_rows": ([TECHNIQUE], "None recorded"),
    "evidence.chip": ("weak",),
    "evidence.claims": ([CLAIM],),
    "evidence.gauge": ("weak", HOSTILE),
    "evidence.grade_key": (),
    "evidence.pips": (1, 3),
    "evidence.pressure": (2, 4),
    "evidence.tally": ([{"grade": "weak", "count": 3}], 9),
    "evidence.verdict": ("fair",),
    "glossary.definitions": ([{"number": 1, "term": HOSTILE, "text": HOSTILE, "url": "there/"}],),
    "layout.actions": ([LINK | {"style": "main"}],),
    "layout.big_number": (HOSTILE, HOSTILE),
    "layout.hero": (HOSTILE, HOSTILE, [LINK], Markup("<svg></svg>")),
    "layout.jump": ([{"id": "a", "title": HOSTILE}],),
    "layout.language_note": (HOSTILE, "all"),
    "layout.masthead": (HOSTILE, HOSTILE, HOSTILE, [{"label": HOSTILE, "text": HOSTILE}], Markup("<svg></svg>"), [1]),
    "layout.more": (HOSTILE, "there/"),
    "layout.next_start": (HOSTILE, HOSTILE, [LINK], HOSTILE),
    "layout.note_text": ([POSITION],),
    "layout.pair": (HOSTILE, HOSTILE),
    "layout.prose": (HOSTILE,),
    "layout.review": (HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    "layout.unread": (HOSTILE,),
    "lists.body_map_panel": (Markup("<svg></svg>"), [LINK | {"count": 3}]),
    "lists.bullets": ([SAID],),
    "lists.link_list": ([LINK | {"note": HOSTILE}],),
    "lists.numbered": ([SAID],),
    "lists.record_list": ([LINK | {"kind": HOSTILE, "text": HOSTILE, "meta": [HOSTILE]}], "None"),
    "lists.region_list": ([LINK | {"count": 3}],),
    "lists.self_check": ([{"question": HOSTILE, "answer": HOSTILE}],),
    "lists.spec": ([POSITION],),
    "lists.steps": ([{"title": HOSTILE, "text": HOSTILE}],),
    "lists.ways": ([{"title": HOSTILE, "text": HOSTILE, "links": [LINK]}],),
    "matrix.fields": ([OPTION], [OPTION], [OPTION]),
    "matrix.matrix": (HOSTILE, HOSTILE, [COLUMN], [GROUP]),
    "sources.basis": ("unchecked",),
    "sources.ref": ([1, 2],),
    "sources.said": (SAID,),
    "sources.sources": ([SOURCE],),
    "tables.hours": (30, 10, 5),
    "tables.money": ([{"name": HOSTILE, "note": HOSTILE, "amount": HOSTILE}], HOSTILE),
    "side_by_side.choice": (
        [{"id": "one", "name": HOSTILE, "former": "zero"}],
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
    ),
    "side_by_side.places": (
        {
            "title": HOSTILE,
            "columns": [{"id": "one", "name": HOSTILE, "link": HOSTILE}],
            "places": [{"name": HOSTILE, "cells": [{"tone": "ok", "text": HOSTILE, "asked": HOSTILE}]}],
        },
    ),
    "side_by_side.table": (
        HOSTILE,
        [{"id": "one", "name": HOSTILE, "link": HOSTILE}],
        [{"name": HOSTILE, "cells": [[HOSTILE, HOSTILE]]}],
        HOSTILE,
    ),
    "tables.short_table": (HOSTILE, [HOSTILE, "b"], [[HOSTILE, HOSTILE]]),
    "tables.stacked": (HOSTILE, [HOSTILE, "b"], [[HOSTILE, HOSTILE]]),
    "tables.subjects": ([HOURS | {"name": HOSTILE, "url": "there/", "total": 40}], HOURS | {"total": 40}, 40),
    "tables.table": (HOSTILE, [HOSTILE, "b"], [[HOSTILE, HOSTILE]]),
}
"""Every macro that is called without a body, with all that it can show."""

CALLED = {"layout.band", "layout.section"}

FIXED_WORDS = {
    "evidence.chip", "evidence.grade_key", "evidence.pips", "evidence.pressure", "evidence.tally", "evidence.verdict",
    "sources.basis", "sources.ref", "tables.hours",
}  # fmt: skip
"""Macros that take keys and numbers only, so that no author's text passes through them."""

INLINE = {"evidence.chip", "evidence.pips", "evidence.verdict", "sources.basis", "sources.ref",
          "sources.said"}  # fmt: skip

NOTHING: Mapping[str, tuple[tuple[Any, ...], str]] = {
    "cards.care_cards": (([], [], []), "Not reviewed"),
    "cards.cohorts": (([],), "No date is set yet. Ask us."),
    "cards.contraindications": (([], [], []), "Not reviewed"),
    "cards.program_rows": (([], 0), "Theory"),
    "cards.roles": (([],), ""),
    "cards.technique_rows": (([], "No technique is recommended here."), "No technique is recommended here."),
    "evidence.claims": (([],), ""),
    "evidence.tally": (([], 0), ""),
    "glossary.definitions": (([],), ""),
    "layout.jump": (([],), ""),
    "layout.masthead": (("Title",), "Title"),
    "layout.next_start": (("", "No date is set yet."), "No date is set yet."),
    "layout.note_text": (([],), ""),
    "lists.bullets": (([],), "None recorded"),
    "lists.link_list": (([],), ""),
    "lists.numbered": (([],), ""),
    "lists.record_list": (([], "None yet"), "None yet"),
    "lists.spec": (([],), ""),
    "matrix.matrix": (("Label", "Corner", [], []), "Corner"),
    "sources.basis": (("sourced",), ""),
    "sources.ref": (([],), ""),
    "sources.sources": (([],), ""),
    "tables.money": (([], "$0"), "Total"),
    "tables.stacked": (("Caption", ["Head"], []), "Head"),
    "tables.table": (("Caption", ["Head"], []), "Caption"),
}


@cache
def environment() -> Environment:
    return markdown_environment()


def macro(name: str) -> Any:
    file, _, own = name.partition(".")
    return getattr(environment().get_template(f"macros/{file}.md.j2").module, own)


def rendered(name: str, arguments: tuple[Any, ...]) -> str:
    return str(macro(name)(*arguments))


def page_html(name: str, arguments: tuple[Any, ...]) -> str:
    """Put a macro on a page, inside a block if it makes words for the inside of one, and read the page as Markdown."""
    block = rendered(name, arguments)
    return to_html(f"<div>{block}</div>\n" if name in INLINE else f"Before.\n\n{block}\n\nAfter.\n")


def values_of(html: str) -> Iterator[str]:
    for element in parsed(html).iter():
        yield from element.attrib.values()


def attributes_of(html: str) -> set[str]:
    return {name for element in parsed(html).iter() for name in element.attrib}


def test_every_macro_is_tested_here() -> None:
    modules = {file: environment().get_template(f"macros/{file}.md.j2").module for file in FILES}
    public = {
        f"{file}.{name}"
        for file, module in modules.items()
        for name, value in vars(module).items()
        if isinstance(value, Macro) and not name.startswith("_")
    }
    assert public == set(FULL) | CALLED


@pytest.mark.parametrize("name", FULL)
def test_text_comes_out_as_itself_and_makes_no_tag(name: str) -> None:
    html = page_html(name, FULL[name])
    assert "<b>&amp;" not in html
    assert not {"em", "code"} & (tags_of(html) - ({"code"} if name == "layout.review" else set()))
    if name not in FIXED_WORDS:
        assert normalized(HOSTILE) in words_of(html)
    assert "e" not in {element.get("id") for element in parsed(html).iter()}


@pytest.mark.parametrize("name", FULL)
def test_a_macro_needs_neither_styles_nor_handlers(name: str) -> None:
    attributes = attributes_of(page_html(name, FULL[name]))
    assert "style" not in attributes
    assert not {attribute for attribute in attributes if attribute.startswith("on")}


@pytest.mark.parametrize("name", sorted(set(FULL) - INLINE - {"layout.masthead", "layout.hero", "layout.note_text"}))
def test_a_block_passes_through_markdown_untouched(name: str) -> None:
    block = rendered(name, FULL[name]).strip()
    assert to_html(f"Before.\n\n{block}\n\nAfter.\n") == f"<p>Before.</p>\n{block}\n\n<p>After.</p>"


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_is_said_or_left_out(name: str) -> None:
    arguments, words = NOTHING[name]
    shown = words_of(page_html(name, arguments))
    assert words in shown
    if not words:
        assert shown in {"", "Before. After."}


@pytest.mark.parametrize("name", ["layout.masthead", "layout.hero"])
def test_the_title_is_a_heading_that_the_skip_link_can_find(name: str) -> None:
    heading = parsed(page_html(name, FULL[name])).find(".//h1")
    assert heading is not None
    assert heading.get("id") == "top"
    assert heading.text == HOSTILE


def test_the_figure_stands_beside_the_words_of_the_masthead() -> None:
    grid = parsed(page_html("layout.masthead", FULL["layout.masthead"])).find(".//div[@class='masthead__grid']")
    assert grid is not None
    assert [child.get("class") for child in grid] == ["masthead__text", "masthead__fig"]


@pytest.mark.parametrize("name", sorted(CALLED))
def test_a_section_holds_its_heading_and_its_body(name: str) -> None:
    source = (
        f'{{% import "macros/layout.md.j2" as layout %}}\n'
        f'{{% call {name}("part", title, intro=title) %}}<p>{{{{ title }}}}</p>{{% endcall %}}\n'
    )
    html = to_html(environment().from_string(source).render(title=HOSTILE))
    section = parsed(html).find("section")
    assert section is not None
    assert [child.tag for child in section] == ["h2", "p", "p"]
    assert section[0].get("id") == "part" and section[0].text == HOSTILE


def test_a_note_stands_beside_its_section() -> None:
    source = (
        '{% import "macros/layout.md.j2" as layout %}\n'
        '{% call layout.section("part", "Title", note=note, note_label=label) %}<p>Body</p>{% endcall %}\n'
    )
    html = environment().from_string(source).render(note=Markup("<p>Note</p>"), label=HOSTILE)
    row = parsed(to_html(html)).find(".//div[@class='row']")
    assert row is not None
    assert [child.tag for child in row] == ["div", "aside"]
    assert row[1].get("aria-label") == HOSTILE


@pytest.mark.parametrize("grade", list(Grade))
def test_every_grade_has_a_letter_and_words(grade: Grade) -> None:
    chip = parsed(rendered("evidence.chip", (grade.value,)))
    assert chip.find(".//span[@data-l]") is not None
    assert len(words_of(rendered("evidence.chip", (grade.value,)))) > len("evidence")


@pytest.mark.parametrize(
    ("grade", "stops"),
    [
        ("moderate", ["Moderate"]),
        ("weak", ["Weak"]),
        ("conflicting", ["Points against", "Weak"]),
        ("insufficient", ["Not known"]),
        ("none-found", ["Not known"]),
        ("weak-against", ["Points against"]),
        ("not-a-treatment", []),
    ],
)
def test_the_gauge_marks_the_stops_of_its_grade(grade: str, stops: list[str]) -> None:
    gauge = parsed(rendered("evidence.gauge", (grade, "It says so.")))
    assert [words_of_element(item) for item in gauge.findall(".//li[@aria-current='true']")] == stops
    assert len(gauge.findall(".//li")) == (5 if stops else 0)


def words_of_element(element: Any) -> str:
    return str("".join(element.itertext()).strip())


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_an_icon_and_words(verdict: Verdict) -> None:
    label = rendered("evidence.verdict", (verdict.value,))
    (icon,) = re.findall(r"\bi-([a-z]+)", label)
    assert f".i-{icon} {{" in EVIDENCE_CSS
    assert words_of(label)


def test_sources_are_linked_by_number_and_name() -> None:
    anchors = parsed(rendered("sources.ref", ([2, 7],))).findall(".//a")
    assert [(anchor.get("href"), anchor.text) for anchor in anchors] == [("#s2", "2"), ("#s7", "7")]
    items = parsed(rendered("sources.sources", ([SOURCE | {"number": 7}],))).findall(".//li")
    assert [item.get("id") for item in items] == ["s7"]


@pytest.mark.parametrize(
    ("basis", "label"),
    [("unchecked", "not yet checked by a clinician"), ("practice", "general professional knowledge")],
)
def test_what_no_source_carries_is_labeled(basis: str, label: str) -> None:
    assert label in words_of(rendered("sources.said", (SAID | {"basis": basis},)))


def test_a_disagreement_left_open_says_so() -> None:
    left = DIFFER | {"left_open": True, "decision": ""}
    assert "We leave this open." in words_of(rendered("cards.differ", (left,)))


def test_a_position_without_a_name_is_named_by_its_sources() -> None:
    item = DIFFER | {"positions": [SAID | {"label": "", "refs": [2, 5]}]}
    assert "Source 2, Source 5:" in words_of(rendered("cards.differ", (item,)))


def test_an_empty_cell_of_the_matrix_is_left_to_the_style_sheet() -> None:
    group = GROUP | {"rows": [LINK | {"cells": [{}]}]}
    assert "<td></td>" in rendered("matrix.matrix", ("Label", "Technique", [COLUMN], [group]))


def test_a_cell_is_read_aloud_in_words_with_its_caution() -> None:
    group = GROUP | {"rows": [LINK | {"cells": [CELL | {"words": "Weak"}]}]}
    html = rendered("matrix.matrix", ("Label", "Technique", [COLUMN], [group]))
    assert "Weak, with caution" in words_of(html)


@pytest.mark.parametrize("name", ["tables.subjects", "tables.stacked"])
def test_the_heads_of_a_table_that_becomes_cards_say_what_they_head(name: str) -> None:
    """The script that keeps it a table goes by this; roles in the page itself would be no valid HTML."""
    table = parsed(rendered(name, FULL[name]))
    assert {element.get("scope") for element in table.iter("th")} <= {"col", "row", "rowgroup"}
    assert [
        tag for tag in ("table", "thead", "tbody", "tr", "th", "td") for e in table.iter(tag) if e.get("role")
    ] == []


@pytest.mark.parametrize("name", ["matrix.matrix", "tables.table", "tables.short_table"])
def test_a_wide_table_scrolls_by_key_in_a_named_region(name: str) -> None:
    region = parsed(rendered(name, FULL[name])).find("div")
    assert region is not None
    assert (region.get("tabindex"), region.get("role")) == ("0", "region")
    assert region.get("aria-label")


def test_a_meaning_closes_itself() -> None:
    words = parsed(rendered("glossary.definitions", ([{"number": 3, "term": "Fascia", "text": "x", "url": ""}],)))
    meaning = words.find(".//div[@popover]")
    assert meaning is not None and meaning.get("id") == "w3"
    assert [button.get("popovertarget") for button in meaning.iter("button")] == ["w3"]


def test_a_full_group_takes_another_look_and_shows_every_seat() -> None:
    html = rendered("cards.cohorts", ([COHORT | {"full": True, "taken": 8}],))
    assert "cohort--full" in html
    assert 'd="M1 5.5h93"' in html, "eight squares of 9 with gaps of 3"
    assert "free" not in html
