"""An export takes the place of an earlier one and of nothing else, and the same files give the same zip file."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from prospectus.errors import OwnershipError, UserError
from prospectus.publish import dist
from prospectus.publish.dist import Exported, next_folder, put_in_place, refuse_foreign

DAY = date(2026, 11, 23)
FILES = {"index.html": "home", "techniques/stroke.html": "stroke", "assets/a.css": "a {}"}


def export(root: Path, files: dict[str, str], day: date = DAY) -> Exported:
    folder = next_folder(root, "offline")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return put_in_place(root, "offline", "school", day)


def tree(root: Path) -> dict[str, bytes]:
    found = sorted(path for path in (root / "dist").rglob("*") if path.is_file())
    return {path.relative_to(root / "dist").as_posix(): path.read_bytes() for path in found}


def test_folder_and_zip_hold_the_same_and_nothing_else_is_left(tmp_path: Path) -> None:
    done = export(tmp_path, FILES)
    assert done.size == (tmp_path / done.archive).stat().st_size
    assert tree(tmp_path).keys() == {*(f"offline/{path}" for path in FILES), "offline.zip", ".manifest.json"}
    with ZipFile(tmp_path / done.archive) as packed:
        assert {path: packed.read(f"school/{path}").decode() for path in FILES} == FILES
        assert packed.namelist() == sorted(f"school/{path}" for path in FILES)


def test_the_same_files_give_the_same_bytes_whenever_they_were_written(tmp_path: Path) -> None:
    export(tmp_path, FILES)
    first = tree(tmp_path)
    folder = next_folder(tmp_path, "offline")
    for path, text in reversed(FILES.items()):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
        (folder / path).chmod(0o600)
        os.utime(folder / path, (1_000_000_000, 1_000_000_000))
    put_in_place(tmp_path, "offline", "school", DAY)
    assert tree(tmp_path) == first
    export(tmp_path, FILES, date(2026, 11, 24))
    assert tree(tmp_path)["offline.zip"] != first["offline.zip"]


def test_a_day_before_zip_files_knew_time_is_no_fault(tmp_path: Path) -> None:
    done = export(tmp_path, FILES, date(1975, 3, 2))
    with ZipFile(tmp_path / done.archive) as packed:
        assert packed.infolist()[0].date_time == (1980, 3, 2, 0, 0, 0)


def test_a_later_export_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    export(tmp_path, FILES)
    (tmp_path / "dist/theses.zip").write_text("somebody's")
    export(tmp_path, {"index.html": "new"})
    assert tree(tmp_path).keys() == {"offline/index.html", "offline.zip", ".manifest.json", "theses.zip"}


@pytest.mark.parametrize("path", ["offline/notes.txt", "offline/.git/config", "offline/index.html", "offline.zip"])
def test_what_is_not_ours_or_was_changed_is_never_lost(tmp_path: Path, path: str) -> None:
    export(tmp_path, FILES)
    (tmp_path / "dist" / path).parent.mkdir(exist_ok=True)
    (tmp_path / "dist" / path).write_text("mine")
    before = tree(tmp_path)
    with pytest.raises(OwnershipError, match=f"dist/{path} was not made by an export") as caught:
        refuse_foreign(tmp_path, "offline")
    assert len(caught.value.lines) == 2
    with pytest.raises(OwnershipError):
        export(tmp_path, {"index.html": "new"})
    after = {name: content for name, content in tree(tmp_path).items() if not name.startswith(".offline.next/")}
    assert after == before


def test_a_folder_full_of_foreign_files_is_told_in_a_few_lines(tmp_path: Path) -> None:
    (tmp_path / "dist/offline").mkdir(parents=True)
    for number in range(8):
        (tmp_path / f"dist/offline/{number}.txt").touch()
    with pytest.raises(OwnershipError, match="3 more in dist/offline") as caught:
        refuse_foreign(tmp_path, "offline")
    assert len(caught.value.lines) == 7


def test_a_killed_export_is_known_as_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(tmp_path, FILES)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        real = dist.replace_folder
        patch.setattr(dist, "replace_folder", lambda folder, live: (real(folder, live), killed()))
        with pytest.raises(KeyboardInterrupt):
            export(tmp_path, {"index.html": "new"})
    assert (tmp_path / "dist/offline/index.html").read_text() == "new"
    export(tmp_path, {"index.html": "newer"})
    assert tree(tmp_path).keys() == {"offline/index.html", "offline.zip", ".manifest.json"}


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(dist, "fresh_folder", refused)
    with pytest.raises(UserError, match=r"dist cannot be written: Permission denied"):
        next_folder(tmp_path, "offline")


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("mine")
    with pytest.raises(UserError, match="dist is not a folder"):
        refuse_foreign(tmp_path, "offline")
    assert (tmp_path / "dist").read_text() == "mine"
