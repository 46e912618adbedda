"""The site as any host on the web sends it: packed with gzip; all but pages may be kept by the browser."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from browser.quiet_server import QuietHandler

PACKED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".ics", ".txt"}


@cache
def packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


class ZippingHandler(QuietHandler):
    """Serves a finished site packed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file() or file.suffix not in PACKED:
            super().do_GET()
            return
        content = packed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        if file.suffix != ".html":
            self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(content)
