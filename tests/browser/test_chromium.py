"""A missing browser is a gap on a desk and a fault where CI=true: there it must never pass by being skipped."""

from __future__ import annotations

import pytest

from browser.chromium import find_chromium, require_chromium


def test_a_missing_browser_fails_where_it_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROSPECTUS_CHROMIUM", "/nowhere/chromium")
    assert find_chromium() is None
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="make test"):
        require_chromium()
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="make test"):
        require_chromium()
