"""`make bench`: how long a build takes and how much memory it needs, at several sizes, beside stock `mkdocs build`.

    python tests/bench/measure.py 300 3000 --repeat 3

Each measurement is a fresh process on a synthetic school. Printed are medians; stock builds the same `docs/` in the
same run, since only the ratio of the two says something on another machine.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median

from bench.synthetic_school import write_synthetic_school
from prospectus.artifact import BuildContext
from prospectus.check import check_school
from prospectus.publish.site import build_site, site_address, source_date_epoch
from prospectus.publish.writer import write_artifacts
from prospectus.read import read_school
from prospectus.render.formats import render_school

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 23)
# What this project promises for 3,000 records, and for growth from the smallest to the largest size.
SECONDS, MEGABYTES, GROWTH = 3.0, 300.0, 1.2


@dataclass(frozen=True)
class Row:
    """The medians of one size: seconds and megabytes."""

    records: int
    read: float
    check: float
    render: float
    memory: float
    write: float
    site: float
    stock: float

    @property
    def pages(self) -> float:
        return self.read + self.check + self.render


def measure_pages(root: Path) -> Mapping[str, float]:
    """Read, check, render and write one school in this process."""
    context = BuildContext(AS_OF, "bench", site_address(root))
    marks = [time.perf_counter()]
    school = read_school(root).school
    marks.append(time.perf_counter())
    check_school(school, context)
    marks.append(time.perf_counter())
    artifacts = render_school(school, context)
    marks.append(time.perf_counter())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    write_artifacts(root, artifacts)
    marks.append(time.perf_counter())
    steps = [after - before for before, after in pairwise(marks)]
    return dict(zip(("read", "check", "render", "write"), steps, strict=True), memory=memory)


def measure_site(root: Path) -> Mapping[str, float]:
    """Build the site in this process; the time is taken outside, as that of stock is."""
    build_site(root, BuildContext(AS_OF, "bench"))
    return {}


def run_stage(stage: str, root: Path) -> Mapping[str, float]:
    """Run one stage in a fresh process and return what it measured, with the seconds of the whole process."""
    begun = time.perf_counter()
    command = [sys.executable, __file__, "--stage", stage, str(root)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return {**json.loads(told.stdout), "whole": time.perf_counter() - begun}


def run_stock(root: Path) -> float:
    """Run stock MkDocs over the same `docs/` and return its seconds."""
    epoch = str(source_date_epoch(BuildContext(AS_OF, "bench")))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "stock"]
    begun = time.perf_counter()
    subprocess.run(command, cwd=root, env=environment, check=True)
    return time.perf_counter() - begun


def measure(records: int, repeat: int) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_synthetic_school(ROOT, root, records)
        pages = [run_stage("pages", root) for _ in range(repeat)]
        # Taken in turn, so that a change of the machine's mood meets both.
        turns = [(run_stage("site", root)["whole"], run_stock(root)) for _ in range(repeat)]
    middle = {name: median(run[name] for run in pages) for name in ("read", "check", "render", "memory")}
    return Row(
        records,
        **middle,
        write=pages[0]["write"],
        site=median(site for site, _ in turns),
        stock=median(stock for _, stock in turns),
    )


def table(rows: Sequence[Row]) -> str:
    """Return the rows as text, and the growth from the first to the last."""
    head = "records    read   check  render     sum  memory   write    site   stock  site/stock   total"
    lines = [head]
    for row in rows:
        steps = f"{row.read:6.2f}s {row.check:6.2f}s {row.render:6.2f}s {row.pages:6.2f}s {row.memory:4.0f} MB"
        site = f"{row.write:6.2f}s {row.site:6.1f}s {row.stock:6.1f}s {row.site / row.stock:11.2f}"
        lines.append(f"{row.records:7} {steps} {site} {row.pages + row.write + row.site:6.1f}s")
    if len(rows) > 1:
        few, many = rows[0], rows[-1]
        linear = many.records / few.records
        lines.append(
            f"growth from {few.records} to {many.records} records, as a multiple of linear: "
            f"read + check + render {many.pages / few.pages / linear:.2f}, site {many.site / few.site / linear:.2f} "
            f"(promised: {GROWTH}; {SECONDS:.0f} s and {MEGABYTES:.0f} MB at 3000)"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("records", nargs="*", type=int, default=[300, 3000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--stage", nargs=2, metavar=("STAGE", "ROOT"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.stage:
        stage, root = arguments.stage
        measured = measure_pages(Path(root)) if stage == "pages" else measure_site(Path(root))
        sys.stdout.write(json.dumps(measured))
        return
    rows = [measure(records, arguments.repeat) for records in arguments.records]
    sys.stdout.write(f"{table(rows)}\n")


if __name__ == "__main__":
    main()
