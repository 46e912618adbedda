"""What the tests of rendering share: texts that mean mischief, and Markdown read as the site reads it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib
import markdown
from hypothesis import strategies as st
from markupsafe import Markup

from prospectus.render.escape import escape_markdown, printable

EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc", "abbr", "def_list", "footnotes", "admonition")
"""The extensions of the site, and those that a school might add."""

_BREAKING = {"p", "div", "section", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "br", "h1", "h2"}

MISCHIEF = (
    *("# ", "## a #", "- ", "+ ", "* ", "1. ", "12) ", "> ", "    ", "\t", "  \n", "\n", "\n\n", "---", "===", "***"),
    *(
        "*",
        "**",
        "_",
        "__",
        "`",
        "```\n",
        "~~~\n",
        "~",
        "[",
        "]",
        "(",
        ")",
        "!",
        "|",
        "\\",
        "{",
        "}",
        ":",
        "^",
        "$",
        "@",
    ),
    *(
        "[a](technique:rest)",
        "[a](https://x.org/?a=1&copy=2_b_(c))",
        "![p *q*](assets/a_b.jpg)",
        "[a](x:y)",
        "[a]: https://x",
    ),
    *(
        "<",
        ">",
        "</section>",
        "</p>",
        "<script>",
        "<b>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "&",
        "&amp;",
        "&#42;",
        "&lt;b",
    ),
    *(
        "{: .x}",
        "{#id}",
        "{ .a #b }",
        "[TOC]",
        "*[HTML]: x",
        "[^1]",
        "[^1]: x",
        "!!! note",
        'markdown="1"',
        "{{ x }}",
        "{% x %}",
    ),
    *(
        "|a|b|\n|-|-|\n|c|d|\n",
        "| - | - |",
        "- a\n  - b\n",
        "1. a\n\n2. b\n",
        "a\n: b",
        "\x02",
        "\x03",
        "wzxhzdk:0",
        "\x02wzxhzdk:0\x03",
    ),
    *(
        "'",
        '"',
        "\u2028",
        "\u202e",
        "\u2067",
        "é",
        "עיסוי",
        "推拿",
        "👐🏽",
        "word",
        "word",
        " ",
        " ",
        "10%",
        "#{x}",
        "#x",
        "*/",
        "//",
        "/*",
    ),
)

# Without the controls that Python, but no browser, takes for blanks: reading refuses all of them anyway.
CHARACTERS = st.characters(exclude_characters="\x0b\x0c\x1c\x1d\x1e\x1f\x85", exclude_categories=["Cs"])

texts = st.lists(st.sampled_from(MISCHIEF) | st.text(CHARACTERS, max_size=5), min_size=1, max_size=10).map("".join)
"""Texts made of everything that some reader of Markdown, HTML or typst might take for a command."""

prose_texts = texts.filter(lambda text: bool(text.strip()) and not text.isspace())


class Links:
    """Links to everything but conditions, which are not published here."""

    def address(self, kind: str, id: str) -> str | None:
        return None if kind == "condition" else f"../../{kind}s/{id}/"

    def asset(self, path: str) -> str:
        return f"../../{path}"


class Marker:
    """Marks the word `word` wherever it stands."""

    def mark(self, text: str) -> Markup:
        return Markup("<i>word</i>").join(escape_markdown(part) for part in text.split("word"))


def to_html(source: str) -> str:
    """Read Markdown as the site does."""
    return markdown.markdown(source, extensions=list(EXTENSIONS))


def parsed(html: str) -> Element:
    """Read HTML as a browser does."""
    return html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)


def words_of(html: str) -> str:
    """Give the words that a browser shows; a picture gives its description."""
    return normalized("".join(_words(parsed(html))))


def tags_of(html: str) -> set[str]:
    """Give the names of all tags in it."""
    return {element.tag for element in parsed(html).iter() if isinstance(element.tag, str)} - {"DOCUMENT_FRAGMENT"}


def normalized(text: str) -> str:
    """Put every run of blanks down to one, and what cannot be printed to its replacement."""
    return " ".join(printable(text).split())


def _words(element: Element) -> list[str]:
    gap = " " if element.tag in _BREAKING else ""
    found = [gap, element.get("alt", ""), element.text or ""]
    for child in element:
        found += [*_words(child), child.tail or ""]
    return [*found, gap]
