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
from prospectus.model.translated_texts import is_left
from prospectus.render import foreign, urls
from prospectus.render.desk import Desk
from prospectus.render.escape import escape_markdown
from prospectus.render.prose_html import render_inline, render_prose
from prospectus.render.term_marks import TermMarks


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
    """One page being written. `here` is its address.

    It notes whether it shows texts in the page's own language, and whether it shows any that are not translated.
    """

    def __init__(self, desk: Desk, here: str, *, marks_terms: bool = True) -> None:
        self.desk = desk
        self.school = desk.school
        self.context = desk.context
        self.here = here
        self.sections = desk.sections
        self._numbers: dict[str, int] = {}
        self._marked: dict[str, Term] = {}
        self._spoken = "" if desk.is_first else desk.language
        marks = marks_terms and here != urls.GLOSSARY
        self._marks = TermMarks(desk.vocabulary if marks else None, self._marked)
        self._original_marks = TermMarks(desk.original_vocabulary if marks else None, self._marked)
        self.shows_translated = self.shows_foreign = False

    # -- text --------------------------------------------------------------------------------------------------------

    def prose(self, text: Prose) -> Markup:
        """Give a text as blocks: paragraphs, lists, tables."""
        if text.language == self._spoken:
            self.shows_translated = True
            return render_prose(text, self, self._marks)
        return foreign.block(render_prose(text, self, self._foreign_marks()))

    def line(self, text: Prose) -> Markup:
        """Give a text inside a block that the template opens itself."""
        if text.language == self._spoken:
            self.shows_translated = True
            return render_inline(text, self, self._marks)
        return foreign.inline(render_inline(text, self, self._foreign_marks()))

    def plain(self, text: Prose) -> str:
        """Give the words of a text alone; as HTML that says so, when they are in another language than the page."""
        return text.plain if text.language == self._spoken else foreign.inline(escape_markdown(text.plain))

    def name(self, record: Record) -> str:
        """Give a record's name, for places that take HTML: one that the page's language lacks says its language."""
        name = str(getattr(record, "name", record.id))
        return foreign.name(escape_markdown(name)) if self._spoken and is_left("name", record) else name

    def mark(self, text: str) -> Markup:
        """Escape a run of plain text and mark the first occurrence of each glossary term on this page."""
        return self._marks.mark(text)

    def _foreign_marks(self) -> TermMarks:
        """Note that the page shows a text that is not translated; its words are those of the original."""
        self.shows_foreign = True
        return self._original_marks

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that were marked so far, for the definitions at the page's foot."""
        return tuple(self.school.terms.get(id, term) for id, term in self._marked.items())

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
        return urls.relative(self.here, page, self.desk.language, as_files=self.context.is_offline)

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
        is_foreign = words is None and self._spoken and is_left("name", record)
        if not href:
            return foreign.name(escape_markdown(name)) if is_foreign else escape_markdown(name)
        # Not `Markup.format`, which takes ten times as long; long pages of links are made of this.
        return Markup(f'<a href="{escape(href)}"{foreign.LANGUAGE if is_foreign else ""}>{escape(name)}</a>')

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
