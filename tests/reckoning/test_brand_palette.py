"""A school's colors: whatever they are, once they pass the rule every tone made from them can be read."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from prospectus.model.profile import BrandColors
from prospectus.reckoning.brand_palette import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    ON_BRAND,
    TEXT_CONTRAST,
    contrast,
    contrast_of_accent,
    contrast_on_ground,
    palette_of,
)

TOKENS = Path(__file__).parents[2] / "scripts" / "prospectus" / "render" / "theme" / "css" / "tokens.css"
STEPS = ("00", "33", "66", "99", "cc", "ff")
COLORS = ["#" + "".join(parts) for parts in product(STEPS, repeat=3)]


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#4a1c43", "#fff8f2") == pytest.approx(13.0, abs=0.05)


def test_the_grounds_are_those_of_the_tokens() -> None:
    light, dark, _ = TOKENS.read_text(encoding="utf-8").split("\n}\n", 2)
    for css, grounds, scheme in ((light, LIGHT_GROUNDS, "light"), (dark, DARK_GROUNDS, "dark")):
        found = dict(re.findall(r"(--ps-[\w-]+): (#[0-9a-f]{6});", css))
        assert (found["--ps-paper"], found["--ps-linen"], found["--ps-lilac"]) == grounds
        assert found["--ps-on-brand"] == ON_BRAND[scheme]


@pytest.mark.parametrize("ground", COLORS)
def test_every_tone_can_be_read_once_the_ground_passes(ground: str) -> None:
    colors = BrandColors(ground=ground)
    if contrast_on_ground(colors) < TEXT_CONTRAST:
        return
    palette = palette_of(colors)
    for tones, grounds in ((palette.light, LIGHT_GROUNDS), (palette.dark, DARK_GROUNDS)):
        for text, on in product(("--ps-on-brand", "--ps-on-brand-2"), ("--ps-brand", "--ps-brand-2")):
            assert contrast(tones[text], tones[on]) >= TEXT_CONTRAST, (text, on)
        for link, on in product(("--ps-link", "--ps-link-hover"), grounds):
            assert contrast(tones[link], on) >= TEXT_CONTRAST, (link, on)


def test_an_accent_that_passes_is_left_as_it_is() -> None:
    accent = "#1c6b52"
    assert contrast_of_accent(accent) >= TEXT_CONTRAST
    assert palette_of(BrandColors(ground="#1f4a3c", accent=accent)).light["--ps-link"] == accent
