"""Bars: hours by kind, and counts.

Only the bars are SVG, stretched to their column; all words stay in HTML, so that nothing shrinks below reading size
on a phone.
"""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

Amount = int | float | Decimal

_GAP = 0.005
"""The gap after a segment, as a share of the scale: about 2 px in a column of 400 px. The three colors do not contrast
enough with each other to touch."""


def hours_bar(theory: Amount, lab: Amount, clinic: Amount, scale: Amount = 0, height: int = 18) -> Markup:
    """Draw hours of theory, lab and clinic on a scale of `scale` hours, or filling the width when it is 0.

    Bars with one scale can be compared by eye.
    """
    total = _at_least_one(scale or _exact(theory) + _exact(lab) + _exact(clinic))
    start = Decimal(0)
    segments = ""
    for kind, amount in zip(("k-t", "k-l", "k-c"), map(_exact, (theory, lab, clinic)), strict=True):
        width = amount - total * _exact(_GAP)
        if width > 0:
            segments += f'<rect class="{kind}" x="{_two(start)}" width="{_two(width)}" height="{height}"/>'
        start += amount
    return _stretched(total, height, segments)


def tally_bar(count: Amount, scale: Amount) -> Markup:
    """Draw one count as a bar on a scale of `scale`."""
    width = _exact(count)
    bar = f'<rect class="k-n" width="{_two(width)}" height="18"/>' if width > 0 else ""
    return _stretched(_at_least_one(scale), 18, bar)


def _stretched(width: Decimal, height: int, content: str) -> Markup:
    return Markup(
        '<svg class="hbar" viewBox="0 0 {} {}" preserveAspectRatio="none" height="{}" aria-hidden="true">{}</svg>'
    ).format(_two(width), height, height, Markup(content))


def _exact(amount: Amount) -> Decimal:
    return amount if isinstance(amount, Decimal) else Decimal(str(amount))


def _at_least_one(scale: Amount) -> Decimal:
    return max(_exact(scale), Decimal(1))


def _two(value: Decimal) -> str:
    """Write at most two decimals, none where they are zero."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".")
