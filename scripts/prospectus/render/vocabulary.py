"""The words a page marks: glossary terms and their other forms, ready for finding in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from prospectus.model.glossary import Term
from prospectus.model.school import School
from prospectus.model.translated_texts import is_left

Found = tuple[int, int, Term]
"""Where a form begins and ends in a text, and its term."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The term of each form (in lower case), and the patterns that find forms in words of any and of small letters."""

    pattern: re.Pattern[str]
    small: re.Pattern[str]
    terms: Mapping[str, Term]
    _found: dict[str, tuple[Found, ...]] = field(default_factory=dict, repr=False, compare=False)

    def find(self, text: str) -> tuple[Found, ...]:
        """Give every form in a text. A text that stands on several pages is searched once."""
        found = self._found.get(text)
        if found is None:
            # Without regard to case each letter costs ten times as much; only ASCII keeps its places when made small.
            matches = self.small.finditer(text.lower()) if text.isascii() else self.pattern.finditer(text)
            found = tuple((*match.span(), self.terms[match.group().casefold()]) for match in matches)
            self._found[text] = found
        return found


def vocabulary_of(school: School, *, only_translated: bool = False) -> Vocabulary | None:
    """Give the terms to mark, longest form first so that a phrase wins over a word in it; None without terms.

    `only_translated` leaves out forms that are still those of the original: they are no words of the page's language.
    """
    marked = [term for term in school.terms.values() if term.marked]
    fields = [(term, field) for term in marked for field in ("name", "forms")]
    kept = [(term, field) for term, field in fields if not (only_translated and is_left(field, term))]
    forms = {form.casefold(): term for term, field in kept for form in _forms(term, field)}
    if not forms:
        return None
    pattern = rf"(?<![\w-]){_one_of(frozenset(forms))}(?![\w-])"
    return Vocabulary(re.compile(pattern, re.IGNORECASE), re.compile(pattern), forms)


def _forms(term: Term, field: str) -> tuple[str, ...]:
    return (term.name,) if field == "name" else term.forms


def _one_of(forms: frozenset[str]) -> str:
    """Write a pattern for one of these forms, the longest that fits, as a tree of letters.

    A list of alternatives would be tried one by one at every word.
    """
    tails: dict[str, set[str]] = {}
    for form in sorted(forms - {""}):
        tails.setdefault(form[0], set()).add(form[1:])
    branches = [re.escape(letter) + _one_of(frozenset(rest)) for letter, rest in tails.items()]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if '' in forms else ''}"
