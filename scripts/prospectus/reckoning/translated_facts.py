"""Facts that a translation must not lose: the numbers of a text, and the places its links lead to.

Numbers are written in different ways: 10,995 and 10.995, 12.5 and 12,5, 1:30 pm and 13:30. They are brought to one form
before they are compared. Times of the twelve-hour clock are left out, for in the other language they may be others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prospectus.model.prose import Prose
from prospectus.model.prose_tree import Block, Inline, Table, WebLink

_TWELVE_HOURS = re.compile(r"\b\d{1,2}(?::\d\d)?(?: to \d{1,2}(?::\d\d)?)?\s?(?:[ap]\.?m\b\.?)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")


def numbers_lost(original: str, translation: str) -> list[str]:
    """Give the numbers of a text that do not stand in its translation, as the original writes them."""
    there = {_plain(number) for number in _NUMBER.findall(translation)}
    written = dict.fromkeys(_NUMBER.findall(_TWELVE_HOURS.sub(" ", original)))
    return [number for number in written if _plain(number) not in there]


def _plain(number: str) -> str:
    plain = _THOUSANDS.sub("", number).replace(",", ".")
    return plain.lstrip("0") or "0"


def links_lost(original: Prose, translation: Prose) -> list[str]:
    """Give the addresses that a text leads to and its translation does not, as an author writes them."""
    there = set(_addresses(translation))
    return [address for address in dict.fromkeys(_addresses(original)) if address not in there]


def _addresses(prose: Prose) -> Iterator[str]:
    yield from (f"{link.kind}:{link.id}" for link in prose.links)
    yield from (image.path for image in prose.images)
    for block in prose.blocks:
        yield from _web_addresses(block)


def _web_addresses(node: Block | Inline) -> Iterator[str]:
    if isinstance(node, WebLink):
        yield node.address
    if isinstance(node, Table):
        for row in (node.header, *node.rows):
            for cell in row:
                for inline in cell:
                    yield from _web_addresses(inline)
        return
    for item in getattr(node, "items", ()):
        for block in item:
            yield from _web_addresses(block)
    for child in getattr(node, "children", ()):
        yield from _web_addresses(child)
