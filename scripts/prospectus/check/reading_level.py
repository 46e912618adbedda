"""How hard a text is to read, as a US school grade.

The formula is the Flesch-Kincaid grade level: J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom,
"Derivation of New Readability Formulas for Navy Enlisted Personnel", Research Branch Report 8-75, Naval Technical
Training Command, 1975: 0.39 × words per sentence + 11.8 × syllables per word - 15.59. Syllables are counted by groups
of vowels, so a grade is an estimate. Knows plain text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouyáéíóúàèìòùâêîôûäëïöü]+")
_SILENT_END = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^aeiouytdl]ed|[aeiouy]led|[^aeiouysxzcghl]es|[aeiouy]les)$")
_SPLIT_VOWELS = re.compile(
    r"[^cgtsx]i[ao]|[^gq]ua[^rl]|eo|[iye]ing|[^q]uou|ism$|iu|clie|diet|quiet|scien|lui|ruin|(?:ar|id|rh)ea$"
)
KNOWN_WORD = "word"
"""Stands in for a name or a term that the reader can look up: one plain word of one syllable."""


def reading_grade(text: str, known: Iterable[str] = ()) -> float:
    """Give the Flesch-Kincaid grade of a text, 0 for one without words.

    Each of the `known` names and terms, also where it has several words, counts as one plain word.
    """
    plain = _with_known_words(text, known)
    words = _WORD.findall(plain)
    if not words:
        return 0.0
    sentences = sum(1 for part in _SENTENCE_END.split(plain) if _WORD.search(part))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Estimate the syllables of an English word: its groups of vowels, without a silent e, at least one.

    Answers are remembered: a school says most of its words again and again.
    """
    letters = re.sub(r"['’]s?$", "", word.lower())
    groups = len(_VOWELS.findall(letters)) + len(_SPLIT_VOWELS.findall(letters))
    return max(groups - (1 if _SILENT_END.search(letters) else 0), 1)


def _with_known_words(text: str, known: Iterable[str]) -> str:
    ordered = sorted({name for name in known if name.strip()}, key=lambda name: (-len(name), name))
    if not ordered:
        return text
    names = "|".join(map(re.escape, ordered))
    return re.sub(rf"(?<!\w)(?:{names})(?!\w)", KNOWN_WORD, text, flags=re.IGNORECASE)
