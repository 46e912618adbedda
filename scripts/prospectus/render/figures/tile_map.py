"""The states as tiles: one square a state, roughly where it lies, each a link with its code, a number and words.

Made as a list of links on a grid, so that text stays text and a reader with a keyboard or a screen reader meets the
states row by row. Knows the places of the United States only; whatever has no square stands in the table beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from markupsafe import Markup, escape

_ROWS = (
    ("AK", "", "", "", "", "", "", "", "", "", "ME"),
    ("", "", "", "", "", "WI", "", "", "", "VT", "NH"),
    ("WA", "ID", "MT", "ND", "MN", "IL", "MI", "NY", "", "MA", ""),
    ("OR", "NV", "WY", "SD", "IA", "IN", "OH", "PA", "NJ", "CT", "RI"),
    ("CA", "UT", "CO", "NE", "MO", "KY", "WV", "VA", "MD", "DE", ""),
    ("", "AZ", "NM", "KS", "AR", "TN", "NC", "SC", "DC", "", ""),
    ("", "", "", "OK", "LA", "MS", "AL", "GA", "", "", ""),
    ("HI", "", "", "TX", "", "", "", "", "FL", "", ""),
)

PLACES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {code: (row, column) for row, codes in enumerate(_ROWS, 1) for column, code in enumerate(codes, 1) if code}
)
"""Row and column of every state and the District of Columbia by its code."""

TONES = frozenset({"ok", "no", "open", "none", "plain"})
"""What a tile looks like: filled, outlined in rust, hatched, dashed, or without a verdict."""


def tile_map(tiles: Iterable[Mapping[str, str]], label: str) -> Markup:
    """Draw tiles of `code`, `number` (a short text), `tone`, `url` and `words`; nothing when none has a place."""
    placed = sorted(
        ((PLACES[tile["code"]], tile) for tile in tiles if tile["code"] in PLACES), key=lambda pair: pair[0]
    )
    if not placed:
        return Markup("")
    # Without its bullets, a list is none to some screen readers unless its role is written out.
    drawn = Markup("").join(map(_tile, placed))
    return Markup('<ul class="tiles" role="list" aria-label="{}">{}</ul>').format(label, drawn)


def _tile(placed: tuple[tuple[int, int], Mapping[str, str]]) -> Markup:
    (row, column), tile = placed
    if tile["tone"] not in TONES:
        raise KeyError(tile["tone"])
    return Markup(
        f'<li class="r{row} c{column} t-{tile["tone"]}"><a href="{escape(tile["url"])}"><b>{tile["code"]}</b>'
        f"<span>{escape(tile['number'])}</span><i> {escape(tile['words'])}</i></a></li>"
    )
