"""Which characters can be printed: the table agrees with typst, and what it lacks is told by name."""

from __future__ import annotations

import random
import unicodedata

import pytest
import typst

from prospectus.reckoning.glyphs import glyph_name, missing_glyphs, on_paper

FONTS = typst.Fonts(include_system_fonts=False)
PRESS = typst.Compiler(font_paths=FONTS)
ASSIGNED = [code for code in range(0x20, 0x30000) if unicodedata.category(chr(code)) not in {"Cc", "Cn", "Co", "Cs"}]


def can_be_set(character: str) -> bool:
    words = character.replace("\\", "\\\\").replace('"', '\\"')
    source = f'#set document(title: "x")\n#set text(lang: "en", font: "Libertinus Serif")\n= One\n#"a{words}b";'
    try:
        PRESS.compile(input=source.encode(), format="pdf", pdf_standards="ua-1", timestamp=0)
    except typst.TypstError:
        return False
    return True


def test_the_table_agrees_with_typst() -> None:
    picked = random.Random(11)
    sample = [*picked.sample(ASSIGNED, 400), *picked.sample([code for code in ASSIGNED if code < 0x3000], 400)]
    told = {chr(code) for code in sample if missing_glyphs(chr(code))}
    assert told == {chr(code) for code in sample if not can_be_set(chr(code))}


@pytest.mark.parametrize("text", ["plain", "naïve café — “so” … ½ ×", "Ελληνικά", "Русский", "עברית", "€ £ ✓ → •"])
def test_what_schools_write_is_printed_as_it_is(text: str) -> None:
    assert missing_glyphs(text) == ()
    assert on_paper(text) == text


def test_what_no_font_holds_is_told_by_name() -> None:
    assert missing_glyphs("rest 😀 and 中, 😀") == ("😀", "中")
    assert on_paper("rest 😀") == "rest [grinning face]"
    assert glyph_name("\ue000") == "U+E000"
