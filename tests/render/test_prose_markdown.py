"""Authors' text as Markdown: Python-Markdown reads the same words, and no construct that the author did not write."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from prospectus.model.prose import Prose
from prospectus.render.prose_markdown import markdown_address, prose_to_markdown
from render.markdown_site import Links, normalized, prose_texts, tags_of, to_html, words_of

LINKS = Links()
TAGS = {"p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "a", "img", "br"}


@settings(max_examples=300, deadline=None)
@given(prose_texts)
def test_any_text_is_read_as_the_same_words(text: str) -> None:
    prose = Prose(text)
    html = to_html(f"before\n\n{prose_to_markdown(prose, LINKS)}\n\nafter")
    assert words_of(html) == normalized(f"before {prose.plain} after")
    assert tags_of(html) <= TAGS


CASES = [
    ("One *two* **three**  \nfour", "<p>One <em>two</em> <strong>three</strong><br>four</p>"),
    ("- a\n  1. b\n\n     c", "<ul><li><p>a</p><ol><li><p>b</p><p>c</p></li></ol></li></ul>"),
    ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    ("- a\n\n  3. b", '<ul><li>a<ol start="3"><li>b</li></ol></li></ul>'),
    ("- a\n\n1. b", "<ul><li>a</li></ul><!-- --><ol><li>b</li></ol>"),
    ("[a_b](technique:rest)", '<p><a href="../../techniques/rest/">a_b</a></p>'),
    ("[neck](condition:neck)", "<p>neck</p>"),
    ("[w](https://e.org/a_b_c?d=1&copy=2)", '<p><a href="https://e.org/a%5Fb%5Fc?d=1&amp;copy=2">w</a></p>'),
    ("![a *b*](assets/c_d.jpg)", '<p><img alt="a b" src="../../assets/c%5Fd.jpg" /></p>'),
    (
        "| a | b |\n|---|---|\n| c | d \\| e |",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d | e</td></tr></tbody></table>",
    ),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_blocks_read_back(text: str, html: str) -> None:
    read = to_html(prose_to_markdown(Prose(text), LINKS))
    assert "".join(line.strip() for line in read.replace("&#124;", "|").replace("&#95;", "_").splitlines()) == html


def test_an_address_cannot_leave_its_brackets() -> None:
    assert markdown_address('https://e.org/a) "b" <c> é&') == "https://e.org/a%29%20%22b%22%20%3Cc%3E%20é&amp;"
