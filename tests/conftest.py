"""What tests in every folder share: the pinned date, and the shipped school, copied and built once a run."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO

import pytest

from prospectus import __version__
from prospectus.artifact import BuildContext
from prospectus.commands.build import build
from prospectus.publish.writer import owned_paths

ROOT = Path(__file__).resolve().parents[1]
# Asked for by name alone (`make test-extra`): it needs node and Java.
collect_ignore = ["extra"]
INPUTS = ("techniques", "conditions", "content", "mkdocs.yml")
OnceARun = Callable[[str, Callable[[Path], None]], Path]

if sys.platform == "win32":
    import msvcrt

    def wait_for(lock: IO[str]) -> None:
        """Wait until no other worker has this file locked, and lock it; closing it frees it."""
        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def wait_for(lock: IO[str]) -> None:
        """Wait until no other worker has this file locked, and lock it; closing it frees it."""
        fcntl.flock(lock.fileno(), fcntl.LOCK_EX)


# The longest files begin, so that no worker is left alone with one. The second needs no built school, which takes long.
FIRST = ("browser/test_accessibility.py", "check/test_rules.py", "browser/test_pages.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    rank = {ROOT / "tests" / name: place for place, name in enumerate(FIRST)}
    items.sort(key=lambda item: rank.get(item.path, len(FIRST)))


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


def copy_of_the_shipped_school(copy: Path) -> None:
    """Copy what a fresh clone has: nothing that a build made."""
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


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped school as a fresh clone has it: without anything that a build made. Do not change it."""
    copy = tmp_path_factory.mktemp("shipped")
    copy_of_the_shipped_school(copy)
    return copy


@pytest.fixture(scope="session")
def once_a_run(tmp_path_factory: pytest.TempPathFactory) -> OnceARun:
    """Make a folder that all workers of a run share: the first one that asks makes it, the others wait and take it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def folder_of(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            wait_for(lock)
            if not done.exists():
                # What another worker left when it failed would be taken for what this one makes.
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return folder_of


@pytest.fixture(scope="session")
def built(once_a_run: OnceARun, context: BuildContext) -> Path:
    """The shipped school, built: its pages in `docs/`, its site in `site/`. Do not change it; all workers share it."""

    def make(folder: Path) -> None:
        copy_of_the_shipped_school(folder)
        report = build(folder, context, lambda step: None)
        errors = [f"{f.place}: {f.code} {f.message}" for f in report.examination.findings if f.is_error]
        assert report.published, "the shipped school holds errors:\n" + "\n".join(errors)

    return once_a_run("built", make)
