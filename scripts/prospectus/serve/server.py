"""Answers a browser on this machine from the finished site, adding to each page the script that keeps it fresh.

The script is added on the way out; nothing on disk changes. It serves files inside the site and nothing else, lists no
folder, and answers only to names of this machine, so that no page elsewhere can read a school's drafts.
"""

from __future__ import annotations

import json
import mimetypes
import os
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from prospectus.errors import UserError
from prospectus.serve.preview import Preview, State

HOST = "127.0.0.1"
PORTS_TRIED = 20
HEARTBEAT_SECONDS = 15.0
EVENTS = "/__prospectus/events"
SCRIPT = "/__prospectus/preview.js"
OWN_NAMES = frozenset({HOST, "localhost"})
# What the system's own table lacks or, on Windows, may have replaced.
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
NO_SITE = (
    "<!doctype html><html lang=en><title>No site yet</title><body><p>The site has not been built yet.</p></body></html>"
)


class PreviewServer(ThreadingHTTPServer):
    """A server for one school's site. Its threads end with the program."""

    # Elsewhere this only lets a port be used again at once; on Windows it would take the port from another program.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, site: Path, mount: str, preview: Preview) -> None:
        super().__init__((HOST, port), PreviewHandler)
        self.site = site
        self.mount = mount
        self.preview = preview

    @cached_property
    def script(self) -> bytes:
        """The script that every page of the preview gets."""
        return files("prospectus.serve").joinpath("preview.js").read_bytes()


def open_server(site: Path, mount: str, preview: Preview, port: int) -> PreviewServer:
    """Open the port, or the next free one; raise UserError when a whole row of them is taken."""
    last = port if port == 0 else min(port + PORTS_TRIED, 65535)
    for candidate in range(port, last + 1):
        try:
            return PreviewServer(candidate, site, mount, preview)
        except OSError:
            continue
    raise UserError(f"No port from {port} to {last} is free. Name another one with --port.")


class PreviewHandler(BaseHTTPRequestHandler):
    """One request. Nothing is cached, since the next build may change any file."""

    server: PreviewServer
    server_version = "Prospectus"
    sys_version = ""

    def do_GET(self) -> None:
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        path = urlsplit(self.path).path
        if host not in OWN_NAMES:
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", b"This preview answers only on this machine.\n")
        elif path == EVENTS and self.command == "GET":
            self._send_events()
        elif path == SCRIPT:
            self._answer(HTTPStatus.OK, TYPES[".js"], self.server.script)
        else:
            self._send_from_site(unquote(path))

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the findings."""

    def _send_from_site(self, path: str) -> None:
        mount = self.server.mount
        if path == "/" != mount:
            self._redirect(mount)
            return
        target = self._target(path.removeprefix(mount)) if path.startswith(mount) else None
        if target and target.is_dir():
            if not path.endswith("/"):
                self._redirect(f"{path}/")
                return
            target /= "index.html"
        if target and target.is_file():
            self._send_file(target, HTTPStatus.OK)
        else:
            self._send_file(self.server.site / "404.html", HTTPStatus.NOT_FOUND)

    def _target(self, path: str) -> Path | None:
        """Return where in the site a path points, or None when it leads anywhere else."""
        parts = [part for part in path.split("/") if part]
        if any(part.startswith(".") or "\\" in part or ":" in part or not part.isprintable() for part in parts):
            return None
        target = self.server.site.joinpath(*parts)
        return target if target.resolve().is_relative_to(self.server.site.resolve()) else None

    def _send_file(self, file: Path, status: HTTPStatus) -> None:
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        try:
            content = file.read_bytes()
        except OSError:
            content, kind = NO_SITE.encode(), TYPES[".html"]
            status = HTTPStatus.NOT_FOUND if self.server.site.exists() else HTTPStatus.SERVICE_UNAVAILABLE
        self._answer(status, kind, self._with_script(content) if kind == TYPES[".html"] else content)

    def _with_script(self, page: bytes) -> bytes:
        tag = f'<script src="{SCRIPT}" data-built="{self.server.preview.state.built}"></script>'.encode()
        head, end, tail = page.rpartition(b"</body>")
        return b"".join((head, tag, end, tail)) if end else page + tag

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        readable = kind.startswith("text/") or kind in (TYPES[".json"], TYPES[".xml"])
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if readable else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        # One slash at the front: two would name another host.
        self.send_header("Location", "/" + quote(path.lstrip("/")))
        self.send_header("Content-Length", "0")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def _send_events(self) -> None:
        """Tell the page the state now and at each change, until it or the preview goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        state = self.server.preview.state
        try:
            self._tell(state)
            while not state.closed:
                state = self.server.preview.wait_for_other(state, HEARTBEAT_SECONDS)
                self._tell(state)
        except OSError:
            return  # the page was closed

    def _tell(self, state: State) -> None:
        told = json.dumps({"built": state.built, "faults": state.faults})
        self.wfile.write(f"data: {told}\n\n".encode())
        self.wfile.flush()
