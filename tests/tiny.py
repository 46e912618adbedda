"""The tiny school for tests: where it lies, copies of it with edits, and its findings and pages on the pinned date."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from prospectus.artifact import BuildContext
from prospectus.read import SchoolReading, read_school

TINY = Path(__file__).parent / "schools" / "tiny"
AS_OF = date(2026, 11, 23)
CONTEXT = BuildContext(as_of=AS_OF, version="test")


@cache
def read_tiny() -> SchoolReading:
    """Read the tiny school once a run."""
    return read_school(TINY)


def edited(folder: Path, edits: Iterable[Mapping[str, Any]], original: Path = TINY) -> Path:
    """Copy a school into `folder` and edit its files; a text to find must stand there exactly once."""
    copy = Path(shutil.copytree(original, folder))
    for edit in edits:
        file = copy / edit["file"]
        if edit.get("delete"):
            file.unlink()
        elif "content" in edit:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(edit["content"], encoding="utf-8")
        else:
            text = file.read_text(encoding="utf-8")
            found = text.count(edit["find"])
            assert found == 1, f"{edit['file']} holds this {found} times instead of once: {edit['find']!r}"
            file.write_text(text.replace(edit["find"], edit["replace"]), encoding="utf-8")
    return copy
