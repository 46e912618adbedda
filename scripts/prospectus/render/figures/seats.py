"""One square a seat: filled when taken, outlined when free. The words beside it say the same."""

from __future__ import annotations

from markupsafe import Markup

_A_ROW = 20
_MOST = 60
"""More squares than this cannot be counted by eye, so the words stand alone."""


def seat_row(seats: int, taken: int) -> Markup:
    """Draw `seats` squares of which the first `taken` are filled, twenty a row; nothing for more than sixty.

    Each kind is one path, for pages with many groups would weigh too much otherwise.
    """
    if not 0 < seats <= _MOST:
        return Markup("")
    filled = min(taken, seats)
    squares = _row_lines(filled) + _squares(range(filled, seats))
    width, height = min(seats, _A_ROW) * 12, (seats + _A_ROW - 1) // _A_ROW * 12
    return Markup('<svg viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true">{}</svg>').format(
        width, height, width, height, Markup(squares)
    )


def _row_lines(seats: int) -> str:
    """Draw filled squares: a line a row, which the style sheet breaks into dashes as long as it is thick."""
    rows = range(0, seats, _A_ROW)
    path = "".join(f"M1 {first // _A_ROW * 12 + 5.5}h{min(seats - first, _A_ROW) * 12 - 3}" for first in rows)
    return f'<path class="taken" d="{path}"/>' if path else ""


def _squares(seats: range) -> str:
    path = "".join(f"M{seat % _A_ROW * 12 + 1} {seat // _A_ROW * 12 + 1}h9v9h-9z" for seat in seats)
    return f'<path class="free" d="{path}"/>' if path else ""
