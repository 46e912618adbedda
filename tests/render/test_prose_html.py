"""Authors' text as HTML inside a Markdown page: what they wrote is what a browser shows, and nothing else happens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from prospectus.model.prose import Prose
from prospectus.render.prose_html import render_inline, render_prose
from render.markdown_site import Links, Marker, normalized, parsed, prose_texts, tags_of, to_html, words_of

LINKS = Links()
BLOCK_TAGS = {"p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "div"}
INLINE_TAGS = {"em", "strong", "a", "img", "br", "bdi"}


@settings(max_examples=200, deadline=None)
@given(prose_texts)
def test_any_text_survives_python_markdown_and_comes_out_as_itself(text: str) -> None:
    prose = Prose(text)
    source = f'<section class="sec">\n{render_prose(prose, LINKS)}\n</section>'
    html = to_html(f"before\n\n{source}\n\nafter")
    assert html == f"<p>before</p>\n{source}\n\n<p>after</p>"
    assert words_of(source) == normalized(prose.plain)
    assert tags_of(source) <= BLOCK_TAGS | INLINE_TAGS | {"section"}


@settings(max_examples=200, deadline=None)
@given(prose_texts)
def test_any_text_stays_inside_the_line_it_is_put_in(text: str) -> None:
    prose = Prose(text)
    line = render_inline(prose, LINKS)
    assert "\n" not in line
    assert tags_of(line) <= INLINE_TAGS
    shown = words_of(to_html(f'<section class="sec"><p>a {line} z</p></section>'))
    if not any(sign in line for sign in ("• ", "&#46; ", " · ")):
        assert shown == normalized(f"a {prose.plain} z")


@settings(max_examples=150, deadline=None)
@given(prose_texts)
def test_words_survive_even_where_markdown_reads_them(text: str) -> None:
    line = render_inline(Prose(text), LINKS)
    assert words_of(to_html(f"## a {line}\n")) == words_of(f"<p>a {line}</p>")


@settings(max_examples=150, deadline=None)
@given(prose_texts)
def test_marking_terms_changes_no_word(text: str) -> None:
    prose = Prose(text)
    assert words_of(render_prose(prose, LINKS, Marker())) == words_of(render_prose(prose, LINKS))


CASES = [
    ("One *two* **three**  \nfour", "<p>One <em>two</em> <strong>three</strong><br>four</p>"),
    ("a\n\nb", "<p>a</p>\n<p>b</p>"),
    ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    ("- a\n\n  b", "<ul><li><p>a</p>\n<p>b</p></li></ul>"),
    ("[rest](technique:rest)", '<p><a href="../../techniques/rest/">rest</a></p>'),
    ("[neck](condition:neck)", "<p>neck</p>"),
    ("[web](https://example.org/?a=1&b=2)", '<p><a href="https://example.org/?a=1&amp;b=2">web</a></p>'),
    ('![a "b"](assets/c.jpg)', '<p><img src="../../assets/c.jpg" alt="a &quot;b&quot;" loading="lazy"></p>'),
    ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_blocks_as_html(text: str, html: str) -> None:
    assert render_prose(Prose(text), LINKS) == html


def test_a_table_has_headers_and_can_be_scrolled_by_keyboard() -> None:
    region = parsed(render_prose(Prose("| a | b |\n|---|---|\n| *c* | d \\| e |"), LINKS))[0]
    assert (region.get("tabindex"), region.get("role"), region.get("aria-label")) == ("0", "region", "Table")
    assert [(cell.text, cell.get("scope")) for cell in region.iter("th")] == [("a", "col"), ("b", "col")]
    assert ["".join(cell.itertext()) for cell in region.iter("td")] == ["c", "d | e"]


def test_terms_are_marked_outside_links_only() -> None:
    html = render_prose(Prose("word [word](technique:rest) *word*"), LINKS, Marker())
    assert html == '<p><i>word</i> <a href="../../techniques/rest/">word</a> <em><i>word</i></em></p>'


def test_several_blocks_on_one_line() -> None:
    assert render_inline(Prose("a\n\nb"), LINKS) == "a<br><br>b"
    assert render_inline(Prose("- a\n- b"), LINKS) == "• a<br>• b"
    assert render_inline(Prose("2. a\n3. b"), LINKS) == "2&#46; a<br>3&#46; b"


def test_a_turned_writing_direction_ends_with_the_words() -> None:
    assert render_inline(Prose("a\u202eb"), LINKS) == "<bdi>a\u202eb</bdi>"
    assert render_inline(Prose("עיסוי \u2067a\u2069"), LINKS) == "עיסוי \u2067a\u2069"
