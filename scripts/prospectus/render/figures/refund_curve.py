"""The course of a refund: how much comes back, from the first class to the last, beside a regulator's floor.

Only lines are drawn, stretched to their column; the words on the axes stay in HTML, so that nothing shrinks on a
phone. The table on the page says the same in words, so the drawing is hidden from screen readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

Point = tuple[Decimal, Decimal]
"""A share of the program that is done, and the share of the charges that comes back, both in percent."""


def refund_curve(ours: Sequence[Point], floor: Sequence[Point] = ()) -> Markup:
    """Draw one line, the ground under it, and the floor as a broken line where there is one."""
    grid = "".join(f'<path class="rc-grid" d="M0 {level}H100"/>' for level in (0, 25, 50, 75, 100))
    line = _path(ours)
    area = f'<path class="rc-area" d="{line}V100H0Z"/>' if ours else ""
    own = f'<path class="rc-line" d="{line}"/>' if ours else ""
    least = f'<path class="rc-floor" d="{_path(floor)}"/>' if floor else ""
    return Markup(
        '<svg class="rc" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    ).format(Markup(grid + area + own + least))


def _path(points: Sequence[Point]) -> str:
    """Write a line through the points; those that lie on a straight stretch are left out."""
    corners = [
        point
        for index, point in enumerate(points)
        if index in (0, len(points) - 1) or not _is_between(points[index - 1], point, points[index + 1])
    ]
    return "".join(
        f"{'L' if index else 'M'}{_two(across)} {_two(100 - back)}" for index, (across, back) in enumerate(corners)
    )


def _is_between(before: Point, point: Point, after: Point) -> bool:
    rise = (point[1] - before[1]) * (after[0] - point[0]) - (after[1] - point[1]) * (point[0] - before[0])
    return abs(rise) < Decimal("0.000001")


def _two(value: Decimal) -> str:
    """Write at most two decimals, none where they are zero."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".")
