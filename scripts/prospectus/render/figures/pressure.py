"""The pressure scale: how deep contact reaches, drawn as five layers of tissue, or as five pips in a list."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

_LAYER = 44
_FIBERS = (0, 2, 3, 5, 1)
"""How many fibers each layer shows, from the skin to the bone: enough to tell the layers apart."""


@cache
def pressure_scale(lowest: int, highest: int) -> Markup:
    """Draw the five layers with those from `lowest` to `highest` filled and an arrow down to the deepest.

    Levels are 1 (touch) to 5 (deep). The names of the layers stand beside it in HTML.
    """
    _check(lowest, highest)
    layers = "".join(_layer(level, lowest <= level <= highest) for level in range(1, 6))
    tip = (highest - 1) * _LAYER + 24
    path = f"M66 0V{tip}M57 {tip - 10}l9 10 9-10"
    arrow = f'<path class="depth__halo" d="{path}"/><path class="depth__arrow" d="{path}"/>'
    # On a narrow screen it is pressed together sideways: each layer keeps the height of the words beside it.
    return Markup('<svg viewBox="0 0 132 220" preserveAspectRatio="none" aria-hidden="true">{}</svg>').format(
        Markup(layers + arrow)
    )


@cache
def pressure_pips(lowest: int, highest: int) -> Markup:
    """Draw five rising pips with those from `lowest` to `highest` filled."""
    _check(lowest, highest)
    pips = "".join(
        f'<rect class="{"pip--on" if lowest <= level <= highest else "pip"}" '
        f'x="{(level - 1) * 13}" y="{13 - 2 * level}" width="10" height="{1 + 2 * level}"/>'
        for level in range(1, 6)
    )
    return Markup('<svg viewBox="0 0 62 14" aria-hidden="true">{}</svg>').format(Markup(pips))


def _layer(level: int, active: bool) -> str:
    top = (level - 1) * _LAYER
    count = _FIBERS[level - 1]
    state = " depth__layer--on" if active else ""
    fibers = "".join(
        f"M0 {top + round((index + 1) * (_LAYER - 2) / (count + 1))}q16.5-4 33 0t33 0 33 0 33 0"
        for index in range(count)
    )
    path = f'<path d="{fibers}"/>' if fibers else ""
    return f'<g class="depth__layer{state}"><rect y="{top}" width="132" height="{_LAYER - 2}"/>{path}</g>'


def _check(lowest: int, highest: int) -> None:
    if not 1 <= lowest <= highest <= 5:
        raise ValueError(f"pressure runs from 1 to 5, not from {lowest} to {highest}")
