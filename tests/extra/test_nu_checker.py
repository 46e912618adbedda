"""Every page of the shipped site is valid HTML by the Nu checker, save the faults of Material's own listed here."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from extra.tools import NODE_MODULES, required

CHECKER = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"
NOT_OURS = {
    r"^Attribute “autocomplete” is only allowed when the input type is ": (
        "Material's base.html writes it on the boxes that open drawer and search without a script, so that browsers do"
        " not open them again by themselves; HTML allows the attribute on fields alone."
    ),
}
"""The message as a pattern, and why it stands."""


def errors_in(folder: Path) -> list[dict[str, Any]]:
    """Return what the checker calls an error. Its advice is left out: it goes by an address that files do not have."""
    command = [required("java"), "-jar", str(CHECKER), "--format", "json", "--errors-only", "--skip-non-html"]
    done = subprocess.run([*command, "--exit-zero-always", "--stdout", str(folder)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


def told(errors: list[dict[str, Any]], folder: Path) -> list[str]:
    """Say each kind of error once, with how many pages hold it, and one place."""
    places = defaultdict(list)
    for error in errors:
        place = f"{error['url'].rpartition(folder.name + '/')[2]}:{error.get('lastLine')}: {error.get('extract', '')}"
        places[error["message"]].append(place)
    return [f"{len(found)} × {message} {found[0]}" for message, found in places.items()]


def test_every_page_is_valid(built: Path) -> None:
    errors = errors_in(built / "site")
    patterns = [re.compile(pattern) for pattern in NOT_OURS]
    ours = [error for error in errors if not any(pattern.search(error["message"]) for pattern in patterns)]
    assert told(ours, built / "site") == []
    # What Material has mended leaves the list.
    assert [p.pattern for p in patterns if not any(p.search(error["message"]) for error in errors)] == []


@pytest.mark.parametrize(
    "fault", ['<p><button><a href="/">In a button</a></button>', '<table><tr><td role="cell"></table>']
)
def test_a_fault_is_found(fault: str, tmp_path: Path) -> None:
    page = f'<!doctype html><html lang="en"><title>Page</title><body>{fault}</body></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert errors_in(tmp_path)
