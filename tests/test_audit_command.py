"""The command `audit`: its exit codes, its names for lists, what it says first, and what it never says."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from prospectus.cli import main
from tiny import edited

Captured = pytest.CaptureFixture[str]
DAY = ["--as-of", "2026-11-23"]
JUDGMENTS = re.compile(r"\b(complete|completely|compliant|compliance|complies|approved)\b", re.IGNORECASE)


def told(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    code = main(["audit", *DAY, *arguments])
    streams = capsys.readouterr()
    return code, streams.out, streams.err


@pytest.mark.parametrize("name", [None, "nc-0630", "NC-0630"])
def test_the_own_list_has_no_gaps_and_says_first_that_it_was_seen_in_part(
    name: str | None, repository: Path, capsys: Captured
) -> None:
    code, text, _ = told(capsys, "-C", str(repository), *(["--profile", name] if name else []))
    assert code == 0
    assert text.startswith("Only a part of 21 NCAC 30 .0630 was seen.")
    assert text.endswith("27 met, 0 missing, 0 not applicable.\n")
    assert "policies/refund/" in text
    assert max(map(len, text.splitlines())) <= 96


@pytest.mark.parametrize("name", ["all", "ca-94909"])
def test_what_is_missing_ends_with_1(name: str, repository: Path, capsys: Captured) -> None:
    code, text, _ = told(capsys, "-C", str(repository), "--profile", name)
    assert code == 1
    assert "missing: " in text
    assert JUDGMENTS.findall(text) == []


@pytest.fixture
def without_editions(shipped: Path, tmp_path: Path) -> Path:
    """A copy of the shipped school that has frozen nothing yet."""
    school = tmp_path / "school"
    shutil.copytree(shipped, school, ignore=shutil.ignore_patterns("editions", "docs"))
    return school


def test_what_is_only_recommended_does_not_end_with_1(without_editions: Path, capsys: Captured) -> None:
    code, text, _ = told(capsys, "-C", str(without_editions), "--profile", "fl-6e-2.004")
    assert code == 0, text
    assert "1 missing" in text
    assert "Of the missing, 1 is only recommended." in text


def test_json_tells_the_same(without_editions: Path, capsys: Captured) -> None:
    code, text, _ = told(capsys, "-C", str(without_editions), "--profile", "accsc", "--format", "json")
    found = json.loads(text)
    verdicts = [item["verdict"] for item in found["items"]]
    assert code == 1
    assert found["seen_in_part"] is True
    assert found["profile"]["command"] == "accsc"
    assert (found["met"], found["missing"]) == (verdicts.count("met"), verdicts.count("missing"))
    assert all(item["places"] for item in found["items"] if item["verdict"] == "met")
    assert all(item["text"] for item in found["items"] if item["verdict"] != "met")


@pytest.mark.parametrize(("name", "meant"), [("tx-807.17", '"tx-807.175"'), ("nc0630", '"nc-0630"'), ("zz", "all, ")])
def test_an_unknown_list_ends_with_2(name: str, meant: str, repository: Path, capsys: Captured) -> None:
    code, out, err = told(capsys, "-C", str(repository), "--profile", name)
    assert (code, out) == (2, "")
    assert meant in err


def test_a_school_without_lists_ends_with_2_and_one_that_cannot_be_read_with_1(
    repository: Path, tmp_path: Path, capsys: Captured
) -> None:
    bare = edited(tmp_path / "bare", [{"file": "content/catalog-rules/cat-05.yml", "delete": True}])
    assert told(capsys, "-C", str(bare))[0] == 2
    code, out, err = told(capsys, "-C", str(repository / "tests/schools/broken"))
    assert (code, out) == (1, "")
    assert "could not be read" in err


def test_colors_show_nothing_that_words_do_not(
    repository: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = told(capsys, "-C", str(repository), "--profile", "accsc")[1]
    monkeypatch.setattr("prospectus.cli._is_colored", lambda: True)
    colored = told(capsys, "-C", str(repository), "--profile", "accsc")[1]
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain
