"""Puts bytes into place so that a reader, or a killed run, sees either the old file or the new one, never a half.

Temporary files stand in one folder of their own on the same disk, so that what a killed run left is found and removed.
This module knows nothing of artifacts or manifests.
"""

from __future__ import annotations

import shutil
from pathlib import Path


class WorkFolder:
    """The folder for half-written files. Use it in a `with` block: it is fresh at the start and gone at the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> WorkFolder:
        self._remove()
        self.folder.mkdir(parents=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._remove()

    def _remove(self) -> None:
        if self.folder.is_symlink():
            self.folder.unlink()
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, target: Path, content: bytes) -> None:
        """Write the bytes beside and move them over the target in one step, making its folders."""
        half = self.folder / "half"
        half.write_bytes(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        half.replace(target)
