"""What the writers of prose ask of a page: where a link leads, where a picture lies, which words to mark.

Promises only. Addresses are made in `urls`, glossary marks by the page; the writers know neither.
"""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup


class LinkResolver(Protocol):
    """Answers where things are, as seen from one page or one document."""

    def address(self, kind: str, id: str) -> str | None:
        """Give the address of a record, or None when it is not published: its words then stand without a link."""

    def asset(self, path: str) -> str:
        """Give the address of a file whose path, starting with `assets/`, an author wrote."""


class TermMarker(Protocol):
    """Marks glossary terms in the words of one page, each at its first occurrence."""

    def mark(self, text: str) -> Markup:
        """Give the words, escaped with `escape_markdown`, with tags around the terms among them."""
