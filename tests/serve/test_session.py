"""The preview's story: build, watch, build again, tell the pages. A double with a script plays the build."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from prospectus.artifact import BuildContext
from prospectus.commands.build import BuildReport, Published
from prospectus.commands.check import Examination
from prospectus.diagnostics import Finding, Place, Severity
from prospectus.errors import LockedError, PageError, UserError
from prospectus.publish.pdf import Typeset
from prospectus.publish.site import SiteReport
from prospectus.publish.writer import WriteReport
from prospectus.read import read_school
from prospectus.serve import session

CONTEXT = BuildContext(date(2026, 3, 2), "0")
FAULT = Finding("X101", "x", Severity.ERROR, "this is wrong", Place("content/a.yml", 3, 1), "Mend it.")
OLD = Finding("X102", "x", Severity.WARNING, "this is old", Place("content/a.yml", 4, 1))


@dataclass
class Running:
    """A preview that runs in a thread, with a script of what its builds will do."""

    root: Path
    outcomes: list[BuildReport | Exception]
    said: list[str] = field(default_factory=list)
    previous: list[Examination | None] = field(default_factory=list)
    spoke: threading.Condition = field(default_factory=threading.Condition)
    stop: threading.Event = field(default_factory=threading.Event)

    def build(
        self, root: Path, context: BuildContext, tell: Callable[[str], None], previous: Examination | None
    ) -> BuildReport:
        self.previous.append(previous)
        outcome = self.outcomes[len(self.previous) - 1]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def say(self, line: str) -> None:
        with self.spoke:
            self.said.append(line)
            self.spoke.notify_all()

    def wait_for(self, words: str) -> None:
        with self.spoke:
            heard = self.spoke.wait_for(lambda: any(words in line for line in self.said), 10)
        assert heard, f"{words!r} was not said, only {self.said}"

    def save(self) -> None:
        """Save a file of the school, as an editor would."""
        with (self.root / "content/a.yml").open("a") as file:
            file.write("# saved again\n")

    def serve(self) -> None:
        session.serve(self.root, lambda: CONTEXT, 0, self.say, self.stop)


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Running]]:
    """Start a preview whose builds have these outcomes; it is stopped at the end of the test."""
    monkeypatch.setattr(session, "WAIT_SECONDS", 0.01)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yml").write_text("a: 1\n")
    started: list[tuple[Running, threading.Thread]] = []

    def start_with(*outcomes: BuildReport | Exception) -> Running:
        running = Running(tmp_path, list(outcomes))
        monkeypatch.setattr(session, "build", running.build)
        thread = threading.Thread(target=running.serve)
        thread.start()
        started.append((running, thread))
        return running

    yield start_with
    for running, thread in started:
        running.stop.set()
        thread.join(10)
        assert not thread.is_alive(), "the preview did not stop"


@pytest.fixture
def outcome(tmp_path: Path) -> Callable[..., BuildReport]:
    def outcome_of(*findings: Finding) -> BuildReport:
        examination = Examination(read_school(tmp_path), findings)
        good = Published(Typeset((), {}, ()), WriteReport(), SiteReport(tmp_path / "site", 3))
        return BuildReport(examination, None if examination.has_errors else good)

    return outcome_of


def told_to_pages(running: Running) -> str:
    """Return the first event that a page gets when it is opened now."""
    running.wait_for("Serving http://127.0.0.1:")
    port = int(running.said[0].split("127.0.0.1:")[1].split("/")[0])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/__prospectus/events")
    line = connection.getresponse().readline().decode()
    connection.close()
    return line


def test_it_says_its_address_and_builds_at_once(
    start: Callable[..., Running], outcome: Callable[..., BuildReport]
) -> None:
    running = start(outcome(OLD))
    running.wait_for("Built 3 pages in 0.0 s. 1 warning")
    assert running.said[0].startswith("Serving http://127.0.0.1:")
    assert '"built": 1, "faults": []' in told_to_pages(running)


def test_a_saved_file_is_built_with_what_was_read_before(
    start: Callable[..., Running], outcome: Callable[..., BuildReport]
) -> None:
    first = outcome()
    running = start(first, outcome(OLD))
    running.wait_for("Nothing found")
    running.save()
    running.wait_for("1 warning")
    assert running.previous == [None, first.examination]


def test_faults_are_shown_on_top_and_go_when_mended(
    start: Callable[..., Running], outcome: Callable[..., BuildReport]
) -> None:
    running = start(outcome(), outcome(FAULT, OLD), outcome(OLD))
    running.wait_for("Nothing found")
    running.save()
    running.wait_for("1 error, 1 warning. The page shows the last good site.")
    assert "content/a.yml:3:1: error[X101] this is wrong" in running.said
    told = told_to_pages(running)
    assert '"built": 1' in told
    assert "this is wrong\\nMend it." in told
    assert "this is old" not in told
    running.save()
    running.wait_for("s. 1 warning")
    assert '"built": 2, "faults": []' in told_to_pages(running)


def test_trouble_with_pages_is_shown_and_the_preview_goes_on(
    start: Callable[..., Running], outcome: Callable[..., BuildReport]
) -> None:
    running = start(PageError("docs/a.md: a link leads nowhere"), outcome())
    running.wait_for("docs/a.md: a link leads nowhere")
    assert "a link leads nowhere" in told_to_pages(running)
    running.save()
    running.wait_for("Built 3 pages")


def test_it_waits_for_another_build_to_end(start: Callable[..., Running], outcome: Callable[..., BuildReport]) -> None:
    running = start(LockedError("busy"), LockedError("busy"), outcome())
    running.wait_for("Built 3 pages")
    assert "busy" not in running.said


def test_it_builds_only_when_something_has_changed(
    start: Callable[..., Running], outcome: Callable[..., BuildReport]
) -> None:
    running = start(outcome(), outcome(OLD))
    running.wait_for("Built")
    assert not running.stop.wait(0.2)
    assert len(running.previous) == 1


def test_a_folder_without_a_school_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no school"):
        session.serve(tmp_path, lambda: CONTEXT, 0, lambda line: None)


def test_a_taken_port_is_said(
    start: Callable[..., Running], outcome: Callable[..., BuildReport], tmp_path: Path
) -> None:
    running = start(outcome(), outcome())
    running.wait_for("Built")
    port = int(running.said[0].split("127.0.0.1:")[1].split("/")[0])
    second = Running(tmp_path, [outcome()])
    second.stop.set()
    session.serve(tmp_path, lambda: CONTEXT, port, second.say, second.stop)
    assert second.said[0] == f"Port {port} is taken by another program."
