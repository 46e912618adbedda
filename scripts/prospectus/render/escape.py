"""Makes any text harmless in the languages we write: HTML, Markdown, typst and the front matter of a page.

Every function gives text that comes out as itself where it is printed, whatever it holds. This module knows no record
and no page.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring

from markupsafe import Markup

FrontMatterValue = str | int | float | bool | None | Mapping[str, "FrontMatterValue"] | Sequence["FrontMatterValue"]
"""What front matter may hold: text, numbers, yes and no, nothing, and mappings and lists of these."""

# Controls, half characters and non-characters have no place in HTML or typst; Python-Markdown uses two of them itself.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"[ \t\n\r]+")

_HTML_SIGNS = re.compile(r"[&<>\"']")
# Every sign to which Python-Markdown, or an extension of it, gives a meaning in the middle of a line.
_MARKDOWN_SIGNS = re.compile(r"[&<>\"'\\`*_{}\[\]|~^#]")
_INSIDE_WORD = re.compile(r"[\w/]#[\w-]")
# Signs that mean something at the start of a line only: lists, headings, underlines, definitions, admonitions.
_MARKDOWN_START = re.compile(r"( ?)(?:([-+=:!?])|([0-9]+)([.)])(?!\S))")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

_TYPST_SIGNS = re.compile(r"[\\\"]")

_YAML_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_YAML_PLAIN_KEY = re.compile(r"[a-z][a-z0-9_-]{2,63}")
_YAML_WORDS = frozenset({"yes", "off", "true", "false", "null"})


def printable(text: str) -> str:
    """Replace what cannot be printed (controls, half characters) by U+FFFD; tabs and line ends (as `\\n`) stay."""
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("\ufffd", text)


def escape_html(text: str) -> Markup:
    """Escape for HTML, as words or in a quoted attribute. Blanks and line ends stay."""
    return Markup(_HTML_SIGNS.sub(_entity, printable(text)))


@lru_cache(maxsize=16384)
def escape_markdown(text: str) -> Markup:
    """Escape for Markdown, and for HTML inside Markdown: safe in a line, a heading, a cell, a tag's quoted attribute.

    Signs become character references, which Python-Markdown never reads as markup and browsers read the same in both
    places. Runs of blanks and line ends become one blank, so that no text can begin a new line.

    Answers are remembered: pages share labels, names and addresses.
    """
    if not text.isprintable():
        text = _BLANKS.sub(" ", printable(text))
    elif "  " in text:
        text = _BLANKS.sub(" ", text)
    if not _MARKDOWN_SIGNS.search(text) and not _MARKDOWN_START.match(text):
        return Markup(text)
    text = _MARKDOWN_SIGNS.sub(_markdown_entity, text)
    start = _MARKDOWN_START.match(text)
    if start:
        blank, sign, number, dot = start.groups()
        head = f"{blank}{number}&#{ord(dot)};" if number else f"{blank}&#{ord(sign)};"
        text = head + text[start.end() :]
    return Markup(text)


def escape_typst(text: str) -> Markup:
    """Escape for typst's markup: a string expression that ends itself, `#"...";`, in which no sign has a meaning."""
    return Markup(f"#{typst_string(text)};")


def typst_string(text: str) -> Markup:
    """Write a typst string literal, for use where typst expects code. Runs of blanks become one blank."""
    words = _BLANKS.sub(" ", printable(text))
    return Markup('"' + _TYPST_SIGNS.sub(r"\\\g<0>", words) + '"')


def front_matter(mapping: Mapping[str, FrontMatterValue]) -> Markup:
    """Write a page's front matter, from one line of dashes to the other, with a key a line; "" when there is none.

    Values are written as JSON, which is YAML too and reads back equal: also text that looks like a date, a number or
    `---` (half a character alone becomes U+FFFD). Why not PyYAML's own writer: it needs 0.7 ms for a page with
    structured data, this 0.05 ms, and the bench has 3,000 pages. Raises TypeError for a value of another type and
    ValueError for a number that is none.
    """
    if not mapping:
        return Markup("")
    lines = "".join(f"{_yaml_key(key)}: {_yaml_value(value)}\n" for key, value in mapping.items())
    return Markup(f"---\n{lines}---\n")


def _entity(sign: re.Match[str]) -> str:
    character = sign.group()
    return _ENTITIES.get(character) or f"&#{ord(character)};"


def _markdown_entity(sign: re.Match[str]) -> str:
    # A number sign inside a word is left alone: it stands in addresses, and means something at a line's ends only.
    if sign.group() == "#" and _INSIDE_WORD.match(sign.string, max(sign.start() - 1, 0)):
        return "#"
    return _entity(sign)


def _yaml_value(value: FrontMatterValue) -> str:
    match value:
        case str():
            return _yaml_string(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return int.__repr__(value)
        case float():
            return _yaml_float(value)
        case Mapping():
            return "{" + ", ".join(f"{_yaml_string(key)}: {_yaml_value(item)}" for key, item in value.items()) + "}"
        case Sequence():
            return "[" + ", ".join(map(_yaml_value, value)) + "]"
        case _:
            raise TypeError(f"front matter cannot hold a {type(value).__name__}: {value!r}")


def _yaml_key(key: str) -> str:
    return key if _YAML_PLAIN_KEY.fullmatch(key) and key not in _YAML_WORDS else _yaml_string(key)


def _yaml_string(text: str) -> str:
    # YAML 1.1 reads some characters as line ends, or not at all, that JSON lets stand.
    return _YAML_UNPRINTABLE.sub(_yaml_escape, encode_basestring(text))


def _yaml_escape(sign: re.Match[str]) -> str:
    code = ord(sign.group())
    # Half a character is none: UTF-8 cannot write it and libyaml refuses it.
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"


def _yaml_float(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"front matter cannot hold the number {value}")
    digits = repr(value)
    # YAML 1.1 takes 1e-07 for a word; it wants a point.
    return digits if "." in digits else digits.replace("e", ".0e")
