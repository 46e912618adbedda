"""What authors' text is once read: a tree of blocks and words, with what is wrong in it and what it points to.

Frozen values only. They know neither how they were written (Markdown) nor how they will be printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LINKABLE_KINDS = frozenset(
    {
        "technique",
        "condition",
        "course",
        "program",
        "claim",
        "source",
        "term",
        "policy",
        "jurisdiction",
        "exam",
        "disagreement",
    }
)
"""The kinds of record that a text may link to, as in `[rest](technique:effleurage)`: those with a page or a row."""

DEEPEST_LIST = 3
"""How many lists may stand inside each other."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words. Line breaks that the author made only to keep lines short are spaces here."""

    text: str


@dataclass(frozen=True, slots=True)
class HardBreak:
    """A line break that the author wants printed."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture from the school's assets; `path` starts with `assets/`, `alt` says what it shows."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words said with a little stress."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that must not be missed."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class RecordLink:
    """Words that lead to a record of this school."""

    kind: str
    id: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class WebLink:
    """Words that lead to another site; `address` starts with `https://`."""

    address: str
    children: tuple[Inline, ...]


Inline = Text | HardBreak | Image | Emphasis | Strong | RecordLink | WebLink


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand together."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """Things in no order; every item is a tuple of blocks."""

    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Things in order, counted from `start`."""

    items: tuple[tuple[Block, ...], ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of equally many cells."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


Block = Paragraph | BulletList | NumberedList | Table


@dataclass(frozen=True, slots=True)
class ProseProblem:
    """Something that a text may not hold. `line` counts from 0 at the start of the text; `name` words the code."""

    code: str
    message: str
    hint: str
    line: int
    name: str


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link from a text to a record. `line` counts from 0 at the start of the text."""

    kind: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class ProseImage:
    """A picture in a text. `line` counts from 0 at the start of the text."""

    path: str
    alt: str
    line: int


@dataclass(frozen=True, slots=True)
class ProseTree:
    """All that one reading of a text gives."""

    blocks: tuple[Block, ...]
    problems: tuple[ProseProblem, ...] = ()
    links: tuple[ProseLink, ...] = ()
    images: tuple[ProseImage, ...] = ()


def plain_words(blocks: tuple[Block, ...]) -> str:
    """Give the words alone, on one line: for titles, search and descriptions. A picture gives its description."""
    return " ".join("".join(_block_words(blocks)).split())


def _block_words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(children):
                yield from _inline_words(children)
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from _block_words(item)
            case Table(header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from _inline_words(cell)
                        yield " "
        yield " "


def _inline_words(nodes: tuple[Inline, ...]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                yield text
            case HardBreak():
                yield " "
            case Image(alt=alt):
                yield alt
            case _:
                yield from _inline_words(node.children)
