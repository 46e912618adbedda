"""The school's own colors as every tone the site needs, light and dark, each with enough contrast for its text.

Contrast is reckoned as WCAG 2.2 does (relative luminance). Evidence, safety, the two roles and the hours keep their own
colors: they mean something. Knows no style sheet but the names of its tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from prospectus.model.profile import BrandColors

TEXT_CONTRAST = 4.5
"""What WCAG asks of text at level AA."""

ON_BRAND = {"light": "#fff8f2", "dark": "#fff3ea"}
"""Text on the school's ground."""

LIGHT_GROUNDS = ("#fdfbf9", "#f5efe8", "#f4eef3")
DARK_GROUNDS = ("#191219", "#261d22", "#2a1f2a")
"""Paper, linen and lilac: what links stand on in the two schemes (tokens.css)."""

_LINK_CONTRAST_IN_THE_DARK = 7.0
_STEP = 0.02


@dataclass(frozen=True, slots=True)
class Palette:
    """The tokens that a school's colors replace, by name, for each scheme."""

    light: dict[str, str]
    dark: dict[str, str]


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colors, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def contrast_on_ground(colors: BrandColors) -> float:
    """Give the contrast of the site's text on the school's ground."""
    return contrast(colors.ground, ON_BRAND["light"])


def contrast_of_accent(accent: str) -> float:
    """Give the contrast of links in this color on the darkest of the light grounds."""
    return min(contrast(accent, ground) for ground in LIGHT_GROUNDS)


def palette_of(colors: BrandColors) -> Palette:
    """Work out every tone from the school's ground and accent; without an accent, links take the ground's color."""
    ground = colors.ground
    accent = _until(colors.accent or ground, "#000000", LIGHT_GROUNDS, TEXT_CONTRAST)
    bright = _until(accent, "#ffffff", DARK_GROUNDS, _LINK_CONTRAST_IN_THE_DARK)
    night = mixed(ground, "#000000", 0.18)
    links = {"--ps-link": accent, "--ps-link-hover": mixed(accent, "#000000", 0.35), "--ps-focus": accent}
    links_at_night = {"--ps-link": bright, "--ps-link-hover": mixed(bright, "#ffffff", 0.5)}
    return Palette(
        light={**_ground_tones(ground, ON_BRAND["light"]), "--ps-mark-ground": ground, **links},
        dark={
            **_ground_tones(night, ON_BRAND["dark"]),
            "--ps-mark-ground": mixed(ground, "#ffffff", 0.12),
            **links_at_night,
        },
    )


def mixed(color: str, other: str, share: float) -> str:
    """Mix a share of another color into a color."""
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(mine + (theirs - mine) * share):02x}" for mine, theirs in pairs)


def _ground_tones(ground: str, text: str) -> dict[str, str]:
    """Give the ground, a raised tone of it, and the two tones of text, each readable on both."""
    raised = mixed(ground, "#ffffff", 0.12)
    if contrast(raised, text) < TEXT_CONTRAST:
        raised = mixed(ground, "#000000", 0.12)
    quiet = _until(mixed(text, ground, 0.18), text, (ground, raised), TEXT_CONTRAST)
    return {"--ps-brand": ground, "--ps-brand-2": raised, "--ps-on-brand": text, "--ps-on-brand-2": quiet}


def _until(color: str, towards: str, grounds: tuple[str, ...], least: float) -> str:
    """Mix in as little of another color as it takes to reach a contrast on every one of the grounds."""
    for step in count():
        share = min(step * _STEP, 1.0)
        tone = mixed(color, towards, share)
        if share == 1.0 or all(contrast(tone, ground) >= least for ground in grounds):
            return tone
    raise AssertionError("counting ended")


def _channels(color: str) -> tuple[int, ...]:
    return tuple(int(color[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(color: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(color))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
