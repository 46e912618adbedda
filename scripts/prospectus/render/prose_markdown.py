"""Writes authors' text as Markdown that Python-Markdown (tables, attr_list, md_in_html, toc) reads as the same words.

Used where a page needs real Markdown, not a block of HTML. No word of an author can become a heading, a tag, a cell
boundary or front matter: signs are written as character references, and every paragraph is one line.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from prospectus.model.prose import Prose
from prospectus.model.prose_tree import (
    Block,
    BulletList,
    Emphasis,
    HardBreak,
    Image,
    Inline,
    NumberedList,
    Paragraph,
    RecordLink,
    Strong,
    Table,
    Text,
    WebLink,
)
from prospectus.render.escape import escape_markdown
from prospectus.render.prose_html import block_to_html
from prospectus.render.prose_links import LinkResolver

_INDENT = "    "
_ADDRESS_SIGNS = re.compile(r"[\s()<>\[\]{}\"'\\|*_`]")
_LISTS = (BulletList, NumberedList)


def prose_to_markdown(prose: Prose, links: LinkResolver) -> Markup:
    """Write paragraphs, lists and tables, with an empty line between them and none at the end."""
    return Markup("\n\n".join(_blocks(prose.blocks, links)))


def markdown_address(address: str) -> Markup:
    """Write an address for the round brackets of a Markdown link; signs of Markdown are percent-encoded."""
    encoded = _ADDRESS_SIGNS.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign.group().encode()), address)
    return Markup(encoded.replace("&", "&amp;"))


def _counts_from_elsewhere(block: Block) -> bool:
    """Say whether a list, or one inside it, counts from a number that Python-Markdown would forget."""
    match block:
        case NumberedList(start=start) if start != 1:
            return True
        case BulletList(items) | NumberedList(items):
            return any(_counts_from_elsewhere(inner) for item in items for inner in item)
    return False


def _blocks(blocks: tuple[Block, ...], links: LinkResolver) -> list[str]:
    written: list[str] = []
    previous: Block | None = None
    for block in blocks:
        markdown = block_to_html(block, links) if _counts_from_elsewhere(block) else _block(block, links)
        if not markdown:
            continue
        if isinstance(previous, _LISTS) and isinstance(block, _LISTS):
            # Without something between them, Python-Markdown makes one list of two.
            written.append("<!-- -->")
        written.append(markdown)
        previous = block
    return written


def _block(block: Block, links: LinkResolver) -> str:
    match block:
        case Paragraph(children):
            return _words(children, links).strip()
        case BulletList(items):
            return _joined([f"-   {words}" for words in _items(items, links)])
        case NumberedList(items):
            return _joined([f"{f'{number}.':<4}{words}" for number, words in enumerate(_items(items, links), 1)])
        case Table(header, rows):
            line = "|" + "---|" * len(header)
            return "\n".join([_row(header, links), line, *(_row(row, links) for row in rows)])


def _items(items: tuple[tuple[Block, ...], ...], links: LinkResolver) -> list[str]:
    return [words for item in items if (words := _item(item, links))]


def _joined(items: list[str]) -> str:
    """Put items under each other, with gaps between them only where one of them has a gap inside."""
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _item(blocks: tuple[Block, ...], links: LinkResolver) -> str:
    """Write an item; every line but the first is indented, as Python-Markdown wants it."""
    text = "\n\n".join(written for block in blocks if (written := _block(block, links)))
    return text.replace("\n", f"\n{_INDENT}").replace(f"\n{_INDENT}\n", "\n\n")


def _row(cells: tuple[tuple[Inline, ...], ...], links: LinkResolver) -> str:
    return "|" + "".join(f" {_words(cell, links)} |" for cell in cells)


def _words(nodes: tuple[Inline, ...], links: LinkResolver) -> str:
    return "".join([_inline(node, links) for node in nodes])


def _inline(node: Inline, links: LinkResolver) -> str:
    match node:
        case Text(text):
            return escape_markdown(text)
        case HardBreak():
            return "<br>"
        # Tags, not stars: stars next to each other or inside a word are read differently by every reader of Markdown.
        case Emphasis(children):
            return f"<em>{_words(children, links)}</em>"
        case Strong(children):
            return f"<strong>{_words(children, links)}</strong>"
        case Image(path, alt):
            return f"![{escape_markdown(alt)}]({markdown_address(links.asset(path))})"
        case WebLink(address, children):
            return f"[{_words(children, links)}]({markdown_address(address)})"
        case RecordLink(kind, id, children):
            record = links.address(kind, id)
            words = _words(children, links)
            return words if record is None else f"[{words}]({markdown_address(record)})"
