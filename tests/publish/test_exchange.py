"""The finished folder takes the live one's place; a kill in between, and the owner's dot files, cost nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from prospectus.publish import exchange
from prospectus.publish.exchange import fresh_folder, replace_folder


@pytest.fixture(params=["one exchange", "two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(exchange.sys, "platform", "darwin")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("either_way")
def test_the_new_folder_replaces_the_live_one(tmp_path: Path) -> None:
    live, new = tmp_path / "site", tmp_path / ".site-next"
    for text in ("one", "two"):
        fresh_folder(new, live)
        (new / "index.html").write_text(text)
        replace_folder(new, live)
        assert (live / "index.html").read_text() == text
        assert names(tmp_path) == ["site"]


@pytest.mark.usefixtures("either_way")
def test_the_owners_dot_files_move_along(tmp_path: Path) -> None:
    live, new = tmp_path / "site", tmp_path / ".site-next"
    (live / ".git").mkdir(parents=True)
    (live / "old.html").touch()
    fresh_folder(new, live)
    (new / "new.html").touch()
    replace_folder(new, live)
    assert names(live) == [".git", "new.html"]


def test_a_kill_between_two_renames_is_repaired(tmp_path: Path) -> None:
    live, new = tmp_path / "site", tmp_path / ".site-next"
    retired = tmp_path / ".site-next.old"
    retired.mkdir()
    (retired / "index.html").touch()
    fresh_folder(new, live)
    assert names(live) == ["index.html"]
    assert names(tmp_path) == [".site-next", "site"]


def test_a_kill_after_the_exchange_loses_no_dot_file(tmp_path: Path) -> None:
    live, new = tmp_path / "site", tmp_path / ".site-next"
    live.mkdir()
    (new / ".git").mkdir(parents=True)
    fresh_folder(new, live)
    assert names(live) == [".git"]
    assert names(new) == []
