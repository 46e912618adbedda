"""Reads the words inside one block: stress, links, pictures and line breaks, from markdown-it's inline tokens.

Collects links, pictures and problems of the whole text on the way. Knows nothing of lists and tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from prospectus.model.prose_link import image_place_problem, read_link
from prospectus.model.prose_problem import CODE, FOOTNOTE, IMAGE_ALT, LINK_TITLE, NESTING, UNREAD_LINK
from prospectus.model.prose_tree import (
    Emphasis,
    HardBreak,
    Image,
    Inline,
    ProseImage,
    ProseLink,
    ProseProblem,
    RecordLink,
    Strong,
    Text,
)

_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_LINK_LIKE = re.compile(r"\[[^\[\]]{1,200}\]\(<?[A-Za-z]+:[^()]{0,200}\)")
_DEEPEST_STRESS = 4


class WordsReader:
    """Reads block after block of one text and remembers what it met."""

    def __init__(self) -> None:
        self.problems: list[ProseProblem] = []
        self.links: list[ProseLink] = []
        self.images: list[ProseImage] = []

    def read(self, tokens: Sequence[Token], line: int) -> tuple[Inline, ...]:
        """Read the words of one block that starts on `line`. A stack, not recursion: texts may be hostile."""
        stack: list[tuple[Token | None, list[Inline]]] = [(None, [])]
        for token in tokens:
            if token.type in ("softbreak", "hardbreak"):
                line += 1
            if token.nesting == 1:
                stack.append((token, []))
            elif token.nesting == -1:
                opening, children = stack.pop()
                stack[-1][1].extend(self._closed(opening, _merged(children), len(stack), line))
            else:
                stack[-1][1].extend(self._leaf(token, line))
        return _merged(stack[0][1])

    def _leaf(self, token: Token, line: int) -> Sequence[Inline]:
        match token.type:
            case "softbreak":
                return [Text(" ")]
            case "hardbreak":
                return [HardBreak()]
            case "image":
                return [self._image(token, line)]
            case "code_inline":
                self.problems.append(CODE.at(line))
        for mark in _FOOTNOTE_MARK.findall(token.content):
            self.problems.append(FOOTNOTE.at(line, label=mark))
        for source in _LINK_LIKE.findall(token.content):
            self.problems.append(UNREAD_LINK.at(line, source=source))
        return [Text(token.content)] if token.content else []

    def _closed(self, opening: Token | None, children: tuple[Inline, ...], depth: int, line: int) -> Sequence[Inline]:
        if opening is None:
            return children
        if opening.type == "link_open":
            return self._link(opening, children, line)
        if depth > _DEEPEST_STRESS:
            self.problems.append(NESTING.at(line))
            return children
        return [Strong(children) if opening.type == "strong_open" else Emphasis(children)]

    def _link(self, opening: Token, children: tuple[Inline, ...], line: int) -> Sequence[Inline]:
        if title := opening.attrs.get("title"):
            self.problems.append(LINK_TITLE.at(line, title=str(title)))
        match children:
            case (Text(words), *_) if words.startswith("^"):
                self.problems.append(FOOTNOTE.at(line, label=f"[{words}]"))
                return children
        link = read_link(str(opening.attrs.get("href", "")), children, line)
        if isinstance(link, ProseProblem):
            self.problems.append(link)
            return children
        if isinstance(link, RecordLink):
            self.links.append(ProseLink(link.kind, link.id, line))
        return [link]

    def _image(self, token: Token, line: int) -> Inline:
        path, alt = str(token.attrs.get("src", "")), _description(token)
        if title := token.attrs.get("title"):
            self.problems.append(LINK_TITLE.at(line, title=str(title)))
        problem = image_place_problem(path, line) if alt else IMAGE_ALT.at(line, address=path)
        if problem:
            self.problems.append(problem)
            return Text(alt)
        self.images.append(ProseImage(path, alt, line))
        return Image(path, alt)


def _description(image: Token) -> str:
    """Give the words between the brackets of a picture, without stress or links: a description has neither."""
    parts = (" " if child.type.endswith("break") else child.content for child in image.children or ())
    return " ".join("".join(parts).split())


def _merged(nodes: Sequence[Inline]) -> tuple[Inline, ...]:
    """Join neighboring words, so that equal texts give equal trees."""
    merged: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + node.text)
        elif node != Text(""):
            merged.append(node)
    return tuple(merged)
