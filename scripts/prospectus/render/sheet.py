"""The sheet a page is written on: it numbers the sources, marks glossary terms, and turns links into addresses.

A sheet lives as long as one page is being made. Templates ask it for text; nothing else keeps state while rendering.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from markupsafe import Markup, escape

from prospectus.model.glossary import Term
from prospectus.model.picture import Picture
from prospectus.model.prose import Prose
from prospectus.model.record import Record
from prospectus.model.source import Source
from prospectus.model.statement import Basis
from prospectus.render import urls
from prospectus.render.desk import Desk
from prospectus.render.escape import escape_markdown
from prospectus.render.prose_html import render_inline, render_prose


class Backed(Protocol):
    """Anything with a text and what it rests on: statements, effects, danger signs, contraindications."""

    @property
    def text(self) -> Prose: ...

    @property
    def sources(self) -> tuple[str, ...]: ...

    @property
    def basis(self) -> Basis: ...


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as templates take it: inline HTML, its numbers in the page's list of sources, and its basis."""

    text: Markup
    refs: list[int]
    basis: str = Basis.SOURCED.value


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source with the number it has on this page."""

    number: int
    source: Source


class Sheet:
    """One page being written. `here` is its address."""

    def __init__(self, desk: Desk, here: str, *, marks_terms: bool = True) -> None:
        self.desk = desk
        self.school = desk.school
        self.context = desk.context
        self.here = here
        self.sections = desk.sections
        self._numbers: dict[str, int] = {}
        self._marked: dict[str, Term] = {}
        self._vocabulary = desk.vocabulary if marks_terms and here != urls.GLOSSARY else None

    # -- text --------------------------------------------------------------------------------------------------------

    def prose(self, text: Prose) -> Markup:
        """Give a text as blocks: paragraphs, lists, tables."""
        return render_prose(text, self, self)

    def line(self, text: Prose) -> Markup:
        """Give a text inside a block that the template opens itself."""
        return render_inline(text, self, self)

    def mark(self, text: str) -> Markup:
        """Escape a run of plain text and mark the first occurrence of each glossary term on this page."""
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

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that were marked so far, for the definitions at the page's foot."""
        return tuple(self._marked.values())

    # -- links -------------------------------------------------------------------------------------------------------

    def address(self, kind: str, id: str) -> str | None:
        """Give the way from here to a record's page; None when it has none or is not published."""
        if self.school.find(kind, id) is None:
            return None
        there = urls.address_of(kind, id, self.sections)
        return None if there is None else self.to(there)

    def asset(self, path: str) -> str:
        return self.to(path)

    def picture(self, picture: Picture | None) -> dict[str, Any]:
        """Give a picture as templates take it; an empty mapping where there is none."""
        if picture is None:
            return {}
        size = {"width": picture.width or "", "height": picture.height or ""}
        return {"src": self.asset(picture.file), "alt": picture.alt, "credit": picture.credit, **size}

    def to(self, page: str) -> str:
        """Give the way from here to one of the site's own pages or files."""
        return urls.relative(self.here, page, self.desk.language)

    def has(self, page: str) -> bool:
        """Say whether the school's site has this page."""
        return urls.is_open(page, self.sections)

    def has_filled(self, page: str) -> bool:
        """Say whether the site has this page and the school has something to show on it, for lists of all pages."""
        needed = urls.NEEDED_BY_PAGE.get(page, ())
        return self.has(page) and (not needed or any(self.school.shelf(kind) for kind in needed))

    def link(self, record: Record | None, words: str | None = None) -> Markup:
        """Give a record's name, linked where it has a page."""
        if record is None:
            return Markup("")
        name = words if words is not None else str(getattr(record, "name", record.id))
        href = self.address(record.kind, record.id)
        # Not `Markup.format`, which takes ten times as long; long pages of links are made of this.
        return Markup(f'<a href="{escape(href)}">{escape(name)}</a>') if href else escape_markdown(name)

    def links(self, kind: str, ids: Iterable[str]) -> list[Markup]:
        """Give linked names for those ids that exist."""
        return [self.link(record) for id in ids if (record := self.school.find(kind, id)) is not None]

    # -- sources -----------------------------------------------------------------------------------------------------

    def refs(self, ids: Iterable[str]) -> list[int]:
        """Give the numbers of sources on this page, each once; the first mention gives a source the next number."""
        return [self._number(id) for id in dict.fromkeys(ids) if id in self.school.sources]

    def raised(self, ids: Iterable[str]) -> Markup:
        """Give the raised numbers of sources as HTML, for texts that are put together outside a template."""
        anchors = [f'<a href="#s{n}">{n}</a>' for n in self.refs(ids)]
        return Markup(f"<sup>{' '.join(anchors)}</sup>") if anchors else Markup("")

    def _number(self, id: str) -> int:
        return self._numbers.setdefault(id, len(self._numbers) + 1)

    @property
    def cited(self) -> list[CitedSource]:
        """The sources cited so far, in the order of their numbers."""
        return [CitedSource(number, self.school.sources[id]) for id, number in self._numbers.items()]

    def said(self, statement: Backed) -> Said:
        """Give a statement ready for a template: its text, its source numbers, and what it rests on."""
        text = self.line(statement.text)
        return Said(text, self.refs(statement.sources), statement.basis.value)

    def row(self, statement: Backed, **more: object) -> dict[str, object]:
        """Give a statement as a row of a list, with what the list shows beside it."""
        said = self.said(statement)
        return {"text": said.text, "refs": said.refs, "basis": said.basis, **more}

    def says(self, statements: Iterable[Backed]) -> list[Said]:
        return [self.said(statement) for statement in statements]


def _term_button(words: str, number: int) -> str:
    """Write a word that opens the page's `number`-th meaning. There are many on a page, so the tags are short."""
    return f'<button popovertarget="w{number}">{escape(words)}</button>'
