"""The two role pictures: fibers drawn together to one point, and fibers that rise and fall together."""

from __future__ import annotations

from markupsafe import Markup

from prospectus.render.figures.curve import number


def role_wave(role: str) -> Markup:
    """Draw the wave of "medical" (work on one place) or "relaxation" (an even rhythm). ValueError for any other."""
    if role == "medical":
        lines = "".join(_gathered(index) for index in range(8))
    elif role == "relaxation":
        lines = "".join(_flowing(index) for index in range(8))
    else:
        raise ValueError(f'no picture for the role "{role}"')
    return Markup(
        '<svg class="role__wave" viewBox="0 0 600 72" preserveAspectRatio="none" aria-hidden="true">'
        '<path d="{}"/></svg>'
    ).format(lines)


def _gathered(index: int) -> str:
    edge, waist = 8 + index * 8, number(36 + (index - 3.5) * 1.2)
    return f"M0 {edge}C160 {edge} 220 {waist} 300 {waist}S460 {edge} 600 {edge}"


def _flowing(index: int) -> str:
    return f"M0 {12 + index * 7}q75 {number(-14 + index * 1.5)} 150 0t150 0 150 0 150 0"
