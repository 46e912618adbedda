"""`make bench`: how long a build takes and how much memory it needs, at several sizes, beside stock `mkdocs build`.

    python tests/bench/measure.py 300 3000

Each measurement is a fresh process on a synthetic school: three of a small one, one of a large one, whose stock build
alone takes a minute. Printed are medians; stock builds the same `docs/` in the same run, since only the ratio of the
two says something on another machine. Memory is measured in a run of its own and counts all processes.
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
SMALL, RUNS_WHEN_SMALL = 1000, 3
SAMPLE_EVERY = 0.02


@dataclass(frozen=True)
class Row:
    """The medians of one size: seconds and megabytes."""

    records: int
    read: float
    check: float
    render: float
    processor: float
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
    write_artifacts(root, artifacts)
    marks.append(time.perf_counter())
    # Beside the clock, which other programs on the machine slow down as well.
    processor = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    steps = [after - before for before, after in pairwise(marks)]
    return dict(zip(("read", "check", "render", "write"), steps, strict=True), processor=processor)


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


def measure_memory(root: Path) -> Mapping[str, float]:
    """Read, check and render in this process, for one that watches it from outside."""
    context = BuildContext(AS_OF, "bench", site_address(root))
    school = read_school(root).school
    check_school(school, context)
    render_school(school, context)
    return {}


def peak_memory(root: Path) -> float:
    """Watch a fresh process and its children read, check and render; give the largest sum of their memory in MB."""
    command = [sys.executable, __file__, "--stage", "memory", str(root)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_proportional_size, _family(process.pid))))
            time.sleep(SAMPLE_EVERY)
    if not peak:  # no /proc on this system
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // (1 if sys.platform == "linux" else 1024)
    return peak / 1024


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(member for child in children for member in _family(int(child)))]


def _proportional_size(pid: int) -> int:
    """Give the kilobytes of a process; what it shares with others is counted once for all of them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def run_stock(root: Path) -> float:
    """Run stock MkDocs over the same `docs/` and return its seconds."""
    epoch = str(source_date_epoch(BuildContext(AS_OF, "bench")))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "stock"]
    begun = time.perf_counter()
    subprocess.run(command, cwd=root, env=environment, check=True)
    return time.perf_counter() - begun


def measure(records: int) -> Row:
    runs = RUNS_WHEN_SMALL if records <= SMALL else 1
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        tell(f"{records} records: writing them")
        write_synthetic_school(ROOT, root, records)
        tell(f"{records} records: read, check, render, {RUNS_WHEN_SMALL} times")
        pages = [run_stage("pages", root) for _ in range(RUNS_WHEN_SMALL)]
        memory = peak_memory(root)
        turns = []
        for run in range(1, runs + 1):
            # Taken in turn, so that a change of the machine's mood meets both.
            tell(f"{records} records: our site step, run {run} of {runs}")
            ours = run_stage("site", root)["whole"]
            tell(f"{records} records: stock mkdocs build, run {run} of {runs} (ours took {ours:.1f} s)")
            turns.append((ours, run_stock(root)))
    middle = {name: median(run[name] for run in pages) for name in ("read", "check", "render", "processor")}
    return Row(
        records,
        **middle,
        memory=memory,
        write=pages[0]["write"],
        site=median(site for site, _ in turns),
        stock=median(stock for _, stock in turns),
    )


def tell(words: str) -> None:
    """Say what is going on, beside the results."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def table(rows: Sequence[Row]) -> str:
    """Return the rows as text, and the growth from the first to the last."""
    head = "records    read   check  render     sum     cpu  memory   write    site   stock  site/stock   total"
    lines = [head]
    for row in rows:
        steps = f"{row.read:6.2f}s {row.check:6.2f}s {row.render:6.2f}s {row.pages:6.2f}s"
        costs = f"{row.processor:6.2f}s {row.memory:4.0f} MB"
        site = f"{row.write:6.2f}s {row.site:6.1f}s {row.stock:6.1f}s {row.site / row.stock:11.2f}"
        lines.append(f"{row.records:7} {steps} {costs} {site} {row.pages + row.write + row.site:6.1f}s")
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
    parser.add_argument("--stage", nargs=2, metavar=("STAGE", "ROOT"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.stage:
        stage, root = arguments.stage
        stages = {"pages": measure_pages, "memory": measure_memory, "site": measure_site}
        sys.stdout.write(json.dumps(stages[stage](Path(root))))
        return
    rows = [measure(records) for records in arguments.records]
    sys.stdout.write(f"{table(rows)}\n")


if __name__ == "__main__":
    main()
