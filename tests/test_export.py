"""`prospectus export offline`: what it says and with which number it ends when it cannot export. The copy itself is
opened in `browser/test_offline.py`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prospectus.cli import main
from prospectus.publish.lock import one_build_at_a_time

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def school(repository: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(repository / "tests/schools/tiny", tmp_path / "school"))


def export(school: Path) -> int:
    return main(["export", "offline", "-C", str(school), "--as-of", "2026-11-23"])


def test_a_school_with_errors_is_not_exported(school: Path, capsys: Captured) -> None:
    (school / "content/school.yml").write_text("name: [\n")
    assert export(school) == 1
    told = capsys.readouterr()
    assert "content/school.yml:" in told.out
    assert "Nothing was exported" in told.err
    assert not (school / "dist").exists()


def test_a_folder_without_a_school_ends_with_3(tmp_path: Path, capsys: Captured) -> None:
    assert export(tmp_path) == 3
    assert "There is no school" in capsys.readouterr().err


def test_a_file_of_somebody_else_ends_with_1_before_anything_is_made(school: Path, capsys: Captured) -> None:
    (school / "dist/offline").mkdir(parents=True)
    (school / "dist/offline/notes.txt").write_text("mine")
    assert export(school) == 1
    assert "dist/offline/notes.txt was not made by an export" in capsys.readouterr().err
    assert sorted(path.name for path in (school / "dist").rglob("*")) == ["notes.txt", "offline"]


def test_a_file_in_the_place_of_dist_ends_with_3(school: Path, capsys: Captured) -> None:
    (school / "dist").write_text("mine")
    assert export(school) == 3
    assert "is not a folder" in capsys.readouterr().err


def test_a_running_build_ends_it_with_75(school: Path, capsys: Captured) -> None:
    with one_build_at_a_time(school):
        assert export(school) == 75
    assert "Another build of this school is running" in capsys.readouterr().err


def test_a_configuration_that_the_engine_refuses_ends_with_3_and_leaves_no_copy(school: Path, capsys: Captured) -> None:
    file = school / "mkdocs.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("plugins:", "plugins:\n  - unheard-of"), encoding="utf-8")
    assert export(school) == 3
    assert "unheard-of" in capsys.readouterr().err
    assert not (school / "dist/offline").exists()
    assert not (school / ".prospectus/export").exists()


@pytest.mark.parametrize("arguments", [["export", "sideways"], ["export", "offline", "--as-of", "soon"]])
def test_what_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    assert main(arguments) == 2
