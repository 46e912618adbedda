"""The watcher sees what authors change, and not what the build itself writes."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

from prospectus.artifact import Artifact
from prospectus.publish.writer import write_artifacts
from prospectus.serve.watch import snapshot


def write(root: Path, name: str, text: str = "a: 1\n") -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_each_sort_of_change_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "mkdocs.yml")
    file = write(tmp_path, "content/programs/one.yml")
    seen = [snapshot(tmp_path)]
    write(tmp_path, "content/programs/two.yml")
    seen.append(snapshot(tmp_path))
    file.write_text("a: 22\n")
    seen.append(snapshot(tmp_path))
    os.utime(file, ns=(1, 1))
    seen.append(snapshot(tmp_path))
    file.unlink()
    seen.append(snapshot(tmp_path))
    write(tmp_path, "docs/about.md")
    seen.append(snapshot(tmp_path))
    write(tmp_path, "mkdocs.yml", "a: 333\n")
    seen.append(snapshot(tmp_path))
    assert all(before != after for before, after in pairwise(seen))


def test_the_builds_own_work_is_not_seen(tmp_path: Path) -> None:
    write(tmp_path, "techniques/rest.yml")
    before = snapshot(tmp_path)
    assert set(before) == {"techniques/rest.yml"}
    write_artifacts(tmp_path, [Artifact("techniques/rest.md", b"x"), Artifact(".theme/main.html", b"x")])
    write(tmp_path, "techniques/.rest.yml.swp")
    write(tmp_path, "site/index.html")
    assert snapshot(tmp_path) == before


def test_a_folder_that_links_in_a_circle_ends(tmp_path: Path) -> None:
    write(tmp_path, "content/a.yml")
    (tmp_path / "content/again").symlink_to(tmp_path / "content")
    assert set(snapshot(tmp_path)) == {"content/a.yml", "content/again"}
