"""Smooth curves from point lists: Catmull-Rom splines, written as short SVG path data.

Coordinates are snapped to a grid of a tenth before they are written, so the same points give the same characters on
every machine, and a path never drifts. Knows nothing of bodies, colors or pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Line = Sequence[Point]


def tenths(value: float) -> int:
    """Snap to the grid: the value in tenths, halves away from zero."""
    return int(value * 10 + (0.5 if value >= 0 else -0.5))


def short(tenth: int) -> str:
    """Write tenths as SVG reads them: no leading zero, no trailing one."""
    whole, rest = divmod(abs(tenth), 10)
    sign = "-" if tenth < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest}"


def number(value: float) -> str:
    """Write one coordinate or length, rounded to a tenth."""
    return short(tenths(value))


def _joined(numbers: Iterable[int]) -> str:
    """Write numbers side by side, with a blank only where one would run into the next."""
    text, before = "", ""
    for written in map(short, numbers):
        parts_itself = not before or written[0] == "-" or (written[0] == "." and "." in before)
        text += written if parts_itself else f" {written}"
        before = written
    return text


def mirrored(points: Line) -> list[Point]:
    """Reflect points in the body's axis."""
    return [(-x, y) for x, y in points]


def smooth(points: Line, closed: bool = False) -> str:
    """Draw a curve through all points: relative cubic segments after one absolute start.

    The curve never bends sharply, so a segment's first control point is the last one's mirror image, which SVG works
    out by itself ("s"): a third less to write. The first segment of an open curve sets out from its own start.
    """
    count = len(points)
    steps = count if closed else count - 1
    grid = [(tenths(x), tenths(y)) for x, y in points]
    path = "M" + _joined(grid[0])
    for step in range(steps):
        before, here, there, after = (_point(points, step + offset, closed) for offset in (-1, 0, 1, 2))
        origin = grid[step % count]
        leaving = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        arriving = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        controls = (leaving, arriving) if closed and not step else (arriving,)
        segment = [tenths(value) - origin[axis] for point in controls for axis, value in enumerate(point)]
        end = grid[(step + 1) % count]
        path += ("s" if len(controls) == 1 else "c") + _joined([*segment, end[0] - origin[0], end[1] - origin[1]])
    return path + ("z" if closed else "")


def straight(points: Line) -> str:
    """Draw a closed polygon."""
    grid = [(tenths(x), tenths(y)) for x, y in points]
    path = "M" + _joined(grid[0])
    for here, there in pairwise(grid):
        path += "l" + _joined((there[0] - here[0], there[1] - here[1]))
    return path + "z"


def between(first: Line, last: Line, count: int) -> list[list[Point]]:
    """Spread `count` lines evenly between two edge curves.

    Each line has three points, which makes two Bézier segments: the least that still bends both ways, and what keeps
    a figure within its weight.
    """
    edges = _resampled(first), _resampled(last)
    lines = []
    for index in range(count):
        share = index / (count - 1) if count > 1 else 0.5
        lines.append(
            [
                (a[0] * (1 - share) + b[0] * share, a[1] * (1 - share) + b[1] * share)
                for a, b in zip(*edges, strict=True)
            ]
        )
    return lines


def _point(points: Line, index: int, closed: bool) -> Point:
    count = len(points)
    return points[index % count] if closed else points[min(max(index, 0), count - 1)]


def _resampled(points: Line, pieces: int = 2) -> list[Point]:
    """Pick evenly spaced points of the curve through `points`, both ends included."""
    last = len(points) - 1
    picked = []
    for piece in range(pieces + 1):
        where = piece / pieces * last
        step = min(int(where), last - 1)
        picked.append(_on_curve([_point(points, step + offset, False) for offset in (-1, 0, 1, 2)], where - step))
    return picked


def _on_curve(around: Line, t: float) -> Point:
    """Evaluate the uniform Catmull-Rom spline between the middle two of four points."""

    def along(axis: int) -> float:
        p0, p1, p2, p3 = (point[axis] for point in around)
        square, cube = (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2, (-p0 + 3 * p1 - 3 * p2 + p3) * t**3
        return 0.5 * (2 * p1 + (p2 - p0) * t + square + cube)

    return along(0), along(1)
