"""The two ways of reading a text agree, and hostile texts cost little."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prospectus.model import prose_parser
from prospectus.model.prose import Prose
from prospectus.model.prose_parser import is_plain, read_markdown, read_plain
from prospectus.model.prose_tree import BulletList, Emphasis, HardBreak, NumberedList, Paragraph, Strong, Table, Text

SIGNS = "ab 1.-\n#>+=~:)(,;!&<\"'/%$@^{}é\u00a0\u2003\u0085\u2028\v\f*_`[]|\\\t\r\0"
# Lines made of the openings that Markdown might take for something, so that the interesting cases are not rare.
LINES = st.lists(
    st.sampled_from(
        ["", " ", "  ", "    ", "-", "- ", "+", "1.", "1)", "12", "#", "# ", ">", "=", "==", "--", "~~~", ":"]
    )
    | st.text(SIGNS, max_size=6)
    | st.text(max_size=6),
    max_size=8,
).flatmap(
    lambda parts: st.lists(st.sampled_from(["\n", "\n\n", " ", "", "  \n"]), min_size=len(parts)).map(
        lambda gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=False))
    )
)


@settings(max_examples=500, deadline=None)
@given(LINES | st.text(SIGNS, max_size=30) | st.text(max_size=40))
def test_both_ways_of_reading_agree_on_plain_text(text: str) -> None:
    assume(is_plain(text))
    assert read_plain(text) == read_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Long strokes, toward the heart (slow); 12 minutes - or so.",
        "Two lines\nof one\n\nand a second one.",
        "a + b < c & d",
    ],
)
def test_plain_words_never_reach_the_markdown_reader(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose_parser, "_markdown", lambda: pytest.fail("markdown-it was called"))
    prose = Prose(text)
    assert prose.problems == () and prose.links == () and prose.blocks


def test_blocks_and_words() -> None:
    prose = Prose("One *two* **three**  \nfour\nfive\n\n- a\n  1. b\n\n3. c\n\n| h |\n|---|\n| d \\| e |")
    three = Paragraph(
        (Text("One "), Emphasis((Text("two"),)), Text(" "), Strong((Text("three"),)), HardBreak(), Text("four five"))
    )
    inner = NumberedList(((Paragraph((Text("b"),)),),))
    assert prose.blocks == (
        three,
        BulletList(((Paragraph((Text("a"),)), inner),)),
        NumberedList(((Paragraph((Text("c"),)),),), start=3),
        Table(((Text("h"),),), (((Text("d | e"),),),)),
    )
    assert prose.problems == ()
    assert prose.plain == "One two three four five a b c h d | e"


@pytest.mark.parametrize(
    "text", ["<b>x</b> &amp; <https://x.org> <!-- -->", "    four blanks in front", "3 * 4 = 12", "a_b_c"]
)
def test_what_looks_like_code_of_other_languages_is_words(text: str) -> None:
    assert Prose(text).plain == text.strip()
    assert Prose(text).problems == ()
    assert read_markdown(text) == Prose(text).tree


HOSTILE = {
    "brackets": "[" * 20000,
    "stress": "*a **b " * 8000,
    "quotes": ">" * 20000,
    "lists": "- " * 5000,
    "links": "[a](b" * 8000,
    "pictures": "![" * 10000,
    "ticks": "`a``b```" * 3000,
    "cells": "|a" * 10000 + "\n" + "|-" * 10000,
    "backslashes": "\\" * 80000,
    "notes": "[^a]" * 10000,
    "deep lists": "".join("  " * depth + "- a\n" for depth in range(200)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_in_time_and_without_a_crash(name: str) -> None:
    began = time.process_time()
    prose = Prose(HOSTILE[name])
    assert isinstance(prose.plain, str) and isinstance(prose.problems, tuple)
    assert time.process_time() - began < 8


def test_prose_is_cheap() -> None:
    texts = [
        f"Some plain words about technique {number}: long strokes toward the heart, slow, with oil."
        for number in range(20000)
    ]
    began = time.process_time()
    assert not any(prose.problems or prose.links for prose in map(Prose, texts))
    assert time.process_time() - began < 0.5


def test_a_carriage_return_ends_a_line_of_a_table_like_any_other() -> None:
    tree = read_markdown("|a|b|\n|-|-|\n|c|d|\n0\r0")
    assert [(problem.name, problem.line) for problem in tree.problems] == [
        ("uneven-table-row", 3),
        ("uneven-table-row", 4),
    ]
