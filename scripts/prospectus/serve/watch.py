"""Tells whether anything that a build reads has changed, by the size and time of every such file.

Looking at a few thousand files takes some milliseconds, and needs no library and no system service. It knows the
school's folders, and from the manifest which files in `docs/` are the build's own work.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from prospectus.commands.check import INPUT_FOLDERS
from prospectus.publish.site import CONFIGURATION
from prospectus.publish.writer import owned_paths

INPUTS = (*INPUT_FOLDERS, "docs", CONFIGURATION)

Snapshot = Mapping[str, tuple[int, int]]
"""Each file's time of change in nanoseconds and size in bytes, by path."""


def snapshot(root: Path) -> Snapshot:
    """Return the state of everything that a build of this school reads."""
    generated = {f"docs/{path}" for path in owned_paths(root)}
    return {
        path: (state.st_mtime_ns, state.st_size)
        for name in INPUTS
        for path, state in _files(root, name)
        if path not in generated
    }


def _files(root: Path, name: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the files under a name with their states; names that start with a dot are nobody's input."""
    try:
        if not (root / name).is_dir():
            yield name, (root / name).stat()
            return
        for entry in os.scandir(root / name):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(root, f"{name}/{entry.name}")
            else:
                yield f"{name}/{entry.name}", entry.stat(follow_symlinks=False)
    except OSError:
        # A file that vanishes while it is looked at has changed, and is missing from this snapshot.
        return
