"""From the bytes of a file to its text: encoding, size, and characters that no author can see.

Makes text with plain line ends, or the findings that say why there is none. Knows nothing of YAML.
"""

from __future__ import annotations

import re
import unicodedata

from prospectus.diagnostics import Finding, Place
from prospectus.read.fault import CONTROL_CHARACTER, NOT_UTF_8, TAB, TOO_LARGE, UTF_16

LARGEST_FILE = 1024 * 1024
"""Bytes a file may hold; the longest record known has a hundredth of it."""

UTF_8_MARK = b"\xef\xbb\xbf"

_OTHER_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}

UNWANTED = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Control characters, tabs, the two Unicode line separators, and marks of byte order inside the text.

What YAML 1.1 calls printable (section 5.1), less the line breaks other than the newline: YAML counts those as lines and
editors do not, so every later place would be wrong.
"""


def decode(source: bytes, file: str) -> str | Finding:
    """Turn the bytes of a file into text with plain newlines, or say why they are no text."""
    if len(source) > LARGEST_FILE:
        return TOO_LARGE.at(Place(file), "the file holds more than 1 MiB", "Split it, or remove it.")
    for mark, name in _OTHER_ENCODINGS.items():
        if source.startswith(mark):
            return UTF_16.at(Place(file), f"the file is saved as {name}", "Save it again with the encoding UTF-8.")
    if source.count(0) * 4 > len(source):
        return UTF_16.at(Place(file), "the file is saved as UTF-16", "Save it again with the encoding UTF-8.")
    try:
        text = source.removeprefix(UTF_8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(error, file)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _undecodable(error: UnicodeDecodeError, file: str) -> Finding:
    before = error.object[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
    place = Place(file, before.count(b"\n") + 1, column)
    byte = error.object[error.start]
    message = f"a character here (byte {byte:02X}) is not UTF-8, so nobody can tell which letter was meant"
    return NOT_UTF_8.at(place, message, "Save the file again with the encoding UTF-8, then look at this letter.")


def unwanted_characters(text: str, file: str) -> list[Finding]:
    """Find tabs and invisible characters: the first of each sort, with the number of the others."""
    if UNWANTED.search(text) is None:
        return []
    found: dict[str, list[re.Match[str]]] = {}
    for match in UNWANTED.finditer(text):
        found.setdefault(match.group(), []).append(match)
    return [_unwanted(character, matches, text, file) for character, matches in found.items()]


def _unwanted(character: str, matches: list[re.Match[str]], text: str, file: str) -> Finding:
    place = place_in(text, matches[0].start(), file)
    others = f" (and {len(matches) - 1} more in this file)" if len(matches) > 1 else ""
    if character == "\t":
        return TAB.at(place, f"a tab stands here{others}; columns are counted in spaces", "Put spaces in its place.")
    name = unicodedata.name(character, "control character").lower()
    message = f"an invisible character stands here: {name}, U+{ord(character):04X}{others}"
    return CONTROL_CHARACTER.at(place, message, "Delete it; typing the words around it again is the surest way.")


def place_in(text: str, offset: int, file: str) -> Place:
    """Give the line and column of an offset in a text."""
    start = text.rfind("\n", 0, offset) + 1
    return Place(file, text.count("\n", 0, offset) + 1, offset - start + 1)
