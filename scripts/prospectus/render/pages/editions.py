"""Editions on the site: every frozen one with its PDF and its page, what has changed since, and the form to sign.

The bytes of an edition are published as they were frozen; nothing of it is rendered again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.language import say, say_count
from prospectus.model.catalog import Catalog
from prospectus.model.edition import PAGE, PDF, Edition
from prospectus.reckoning.editions import editions_newest_first
from prospectus.render import policy_words, urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_strip
from prospectus.render.paper.acknowledgement import ACKNOWLEDGEMENT_PDF
from prospectus.render.paper.addendum import ADDENDUM_PDF, ADDENDUM_READS, addendum_name, grouped_changes
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet


def edition_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the list of editions, their files, what has changed, and the form, where the school has a catalog."""
    catalog = desk.school.catalog
    if catalog is None or not urls.is_open(urls.CATALOG, desk.sections):
        return
    if desk.school.policies:
        reads = every(desk.school, "catalog", "policy", "edition")
        prepare = partial(_acknowledgement, catalog=catalog)
        yield page_job(desk, urls.ACKNOWLEDGEMENT, "acknowledgement.md.j2", reads, prepare, catalog.file)
    editions = editions_newest_first(desk.school)
    if editions:
        reads = every(desk.school, "edition", "catalog")
        prepare = partial(_editions, catalog=catalog)
        yield page_job(desk, urls.EDITIONS, "editions.md.j2", reads, prepare, "content/editions/", marks_terms=False)
        reads = every(desk.school, *ADDENDUM_READS)
        prepare = partial(_changes, catalog=catalog, edition=editions[0])
        yield page_job(desk, urls.CHANGES, "changes.md.j2", reads, prepare, catalog.file, marks_terms=False)
    for edition in editions if desk.is_first else ():
        yield from _kept_files(desk, edition)


def _kept_files(desk: Desk, edition: Edition) -> Iterator[Job]:
    """Yield the catalog of an edition as it was published. Its records stay inside: they are for comparing."""
    for name in (PDF, PAGE):
        content = desk.school.kept.get(f"{edition.id}/{name}")
        if content is not None:
            yield Job(
                f"{urls.EDITIONS}{edition.id}/{name}", frozenset({edition.key}), partial(bytes, content), edition.file
            )


def edition_rows(sheet: Sheet, catalog: Catalog) -> list[dict[str, Any]]:
    """Prepare the frozen editions for a list: what each is, when it held, and whether another has taken its place."""
    return [
        {
            "title": f"{edition.title}, {edition.volume}",
            "period": _period(edition.effective_from, edition.effective_to),
            "published": words.short_date(edition.published),
            "pdf": sheet.to(f"{urls.EDITIONS}{edition.id}/{PDF}"),
            "pdf_words": say_count(
                edition.pages, "Download it (PDF, {count} page)", "Download it (PDF, {count} pages)"
            ),
            "page": sheet.to(f"{urls.EDITIONS}{edition.id}/{PAGE}"),
            "superseded": edition.volume != catalog.volume,
        }
        for edition in editions_newest_first(sheet.school)
    ]


def _period(first: date, last: date) -> str:
    return say("{first_day} to {last_day}", first_day=words.short_date(first), last_day=words.short_date(last))


def _editions(sheet: Sheet, catalog: Catalog) -> tuple[PageHead, View]:
    head = PageHead(
        say("Editions of the catalog"), "editions", "programs",
        say("Every edition of the catalog as it was published."), ((say("Catalog"), urls.CATALOG),),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "rows": edition_rows(sheet, catalog),
        "catalog": sheet.to(urls.CATALOG),
        "changes": sheet.to(urls.CHANGES),
        "review": review_strip(sheet, catalog, clinical=False),
    }


def _changes(sheet: Sheet, catalog: Catalog, edition: Edition) -> tuple[PageHead, View]:
    name = f"{edition.title}, {edition.volume}"
    groups = grouped_changes(sheet.desk, edition)
    title = say("What has changed since {edition}", edition=edition.volume)
    description = say("What has changed since {edition}.", edition=name)
    head = PageHead(title, "changes", "programs", description, ((say("Catalog"), urls.CATALOG),))
    count = sum(len(group["sentences"]) for group in groups)
    return head, {
        "title": title,
        "lead": say_count(
            count,
            "{number} change since {edition} was published on {day}.",
            "{number} changes since {edition} was published on {day}.",
            number=words.sentence_case(words.in_words(count)),
            edition=name,
            day=words.short_date(edition.published),
        ),
        "groups": groups,
        "addendum": sheet.to(ADDENDUM_PDF) if ADDENDUM_PDF in sheet.context.papers or groups else "",
        "addendum_name": addendum_name(catalog),
        "effective": words.short_date(catalog.addendum.effective) if catalog.addendum is not None else "",
        "editions": sheet.to(urls.EDITIONS),
        "review": review_strip(sheet, catalog, clinical=False),
    }


def _acknowledgement(sheet: Sheet, catalog: Catalog) -> tuple[PageHead, View]:
    head = PageHead(
        say("What you sign when you enroll"), "acknowledgement", "programs",
        say("The policies a student is given to sign."), ((say("Policies"), urls.POLICIES),),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "edition": f"{catalog.title}, {catalog.volume}",
        "period": _period(catalog.effective_from, catalog.effective_to),
        "published": words.short_date(catalog.published),
        "policies": [sheet.link(policy) for policy in policy_words.in_order(sheet.school.policies.values())],
        "form": sheet.to(ACKNOWLEDGEMENT_PDF),
        "review": review_strip(sheet, catalog, clinical=False),
    }
