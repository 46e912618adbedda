"""A file is replaced whole or not at all, and half-written ones never stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from prospectus.publish.atomic import WorkFolder


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.md"
    target.write_text("the old page")
    write = Path.write_bytes

    def break_off(path: Path, content: bytes) -> int:
        write(path, content[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", break_off)
    with pytest.raises(OSError, match="No space"), WorkFolder(tmp_path / "work") as work:
        work.put(target, b"the new page")
    assert target.read_text() == "the old page"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_whoever_reads_the_file_meanwhile_reads_the_old_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    target.write_text("the old page")
    with WorkFolder(tmp_path / "work") as work, target.open() as reader:
        work.put(target, b"the new page")
        assert reader.read() == "the old page"
    assert target.read_text() == "the new page"


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").touch()
    (tmp_path / "work").symlink_to(mine)
    with WorkFolder(tmp_path / "work"):
        pass
    assert [path.name for path in mine.iterdir()] == ["thesis.txt"]
