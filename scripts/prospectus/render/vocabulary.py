"""The words a page marks: glossary terms and their other forms, ready for finding in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from prospectus.model.glossary import Term
from prospectus.model.school import School


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One pattern for all terms and their forms, and the term of each (by its form in lower case)."""

    pattern: re.Pattern[str]
    terms: Mapping[str, Term]


def vocabulary_of(school: School) -> Vocabulary | None:
    """Give the terms to mark, longest form first so that a phrase wins over a word in it; None without terms."""
    marked = [term for term in school.terms.values() if term.marked]
    forms = {form.casefold(): term for term in marked for form in (term.name, *term.forms)}
    if not forms:
        return None
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])", re.IGNORECASE)
    return Vocabulary(pattern, forms)
