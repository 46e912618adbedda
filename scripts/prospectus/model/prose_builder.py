"""Turns markdown-it's flat list of tokens into the tree of a text, and notes every construct that texts may not hold.

One walk over the blocks; the words inside a block are the work of `prose_words`. Forbidden constructs keep their words
in the tree, so that nothing an author wrote is lost from sight while it is being mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from prospectus.model.prose_problem import (
    CODE,
    DEFINITION,
    DIVIDER,
    EMPTY_ITEM,
    FOOTNOTE,
    HEADING,
    NESTING,
    QUOTE,
    TABLE_ROW,
)
from prospectus.model.prose_tree import (
    DEEPEST_LIST,
    Block,
    BulletList,
    Inline,
    NumberedList,
    Paragraph,
    ProseProblem,
    ProseTree,
    Table,
    Text,
)
from prospectus.model.prose_words import WordsReader

_CELL_BOUNDARY = re.compile(r"(?<!\\)\|")
_LIST_OPENINGS = ("bullet_list_open", "ordered_list_open")


class TreeBuilder:
    """Builds one tree; the token list is consumed from front to back."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._words = WordsReader()
        self._problems: list[ProseProblem] = []
        self._tokens: Iterator[Token] = iter(())

    def build(self, tokens: Sequence[Token], notes: Mapping[str, object]) -> ProseTree:
        """Build the tree from markdown-it's tokens and what it noted on the side (definitions of links)."""
        self._tokens = iter(tokens)
        blocks = self._blocks_until("", 0)
        self._note_definitions(notes)
        problems = sorted(dict.fromkeys((*self._problems, *self._words.problems)), key=lambda problem: problem.line)
        return ProseTree(blocks, tuple(problems), tuple(self._words.links), tuple(self._words.images))

    def _blocks_until(self, closing: str, depth: int) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for token in self._tokens:
            if token.type == closing:
                break
            blocks.extend(self._blocks_of(token, depth))
        return tuple(blocks)

    def _blocks_of(self, token: Token, depth: int) -> Sequence[Block]:
        line = token.map[0] if token.map else 0
        match token.type:
            case "inline":
                words = self._inline(token, line)
                return [Paragraph(words)] if words else []
            case "bullet_list_open" | "ordered_list_open":
                return [self._list(token, line, depth + 1)]
            case "table_open":
                return [self._table()]
            case "heading_open":
                self._problems.append(HEADING.at(line))
            case "blockquote_open":
                self._problems.append(QUOTE.at(line))
                return self._blocks_until("blockquote_close", depth)
            case "fence":
                self._problems.append(CODE.at(line))
                return [Paragraph((Text(" ".join(token.content.split())),))] if token.content.strip() else []
            case "hr":
                self._problems.append(DIVIDER.at(line))
            case _:  # the tokens that open and close a paragraph or a heading say nothing more
                pass
        return []

    def _list(self, opening: Token, line: int, depth: int) -> Block:
        if depth == DEEPEST_LIST + 1:
            self._problems.append(NESTING.at(line))
        items: list[tuple[Block, ...]] = []
        for token in self._tokens:
            if token.type == opening.type.replace("_open", "_close"):
                break
            item = self._blocks_until("list_item_close", depth)
            if not item:
                self._problems.append(EMPTY_ITEM.at(token.map[0] if token.map else line))
            items.append(item)
        if opening.type == "bullet_list_open":
            return BulletList(tuple(items))
        return NumberedList(tuple(items), int(opening.attrs.get("start", 1)))

    def _table(self) -> Table:
        rows: list[tuple[tuple[Inline, ...], ...]] = []
        cells: list[tuple[Inline, ...]] = []
        for token in self._tokens:
            line = token.map[0] if token.map else 0
            match token.type:
                case "tr_open":
                    cells = []
                    if rows:
                        self._note_uneven_row(line, len(rows[0]))
                case "inline":
                    cells.append(self._inline(token, line))
                case "tr_close":
                    rows.append(tuple(cells))
                case "table_close":
                    break
        return Table(rows[0], tuple(rows[1:]))

    def _inline(self, token: Token, line: int) -> tuple[Inline, ...]:
        return self._words.read(token.children or (), line)

    def _note_uneven_row(self, line: int, columns: int) -> None:
        row = _CELL_BOUNDARY.split(self._lines[line].strip())
        cells = len(row) - (row[0] == "") - (len(row) > 1 and row[-1] == "")
        if cells != columns:
            self._problems.append(TABLE_ROW.at(line, cells=str(cells), columns=str(columns)))

    def _note_definitions(self, notes: Mapping[str, object]) -> None:
        """Report definitions of links: markdown-it takes them out of the text, so they leave no token."""
        references = notes.get("references")
        duplicates = notes.get("duplicate_refs")
        found = [*(references.values() if isinstance(references, dict) else ())]
        found += duplicates if isinstance(duplicates, list) else []
        for definition in found:
            line = definition["map"][0]
            label = self._lines[line].strip().partition("]")[0].lstrip("[") if line < len(self._lines) else ""
            fault = FOOTNOTE.at(line, label=f"[{label}]") if label.startswith("^") else DEFINITION.at(line, label=label)
            self._problems.append(fault)
