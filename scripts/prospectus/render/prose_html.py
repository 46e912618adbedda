"""Writes authors' text as HTML, for blocks of HTML inside a Markdown page.

What it writes survives Python-Markdown untouched: no empty line, no sign of Markdown, no attribute that an extension
reads. It knows no page; links and glossary terms are asked of the two helpers it is given.
"""

from __future__ import annotations

from markupsafe import Markup

from prospectus.language import say
from prospectus.model.plain_text import is_direction_balanced
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
from prospectus.render.prose_links import LinkResolver, TermMarker


def render_prose(prose: Prose, links: LinkResolver, marker: TermMarker | None = None) -> Markup:
    """Write paragraphs, lists and tables."""
    return Markup(_blocks(prose.blocks, links, marker))


def render_inline(prose: Prose, links: LinkResolver, marker: TermMarker | None = None) -> Markup:
    """Write the words without a paragraph around them, for the inside of a line, a cell or a list item.

    Several paragraphs are set apart by an empty line; items and rows get a line each. Words that turn the writing
    direction and do not turn it back are isolated, so that they cannot turn what stands behind them.
    """
    html = "<br><br>".join(_flat(block, links, marker) for block in prose.blocks)
    return Markup(html if is_direction_balanced(prose.text) else f"<bdi>{html}</bdi>")


def block_to_html(block: Block, links: LinkResolver) -> str:
    """Write one paragraph, list or table."""
    return _block(block, links, None)


def _blocks(blocks: tuple[Block, ...], links: LinkResolver, marker: TermMarker | None) -> str:
    return "\n".join(_block(block, links, marker) for block in blocks)


def _block(block: Block, links: LinkResolver, marker: TermMarker | None) -> str:
    match block:
        case Paragraph(children):
            return f"<p>{_words(children, links, marker)}</p>"
        case BulletList(items):
            return f"<ul>{_items(items, links, marker)}</ul>"
        case NumberedList(items, start):
            opening = "<ol>" if start == 1 else f'<ol start="{start}">'
            return f"{opening}{_items(items, links, marker)}</ol>"
        case Table():
            return _table(block, links, marker)


def _items(items: tuple[tuple[Block, ...], ...], links: LinkResolver, marker: TermMarker | None) -> str:
    return "".join(f"<li>{_item(item, links, marker)}</li>" for item in items)


def _item(blocks: tuple[Block, ...], links: LinkResolver, marker: TermMarker | None) -> str:
    """Write an item: its words stand bare when only lists follow them, as in a list that is typed without gaps."""
    match blocks:
        case (Paragraph(children), *rest) if all(isinstance(block, BulletList | NumberedList) for block in rest):
            return _words(children, links, marker) + _blocks(tuple(rest), links, marker)
    return _blocks(blocks, links, marker)


def _table(table: Table, links: LinkResolver, marker: TermMarker | None) -> str:
    def row(cells: tuple[tuple[Inline, ...], ...], opening: str, closing: str) -> str:
        return "<tr>" + "".join(f"{opening}{_words(cell, links, marker)}{closing}" for cell in cells) + "</tr>"

    head = row(table.header, '<th scope="col">', "</th>")
    body = "".join(row(cells, "<td>", "</td>") for cells in table.rows)
    # The region can be scrolled by keyboard when the table is wider than the screen (WCAG 2.1.1).
    return (
        f'<div class="prose-table" role="region" aria-label="{escape_markdown(say("Table"))}" tabindex="0">'
        f"<table><thead>{head}</thead><tbody>{body}</tbody></table></div>"
    )


def _words(nodes: tuple[Inline, ...], links: LinkResolver, marker: TermMarker | None) -> str:
    return "".join([_inline(node, links, marker) for node in nodes])


def _inline(node: Inline, links: LinkResolver, marker: TermMarker | None) -> str:
    match node:
        case Text(text):
            return escape_markdown(text) if marker is None else marker.mark(text)
        case HardBreak():
            return "<br>"
        case Emphasis(children):
            return f"<em>{_words(children, links, marker)}</em>"
        case Strong(children):
            return f"<strong>{_words(children, links, marker)}</strong>"
        case Image(path, alt):
            return f'<img src="{escape_markdown(links.asset(path))}" alt="{escape_markdown(alt)}" loading="lazy">'
        case WebLink(address, children):
            return _link(address, children, links)
        case RecordLink(kind, id, children):
            return _link(links.address(kind, id), children, links)


def _link(address: str | None, children: tuple[Inline, ...], links: LinkResolver) -> str:
    words = _words(children, links, None)
    return words if address is None else f'<a href="{escape_markdown(address)}">{words}</a>'


def _flat(block: Block, links: LinkResolver, marker: TermMarker | None) -> str:
    match block:
        case Paragraph(children):
            return _words(children, links, marker)
        case BulletList(items):
            return "<br>".join(f"• {_flat_item(item, links, marker)}" for item in items)
        case NumberedList(items, start):
            numbered = enumerate(items, start)
            return "<br>".join(f"{number}&#46; {_flat_item(item, links, marker)}" for number, item in numbered)
        case Table(header, rows):
            return "<br>".join(" · ".join(_words(cell, links, marker) for cell in row) for row in (header, *rows))


def _flat_item(blocks: tuple[Block, ...], links: LinkResolver, marker: TermMarker | None) -> str:
    return "<br>".join(_flat(block, links, marker) for block in blocks)
