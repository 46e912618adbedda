"""The preview's server: the right file, the right type, the script on the way out, and nothing beyond the site."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from prospectus.errors import UserError
from prospectus.serve.preview import Preview
from prospectus.serve.server import PreviewServer, open_server

FILES = {
    "site/index.html": "<html><body>home</body></html>",
    "site/404.html": "<html><body>not here</body></html>",
    "site/techniques/rest/index.html": "<html><body>rest</body></html>",
    "site/assets/a.css": "a{}",
    "site/assets/a.js": "1",
    "site/assets/a.svg": "<svg/>",
    "site/calendar.ics": "BEGIN:VCALENDAR",
    "site/data/all.json": "{}",
    "site/empty/a.txt": "a",
    "site/.secret": "hidden",
    "outside.html": "outside",
}


@pytest.fixture
def preview() -> Preview:
    return Preview()


@pytest.fixture
def server(tmp_path: Path, preview: Preview) -> Iterator[PreviewServer]:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "site/link.html").symlink_to(tmp_path / "outside.html")
    with open_server(tmp_path / "site", "/", preview, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        preview.close()
        server.shutdown()
        thread.join()


def ask(server: PreviewServer, path: str, method: str = "GET", host: str = "127.0.0.1") -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    where = answer.headers["Content-Type"] or answer.headers["Location"]
    text = answer.read().decode()
    connection.close()
    return answer.status, where, text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/techniques/rest/?q=1", "text/html; charset=utf-8"),
        ("/assets/a.css", "text/css; charset=utf-8"),
        ("/assets/a.js", "text/javascript; charset=utf-8"),
        ("/assets/a.svg", "image/svg+xml"),
        ("/calendar.ics", "text/calendar; charset=utf-8"),
        ("/data/all.json", "application/json; charset=utf-8"),
    ],
)
def test_each_file_comes_with_its_type(server: PreviewServer, path: str, kind: str) -> None:
    assert ask(server, path)[:2] == (200, kind)


def test_the_script_is_added_to_pages_and_to_nothing_else(server: PreviewServer, preview: Preview) -> None:
    preview.show_site()
    page = ask(server, "/")[2]
    assert page == '<html><body>home<script src="/__prospectus/preview.js" data-built="1"></script></body></html>'
    assert (server.site / "index.html").read_text() == FILES["site/index.html"]
    assert ask(server, "/assets/a.css")[2] == "a{}"
    assert "EventSource" in ask(server, "/__prospectus/preview.js")[2]


def test_a_folder_is_never_listed_and_gets_its_slash(server: PreviewServer) -> None:
    assert ask(server, "/techniques/rest") == (301, "/techniques/rest/", "")
    # Two slashes at the front would name another host.
    assert ask(server, "/%2ftechniques/rest")[1] == "/techniques/rest/"
    status, _, page = ask(server, "/empty/")
    assert status == 404
    assert "a.txt" not in page


def test_what_is_missing_shows_the_sites_own_page(server: PreviewServer) -> None:
    status, kind, page = ask(server, "/nowhere/")
    assert (status, kind) == (404, "text/html; charset=utf-8")
    assert "not here" in page and "preview.js" in page


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.html",
        "/%2e%2e/outside.html",
        "/..%2foutside.html",
        "/..%5coutside.html",
        "/.secret",
        "/link.html",
        "/a%00b",
    ],
)
def test_nothing_beyond_the_site_is_served(server: PreviewServer, path: str) -> None:
    status, _, text = ask(server, path)
    assert status == 404
    assert "outside" not in text and "hidden" not in text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_only_names_of_this_machine_are_answered(server: PreviewServer, host: str) -> None:
    assert ask(server, "/", host=host)[0] == 403
    assert ask(server, "/", host="localhost:8000")[0] == 200


def test_head_gives_no_body_and_post_is_refused(server: PreviewServer) -> None:
    assert ask(server, "/", "HEAD")[::2] == (200, "")
    assert ask(server, "/__prospectus/events", "HEAD")[0] == 404
    assert ask(server, "/", "POST")[0] == 501


def test_before_the_first_site_there_is_a_page_that_waits(tmp_path: Path, server: PreviewServer) -> None:
    server.site = tmp_path / "none"
    status, _, page = ask(server, "/")
    assert status == 503
    assert "preview.js" in page


def test_pages_are_told_at_once_and_at_each_change(server: PreviewServer, preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", "/__prospectus/events")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"

    def told() -> dict[str, object]:
        line = answer.readline()
        assert answer.readline() == b"\n"
        return dict(json.loads(line.removeprefix(b"data: ")))

    assert told() == {"built": 0, "faults": []}
    preview.show_faults(["a.yml:1:1: error"])
    assert told() == {"built": 0, "faults": ["a.yml:1:1: error"]}
    preview.show_site()
    assert told() == {"built": 1, "faults": []}
    preview.close()
    told()
    assert answer.read() == b""


def test_a_site_below_a_path_is_served_there(tmp_path: Path, server: PreviewServer) -> None:
    server.mount = "/school/"
    assert ask(server, "/") == (301, "/school/", "")
    assert ask(server, "/school/techniques/rest/")[0] == 200
    assert ask(server, "/techniques/rest/")[0] == 404


def test_the_next_free_port_is_taken(tmp_path: Path, server: PreviewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_server(tmp_path, "/", Preview(), server.server_port) as second:
        assert server.server_port < second.server_port <= server.server_port + 20
    monkeypatch.setattr("prospectus.serve.server.PORTS_TRIED", 0)
    with pytest.raises(UserError, match="is free"):
        open_server(tmp_path, "/", Preview(), server.server_port)
