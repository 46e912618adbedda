"""One square a seat: filled when taken, outlined when free. The words beside it say the same."""

from __future__ import annotations

from markupsafe import Markup

_A_ROW = 20
_MOST = 60
"""More squares than this cannot be counted by eye, so the words stand alone."""


def seat_row(seats: int, taken: int) -> Markup:
    """Draw `seats` squares of which the first `taken` are filled, twenty a row; nothing for more than sixty."""
    if not 0 < seats <= _MOST:
        return Markup("")
    squares = "".join(
        f'<rect class="{"taken" if seat < taken else "free"}" '
        f'x="{seat % _A_ROW * 12 + 1}" y="{seat // _A_ROW * 12 + 1}" width="9" height="9"/>'
        for seat in range(seats)
    )
    width, height = min(seats, _A_ROW) * 12, (seats + _A_ROW - 1) // _A_ROW * 12
    return Markup('<svg viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true">{}</svg>').format(
        width, height, width, height, Markup(squares)
    )
