"""Puts a finished folder in the place of another in one step, so that a visitor never meets a half-written site.

Linux can exchange two folders atomically (`renameat2`); elsewhere two renames follow each other, and the next run
repairs what a kill between them left. This module knows nothing of what the folders hold.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from prospectus.errors import UserError

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def fresh_folder(folder: Path, live: Path) -> None:
    """Make an empty folder to build into, after repairing what a killed run left in its place."""
    retired = _retired(folder)
    if not live.exists() and retired.exists():
        retired.rename(live)
    for leftover in (folder, retired):
        if live.exists() and leftover.exists():
            _carry_over(leftover, live)
        _remove(leftover)
    folder.mkdir()


def replace_folder(folder: Path, live: Path) -> None:
    """Put the finished folder in the place of the live one, and remove what stood there.

    Names that start with a dot at the top of the live folder (`.git`, `.htaccess`) are the owner's and move along.
    """
    if not live.exists():
        folder.rename(live)
        return
    old = _swap(folder, live)
    _carry_over(old, live)
    _remove(old)


def _retired(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.old")


def _swap(folder: Path, live: Path) -> Path:
    """Exchange the two, and return where the former live folder now stands."""
    if _exchange(folder, live):
        return folder
    retired = _retired(folder)
    live.rename(retired)
    folder.rename(live)
    return retired


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; return False where the system or the disk cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)


def _carry_over(source: Path, target: Path) -> None:
    for entry in sorted(source.iterdir()):
        if entry.name.startswith(".") and not os.path.lexists(target / entry.name):
            entry.rename(target / entry.name)


def _remove(folder: Path) -> None:
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as fault:
        raise UserError(
            f"{folder} is left over from an earlier build and cannot be removed: {fault.strerror}."
        ) from fault
