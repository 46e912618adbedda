"""A real chromium for the browser tests, and the built site behind a plain web server.

Without a browser these tests are skipped on a desk, and fail when CI=true: there, a missing browser is a fault.
Every page is watched: a request that leaves the site, an error in the page's scripts, or anything that the site's
policy had to stop, fails the test.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.chromium import require_chromium
from browser.quiet_server import QuietHandler
from browser.tabs import DESK, Tabs

HERE = Path(__file__).parent
NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once."""
    path = require_chromium()
    # A sandbox cannot be set up by root, as in most containers.
    # Its drawing needs no process of its own: a third of the time of every new page.
    arguments = ["--in-process-gpu"]
    arguments += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Tabs:
    return Tabs(chromium)


@pytest.fixture
def new_page(tabs: Tabs) -> Iterator[NewPage]:
    """Open pages with the context options of Playwright, such as `viewport=` or `color_scheme=`."""
    yield tabs.lend
    assert tabs.take_back() == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page in a window as wide as a desk's."""
    return new_page(viewport=DESK)


@pytest.fixture(scope="session")
def site_address(built: Path) -> Iterator[str]:
    """The address of the built shipped site, with a slash at the end."""
    handler = partial(QuietHandler, directory=str(built / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
