"""Lets one build of a school run at a time: a lock on a file in `.prospectus/` that the system frees when a build dies.

The operating system holds the lock, so a killed build never leaves one behind. This module knows nothing of builds.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from prospectus.errors import LockedError, UserError

if sys.platform == "win32":
    import msvcrt

    # Windows forbids others to read a locked byte, so the one that is locked lies far behind the text.
    FAR_BYTE = 1 << 30

    def _take(file: IO[str]) -> None:
        os.lseek(file.fileno(), FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def one_build_at_a_time(root: Path) -> Iterator[None]:
    """Hold the school's build lock; raise LockedError when another process has it."""
    path = root / ".prospectus" / "lock"
    try:
        path.parent.mkdir(exist_ok=True)
        path.touch()
        file = path.open("r+", encoding="utf-8")
    except OSError as fault:
        raise UserError(f"{path} cannot be written: {fault.strerror}.") from fault
    with file:
        try:
            _take(file)
        except OSError as fault:
            raise LockedError(_who_has_it(path)) from fault
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield


def _who_has_it(path: Path) -> str:
    process = path.read_text(encoding="utf-8").strip()
    which = f" (process {process})" if process.isdigit() else ""
    return f"Another build of this school is running{which}. Wait until it has ended, then try again."
