"""Writes authors' text as typst markup in which every character of theirs comes out as itself.

Words are string expressions, never markup. Addresses that start with # are labels within the document, all others
lead to the web. It knows no document; links and pictures are asked of the resolver it is given.
"""

from __future__ import annotations

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
from prospectus.render.escape import escape_typst, typst_string
from prospectus.render.prose_links import LinkResolver


def prose_to_typst(prose: Prose, links: LinkResolver) -> Markup:
    """Write paragraphs, lists and tables, with an empty line between them and none at the end."""
    return Markup(_blocks(prose.blocks, links))


def prose_to_typst_inline(prose: Prose, links: LinkResolver) -> Markup:
    """Write the words for the inside of a line: a single paragraph without its break; other texts as blocks."""
    match prose.blocks:
        case (Paragraph(children),):
            return Markup(_words(children, links))
    return prose_to_typst(prose, links)


def _blocks(blocks: tuple[Block, ...], links: LinkResolver) -> str:
    return "\n\n".join(_block(block, links) for block in blocks)


def _block(block: Block, links: LinkResolver) -> str:
    match block:
        case Paragraph(children):
            return _words(children, links)
        case BulletList(items):
            return f"#list({_items(items, links)});"
        case NumberedList(items, start):
            return f"#enum(start: {start}, {_items(items, links)});"
        case Table(header, rows):
            cells = "".join(f"  {_cells(row, links)},\n" for row in rows)
            return f"#table(columns: {len(header)},\n  table.header({_cells(header, links)}),\n{cells});"


def _items(items: tuple[tuple[Block, ...], ...], links: LinkResolver) -> str:
    return ", ".join(f"[{_blocks(item, links)}]" for item in items)


def _cells(cells: tuple[tuple[Inline, ...], ...], links: LinkResolver) -> str:
    return ", ".join(f"[{_words(cell, links)}]" for cell in cells)


def _words(nodes: tuple[Inline, ...], links: LinkResolver) -> str:
    return "".join([_inline(node, links) for node in nodes])


def _inline(node: Inline, links: LinkResolver) -> str:
    match node:
        case Text(text):
            return escape_typst(text)
        case HardBreak():
            return "#linebreak();"
        case Emphasis(children):
            return f"#emph[{_words(children, links)}];"
        case Strong(children):
            return f"#strong[{_words(children, links)}];"
        case Image(path, alt):
            return f"#image({typst_string(links.asset(path))}, alt: {typst_string(alt)});"
        case WebLink(address, children):
            return _link(address, children, links)
        case RecordLink(kind, id, children):
            return _link(links.address(kind, id), children, links)


def _link(address: str | None, children: tuple[Inline, ...], links: LinkResolver) -> str:
    words = _words(children, links)
    if address is None:
        return words
    target = f"label({typst_string(address[1:])})" if address.startswith("#") else typst_string(address)
    return f"#link({target})[{words}];"
