"""Reads authors' text into a tree: a fast way for plain words, markdown-it for the rest.

Text without any character that Markdown could give a meaning never reaches markdown-it; a property test proves
that both ways agree. This module knows no record, no YAML and no output format.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt

from prospectus.model.prose_builder import TreeBuilder
from prospectus.model.prose_tree import Paragraph, ProseTree, Text

# Besides the signs of Markdown: unusual blanks, about whose trimming versions of markdown-it differ.
_MEANINGFUL = re.compile(r"[\\`*_\[|\t\r\0\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_MEANINGFUL_START = re.compile(r"^ *(?:[-+#>~=]|[0-9]+[.)])|  $", re.MULTILINE)
_MEANINGFUL_FIRST = re.compile(r" *(?:[-+#>~]|[0-9]+[.)])")
_PARAGRAPH_BREAK = re.compile(r"\n(?: *\n)+")
_LINE_BREAK = re.compile(r" ?\n *")


def is_plain(text: str) -> bool:
    """Say whether Markdown could give no meaning to any character of the text."""
    if _MEANINGFUL.search(text):
        return False
    if "\n" in text:
        return not _MEANINGFUL_START.search(text)
    return not _MEANINGFUL_FIRST.match(text)


def read_plain(text: str) -> ProseTree:
    """Split plain text into paragraphs at empty lines."""
    if "\n" not in text:
        words = text.strip(" ")
        return ProseTree((Paragraph((Text(words),)),) if words else ())
    paragraphs = (paragraph.strip(" \n") for paragraph in _PARAGRAPH_BREAK.split(text))
    return ProseTree(tuple(Paragraph((Text(_LINE_BREAK.sub(" ", words)),)) for words in paragraphs if words))


def read_markdown(text: str) -> ProseTree:
    """Read text in which some character may have a meaning."""
    # markdown-it ends a line at a carriage return too; the builder must count the same lines.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notes: dict[str, object] = {}
    tokens = _markdown().parse(text, notes)
    return TreeBuilder(text).build(tokens, notes)


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Tags, entities and bare addresses are words like any others; four blanks in front make no code.
    markdown.disable(["html_block", "html_inline", "entity", "autolink", "code"])
    # Unsafe addresses must arrive as links: the tree builder reports them instead of printing their source.
    markdown.validateLink = _accept_every_address  # type: ignore[assignment,method-assign]
    markdown.normalizeLink = _keep_address  # type: ignore[assignment,method-assign]
    return markdown


def _accept_every_address(address: str) -> bool:
    return True


def _keep_address(address: str) -> str:
    return address
