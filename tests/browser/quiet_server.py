"""A plain web server for a finished site: it answers as any host does and writes nothing to the terminal.

It is one of the hosts that read `_headers`, so every page that a browser test opens is under the site's policy.
"""

from __future__ import annotations

from functools import cache
from http.server import SimpleHTTPRequestHandler
from pathlib import Path


@cache
def headers_for_all(site: str) -> tuple[tuple[str, str], ...]:
    """Return what the site's `_headers` says of every address."""
    file = Path(site) / "_headers"
    if not file.is_file():
        return ()
    first, *lines = file.read_text(encoding="utf-8").splitlines()
    assert first == "/*" and all(line.startswith("  ") for line in lines), "this server knows one block for all"
    names_and_values = (line.strip().partition(": ") for line in lines)
    return tuple((name, value) for name, _, value in names_and_values)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in headers_for_all(str(self.directory)):
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing address with the site's own page, as every host does."""
        missing = Path(str(self.directory)) / "404.html"
        if code != 404 or not missing.is_file():
            super().send_error(code, message, explain)
            return
        content = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
