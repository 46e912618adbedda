"""Marks what a page shows in the original because it is not translated: for screen readers, and for the eye.

The style sheet shows the mark (`theme/css/translation.css`); here stands only which language the words are in.
"""

from __future__ import annotations

from markupsafe import Markup

from prospectus.language import ENGLISH

LANGUAGE = f' lang="{ENGLISH}"'
"""The attribute of a tag whose words are in the original language."""


def block(html: Markup) -> Markup:
    """Put paragraphs, lists and tables in the original language into one block."""
    return Markup(f"<div{LANGUAGE}>{html}</div>")


def inline(html: Markup) -> Markup:
    """Mark a text in the original language inside a line.

    HTML has the tag i for words of another language; a page may have 150 of them, so it is the shortest that fits.
    """
    return Markup(f"<i{LANGUAGE}>{html}</i>")


def name(html: Markup) -> Markup:
    """Tell screen readers the language of a name; the eye needs no mark."""
    return Markup(f"<bdi{LANGUAGE}>{html}</bdi>")
