"""The command `export`: the site as a copy that works without a server, as a folder and as a zip file in `dist/`.

It tells the same story as `build`, with pages that lead to files, and touches neither `docs/` nor `site/`. When the
check finds an error, nothing is written. It prints nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from prospectus.artifact import BuildContext
from prospectus.commands.build import Tell, make_artifacts, with_address
from prospectus.commands.check import Examination, examine, require_school
from prospectus.model.school import School
from prospectus.publish.dist import next_folder, put_in_place, refuse_foreign
from prospectus.publish.layout import laid_out
from prospectus.publish.lock import one_build_at_a_time
from prospectus.publish.site import build_offline

OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class OfflineCopy:
    """What was written: where one begins to read, the zip file and its bytes, and how many pages there are."""

    first_page: Path
    archive: Path
    size: int
    pages: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export found and, when there was no error in it, what it wrote."""

    examination: Examination
    copy: OfflineCopy | None


def export_offline(root: Path, context: BuildContext, tell: Tell) -> ExportReport:
    """Write the offline copy of the school in `root`."""
    require_school(root)
    with one_build_at_a_time(root):
        refuse_foreign(root, OFFLINE)

        tell("Reading and checking the school's files")
        examination = examine(root, context)
        if examination.has_errors:
            return ExportReport(examination, None)

        context = replace(with_address(context, root, examination.reading), is_offline=True)
        school = examination.reading.school
        _, artifacts = make_artifacts(root, school, context, tell)

        tell("Building the copy")
        folder = next_folder(root, OFFLINE)
        with laid_out(root, artifacts) as work:
            pages = build_offline(root, work, folder, context)

        tell("Packing it")
        done = put_in_place(root, OFFLINE, _name_of(school, context), context.as_of)
        return ExportReport(examination, OfflineCopy(done.folder / "index.html", done.archive, done.size, pages))


def _name_of(school: School, context: BuildContext) -> str:
    """Give the name of the folder that a reader unpacks: the school's, in letters of every system, and the day."""
    name = school.profile.brand.name if school.profile is not None else ""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return f"{re.sub('[^a-z0-9]+', '-', letters).strip('-') or 'school'}-{context.as_of}"
