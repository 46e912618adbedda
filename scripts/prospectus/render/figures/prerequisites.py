"""Which course comes before which: boxes in layers from left to right, joined by lines.

Drawn at its own size, never shrunk, so that its words stay readable on a phone; the page lets it scroll. What it shows
stands in words beside it. Takes plain values and knows no record.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup, escape

WIDTH, GAP, LINE, PADDING = 200, 56, 18, 10
ROOM = 16
"""Space between two boxes of a layer."""
_A_LINE = 22
_MOST_LINES = 3
_SWEEPS = 6
_BOW = 30

STYLES = {"prerequisites": "must", "one_of": "one", "corequisites": "along"}
"""How a line is drawn, by the field that asks for it; the page explains the three in words."""


@dataclass(frozen=True, slots=True)
class Box:
    """A course: its key, code, name and address, the layer it stands in, and whether the page is about it."""

    key: str
    code: str
    name: str
    url: str
    layer: int
    here: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in a layer: a box, or the bend of a line that passes by (a height of almost nothing)."""

    key: str
    height: int


Line = tuple[str, str, str]
"""From, to, and the field that asks for it."""


def prerequisite_graph(label: str, boxes: Sequence[Box], lines: Sequence[Line]) -> Markup:
    """Draw boxes and lines; nothing without a line. `label` names the drawing for people who do not see it."""
    if not lines:
        return Markup("")
    lowest = min(box.layer for box in boxes)
    boxes = [replace(box, layer=box.layer - lowest) for box in boxes]  # the first layer that is drawn is 0
    places = {box.key: box for box in boxes}
    drawn = [line for line in _without_detours(lines) if line[0] in places and line[1] in places]
    layers, ways = _layers(boxes, drawn)
    middle = _heights(_ordered(layers, ways))
    height = max(y + slot.height / 2 for layer in layers for slot in layer for y in [middle[slot.key]]) + 2
    # A bow at the left of the first layer needs room of its own.
    margin = _BOW if any(places[way[0]].layer == places[way[-1]].layer == 0 for way, _ in ways) else 0
    width = len(layers) * (WIDTH + GAP) - GAP + 4 + margin
    strokes = _strokes([(STYLES[field], *_line(way, middle, places)) for way, field in ways])
    words = Markup("").join(_box(box, middle[box.key]) for box in boxes)
    return Markup(
        '<svg class="pre" role="group" aria-label="{}" width="{}" height="{}" viewBox="{} 0 {} {}">{}{}</svg>'
    ).format(label, width, round(height), -margin, width, round(height), strokes, words)


def _without_detours(lines: Sequence[Line]) -> list[Line]:
    """Leave out a line where others lead the same way in steps; the words beside the figure name them all."""
    after: dict[str, set[str]] = {}
    for start, end, _ in lines:
        after.setdefault(start, set()).add(end)

    def leads(start: str, end: str) -> bool:
        seen, waiting = set[str](), [other for other in after.get(start, ()) if other != end]
        while waiting:
            each = waiting.pop()
            if each == end:
                return True
            if each not in seen:
                seen.add(each)
                waiting += after.get(each, ())
        return False

    return [line for line in lines if line[2] != "prerequisites" or not leads(line[0], line[1])]


def _layers(boxes: Sequence[Box], lines: Sequence[Line]) -> tuple[list[list[_Slot]], list[tuple[list[str], str]]]:
    """Put boxes into layers, and a bend into every layer that a line only passes."""
    layer_of = {box.key: box.layer for box in boxes}
    layers: list[list[_Slot]] = [[] for _ in range(max(layer_of.values()) + 1)]
    for box in boxes:
        layers[layer_of[box.key]].append(_Slot(box.key, _height(box)))
    ways = []
    for start, end, field in lines:
        bends = [f"{start}>{end}>{layer}" for layer in range(layer_of[start] + 1, layer_of[end])]
        for layer, bend in enumerate(bends, start=layer_of[start] + 1):
            layers[layer].append(_Slot(bend, 4))
        ways.append(([start, *bends, end], field))
    return layers, ways


def _ordered(layers: list[list[_Slot]], ways: Sequence[tuple[list[str], str]]) -> list[list[_Slot]]:
    """Order each layer by where its neighbors stand, forth and back, so that few lines cross."""
    near: dict[str, tuple[list[str], list[str]]] = {}
    for way, _ in ways:
        for start, end in pairwise(way):
            near.setdefault(end, ([], []))[0].append(start)
            near.setdefault(start, ([], []))[1].append(end)
    for sweep in range(_SWEEPS):
        side = sweep % 2
        rank = _ranks(layers)
        for layer in layers if side == 0 else reversed(layers):
            layer.sort(
                key=lambda slot: _mean([rank[other] for other in near.get(slot.key, ([], []))[side]], slot, rank)
            )
            rank |= {slot.key: number / max(len(layer) - 1, 1) for number, slot in enumerate(layer)}
    return layers


