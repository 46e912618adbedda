"""The reading level of a text: syllables as spoken, the published formula, and words that do not count against it."""

from __future__ import annotations

import pytest

from prospectus.check.reading_level import reading_grade, syllables

SPOKEN = {
    1: "a the hand slow stroke pressed moves pain knee through eye joints sleeves years one",
    2: "massage muscle table body gentle pressure needed ankles tension being client fluid",
    3: "condition therapist recover injury area",
    4: "relaxation medication temporary circulation",
    5: "examination",
}


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, words in SPOKEN.items() for word in words.split()]
)
def test_syllables(count: int, word: str) -> None:
    assert syllables(word) == count


def test_the_formula() -> None:
    # 11 words, 2 sentences, 13 syllables.
    text = "The hands move down the back. They rest a moment, softly."
    assert reading_grade(text) == pytest.approx(0.39 * 11 / 2 + 11.8 * 13 / 11 - 15.59)


def test_long_words_and_long_sentences_raise_the_grade() -> None:
    plain = reading_grade("Rub the back. Then rest.")
    assert plain < reading_grade("Rub the back and then rest and then rub it again and rest.")
    assert plain < reading_grade("Manipulate musculature. Then relax.")


def test_known_names_count_as_one_plain_word() -> None:
    text = "Manual lymphatic drainage helps."
    assert reading_grade(text, ["manual lymphatic drainage"]) == reading_grade("Word helps.")
    assert reading_grade(text, ["lymph"]) == reading_grade(text), "only whole words are known"
    longer = reading_grade(text, ["drainage", "manual lymphatic drainage"])
    assert longer == reading_grade("Word helps."), "the longest name wins"


def test_numbers_in_the_text_end_no_sentence() -> None:
    assert reading_grade("It took 3.5 weeks.") == reading_grade("It took 3 5 weeks.")


@pytest.mark.parametrize("text", ["", "   ", "...", "—"])
def test_a_text_without_words_has_no_grade(text: str) -> None:
    assert reading_grade(text) == 0.0
