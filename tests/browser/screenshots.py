"""`make screenshots`: pictures of the built site's main pages, as a phone and a desk show them, in light and dark.

    python tests/browser/screenshots.py site .prospectus/screenshots [ADDRESS ...]

Without addresses it takes the first page of each kind. The pictures are for people to look at; no test compares them.
"""

from __future__ import annotations

import os
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from browser.chromium import find_chromium
from browser.quiet_server import QuietHandler

WIDTHS = {390: 844, 1280: 900}
SCHEMES = ("light", "dark")


def first_of_each_kind(site: Path) -> list[str]:
    """Return the pages at the top of the site, and one page of each folder below it."""
    pages = sorted(page.relative_to(site).parent.as_posix() for page in site.rglob("index.html"))
    kinds = {page.split("/")[0] + "/" * page.count("/"): page for page in reversed(pages)}
    return ["404.html", *sorted("" if page == "." else f"{page}/" for page in kinds.values())]


def take(browser: Browser, root: str, addresses: list[str], target: Path) -> int:
    """Take every address in each width and scheme, and return how many pictures were made."""
    taken = 0
    for width, height in WIDTHS.items():
        for scheme in SCHEMES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            for address in addresses:
                page.goto(f"{root}{address}", wait_until="networkidle")
                name = address.strip("/").replace("/", "-").removesuffix(".html") or "home"
                page.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
                taken += 1
            page.close()
    return taken


def main(site: Path, target: Path, addresses: list[str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    handler = partial(QuietHandler, directory=str(site))
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=arguments)
        root = f"http://127.0.0.1:{server.server_port}/"
        taken = take(browser, root, addresses or first_of_each_kind(site), target)
        browser.close()
        server.shutdown()
    sys.stdout.write(f"{taken} pictures in {target}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
