"""The table of formats: every function that turns the school into jobs. A new output format is one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prospectus.artifact import Artifact, BuildContext, Job
from prospectus.model.publication import public_school
from prospectus.model.school import School
from prospectus.render.calendar import calendar_jobs
from prospectus.render.desk import Desk, languages_of
from prospectus.render.open_data.records import data_jobs
from prospectus.render.open_data.schemas import schema_jobs
from prospectus.render.open_data.tables import table_jobs
from prospectus.render.pages.audit import audit_jobs
from prospectus.render.pages.calendar import calendar_jobs as calendar_page_jobs
from prospectus.render.pages.catalog import catalog_jobs
from prospectus.render.pages.compare import compare_jobs
from prospectus.render.pages.condition import condition_jobs, waiting_condition_jobs
from prospectus.render.pages.costs import cost_jobs
from prospectus.render.pages.differences import difference_jobs
from prospectus.render.pages.editions import edition_jobs
from prospectus.render.pages.exams import exam_jobs
from prospectus.render.pages.finder import finder_jobs
from prospectus.render.pages.home import home_jobs
from prospectus.render.pages.indexes import index_jobs
from prospectus.render.pages.jurisdiction import jurisdiction_jobs
from prospectus.render.pages.license_path import license_path_jobs
from prospectus.render.pages.licensing import licensing_jobs
from prospectus.render.pages.matrix import matrix_jobs
from prospectus.render.pages.open_data import open_data_jobs
from prospectus.render.pages.policies import policy_jobs
from prospectus.render.pages.profession import profession_jobs
from prospectus.render.pages.program_comparison import program_comparison_jobs
from prospectus.render.pages.program_licensing import program_licensing_jobs
from prospectus.render.pages.programs import program_jobs
from prospectus.render.pages.redirects import redirect_jobs
from prospectus.render.pages.registers import register_jobs
from prospectus.render.pages.school import school_jobs
from prospectus.render.pages.technique import technique_jobs
from prospectus.render.pages.technique_comparison import technique_comparison_jobs
from prospectus.render.running import run_jobs
from prospectus.render.security import header_jobs
from prospectus.render.site_frame import frame_jobs

PAGES: tuple[Callable[[Desk], Iterator[Job]], ...] = (
    home_jobs,
    index_jobs,
    finder_jobs,
    matrix_jobs,
    technique_jobs,
    technique_comparison_jobs,
    condition_jobs,
    compare_jobs,
    difference_jobs,
    profession_jobs,
    license_path_jobs,
    program_jobs,
    program_comparison_jobs,
    cost_jobs,
    licensing_jobs,
    program_licensing_jobs,
    jurisdiction_jobs,
    exam_jobs,
    policy_jobs,
    catalog_jobs,
    school_jobs,
    audit_jobs,
    calendar_page_jobs,
    register_jobs,
    open_data_jobs,
    edition_jobs,
    redirect_jobs,
)


def page_jobs(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield the job of every page, all kinds on one desk for each language."""
    for language in languages_of(school):
        desk = Desk.for_school(school, context, language)
        for pages in PAGES:
            yield from pages(desk)


FORMATS: tuple[Callable[[School, BuildContext], Iterator[Job]], ...] = (
    page_jobs,
    data_jobs,
    table_jobs,
    schema_jobs,
    calendar_jobs,
    frame_jobs,
    header_jobs,
)


def jobs_of(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield every job of the school as the public may see it."""
    published = public_school(school, context.as_of)
    for jobs in FORMATS:
        yield from jobs(published, context)
    for language in languages_of(school):
        desk = Desk.for_school(published, context, language)
        yield from waiting_condition_jobs(desk, school)


def render_school(school: School, context: BuildContext) -> list[Artifact]:
    """Run every job and give the artifacts in the order of their paths."""
    return run_jobs(list(jobs_of(school, context)))
