"""A school that is hard on its pages: 400 records from the shipped ones, and records of every odd shape beside them.

Four hundred conditions share one region; others have a name of 200 characters, a name written from right to left,
or nothing but what the model asks for: no picture, no other name, no course, no technique, no region.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.finder_site import CONTEXT
from bench.synthetic_school import modest, write_synthetic_school, yaml_lines
from prospectus.model.condition import Condition
from prospectus.model.course import Course
from prospectus.model.kinds import KIND_BY_NAME
from prospectus.model.program import Program
from prospectus.model.record import Record
from prospectus.model.technique import Technique
from prospectus.publish.site import build_site
from prospectus.publish.writer import write_artifacts
from prospectus.read import read_school
from prospectus.read.yaml_source import read_yaml
from prospectus.render import urls
from prospectus.render.formats import jobs_of

RECORDS = 400
IN_ONE_REGION = 400
LONG_NAME = "A very long name that somebody typed without a thought for whoever reads it on a telephone " * 3
LONG_NAME = LONG_NAME[:200].strip()
LONG_WORD = "Muskelverspannungsschmerzlinderung" * 3
RIGHT_TO_LEFT = "ألم أسفل الظهر"

MODELS: tuple[tuple[type[Record], str], ...] = (
    (Technique, "rocking"), (Condition, "migraine"), (Course, "mt-110"), (Program, "stones-water-scrubs-and-wraps"),
)  # fmt: skip
ODD = {"bare": "A bare record", "long-name": LONG_NAME, "long-word": LONG_WORD, "right-to-left": RIGHT_TO_LEFT}

LISTS = (
    urls.HOME, urls.FIND, urls.TECHNIQUES, urls.CONDITIONS, urls.MATRIX, urls.PROGRAMS,
    urls.PROGRAM_COMPARISON, urls.COURSES, urls.CALENDAR, urls.COSTS, urls.CLAIMS, urls.SOURCES, urls.TRAINING,
    urls.LICENSING,
)  # fmt: skip
RECORD_PAGES = tuple(f"{KIND_BY_NAME[model.kind].plural}/{model.kind}-{id}/" for model, _ in MODELS for id in ODD)
ASSETS = (".theme/", "assets/")


def build_crowded_site(shipped: Path, root: Path) -> Path:
    """Write the school into the empty folder `root`; return its site, which holds `LISTS` and `RECORD_PAGES` alone."""
    write_crowded_school(shipped, root)
    wanted = {urls.docs_path(address) for address in (*LISTS, *RECORD_PAGES)}
    jobs = jobs_of(read_school(root).school, CONTEXT)
    write_artifacts(root, [job.run() for job in jobs if job.path in wanted or job.path.startswith(ASSETS)])
    return build_site(root, CONTEXT).folder


def write_crowded_school(shipped: Path, target: Path) -> None:
    """Write the school into the empty folder `target`."""
    write_synthetic_school(shipped, target, RECORDS)
    profile = target / "content" / "school.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("languages: [es]\n", ""), encoding="utf-8")
    for model, original in MODELS:
        folder = KIND_BY_NAME[model.kind].location
        data = modest(read_yaml((shipped / folder / f"{original}.yml").read_bytes(), original).data)
        for id, name in ODD.items():
            _write(target / folder / f"{model.kind}-{id}.yml", {**_bare(model, data), "name": name})
    data = modest(read_yaml((shipped / "conditions" / "migraine.yml").read_bytes(), "migraine").data)
    for number in range(IN_ONE_REGION):
        bare = {**_bare(Condition, data), "name": f"Sore neck of sort {number}", "regions": ["neck"]}
        _write(target / "conditions" / f"sore-neck-{number}.yml", bare)


def _bare(model: type[Record], data: dict[str, Any]) -> dict[str, Any]:
    """Keep what the model cannot do without; a list of regions may be empty."""
    bare = {name: value for name, value in data.items() if name in model.model_fields and _is_needed(model, name)}
    return {**bare, "regions": []} if model is Condition else bare


def _is_needed(model: type[Record], name: str) -> bool:
    return model.model_fields[name].is_required()


def _write(file: Path, data: dict[str, Any]) -> None:
    file.write_text("\n".join(yaml_lines(data)) + "\n", encoding="utf-8")
