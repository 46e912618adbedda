"""`make bench-finder`: how long the finder of a large school takes to answer, and what it loads before it answers.

    python tests/bench/finder.py 3000

Prints, for each thing that is typed or ticked, the median and the slowest of nine answers in a real browser, from the
letter to the finished list, on a desk of this machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from bench.finder_site import build_finder_site, first_load
from browser.chromium import find_chromium
from browser.quiet_server import QuietHandler

ROOT = Path(__file__).resolve().parents[2]
# What this project promises for 3,000 records on the machine it was made on.
MILLISECONDS, KILOBYTES = 100, 200
TYPED = ("b", "back pain", "pinched nerve", "siatica", "fibromialga", "swedish massage 7", "zzzzqqq", "")
# Waits for nothing but the work itself: the pause after a letter is left out, the layout of the list is not.
ANSWER = """([selector, typed]) => {
    const field = document.querySelector(selector);
    const began = performance.now();
    if (field.type === "checkbox") field.click();
    else {
        field.value = typed;
        document.querySelector(".finder select").dispatchEvent(new Event("change", { bubbles: true }));
    }
    document.querySelector(".results").getBoundingClientRect();
    return performance.now() - began;
}"""
# When page and index had both arrived, and when the first result stood. Between them the browser reads the page, and
# runs the theme's script and ours.
STARTED = """() => {
    const rows = performance.getEntriesByType("resource").find(entry => entry.name.includes("finder.js"));
    const arrived = Math.max(rows.responseEnd, performance.getEntriesByType("navigation")[0].responseEnd);
    return [arrived, performance.getEntriesByName("prospectus-first-result")[0].startTime];
}"""


def measure(site: Path) -> list[tuple[str, list[float]]]:
    """Return what was asked, with the milliseconds of each answer."""
    handler = partial(QuietHandler, directory=str(site))
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        rows: list[tuple[str, list[float]]] = [
            ("first result after page and index arrived", _starts(page, server.server_port))
        ]
        page.wait_for_timeout(1000)
        for typed in TYPED:
            times = [page.evaluate(ANSWER, ["#finder-words", typed]) for _ in range(9)]
            rows.append((f"typed {typed!r}" if typed else "everything", times))
        ticked = [page.evaluate(ANSWER, [".facets input[name=region]", ""]) for _ in range(9)]
        rows.append(("a box ticked", ticked))
        browser.close()
        server.shutdown()
    return rows


def _starts(page: Any, port: int) -> list[float]:
    times = []
    for _ in range(5):
        page.goto(f"http://127.0.0.1:{port}/find/?q=pinched+nerve", wait_until="load")
        page.wait_for_selector(".results__list h3")
        arrived, shown = page.evaluate(STARTED)
        times.append(shown - arrived)
    return times


def main(records: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = build_finder_site(ROOT, Path(folder), records)
        loaded = first_load(site)
        lines = [f"{size / 1000:7.1f} kB  {name}" for name, size in loaded.items()]
        total = sum(loaded.values()) / 1000
        lines.append(f"{total:7.1f} kB  together, gzipped, before the first result; promised are {KILOBYTES}")
        for asked, times in measure(site):
            lines.append(f"{median(times):7.1f} ms  {asked} (slowest {max(times):.1f}); promised are {MILLISECONDS}")
    sys.stdout.write(f"{records} records\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
