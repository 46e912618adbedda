"""Pages of a school that is hard on them: every one holds together at every width, and reads well to every reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from browser.conftest import NewPage
from browser.crowded_school import LISTS, RECORD_PAGES, build_crowded_site
from browser.quiet_server import QuietHandler
from browser.test_accessibility import COLORS, DARKEN, STRUCTURE, THIN_OUT, faults
from browser.test_pages import WIDTHS, problems
from conftest import OnceARun


@pytest.fixture(scope="session")
def crowded_address(shipped: Path, once_a_run: OnceARun) -> Iterator[str]:
    """The address of the crowded school's site, with a slash at the end."""
    folder = once_a_run("crowded", lambda root: build_crowded_site(shipped, root) and None)
    handler = partial(QuietHandler, directory=str(folder / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("address", [*LISTS, *RECORD_PAGES])
def test_a_page_of_the_crowded_school_holds_together(address: str, new_page: NewPage, crowded_address: str) -> None:
    page = new_page(viewport={"width": WIDTHS[-1], "height": 800}, reduced_motion="reduce")
    answer = page.goto(crowded_address + address)
    assert answer is not None
    assert answer.status == 200
    found = {}
    for width in reversed(WIDTHS):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = problems(page)
    # Half the window is what a reader sees at twice the size.
    page.set_viewport_size({"width": WIDTHS[-1] // 2, "height": 400})
    found[0] = problems(page)
    assert {width: wrong for width, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("address", [*LISTS, *RECORD_PAGES[::3]])
def test_axe_finds_nothing_on_a_page_of_the_crowded_school(
    address: str, new_page: NewPage, crowded_address: str
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.goto(crowded_address + address)
    page.evaluate(AXE_SCRIPT)
    page.evaluate(THIN_OUT, False)
    found = faults(page, **STRUCTURE)
    page.evaluate(THIN_OUT, True)
    found += faults(page, **COLORS)
    page.evaluate(DARKEN)
    page.wait_for_selector("body[data-md-color-scheme=slate]", state="attached")
    found += faults(page, **COLORS)
    assert found == []
