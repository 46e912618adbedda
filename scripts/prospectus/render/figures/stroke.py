"""Stroke notation: what a technique does to the fibers, as a glyph of five thin fibers and one thick action.

Twelve or so signs are enough for every technique; a new one is a row in `_ACTIONS` and its words in `_WORDS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from markupsafe import Markup

from prospectus.language import mark, say

_ACTIONS: Mapping[str, str] = MappingProxyType({
    "glide": '<path class="act" d="M6 30C16 20 28 18 41 19M34.5 13.5 41.5 19l-6 6"/>',
    "knead": '<path class="act" d="M9 27c0-9 13-9 14 0s15 9 15-1c0-7-9-9-12-3M22 20l4 3 1-5"/>',
    "friction": '<path class="act" d="M24 9v30M18.5 14.5 24 9l5.5 5.5M18.5 33.5 24 39l5.5-5.5"/>',
    "press": '<circle class="act" cx="24" cy="24" r="12"/><circle class="act" cx="24" cy="24" r="6"/>'
             '<circle class="dot" cx="24" cy="24" r="2.2"/>',
    "spread": '<path class="act" d="M21 24H7M13 18l-6 6 6 6M27 24h14M35 18l6 6-6 6"/>',
    "resist": '<path class="act" d="M10 34A16 16 0 0 1 36 15M30 12l7 3-3 7M38 34V24"/>',
    "tap": '<circle class="dot" cx="10" cy="20" r="3"/><circle class="dot" cx="20" cy="28" r="3"/>'
           '<circle class="dot" cx="30" cy="18" r="3"/><circle class="dot" cx="39" cy="29" r="3"/>',
    "vibrate": '<path class="act" d="M6 20q3-7 6 0t6 0 6 0 6 0 6 0 6 0M6 30q3-7 6 0t6 0 6 0 6 0 6 0 6 0"/>',
    "hold": '<path class="act" d="M8 27C14 15 34 15 40 27M13 34h4M22 34h4M31 34h4"/>',
})  # fmt: skip

_WORDS: Mapping[str, str] = MappingProxyType({
    "glide": mark("one long movement along the fibers"),
    "knead": mark("lifting and squeezing in loops"),
    "friction": mark("a short movement across the fibers, back and forth"),
    "press": mark("pressing down on one place and letting go"),
    "spread": mark("drawing the tissue slowly apart"),
    "resist": mark("a movement against resistance"),
    "tap": mark("light rhythmic taps"),
    "vibrate": mark("fast small trembling movements"),
    "hold": mark("a light hold, without moving over the skin"),
})  # fmt: skip


def stroke_words(notation: str) -> str:
    """Say a glyph in words. KeyError if there is no such glyph."""
    return say(_WORDS[notation])


def strokes(notations: Iterable[str]) -> Markup:
    """Draw, unseen, the glyphs that a list of techniques shows, each once; `stroke` then points at them.

    Nothing when no technique of the list has one.
    """
    shown = sorted({notation for notation in notations if notation})
    if not shown:
        return Markup("")
    fibers = "".join(f"M4 {y}q10-3 20 0t20 0" for y in (10, 17, 24, 31, 38))
    symbols = "".join(
        f'<symbol id="stroke-{notation}" viewBox="0 0 48 48"><use href="#fibers"/>{_ACTIONS[notation]}</symbol>'
        for notation in shown
    )
    drawn = f'<path class="fib" id="fibers" d="{fibers}"/>{symbols}'
    return Markup(f'<svg class="stroke strokes" aria-hidden="true">{drawn}</svg>')


@cache
def stroke(notation: str) -> Markup:
    """Show the small glyph in a list that `strokes` opened; the technique's name stands beside it."""
    if notation not in _ACTIONS:
        raise KeyError(notation)
    return Markup(f'<svg class="stroke" aria-hidden="true"><use href="#stroke-{notation}"/></svg>')


def stroke_large(notation: str, label: str = "") -> Markup:
    """Draw the glyph for a technique's masthead, with words for those who cannot see it."""
    words = label or say("Stroke notation: {action}", action=stroke_words(notation))
    fibers = "".join(f"M0 {y}q12-2.5 24 0t24 0" for y in range(6, 45, 3))
    return Markup(
        '<svg class="stroke stroke--large" viewBox="0 0 48 48" role="img" aria-label="{}"><path class="fib" d="{}"/>'
        "{}</svg>"
    ).format(words, fibers, Markup(_ACTIONS[notation]))
