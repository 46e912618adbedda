"""Lays out a second `docs/` beside the school's own: the hand-written files of the first, and other generated ones.

An export needs other pages than the site, between the same pages by hand. The school's own `docs/` is only read.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from prospectus.artifact import Artifact
from prospectus.errors import UserError
from prospectus.publish.writer import owned_paths, write_artifacts

WORK = ".prospectus/export"


@contextmanager
def laid_out(root: Path, artifacts: Iterable[Artifact]) -> Iterator[Path]:
    """Give a folder with a `docs/` of its own, which is gone afterwards.

    Raises what `write_artifacts` raises: also here no generated page takes the place of a hand-written one.
    """
    work = root / WORK
    shutil.rmtree(work, ignore_errors=True)
    try:
        _copy_handwritten(root, work / "docs")
        write_artifacts(work, artifacts)
        yield work
    except OSError as fault:
        raise UserError(f"{fault.filename or work} cannot be written: {fault.strerror}.") from fault
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _copy_handwritten(root: Path, target: Path) -> None:
    docs = root / "docs"
    generated = owned_paths(root)
    target.mkdir(parents=True)
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs)
        if file.is_file() and path.as_posix() not in generated and not any(part[0] == "." for part in path.parts):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / path)
