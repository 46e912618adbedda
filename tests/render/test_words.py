"""Dates, lists and numbers as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from prospectus.language import say_count, speaking
from prospectus.language.catalogue import catalogue_of
from prospectus.render import words

DAY, LATER = date(2027, 1, 11), date(2027, 3, 2)


def test_spanish_writes_dates_its_own_way() -> None:
    with speaking(catalogue_of("es")):
        assert words.long_date(DAY) == "lunes 11 de enero de 2027"
        assert words.month(LATER) == "marzo de 2027"
        assert words.date_span(DAY, LATER) == "del 11 de enero al 2 de marzo de 2027"
        assert words.date_span(DAY, date(2027, 1, 15)) == "del 11 al 15 de enero de 2027"
    assert words.date_span(DAY, LATER) == "11 January to 2 March 2027"


@pytest.mark.parametrize(
    ("items", "last", "expected"),
    [
        (["Ohio", "Utah"], "and", "Ohio y Utah"),
        (["Ohio", "Idaho"], "and", "Ohio e Idaho"),
        (["agua", "hielo"], "and", "agua y hielo"),
        (["Utah", "Ohio"], "or", "Utah u Ohio"),
        (["a", "b", "c"], "or", "a, b o c"),
        (["a"], "and", "a"),
    ],
)
def test_spanish_lists_sound_right(items: list[str], last: str, expected: str) -> None:
    with speaking(catalogue_of("es")):
        assert words.listing(items, last) == expected


def test_small_numbers_are_words_in_english_only() -> None:
    assert say_count(9, "{count} body", "{count} bodies", count=words.in_words(9)) == "nine bodies"
    assert words.in_words(13) == "13"
    with speaking(catalogue_of("es")):
        assert words.in_words(9) == "9"
