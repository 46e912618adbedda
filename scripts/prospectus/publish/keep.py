"""Puts a frozen edition into `content/editions/`: its files first, the record that describes them last.

A run that is killed half-way leaves a folder without a record, which the next freeze of that name clears away. It knows
names and bytes, no record and no page.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from prospectus.publish.atomic import WorkFolder

_HEAD = "# Frozen by `prospectus edition freeze`. Nobody changes it: it says what was published, and the check tells.\n"


def keep_edition(folder: Path, id: str, files: Mapping[str, bytes], description: Mapping[str, Any]) -> None:
    """Write the files into `folder/id/` and the record into `folder/id.yml`."""
    with WorkFolder(folder / ".writing") as work:
        for name, content in files.items():
            work.put(folder / id / name, content)
        work.put(folder / f"{id}.yml", (_HEAD + _yaml(description)).encode())


def clear_half_written(folder: Path, id: str) -> None:
    """Remove what a killed freeze left: files without the record that describes them."""
    if (folder / id).is_dir() and not (folder / f"{id}.yml").exists():
        shutil.rmtree(folder / id)


def _yaml(description: Mapping[str, Any]) -> str:
    plain = {key: _plain(value) for key, value in description.items()}
    return yaml.dump(plain, Dumper=_NoAliases, sort_keys=False, allow_unicode=True, width=10**6)


class _NoAliases(yaml.SafeDumper):
    """Writes a value that stands twice out in full: the reader refuses aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, int | date) else str(value)
