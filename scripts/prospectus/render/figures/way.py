"""One stage of a way that takes time, as a muscle of fibers with a point for each step.

Stages are set side by side and touch at their ends, so that together they draw one line from left to right: open where
it begins, gathered where one stage passes into the next, and open again where it goes on. The names of the steps stay
in HTML beside it, so the drawing is hidden from screen readers.
"""

from __future__ import annotations

from markupsafe import Markup

from prospectus.render.figures.curve import number

_HEIGHT = 44
_FIBERS = 7
_POINT = 6


def way_stage(steps: int, opens: bool = False, goes_on: bool = False) -> Markup:
    """Draw a stage of so many steps; `opens` for the first one of a way, `goes_on` for the last one."""
    fibers = "".join(_fiber(index, opens, goes_on) for index in range(_FIBERS))
    points = "".join(
        f'<circle cx="{number(100 * (2 * step + 1) / (2 * steps))}%" cy="{_HEIGHT // 2}" r="{_POINT}"/>'
        for step in range(steps)
    )
    return Markup(
        '<svg class="stages__fig" width="100%" height="{height}" aria-hidden="true">'
        '<svg viewBox="0 0 200 {height}" preserveAspectRatio="none" width="100%" height="{height}"><path d="{fibers}"/>'
        "</svg>{points}</svg>"
    ).format(height=_HEIGHT, fibers=fibers, points=Markup(points))


def _fiber(index: int, opens: bool, goes_on: bool) -> str:
    """Draw one fiber: far from the middle within the stage, close to it where two stages meet."""
    offset = index - (_FIBERS - 1) / 2
    middle = _HEIGHT / 2
    belly, knot = number(middle + offset * 6), number(middle + offset)
    start, end = (belly if opens else knot), (belly if goes_on else knot)
    return f"M0 {start}C40 {start} 50 {belly} 100 {belly}S160 {end} 200 {end}"
