"""Builds the finder of a school of any size, and of that school's site only what its page needs."""

from __future__ import annotations

import gzip
import re
from datetime import date
from pathlib import Path

from bench.synthetic_school import write_synthetic_school
from prospectus.artifact import BuildContext
from prospectus.publish.site import build_site
from prospectus.publish.writer import write_artifacts
from prospectus.read import read_school
from prospectus.render.formats import jobs_of

CONTEXT = BuildContext(date(2026, 11, 23), "bench")
NEEDED = (".theme/", "assets/prospectus/", "find.md", "index.md", "conditions/index.md", "techniques/index.md")
NAMED_FILE = re.compile(r'(?:src|href)="([^"#?]+\.(?:js|css))')


def build_finder_site(shipped: Path, root: Path, records: int) -> Path:
    """Write a school with so many records into the empty folder `root`, and return the site with its finder."""
    write_synthetic_school(shipped, root, records)
    jobs = jobs_of(read_school(root).school, CONTEXT)
    write_artifacts(root, [job.run() for job in jobs if job.path.startswith(NEEDED)])
    return build_site(root, CONTEXT).folder


def first_load(site: Path) -> dict[str, int]:
    """Return what a browser loads before the finder's first result, each file with its gzipped bytes."""
    page = site / "find" / "index.html"
    named = NAMED_FILE.findall(page.read_text(encoding="utf-8"))
    files = [page, *((page.parent / name).resolve() for name in dict.fromkeys(named))]
    return {file.relative_to(site.resolve()).as_posix(): len(gzip.compress(file.read_bytes(), 6)) for file in files}
