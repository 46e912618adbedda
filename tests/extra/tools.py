"""Where the tools are that `.ci/extra` installs, and what is said when one is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

NODE_MODULES = Path(__file__).resolve().parents[2] / ".extra" / "node_modules"


def required(program: str) -> str:
    """Return the path of a program. These tests are asked for by name, so a missing one is a fault, never a skip."""
    path = shutil.which(program)
    if path is None or not NODE_MODULES.is_dir():
        missing = program if path is None else NODE_MODULES
        pytest.fail(f"{missing} was not found: `make test-extra` says what it needs and installs what it can.")
    return path
