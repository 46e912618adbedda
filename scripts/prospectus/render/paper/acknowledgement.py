"""The form that a student signs: which policies they were given, and in which edition of the catalog they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from prospectus.artifact import Job
from prospectus.model.catalog import Catalog
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.paper.sheet import PaperSheet
from prospectus.render.paper.typesetting import Imprint, View, document_job
from prospectus.render.policy_words import in_order
from prospectus.render.reads import every

ACKNOWLEDGEMENT_PDF = "policies/acknowledgement.pdf"


def acknowledgement_documents(desk: Desk) -> Iterator[Job]:
    """Yield the form, where the school has a catalog and policies."""
    catalog = desk.school.catalog
    if catalog is not None and desk.school.policies and urls.is_open(urls.CATALOG, desk.sections):
        reads = partial(every, desk.school, "catalog", "policy")
        prepare = partial(_prepare, catalog=catalog)
        yield document_job(desk, ACKNOWLEDGEMENT_PDF, "acknowledgement.typ.j2", reads, prepare, catalog.file)


def _prepare(sheet: PaperSheet, catalog: Catalog) -> tuple[Imprint, View]:
    title = "Acknowledgement of policies"
    return Imprint(title, catalog.published, f"{title}. {catalog.title}, {catalog.volume}."), {
        "title": title,
        "edition": f"{catalog.title}, {catalog.volume}",
        "period": f"{words.short_date(catalog.effective_from)} to {words.short_date(catalog.effective_to)}",
        "published": words.short_date(catalog.published),
        "policies": [
            {"name": policy.name, "summary": sheet.line(policy.summary)}
            for policy in in_order(sheet.school.policies.values())
        ],
    }
