"""The catalog as one document: cover, certification, contents, and a chapter for each part of what is published.

Chapters are modules of their own; this one puts them in the order in which regulators look for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from prospectus.artifact import Job
from prospectus.model.catalog import Catalog
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.figures import FIGURES
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.chapter_appendix import appendix_chapters
from prospectus.render.paper.chapter_audit import audit_chapter
from prospectus.render.paper.chapter_calendar import calendar_chapter
from prospectus.render.paper.chapter_costs import costs_chapter
from prospectus.render.paper.chapter_licensing import licensing_chapter
from prospectus.render.paper.chapter_people import people_chapter
from prospectus.render.paper.chapter_policies import policies_chapter
from prospectus.render.paper.chapter_programs import courses_chapter, programs_chapter
from prospectus.render.paper.chapter_school import school_chapter
from prospectus.render.paper.sheet import PaperSheet
from prospectus.render.paper.typesetting import PAPER, Imprint, View, document_job

CATALOG_PDF = "catalog.pdf"

CHAPTERS: tuple[Callable[[PaperSheet], Iterator[Chapter]], ...] = (
    school_chapter,
    programs_chapter,
    courses_chapter,
    licensing_chapter,
    calendar_chapter,
    costs_chapter,
    policies_chapter,
    people_chapter,
)

PRINTED_KINDS = ("program", "course", "policy", "technique", "condition", "campus", "approval")
"""Kinds whose records have a place of their own in the catalog, so that links lead there."""


def catalog_documents(desk: Desk) -> Iterator[Job]:
    """Yield the catalog, unless the school has no catalog record or has turned that part off."""
    catalog = desk.school.catalog
    if catalog is not None and urls.is_open(urls.CATALOG, desk.sections):
        yield catalog_job(desk, catalog, PAPER)


def catalog_job(desk: Desk, catalog: Catalog, style: str) -> Job:
    """Make the job of the catalog in one of the two styles."""
    # The index for regulators looks at the whole school.
    reads = frozenset({"*"})
    prepare = partial(_prepare, catalog=catalog)
    printed = _printed(desk)
    return document_job(desk, CATALOG_PDF, "catalog.typ.j2", reads, prepare, catalog.file, printed, style=style)


def _printed(desk: Desk) -> frozenset[str]:
    """Name the records with a place of their own; none of those whose chapters the school has turned off."""
    kinds = [kind for kind in PRINTED_KINDS if desk.sections.programs or kind not in ("program", "course")]
    return frozenset(record.key for kind in kinds for record in desk.school.shelf(kind).values())


def _prepare(sheet: PaperSheet, catalog: Catalog) -> tuple[Imprint, View]:
    profile = sheet.school.profile
    name = profile.name if profile is not None else ""
    period = f"{words.short_date(catalog.effective_from)} to {words.short_date(catalog.effective_to)}"
    imprint = Imprint(f"{catalog.title}, {name}", catalog.published, f"{name}. {catalog.title}, {catalog.volume}.")
    signed = catalog.certification
    return imprint, {
        "cover": {
            "title": catalog.title,
            "volume": catalog.volume,
            "published": words.short_date(catalog.published),
            "period": period,
            "address": [profile.contact.street, profile.contact.town] if profile else [],
            "reach": _reach(sheet),
            "figure": _engraving(),
        },
        "certification": {
            "text": signed.text,
            "by": f"{signed.name}, {signed.title}, {words.short_date(signed.signed_on)}",
        }
        if signed is not None
        else {},
        "delivery": sheet.line(catalog.delivery),
        "chapters": _chapters(sheet),
    }


def _engraving() -> str:
    """Give the engraved back of the home page as a picture that stands alone, in the tones of the cover."""
    tones = ".sil{fill:none;stroke:#f0c4b2;stroke-width:.8}.fib{fill:none;stroke:#f0c4b2;stroke-width:.4}"
    drawn = str(FIGURES["hero"]("cover"))
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace(
        ">", f"><style>{tones}</style>", 1
    )


def _chapters(sheet: PaperSheet) -> list[Chapter]:
    """Give the chapters in order; the index for regulators knows which of them are printed and follows them."""
    chapters = [chapter for chapters in CHAPTERS for chapter in chapters(sheet)]
    labels = frozenset(chapter.label for chapter in chapters)
    return [*chapters, *audit_chapter(sheet, labels), *appendix_chapters(sheet)]


def _reach(sheet: PaperSheet) -> list[str]:
    profile = sheet.school.profile
    if profile is None:
        return []
    return [part for part in (profile.contact.telephone, profile.contact.email, sheet.context.base_url) if part]
