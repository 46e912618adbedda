"""Where each value of a YAML file stands: a map from key path to line and column, made when it is first asked.

Positions lie beside the data, never in it. Only findings need them, so the map keeps the file's bytes (a tenth of the
memory of the positions) and reads them a second time on the first question. It must be given a file that the event scan
of `yaml_source` has passed: composing nodes is safe only below its limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import yaml

from prospectus.diagnostics import Place
from prospectus.model.record import KeyPath
from prospectus.read.source_text import decode

Position = tuple[int, int]
"""Line and column, both counted from 1."""

_WORD = re.compile(r"\S+")


class Spot(NamedTuple):
    """Where one value stands: its key (None for a list item), its own first character, and how it is written."""

    key: Position | None
    value: Position
    last_line: int
    text: str | None
    style: str | None

    @property
    def best(self) -> Position:
        """The value if it is a text that begins beside its key; the key for lists, groups, blocks and empty values."""
        return self.value if self.key is None or (self.text and not self.is_block) else self.key

    @property
    def is_block(self) -> bool:
        """Say whether the value is a text that begins on the line below its | or >."""
        return self.style in ("|", ">")


class LineMap(Mapping[KeyPath, Position]):
    """Positions of one file by key path. The lines of a text answer like items of a list: ("how", 2) is its third."""

    def __init__(self, file: str, source: bytes) -> None:
        self.file = file
        self._source = source

    @cached_property
    def _text(self) -> str:
        text = decode(self._source, self.file)
        return text if isinstance(text, str) else ""

    @cached_property
    def _spots(self) -> dict[KeyPath, Spot]:
        spots: dict[KeyPath, Spot] = {}
        root = yaml.compose(self._text, Loader=yaml.CBaseLoader)
        if root is not None:
            _collect(root, (), None, spots)
        return spots

    def __getitem__(self, path: KeyPath) -> Position:
        spot = self._spots.get(path)
        if spot is not None:
            return spot.best
        if path and isinstance(path[-1], int):
            holder = self._spots.get(path[:-1])
            if holder is not None and holder.text is not None:
                return self._line_of_text(holder, holder.text, path[-1])
        raise KeyError(path)

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._spots)

    def __len__(self) -> int:
        return len(self._spots)

    def key_place(self, path: KeyPath) -> Place:
        """Give the place of a key, or of the value where there is none, or of the nearest parent."""
        spot = self._nearest(path)
        return Place(self.file, *(spot.key or spot.value)) if spot else Place(self.file)

    def value_place(self, path: KeyPath) -> Place:
        """Give the place of the value's first character, or of the nearest parent."""
        spot = self._nearest(path)
        return Place(self.file, *spot.best) if spot else Place(self.file)

    def first_character(self, path: KeyPath) -> str:
        """Give the character that a value begins with in the file, or an empty text."""
        spot = self._spots.get(path)
        if spot is None:
            return ""
        line, column = spot.value
        return self._text.split("\n")[line - 1][column - 1 : column]

    def is_remark(self, path: KeyPath) -> bool:
        """Say whether a remark stands right behind the colon of a field, where its value belongs."""
        spot = self._spots.get(path)
        if spot is None or spot.key is None:
            return False
        line, column = spot.key
        _, _, behind = self._text.split("\n")[line - 1][column - 1 :].partition(": ")
        return behind.lstrip().startswith("#")

    def knows(self, path: KeyPath) -> bool:
        """Say whether a value is written at this path."""
        return path in self._spots

    def _nearest(self, path: KeyPath) -> Spot | None:
        return next((spot for end in range(len(path), -1, -1) if (spot := self._spots.get(path[:end]))), None)

    def _line_of_text(self, spot: Spot, text: str, line: int) -> Position:
        """Find a line of a text in the file by counting words, which holds for folded and quoted texts as well."""
        words_before = len(" ".join(text.split("\n")[:line]).split())
        rows = self._text.split("\n")
        first, column = spot.value[0] - 1, spot.value[1] - 1
        if spot.is_block:
            first, column = first + 1, 0
        for row in range(first, min(spot.last_line, len(rows))):
            for match in _WORD.finditer(rows[row], column if row == first else 0):
                if words_before == 0:
                    return row + 1, match.start() + 1
                words_before -= 1
        return spot.best


def _collect(node: yaml.Node, path: KeyPath, key: Position | None, spots: dict[KeyPath, Spot]) -> None:
    text = node.value if isinstance(node, yaml.ScalarNode) else None
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    spots.setdefault(path, Spot(key, _position(node), node.end_mark.line + 1, text, style))
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _collect(item, (*path, index), None, spots)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode) and (*path, name.value) not in spots:
                _collect(value, (*path, name.value), _position(name), spots)


def _position(node: yaml.Node) -> Position:
    return node.start_mark.line + 1, node.start_mark.column + 1
