"""Finds the chromium that the browser tests drive: named by PROSPECTUS_CHROMIUM, the system's, or Playwright's own.

Run as a program it ends with 0 when there is one and with 1 when there is none; `make test` then installs one.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> Path | None:
    """Return the browser's path, or None when this machine has none."""
    named = os.environ.get("PROSPECTUS_CHROMIUM")
    if named:
        return Path(named) if Path(named).is_file() else None
    for name in SYSTEM_NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def require_chromium() -> Path:
    """Return the browser's path. Without one the test is skipped on a desk, and fails when CI=true."""
    path = find_chromium()
    if path is not None:
        return path
    missing = "No chromium was found: `make test` installs one."
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


if __name__ == "__main__":
    sys.exit(find_chromium() is None)
