"""Pages of one browser, lent to one test after another: opening a new one costs three times what using it again does.

What a test may leave behind is taken away before the next one comes: storage, routes, sizes and what the page was told
of its reader. A page that a test closed or broke is not lent again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize

OWN_HOSTS = {"127.0.0.1", "localhost"}
DESK: ViewportSize = {"width": 1280, "height": 900}
# What a page can be told of its reader at any time; all else makes a context of its own.
CHANGEABLE = {"viewport", "color_scheme", "reduced_motion"}


class Watched:
    """Collects what a page must not do."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._look(request.url))
        context.on("weberror", lambda error: self.faults.append(f"script error: {error.error}"))
        context.on("console", lambda message: self._hear(message.text))

    def _hear(self, text: str) -> None:
        if "Content Security Policy" in text or "Permissions-Policy" in text:
            self.faults.append(f"against the site's policy: {text}")

    def _look(self, url: str) -> None:
        if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname not in OWN_HOSTS:
            self.faults.append(f"request to elsewhere: {url}")


class Tab:
    """One page, alone in its context, and watched."""

    def __init__(self, browser: Browser, options: Mapping[str, Any]) -> None:
        self.watched = Watched()
        self.context: BrowserContext = browser.new_context(**options)
        self.watched.watch(self.context)
        self.page: Page = self.context.new_page()

    def tell(self, viewport: ViewportSize = DESK, color_scheme: str = "light", reduced_motion: str = "null") -> None:
        """Give the page its window, and tell it what its reader likes."""
        self.page.set_viewport_size(viewport)
        liked = {"color_scheme": color_scheme, "reduced_motion": reduced_motion}
        self.page.emulate_media(media="null", **cast(Any, liked))

    def clear(self) -> bool:
        """Take away what a test left; False when the page cannot be lent again."""
        with suppress(Error):
            if self.page.url.startswith("http"):
                self.page.evaluate("[localStorage, sessionStorage].forEach(storage => storage.clear())")
            self.page.goto("about:blank")
            self.page.unroute_all()
            self.watched.faults.clear()
            return len(self.context.pages) == 1
        return False


class Tabs:
    """The pages that are free, by the options that cannot be changed."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[tuple[tuple[str, object], ...], list[Tab]] = defaultdict(list)
        self._lent: list[tuple[tuple[tuple[str, object], ...], Tab]] = []

    def lend(self, **options: Any) -> Page:
        fixed = {name: value for name, value in options.items() if name not in CHANGEABLE}
        key = tuple(sorted(fixed.items()))
        tab = self._free[key].pop() if self._free[key] else Tab(self._browser, fixed)
        self._lent.append((key, tab))
        tab.tell(**{name: value for name, value in options.items() if name in CHANGEABLE})
        return tab.page

    def take_back(self) -> list[str]:
        """Take all pages back, and return what they did that no page may do."""
        faults = []
        for key, tab in self._lent:
            faults += tab.watched.faults
            if tab.clear():
                self._free[key].append(tab)
            else:
                tab.context.close()
        self._lent.clear()
        return faults
