"""How long typesetting takes: the catalog of the shipped school from cold, 300 syllabi, and one technique's edit.

Each figure is taken in a process of its own, several times; medians are printed with the spread. Machines are noisy, so
nothing here fails: the issue's limits stand beside the figures. Run it with `make bench`.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from prospectus.artifact import Artifact, BuildContext
from prospectus.publish.pdf import CACHE, typeset
from prospectus.read import read_school
from prospectus.render.paper import catalog_manuscript, documents_of

ROOT = Path(__file__).resolve().parents[2]
CONTEXT = BuildContext(as_of=date(2026, 11, 23), version="bench", base_url="https://fernhollow.example/")
RUNS = 3
SYLLABI = 300


def manuscripts(what: str) -> list[Artifact]:
    """Write the documents to be set: the catalog, or 300 syllabi, each a real one under another name."""
    school = read_school(ROOT).school
    if what == "catalog":
        return [catalog_manuscript(school, CONTEXT)]
    made = [job.run() for job in documents_of(school, CONTEXT) if job.path.endswith("/syllabus.pdf")]
    return [
        replace(
            made[number % len(made)],
            path=f"{number}.pdf",
            content=made[number % len(made)].content + f"\n// {number}\n".encode(),
        )
        for number in range(SYLLABI)
    ]


def measure(what: str) -> dict[str, float]:
    """Set the documents into an empty cache and say how long it took, and how much memory the process has used."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "docs" / "assets", Path(folder) / "docs" / "assets")
        begun = time.perf_counter()
        written = manuscripts(what)
        ready = time.perf_counter()
        typeset(Path(folder), written)
        done = time.perf_counter()
        assert list((Path(folder) / CACHE).glob("*.pdf"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"words": ready - begun, "typeset": done - ready, "memory": peak}


def main() -> None:
    """Print the table, or one measurement as JSON when asked for it by name."""
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(measure(sys.argv[1])))
        return
    sys.stdout.write(f"{'documents':<14} {'read and write':>15} {'typeset':>22} {'memory':>9}   asked for" + "\n")
    for what, limit in (("catalog", "3 s cold"), ("syllabi", "60 s on two cores, under 500 MB")):
        command = [sys.executable, __file__, what]
        runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(RUNS)]
        times = sorted(run["typeset"] for run in runs)
        words = statistics.median(run["words"] for run in runs)
        spread = f"{statistics.median(times):.2f} s ({times[0]:.2f}-{times[-1]:.2f})"
        sys.stdout.write(
            f"{what:<14} {words:>13.2f} s {spread:>22} {max(run['memory'] for run in runs):>6.0f} MB   {limit}" + "\n"
        )


if __name__ == "__main__":
    main()
