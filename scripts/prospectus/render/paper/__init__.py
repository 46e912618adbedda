"""What the school prints: documents for paper as typst source, from the same records as the pages.

One module a document or chapter, one table of documents here. Whoever publishes turns the source into PDFs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prospectus.artifact import Artifact, BuildContext, Job
from prospectus.model.publication import public_school
from prospectus.model.school import School
from prospectus.render.desk import Desk
from prospectus.render.paper.catalog import catalog_documents
from prospectus.render.paper.sheets import sheet_documents
from prospectus.render.paper.syllabus import syllabus_documents

DOCUMENTS: tuple[Callable[[Desk], Iterator[Job]], ...] = (
    catalog_documents,
    syllabus_documents,
    sheet_documents,
)


def documents_of(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield a job for each document that the public may see; its path is the PDF's, its bytes are typst source."""
    desk = Desk.for_school(public_school(school, context.as_of), context)
    for documents in DOCUMENTS:
        yield from documents(desk)


def render_manuscripts(school: School, context: BuildContext) -> list[Artifact]:
    """Write every document as typst source, in the order of their paths."""
    return sorted((job.run() for job in documents_of(school, context)), key=lambda artifact: artifact.path)
