"""The words that style sheets say, in every language of the site.

A style sheet says a word that stands by the hundred on a page, or that changes with what the reader opens. It takes it
from a property, `content: var(--ps-say-source)`, and the page's language decides which word that is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from prospectus.language import ENGLISH, LANGUAGES, mark, say, speaking
from prospectus.language.catalogue import catalogue_of

STYLE_WORDS: Mapping[str, str] = MappingProxyType({
    "source": mark("Source"),
    "show": mark("Show"),
    "hide": mark("Hide"),
    "unreviewed": mark("not reviewed"),
})  # fmt: skip
"""Each word by the name that style sheets call it."""


def style_words() -> bytes:
    """Write the properties: English for every page, and each other language for its own pages."""
    return "\n".join(map(_properties, LANGUAGES)).encode()


def _properties(code: str) -> str:
    selector = ":root" if code == ENGLISH else f":root:lang({code})"
    with speaking(catalogue_of(code)):
        lines = [f"  --ps-say-{name}: {_quoted(say(word))};\n" for name, word in STYLE_WORDS.items()]
    return f"{selector} {{\n{''.join(lines)}}}\n"


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
