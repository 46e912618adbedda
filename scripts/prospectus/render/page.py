"""One Markdown page: front matter, a template filled with what a page module prepared, and the foot every page has.

Page modules decide what stands on a page; templates decide how it reads. Sums, sorting, dates and addresses are done
before a template sees them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from prospectus.artifact import Job, Reads
from prospectus.language import ENGLISH, language, mark, say, say_count, speaking
from prospectus.model.record import Record, ReviewStatus
from prospectus.model.source import SourceKind
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.escape import front_matter
from prospectus.render.figures import FIGURES
from prospectus.render.jsonld.graph import structured_data
from prospectus.render.jsonld.node import Node
from prospectus.render.sheet import Said, Sheet
from prospectus.render.templating import make_environment
from prospectus.render.translation_notes import language_note, translation_state

View = Mapping[str, Any]
"""What a template gets: plain values, `Said` statements and safe HTML; never a record."""

DESCRIPTION_LENGTH = 160


@dataclass(frozen=True, slots=True)
class PageHead:
    """The front matter of a page. `crumbs` are (name, address), the page itself left out."""

    title: str
    kind: str
    section: str = ""
    description: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    listed: bool = True
    moved_to: str = ""

    def front_matter(self, desk: Desk, address: str, data: Node) -> str:
        """Write it for the page at `address`, with its structured data and where its other languages stand."""
        meta: dict[str, Any] = {"title": self.title, "kind": self.kind, "hide": ["navigation", "toc"]}
        if self.section:
            meta["section"] = self.section
        if self.description:
            meta["description"] = _shortened(self.description)
        if self.kind != "home":
            trail = [{"name": name, "url": desk.page(url)} for name, url in self.crumbs]
            meta["crumbs"] = [*trail, {"name": self.title}]
        if not self.listed:
            meta |= {"unlisted": True, "search": {"exclude": True}}
        if self.moved_to:
            meta["moved_to"] = self.moved_to
        if desk.language != ENGLISH:
            meta["language"] = desk.language
        if len(desk.languages) > 1 and not self.moved_to:
            meta["languages"] = {language: desk.page(address, language) for language in desk.languages}
        if data:
            meta["jsonld"] = data
        return front_matter(meta)


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) <= DESCRIPTION_LENGTH:
        return flat
    return flat[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


@cache
def markdown_environment() -> Environment:
    """Give the one environment for Markdown pages; building it is the costly part of a template."""
    spoken = {"say": say, "say_count": say_count, "mark": mark}
    return make_environment("markdown", {}, {"figures": FIGURES, **spoken})


def grade_chip(grade: str) -> Markup:
    """Give the chip of a grade as HTML, for lists whose marks are gathered before the template."""
    return Markup(_macros("evidence").chip(grade))


def pressure_pips(lowest: int, highest: int) -> Markup:
    """Give the small pressure scale as HTML."""
    return Markup(_macros("evidence").pips(lowest, highest))


def verdict_label(verdict: str) -> Markup:
    """Give the label of what the school makes of a claim as HTML."""
    return Markup(_macros("evidence").verdict(verdict))


def statement_html(said: Said) -> Markup:
    """Give a statement with its label and its source numbers, for texts that are put together before the template."""
    return Markup(_macros("sources").said(said))


def _macros(name: str) -> Any:
    return markdown_environment().get_template(f"macros/{name}.md.j2").module


def page_job(
    desk: Desk,
    address: str,
    template: str,
    reads: Reads,
    prepare: Callable[[Sheet], tuple[PageHead, View]],
    origin: str,
    *,
    marks_terms: bool = True,
) -> Job:
    """Make the job of one page; `prepare` builds head and view on a fresh sheet when the job runs."""

    def make() -> bytes:
        with speaking(desk.catalogue):
            sheet = Sheet(desk, address, marks_terms=marks_terms)
            head, view = prepare(sheet)
            body = markdown_environment().get_template(template).render(**view, **_closing(sheet, head))
            note = f"<!-- Made from {origin}. Edit that file, not this one. -->"
            # Search engines do not read a copy on somebody's own machine.
            data = {} if desk.context.is_offline else structured_data(sheet, head)
            meta = head.front_matter(desk, address, data)
            return f"{meta}\n{note}\n\n{body.strip()}\n".encode()

    def named() -> frozenset[str]:
        return (reads if isinstance(reads, frozenset) else reads()) | {"profile:*", "term:*", "as-of"}

    return Job(urls.docs_path(address, desk.language), named, make, origin)


_TELLING_KINDS = frozenset(SourceKind) - {
    SourceKind.REFERENCE, SourceKind.GOVERNMENT, SourceKind.PROFESSIONAL, SourceKind.TEXTBOOK, SourceKind.ARTICLE,
    SourceKind.CLASSIFICATION,
}  # fmt: skip
"""Sources that found something. Records name pages and books, of which they cite dozens; the register says the rest."""
LONG_LIST = 40
"""Above so many a record only names its sources and leaves what they found to the register: nobody reads 40 abstracts
in a row, and they would weigh more than the record. So does every record's page in a language that they are not in."""


def _closing(sheet: Sheet, head: PageHead) -> View:
    """Prepare what closes every page: its sources in the order of their numbers, and the words it explains."""
    note = language_note(sheet)
    telling = frozenset(SourceKind)
    if head.kind in ("technique", "condition"):
        is_short = len(sheet.cited) <= LONG_LIST and language() == ENGLISH
        telling = _TELLING_KINDS if is_short else frozenset()
    sources = source_list(sheet, telling)
    register = Markup("")
    if any(not source["says"] for source in sources):
        register = Markup('<a href="{}">{}</a>').format(sheet.to(urls.SOURCES), say("the list of all sources"))
    return {"sources": sources, "register": register, "definitions": definition_list(sheet), **note}


def source_list(sheet: Sheet, telling: Container[SourceKind]) -> list[dict[str, Any]]:
    return [
        {
            "number": cited.number,
            "kind": say(words.SOURCE_KINDS[cited.source.type]),
            "by": words.source_byline(cited.source),
            "title": cited.source.title,
            "url": words.source_address(cited.source),
            "says": sheet.plain(cited.source.finding) if cited.source.type in telling else "",
            "labels": words.source_labels(cited.source),
        }
        for cited in sheet.cited
    ]


def definition_list(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "term": words.sentence_case(term.name),
            "text": sheet.plain(term.definition),
            "url": sheet.address("term", term.id) or "",
        }
        for number, term in enumerate(sheet.terms, 1)
    ]


def review_strip(sheet: Sheet, record: Record, *, clinical: bool) -> dict[str, str]:
    """Prepare the strip at a record's end: its state in words, the file it is written in, the last and next reading."""
    as_of = sheet.context.as_of
    return {
        "state": words.review_state(record.review, as_of, clinical=clinical),
        "file": record.file,
        "detail": words.review_dates(record.review, as_of),
        "translation": translation_state(sheet, [record]),
    }


def review_of_all(sheet: Sheet, records: Sequence[Record], *, clinical: bool, place: str = "") -> dict[str, str]:
    """Prepare the strip of a page that lists records: the least checked of them speaks for all.

    `place` is the folder or file they stand in; by default the file of the first.
    """
    if not records:
        return {}
    least = min(records, key=lambda record: (_REVIEW_ORDER.index(record.review.status), record.review.next_review))
    return {
        **review_strip(sheet, least, clinical=clinical),
        "file": place or records[0].file,
        "translation": translation_state(sheet, records),
    }


_REVIEW_ORDER = tuple(ReviewStatus)
