"""The writer touches only what is ours, writes only what changed, and repairs what a killed run left."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from prospectus.artifact import Artifact
from prospectus.errors import OwnershipError, UserError
from prospectus.publish.writer import owned_paths, write_artifacts

KILLED_RUN = """
import os, sys
from pathlib import Path
from prospectus.artifact import Artifact
from prospectus.publish import atomic, writer

steps = int(sys.argv[2])
put = atomic.WorkFolder.put

def put_until_killed(self, target, content):
    global steps
    if steps == 0:
        (self.folder / "half").write_bytes(content[:3])
        os._exit(9)
    steps -= 1
    put(self, target, content)

atomic.WorkFolder.put = put_until_killed
writer.write_artifacts(Path(sys.argv[1]), [Artifact(path, text.encode(), "y.yml") for path, text in eval(sys.argv[3])])
"""


def artifact(path: str, text: str = "text", origin: str = "techniques/x.yml") -> Artifact:
    return Artifact(path, text.encode(), origin)


def tree(root: Path) -> dict[str, bytes]:
    docs = root / "docs"
    return {p.relative_to(docs).as_posix(): p.read_bytes() for p in sorted(docs.rglob("*")) if p.is_file()}


def pages(root: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in tree(root).items() if not path.startswith(".")}


def test_writes_every_artifact_and_lists_it(tmp_path: Path) -> None:
    report = write_artifacts(
        tmp_path, [artifact("b/two.md", "two"), artifact("a.md", "one"), artifact(".theme/main.html")]
    )
    assert pages(tmp_path) == {"a.md": "one", "b/two.md": "two"}
    assert report.written == (".gitignore", ".theme/main.html", "a.md", "b/two.md")
    manifest = json.loads((tmp_path / "docs/.manifest.json").read_text())
    assert list(manifest["files"]) == sorted(manifest["files"])
    assert manifest["files"]["a.md"]["origin"] == "techniques/x.yml"
    assert owned_paths(tmp_path) == {"a.md", "b/two.md", ".theme/main.html", ".gitignore"}


def test_second_run_writes_nothing(tmp_path: Path) -> None:
    made = [artifact("a.md"), artifact("b/c.md")]
    write_artifacts(tmp_path, made)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")}
    report = write_artifacts(tmp_path, made)
    assert not report.changed
    assert report.unchanged == 3
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")} == before


def test_only_the_changed_file_is_written(tmp_path: Path) -> None:
    write_artifacts(tmp_path, [artifact("a.md", "old"), artifact("b.md")])
    untouched = (tmp_path / "docs/b.md").stat().st_mtime_ns
    report = write_artifacts(tmp_path, [artifact("a.md", "new"), artifact("b.md")])
    assert report.written == ("a.md",)
    assert (tmp_path / "docs/a.md").read_text() == "new"
    assert (tmp_path / "docs/b.md").stat().st_mtime_ns == untouched


def test_what_is_no_longer_made_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    write_artifacts(tmp_path, [artifact("a.md"), artifact("b/c/gone.md")])
    (tmp_path / "docs/b/mine.md").write_text("by hand")
    report = write_artifacts(tmp_path, [artifact("a.md")])
    assert report.removed == ("b/c/gone.md",)
    assert pages(tmp_path) == {"a.md": "text", "b/mine.md": "by hand"}
    assert not (tmp_path / "docs/b/c").exists()


def test_a_file_may_become_a_folder(tmp_path: Path) -> None:
    write_artifacts(tmp_path, [artifact("a")])
    write_artifacts(tmp_path, [artifact("a/index.md")])
    assert pages(tmp_path) == {"a/index.md": "text"}


def test_files_written_by_hand_are_never_touched(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "about.md").write_text("ours")
    write_artifacts(tmp_path, [artifact("a.md")])
    write_artifacts(tmp_path, [])
    assert pages(tmp_path) == {"about.md": "ours"}


def test_an_identical_file_is_adopted(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("text")
    report = write_artifacts(tmp_path, [artifact("a.md")])
    assert report.adopted == ("a.md",)
    assert write_artifacts(tmp_path, []).removed == ("a.md",)


def test_a_foreign_file_stops_everything_and_names_both_files(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("by hand")
    (tmp_path / "docs/b.md").mkdir()
    before = tree(tmp_path)
    with pytest.raises(OwnershipError) as caught:
        write_artifacts(tmp_path, [artifact("a.md"), artifact("b.md", origin="content/b.yml"), artifact("c.md")])
    assert tree(tmp_path) == before
    first, second = caught.value.lines
    assert "docs/a.md" in first and "techniques/x.yml" in first
    assert "docs/b.md" in second and "content/b.yml" in second


def test_a_link_is_not_ours_even_with_the_same_text(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "outside.md").write_text("text")
    (tmp_path / "docs/a.md").symlink_to(tmp_path / "outside.md")
    with pytest.raises(OwnershipError, match=r"docs/a\.md"):
        write_artifacts(tmp_path, [artifact("a.md")])


def test_a_generated_file_changed_by_hand_stops_everything(tmp_path: Path) -> None:
    write_artifacts(tmp_path, [artifact("a.md", "old"), artifact("b.md", "old")])
    (tmp_path / "docs/a.md").write_text("my own words")
    before = tree(tmp_path)
    with pytest.raises(OwnershipError, match=r"docs/a\.md was changed by hand .* techniques/x\.yml"):
        write_artifacts(tmp_path, [artifact("a.md", "new"), artifact("b.md", "new")])
    assert tree(tmp_path) == before


def test_a_generated_file_changed_by_hand_is_kept_when_no_longer_made(tmp_path: Path) -> None:
    write_artifacts(tmp_path, [artifact("a.md", "old")])
    (tmp_path / "docs/a.md").write_text("my own words")
    assert write_artifacts(tmp_path, []).kept == ("a.md",)
    assert pages(tmp_path) == {"a.md": "my own words"}
    assert write_artifacts(tmp_path, []).kept == ()


def test_a_deleted_generated_file_comes_back(tmp_path: Path) -> None:
    write_artifacts(tmp_path, [artifact("a.md")])
    (tmp_path / "docs/a.md").unlink()
    assert write_artifacts(tmp_path, [artifact("a.md")]).written == ("a.md",)


@pytest.mark.parametrize(
    "path",
    [
        "../a.md",
        "/a.md",
        "a/../b.md",
        "a//b.md",
        "./a.md",
        "",
        "a/",
        "c:/a.md",
        "a\\b.md",
        "a\x00.md",
        "a\nb.md",
        "a. /b.md",
    ],
)
def test_paths_that_lead_out_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(OwnershipError, match=r"techniques/x\.yml is not one inside docs/"):
        write_artifacts(tmp_path, [artifact("fine.md"), artifact(path)])
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize("path", [".manifest.json", ".manifest.next.json", ".gitignore", ".writing/half"])
def test_the_writers_own_files_cannot_be_claimed(tmp_path: Path, path: str) -> None:
    with pytest.raises(OwnershipError):
        write_artifacts(tmp_path, [artifact(path)])


def test_a_folder_that_links_out_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    root = tmp_path / "school"
    (root / "docs").mkdir(parents=True)
    (root / "docs/techniques").symlink_to(outside)
    with pytest.raises(OwnershipError, match="docs/techniques is a link that leads out"):
        write_artifacts(root, [artifact("techniques/a.md")])
    assert list(outside.iterdir()) == []


def test_two_artifacts_on_one_path_name_both_origins(tmp_path: Path) -> None:
    with pytest.raises(OwnershipError, match=r"one\.yml and from two\.yml"):
        write_artifacts(tmp_path, [artifact("a.md", origin="one.yml"), artifact("a.md", origin="two.yml")])
    with pytest.raises(OwnershipError, match="other letter case"):
        write_artifacts(tmp_path, [artifact("a.md"), artifact("A.md")])
    with pytest.raises(OwnershipError, match="needs a folder"):
        write_artifacts(tmp_path, [artifact("a"), artifact("a/b.md")])
    assert not (tmp_path / "docs").exists()


def test_git_sees_hand_written_pages_and_no_generated_one(tmp_path: Path) -> None:
    write_artifacts(tmp_path, [artifact("a.md"), artifact("b/[c] d.md"), artifact(".theme/main.html")])
    (tmp_path / "docs/b/mine.md").write_text("by hand")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    command = ["git", "status", "--porcelain", "-uall"]
    seen = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert seen.split("\n") == ["?? docs/b/mine.md", ""]


def test_an_unreadable_manifest_is_not_guessed_at(tmp_path: Path) -> None:
    write_artifacts(tmp_path, [artifact("a.md")])
    manifest = tmp_path / "docs/.manifest.json"
    for text in ("{", "[]", '{"files": {"../../x": {"sha256": "", "origin": ""}}}'):
        manifest.write_text(text)
        with pytest.raises(UserError, match="cannot be understood"):
            write_artifacts(tmp_path, [])
    assert pages(tmp_path) == {"a.md": "text"}


@pytest.mark.parametrize("steps", range(7))
@pytest.mark.parametrize("steps_again", [1, 2, 4])
def test_the_next_run_repairs_what_killed_ones_left(tmp_path: Path, steps: int, steps_again: int) -> None:
    write_artifacts(tmp_path, [artifact("a.md", "old"), artifact("b.md", "old"), artifact("gone.md")])
    intended = [("a.md", "killed"), ("b.md", "killed"), ("new.md", "killed"), ("c/d.md", "killed")]
    command = [sys.executable, "-c", KILLED_RUN, str(tmp_path), str(steps), repr(intended)]
    assert subprocess.run(command, check=False).returncode == 9
    half_done = pages(tmp_path)
    assert set(half_done.values()) <= {"old", "killed", "text"}
    # Killed a second time with other texts, and then left to finish.
    again = [(path, "again") for path, _ in intended]
    command = [sys.executable, "-c", KILLED_RUN, str(tmp_path), str(steps_again), repr(again)]
    subprocess.run(command, check=False)
    write_artifacts(tmp_path, [artifact("a.md", "new"), artifact("new.md", "new")])
    assert pages(tmp_path) == {"a.md": "new", "new.md": "new"}
    assert sorted(p for p in tree(tmp_path) if p.startswith(".")) == [".gitignore", ".manifest.json"]
    assert not (tmp_path / "docs/.writing").exists()


def test_a_folder_without_permission_is_one_plain_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied", "docs/a.md")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(UserError, match=r"docs/a\.md cannot be written") as caught:
        write_artifacts(tmp_path, [artifact("a.md")])
    assert caught.value.exit_code == 3
