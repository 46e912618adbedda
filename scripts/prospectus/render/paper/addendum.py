"""The addendum: what has changed since the newest edition was frozen, to be laid into a printed catalog."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.language import say
from prospectus.model.catalog import Catalog
from prospectus.model.edition import Edition
from prospectus.reckoning.changes import COMPARED, Change, state_of
from prospectus.reckoning.editions import changes_since, editions_newest_first, kept_state
from prospectus.render import urls, words
from prospectus.render.change_words import GROUPS, sentences
from prospectus.render.desk import Desk
from prospectus.render.paper.sheet import PaperSheet
from prospectus.render.paper.typesetting import Imprint, View, document_job
from prospectus.render.reads import every

ADDENDUM_PDF = "catalog/addendum.pdf"
ADDENDUM_READS = ("edition", *COMPARED)
"""Kinds that tell what has changed: the kept records and all that they are compared with."""


def addendum_documents(desk: Desk) -> Iterator[Job]:
    """Yield the addendum, when something has changed since the newest edition."""
    catalog = desk.school.catalog
    editions = editions_newest_first(desk.school)
    if catalog is None or not editions or not urls.is_open(urls.CATALOG, desk.sections):
        return
    if changes_since(desk.school, editions[0]):
        reads = partial(every, desk.school, *ADDENDUM_READS)
        prepare = partial(_prepare, catalog=catalog, edition=editions[0])
        yield document_job(desk, ADDENDUM_PDF, "addendum.typ.j2", reads, prepare, catalog.file)


def grouped_changes(desk: Desk, edition: Edition) -> list[dict[str, Any]]:
    """Give the sentences on what has changed since an edition, under the headings of their kinds."""
    changes = changes_since(desk.original, edition)
    before = kept_state(desk.original, edition.id) or {}
    profile = desk.original.profile
    currency = profile.currency if profile is not None else "$"

    def spoken(found: list[Change]) -> list[str]:
        return sentences(found, before, state_of(desk.original), currency)

    return [
        {"id": f"changed-{kind}", "title": say(title), "sentences": spoken(of_kind)}
        for kind, title in GROUPS.items()
        if (of_kind := [change for change in changes if change.kind == kind])
    ]


def addendum_name(catalog: Catalog) -> str:
    """Name the addendum by its number, as far as the school has given it one."""
    if catalog.addendum is None:
        return say("Addendum")
    return say("Addendum {number}", number=catalog.addendum.number)


def _prepare(sheet: PaperSheet, catalog: Catalog, edition: Edition) -> tuple[Imprint, View]:
    title = f"{addendum_name(catalog)} to {edition.title}, {edition.volume}"
    dated = catalog.addendum.effective if catalog.addendum is not None else catalog.review.reviewed_on
    profile = sheet.school.profile
    return Imprint(title, dated, f"{title}. {words.short_date(dated)}."), {
        "title": title,
        "dated": words.short_date(dated),
        "address": [profile.contact.street, profile.contact.town, profile.contact.telephone] if profile else [],
        "edition": f"{edition.title}, {edition.volume}, published {words.short_date(edition.published)}",
        "groups": grouped_changes(sheet.desk, edition),
        "page": sheet.page(urls.CHANGES),
    }
