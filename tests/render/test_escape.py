"""Any text comes out as itself: in HTML, in Markdown, in typst and in front matter."""

from __future__ import annotations

from datetime import date

import pytest
import typst
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from prospectus.render.escape import escape_html, escape_markdown, escape_typst, front_matter, printable, typst_string
from render.markdown_site import MISCHIEF, normalized, parsed, tags_of, texts, to_html, words_of

# How a template may print a text in a Markdown page: around it, and the tags that this makes.
MARKDOWN_PLACES = {
    "paragraph": ("{}", {"p"}),
    "line": ("a {} b", {"p"}),
    "heading": ("## {}", {"h2"}),
    "heading with an id": ("## {} {{#own}}", {"h2"}),
    "item": ("-   {}", {"ul", "li"}),
    "cell": ("| a | b |\n|---|---|\n| {} | c |", {"table", "thead", "tbody", "tr", "th", "td"}),
    "stress": ("**a {} b**", {"p", "strong"}),
    "link": ("[a {} b](https://example.org)", {"p", "a"}),
    "block": ('<section class="sec">\n<p>{}</p>\n\n<p>b</p>\n</section>', {"section", "p"}),
    "block within read HTML": ('<div markdown="1">\n\n<div>\n{}\n</div>\n\n</div>', {"div"}),
    "read HTML": ('<h1 id="top" markdown="1">{}</h1>', {"h1"}),
    "attribute": ('<section>\n<img alt="{}">\n</section>', {"section", "img"}),
}


@pytest.mark.parametrize("place", MARKDOWN_PLACES)
@settings(max_examples=50, deadline=None)
@given(text=texts.map(str.strip).filter(bool))
def test_markdown_prints_any_text_as_itself(place: str, text: str) -> None:
    assert_prints_itself(place, text)


@pytest.mark.parametrize("place", MARKDOWN_PLACES)
def test_markdown_prints_every_kind_of_mischief_as_itself(place: str) -> None:
    for text in filter(None, map(str.strip, MISCHIEF)):
        assert_prints_itself(place, text)
        assert_prints_itself(place, f"{text} {text}")
        assert_prints_itself(place, f"word {text}")


def assert_prints_itself(place: str, text: str) -> None:
    """Put the text where a template would, read the page, and look for the text among the words around it."""
    source, tags = MARKDOWN_PLACES[place]
    html = to_html(f"before\n\n{source.format(escape_markdown(text))}\n\nafter")
    expected = words_of(to_html(f"before\n\n{source.format('QXQ')}\n\nafter")).replace("QXQ", text)
    assert normalized(words_of(html)) == normalized(expected)
    assert tags_of(html) <= {"p", *tags}


def test_headings_keep_their_anchor() -> None:
    assert parsed(to_html(f"## {escape_markdown('a #')} {{#own}}"))[0].get("id") == "own"


@given(texts)
def test_html_prints_any_text_as_itself(text: str) -> None:
    html = parsed(f'<p title="{escape_html(text)}">{escape_html(text)}</p>')[0]
    assert html.get("title") == html.text or (text == "" and html.text is None)
    assert (html.text or "") == printable(text)


def test_marked_text_is_not_escaped_by_accident() -> None:
    assert all(isinstance(escape("a"), Markup) for escape in (escape_html, escape_markdown, escape_typst, typst_string))
    assert escape_markdown("a-b, c. d (e) 50% f#g h/#i it's") == "a-b, c. d (e) 50% f#g h/#i it&#39;s"


@settings(max_examples=100, deadline=None)
@given(texts)
def test_typst_prints_any_text_as_itself(text: str) -> None:
    source = f"a{escape_typst(text)}(b).c#link({typst_string('https://x.org/' + text)})[d]"
    html = typst.compile(source.encode(), format="html").decode().partition("<body>")[2]
    assert words_of(html) == normalized(f"a{text}(b).cd")
    assert normalized(next(parsed(html).iter("a")).get("href", "")) == normalized("https://x.org/" + text)


WHOLE = st.characters(exclude_categories=["Cs"])
NASTY_VALUES = (
    *(
        "---",
        "...",
        "- a",
        ": ",
        "a: b",
        "a #b",
        "#",
        "!tag",
        "&a",
        "*a",
        "%x",
        "@x",
        "`",
        "{",
        "[",
        "]",
        "}",
        ",",
        "?",
        "|",
        ">",
    ),
    *(
        "yes",
        "no",
        "null",
        "~",
        "true",
        "1.10",
        "0123",
        "12:30",
        "1e3",
        "2026-03-09",
        ".inf",
        "=",
        "<<",
        "\t",
        "a\tb",
        "\n---\n",
    ),
    *(
        "\u2028",
        "a \u2028 b",
        "a \x85 b",
        "\u2029",
        "\x85",
        "\ufeff",
        "\x7f",
        "\x00",
        "\uffff",
        "👐",
        "עיסוי",
        "\\",
        '"',
        "'",
        " ",
        "",
        "a\r\nb",
    ),
)
scalars = (
    st.sampled_from(NASTY_VALUES)
    | st.text(WHOLE)
    | st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
)
keys = st.sampled_from(
    ("title", "hide", "yes", "no", "null", "on", "@type", "a b", "1", "", ": ", "---", "=")
) | st.text(WHOLE, max_size=20)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(keys, values, max_size=6))
def test_front_matter_reads_back_equal(mapping: dict[str, object]) -> None:
    written = front_matter(mapping)  # type: ignore[arg-type]
    assert yaml.safe_load(written.removesuffix("---\n") or "{}") == mapping
    body, meta = get_data(f"{written}\nbody: 1\n")
    assert (body.strip(), meta) == ("body: 1", mapping)
    if mapping:
        assert len(written.split("\n")) == len(mapping) + 3


def test_half_a_character_does_no_harm_in_front_matter() -> None:
    assert get_data(f"{front_matter({'title': 'a' + chr(0xD800)})}\nbody")[1] == {"title": "a\ufffd"}


def test_front_matter_stays_readable() -> None:
    head = front_matter(
        {"title": "Deep tissue", "hide": ["toc"], "crumbs": ({"name": "Home", "@id": 1},), "listed": True}
    )
    assert head == (
        '---\ntitle: "Deep tissue"\nhide: ["toc"]\ncrumbs: [{"name": "Home", "@id": 1}]\nlisted: true\n---\n'
    )


@pytest.mark.parametrize(
    ("value", "error"), [(date(2026, 1, 1), TypeError), ({1, 2}, TypeError), (float("nan"), ValueError)]
)
def test_front_matter_refuses_what_would_not_read_back(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        front_matter({"key": value})  # type: ignore[dict-item]
