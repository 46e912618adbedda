"""The list of tables. A new table is one row here; the page about open data and its test follow."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext, Job
from prospectus.model.school import School
from prospectus.render.open_data.license_tables import LICENSING, SUBJECTS
from prospectus.render.open_data.study_tables import COHORTS, COURSES, PROGRAMS
from prospectus.render.open_data.table import Table, is_offered, sections_of

TABLES: tuple[Table, ...] = (PROGRAMS, COURSES, COHORTS, LICENSING, SUBJECTS)


def tables_of(school: School) -> list[Table]:
    """Give the tables that a school publishes."""
    sections = sections_of(school)
    return [table for table in TABLES if is_offered(table, school, sections)]


def table_jobs(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield the file of each table."""
    for table in tables_of(school):
        yield table.job(school, context)
