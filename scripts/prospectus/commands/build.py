"""The command `build`, the whole story: read the school, check it, make its pages, and publish them.

When the check finds an error, the story ends there and nothing is written. It reads no clock and prints nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from prospectus.artifact import Artifact, BuildContext
from prospectus.commands.check import Examination, examine
from prospectus.errors import UserError
from prospectus.model.school import School
from prospectus.publish.lock import one_build_at_a_time
from prospectus.publish.pdf import Typeset, typeset
from prospectus.publish.site import CONFIGURATION, SiteReport, build_site, site_address
from prospectus.publish.writer import WriteReport, write_artifacts
from prospectus.read import SchoolReading
from prospectus.render.formats import render_school
from prospectus.render.paper import render_manuscripts

Tell = Callable[[str], None]
"""Called with a few words at the beginning of each step."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build without errors did: the pages it wrote into `docs/`, and the site."""

    typeset: Typeset
    written: WriteReport
    site: SiteReport


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build found and, when there was no error in it, what it published."""

    examination: Examination
    published: Published | None


def build(root: Path, context: BuildContext, tell: Tell, previous: Examination | None = None) -> BuildReport:
    """Build the website of the school in `root`."""
    with one_build_at_a_time(root):
        tell("Reading and checking the school's files")
        examination = examine(root, context, previous)
        if examination.has_errors:
            return BuildReport(examination, None)

        context = with_address(context, root, examination.reading)

        documents, artifacts = make_artifacts(root, examination.reading.school, context, tell)

        tell("Writing what has changed")
        written = write_artifacts(root, artifacts)

        tell("Building the site")
        site = build_site(root, context)

        return BuildReport(examination, Published(documents, written, site))


def make_artifacts(root: Path, school: School, context: BuildContext, tell: Tell) -> tuple[Typeset, list[Artifact]]:
    """Make every document and every page, in memory."""
    tell("Typesetting the documents that have changed")
    documents = typeset(root, render_manuscripts(school, context))

    tell("Making the pages")
    # Pages say how long a document is and where things stand in it, so they come after it.
    pages = render_school(school, replace(context, papers=documents.papers))
    return documents, [*pages, *documents.artifacts]


def with_address(context: BuildContext, root: Path, reading: SchoolReading) -> BuildContext:
    """Add the address the site will have. The school's file and the engine's both need it, and may not differ."""
    profile = reading.school.profile
    told = profile.address if profile else None
    address = site_address(root)
    if told and told != address:
        raise UserError(
            f'content/school.yml gives the site the address "{told}", {CONFIGURATION} gives "{address}" (site_url). '
            "Make the two the same, with a slash at the end."
        )
    return replace(context, base_url=address)
