"""The command `serve`: builds the site, shows it on this machine alone, and builds again when a file is saved.

It joins the watcher, the build and the preview server. Faults are shown in the open page, on top of the last good one.
It prints nothing itself and knows no record, no page and no engine.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from prospectus import report
from prospectus.artifact import BuildContext
from prospectus.commands.build import BuildReport, build
from prospectus.commands.check import Examination, require_school
from prospectus.errors import LockedError, UserError
from prospectus.publish.site import site_address
from prospectus.serve.preview import Preview
from prospectus.serve.server import open_server
from prospectus.serve.watch import snapshot

WAIT_SECONDS = 0.3

Say = Callable[[str], None]
ContextOf = Callable[[], BuildContext]
"""Gives the context of a build; asked before each one, since a preview may stay open over midnight."""


def serve(root: Path, context_of: ContextOf, port: int, say: Say, stop: threading.Event | None = None) -> None:
    """Serve the school in `root` until Ctrl-C, or until `stop` is set.

    `port` is where to listen; when it is taken, the next free one is used and said. 0 lets the system choose.
    """
    require_school(root)
    mount = urlsplit(site_address(root)).path or "/"
    preview = Preview()
    server = open_server(root / "site", mount, preview, port)
    address = f"http://127.0.0.1:{server.server_port}{mount}"
    if port not in (0, server.server_port):
        say(f"Port {port} is taken by another program.")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    say(f"Serving {address} (stop with Ctrl-C)")
    try:
        _build_on_change(root, context_of, preview, say, stop or threading.Event())
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        preview.close()
        server.shutdown()
        server.server_close()


def _build_on_change(root: Path, context_of: ContextOf, preview: Preview, say: Say, stop: threading.Event) -> None:
    """Build now and after every change. The snapshot is taken before a build, so a change during it is not missed."""
    seen = snapshot(root)
    last, settled = _build_once(root, context_of(), preview, say, None)
    while not stop.wait(WAIT_SECONDS):
        now = snapshot(root)
        if now == seen and settled:
            continue
        seen = now
        last, settled = _build_once(root, context_of(), preview, say, last)


def _build_once(
    root: Path, context: BuildContext, preview: Preview, say: Say, previous: Examination | None
) -> tuple[Examination | None, bool]:
    """Build and show the outcome. Return what was read, and whether this was the last word on the files as they are."""
    begun = time.monotonic()
    try:
        outcome = build(root, context, _silent, previous)
    except LockedError:
        return previous, False
    except UserError as fault:
        preview.show_faults(list(fault.lines))
        for line in fault.lines:
            say(line)
        return previous, True
    _show(outcome, preview, say, time.monotonic() - begun)
    return outcome.examination, True


def _show(outcome: BuildReport, preview: Preview, say: Say, seconds: float) -> None:
    findings = outcome.examination.findings
    if outcome.published is None:
        faults = [finding for finding in findings if finding.is_error]
        preview.show_faults([_fault_text(report.headline(fault), fault.hint) for fault in faults])
        for fault in faults:
            say(report.headline(fault))
        say(f"{report.summary(findings)}. The page shows the last good site.")
    else:
        preview.show_site()
        say(f"Built {outcome.published.site.pages} pages in {seconds:.1f} s. {report.summary(findings)}")


def _fault_text(headline: str, hint: str) -> str:
    return f"{headline}\n{hint}" if hint else headline


def _silent(_: str) -> None:
    pass
