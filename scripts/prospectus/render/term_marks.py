"""Marks the words that the glossary explains, each at its first occurrence on a page.

A page in another language has two vocabularies: its own for what is translated, and the original's for what is not.
Both share what is marked already, so a word is explained once.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from prospectus.model.glossary import Term
from prospectus.render.escape import escape_markdown
from prospectus.render.vocabulary import Vocabulary


class TermMarks:
    """Marks the terms of one vocabulary in the words of one page. `marked` are the terms so far, by id."""

    def __init__(self, vocabulary: Vocabulary | None, marked: dict[str, Term]) -> None:
        self._vocabulary = vocabulary
        self._marked = marked

    def mark(self, text: str) -> Markup:
        """Escape a run of plain text, with a button around each term that stands here first."""
        if self._vocabulary is None:
            return escape_markdown(text)
        parts: list[str] = []
        end = 0
        for start, stop, term in self._vocabulary.find(text):
            if term.id in self._marked:
                continue
            self._marked[term.id] = term
            parts += [escape_markdown(text[end:start]), _term_button(text[start:stop], len(self._marked))]
            end = stop
        return Markup("".join([*parts, escape_markdown(text[end:])])) if parts else escape_markdown(text)


def _term_button(words: str, number: int) -> str:
    """Write a word that opens the page's `number`-th meaning. There are many on a page, so the tags are short."""
    return f'<button popovertarget="w{number}">{escape(words)}</button>'
