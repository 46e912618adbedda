"""What tests in every folder share: the pinned date, and the shipped school, copied and built once a run."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prospectus import __version__
from prospectus.artifact import BuildContext
from prospectus.commands.build import build
from prospectus.publish.writer import owned_paths

ROOT = Path(__file__).resolve().parents[1]
INPUTS = ("techniques", "conditions", "content", "mkdocs.yml")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of this project."""
    return ROOT


@pytest.fixture(scope="session")
def as_of() -> date:
    """The day for which tests build: the only clock, pinned."""
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def context(as_of: date) -> BuildContext:
    return BuildContext(as_of=as_of, version=__version__)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped school as a fresh clone has it: without anything that a build made. Do not change it."""
    copy = tmp_path_factory.mktemp("shipped")
    for name in INPUTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        else:
            shutil.copy2(source, copy / name)
    generated = owned_paths(ROOT)
    docs = ROOT / "docs"
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs).as_posix()
        if file.is_file() and path not in generated and not path.startswith("."):
            (copy / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, copy / "docs" / path)
    return copy


@pytest.fixture(scope="session")
def built(shipped: Path, context: BuildContext) -> Path:
    """The shipped school, built: its pages in `docs/`, its site in `site/`. Do not change it."""
    report = build(shipped, context, lambda step: None)
    errors = [f"{f.place}: {f.code} {f.message}" for f in report.examination.findings if f.is_error]
    assert report.published, "the shipped school holds errors:\n" + "\n".join(errors)
    return shipped
