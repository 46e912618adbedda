"""The live preview in a real browser: a saved file shows itself, a fault lies on top of the last good page."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from prospectus.artifact import BuildContext
from prospectus.serve.session import serve

BUILD_TIME = 120_000


@pytest.fixture
def school(repository: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(repository / "tests/schools/tiny", tmp_path / "school"))


@pytest.fixture
def address(school: Path, context: BuildContext) -> Iterator[str]:
    """The address that a running preview of the school has said, once its first build is done."""
    said: list[str] = []
    ready, stop = threading.Event(), threading.Event()

    def say(line: str) -> None:
        said.append(line)
        if line.startswith("Built"):
            ready.set()

    thread = threading.Thread(target=serve, args=(school, lambda: context, 0, say, stop))
    thread.start()
    assert ready.wait(BUILD_TIME / 1000), said
    yield said[0].split()[1]
    stop.set()
    thread.join(BUILD_TIME / 1000)
    assert not thread.is_alive()


def test_a_saved_file_shows_itself_and_a_fault_lies_on_top(school: Path, address: str, page: Page) -> None:
    file = sorted((school / "techniques").glob("*.yml"))[0]
    good = file.read_text(encoding="utf-8")
    page.goto(f"{address}techniques/{file.stem}/")
    name = page.locator("h1")
    old = name.inner_text()
    overlay = page.locator("#prospectus-preview")
    expect(overlay).to_have_count(0)

    file.write_text(good.replace("name:", "nmae:", 1), encoding="utf-8")
    expect(overlay.get_by_role("alert")).to_contain_text(f"techniques/{file.name}:", timeout=BUILD_TIME)
    expect(overlay.get_by_role("alert")).to_contain_text('"name"')
    expect(name).to_have_text(old)

    overlay.get_by_role("button", name="Hide").click()
    expect(overlay).to_have_count(0)

    line = next(line for line in good.splitlines() if line.startswith("name:"))
    file.write_text(good.replace(line, "name: Renamed stroke", 1), encoding="utf-8")
    expect(name).to_have_text("Renamed stroke", timeout=BUILD_TIME)
    expect(overlay).to_have_count(0)
    assert "prospectus/preview" not in (school / "site/index.html").read_text(encoding="utf-8")
