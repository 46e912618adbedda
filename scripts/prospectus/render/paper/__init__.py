"""What the school prints: documents for paper as typst source, from the same records as the pages.

One module a document or chapter, one table of documents here. Whoever publishes turns the source into PDFs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prospectus.artifact import Artifact, BuildContext, Job
from prospectus.model.publication import public_school
from prospectus.model.school import School
from prospectus.render.desk import Desk
from prospectus.render.paper.acknowledgement import acknowledgement_documents
from prospectus.render.paper.addendum import addendum_documents
from prospectus.render.paper.catalog import catalog_documents, catalog_job
from prospectus.render.paper.sheets import sheet_documents
from prospectus.render.paper.syllabus import syllabus_documents
from prospectus.render.paper.typesetting import PAPER, SCREEN

DOCUMENTS: tuple[Callable[[Desk], Iterator[Job]], ...] = (
    catalog_documents,
    syllabus_documents,
    sheet_documents,
    acknowledgement_documents,
    addendum_documents,
)


def documents_of(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield a job for each document that the public may see; its path is the PDF's, its bytes are typst source."""
    desk = Desk.for_school(public_school(school, context.as_of), context)
    for documents in DOCUMENTS:
        yield from documents(desk)


def render_manuscripts(school: School, context: BuildContext) -> list[Artifact]:
    """Write every document as typst source, in the order of their paths."""
    return sorted((job.run() for job in documents_of(school, context)), key=lambda artifact: artifact.path)


def catalog_manuscript(school: School, context: BuildContext) -> Artifact:
    """Write the catalog of a published school for paper. The school must have a catalog record."""
    return _catalog(school, context, PAPER)


def catalog_for_screen(school: School, context: BuildContext) -> Artifact:
    """Write the same catalog to be made into one page of HTML."""
    return _catalog(school, context, SCREEN)


def _catalog(school: School, context: BuildContext, style: str) -> Artifact:
    catalog = school.catalog
    assert catalog is not None
    return catalog_job(Desk.for_school(school, context), catalog, style).run()