def _ranks(layers: Sequence[Sequence[_Slot]]) -> dict[str, float]:
    return {slot.key: number / max(len(layer) - 1, 1) for layer in layers for number, slot in enumerate(layer)}


def _mean(ranks: Sequence[float], slot: _Slot, rank: Mapping[str, float]) -> float:
    return sum(ranks) / len(ranks) if ranks else rank[slot.key]


def _heights(layers: Sequence[Sequence[_Slot]]) -> dict[str, float]:
    """Give the middle of every slot, each layer centered on the tallest."""
    tall = [sum(slot.height + ROOM for slot in layer) - ROOM for layer in layers]
    middle: dict[str, float] = {}
    for layer, height in zip(layers, tall, strict=True):
        top = (max(tall) - height) / 2 + 2
        for slot in layer:
            middle[slot.key] = top + slot.height / 2
            top += slot.height + ROOM
    return middle


def _left(layer: int) -> int:
    return layer * (WIDTH + GAP) + 2


def _line(way: Sequence[str], middle: Mapping[str, float], places: Mapping[str, Box]) -> tuple[str, str]:
    """Write the way of one line, and its tip."""
    first, last = places[way[0]].layer, places[way[-1]].layer
    if first == last:  # along with each other, in one layer: a bow at the left side
        x, y1, y2 = _left(first), middle[way[0]], middle[way[-1]]
        path = f"M{x} {y1:.0f}C{x - _BOW} {y1:.0f} {x - _BOW} {y2:.0f} {x} {y2:.0f}"
        return path, _tip(x, y2)
    x, y = _left(first) + WIDTH, middle[way[0]]
    path = f"M{x} {y:.0f}"
    for layer, key in enumerate(way[1:], start=first + 1):
        to_x, to_y = _left(layer), middle[key]
        half = (to_x - x) / 2
        path += f"C{x + half:.0f} {y:.0f} {to_x - half:.0f} {to_y:.0f} {to_x} {to_y:.0f}"
        x, y = to_x, to_y
        if layer != last:
            x += WIDTH
            path += f"H{x}"
    return path, _tip(x, y)


def _tip(x: int, y: float) -> str:
    return f"M{x - 8} {y - 5:.0f}L{x} {y:.0f}L{x - 8} {y + 5:.0f}"


def _strokes(lines: Sequence[tuple[str, str, str]]) -> Markup:
    """Write all lines of a style as one path, and all tips as another: one element a line would weigh twice as much."""
    styles = dict.fromkeys(style for style, _, _ in lines)
    paths = [(style, "".join(path for of, path, _ in lines if of == style)) for style in styles]
    # Lines that end in one box have one tip.
    paths.append(("tip", "".join(dict.fromkeys(tip for _, _, tip in lines))))
    return Markup("").join(Markup('<path class="pre-{}" d="{}"/>').format(style, path) for style, path in paths)


def _words(box: Box) -> list[str]:
    return textwrap.wrap(box.name, _A_LINE, max_lines=_MOST_LINES, placeholder="…")


def _height(box: Box) -> int:
    return 2 * PADDING + LINE * (1 + len(_words(box)))


def _box(box: Box, middle: float) -> Markup:
    height = _height(box)
    top = middle - height / 2
    rows = [box.code, *_words(box)]
    text = Markup("").join(
        Markup('<text x="{}" y="{}">{}</text>').format(PADDING, PADDING + LINE * number + 14, f"{row} ")
        for number, row in enumerate(rows)  # the blank parts the words where they are read aloud
    )
    frame = Markup('<rect width="{}" height="{}"/>').format(WIDTH, height)
    # The words are the name of the link; only one that was cut needs another.
    whole = Markup("<title>{}</title>").format(f"{box.code} {box.name}") if rows[-1].endswith("…") else ""
    inner = Markup("{}{}{}").format(whole, frame, text)
    here = Markup(' class="pre-here"') if box.here else ""
    opened = Markup('<a href="{}"').format(escape(box.url)) if box.url and not box.here else ""
    place = Markup(' transform="translate({} {})">').format(_left(box.layer), round(top))
    if opened:
        return opened + place + inner + Markup("</a>")
    return Markup("<g{}").format(here) + place + inner + Markup("</g>")
