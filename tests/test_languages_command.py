"""The command `languages`: what it counts, what it lists, and what it says of a school without a second language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from prospectus.cli import main
from tiny import TINY, edited

Captured = pytest.CaptureFixture[str]
PROGRAM = "content/programs/tiny-shore.yml"


def told(capsys: Captured, *arguments: str, school: Path = TINY) -> tuple[int, str, str]:
    code = main(["languages", *arguments, "-C", str(school)])
    streams = capsys.readouterr()
    return code, streams.out, streams.err


def test_it_counts_kind_by_kind_and_adds_up_the_rest(capsys: Captured) -> None:
    code, text, _ = told(capsys)
    assert code == 0
    rows = {
        line[:24].strip(): line[24:].replace(",", "").split() for line in text.splitlines() if re.search(r"\d$", line)
    }
    assert set(rows) == {*("fixed words", "school", "comparison", "terms", "programs", "cohorts", "all other records")}
    assert rows["terms"] == ["6", "3", "50"], "a name, and two other forms that one translation stands for"
    assert int(rows["fixed words"][0]) == int(rows["fixed words"][1]) > 1000
    assert "Records that are translated, all or in part: 6. Read by a translator: 1." in text
    assert "languages: [es]" not in text


def test_it_lists_what_is_missing_in_a_kind_with_its_place_and_way(capsys: Captured) -> None:
    code, text, _ = told(capsys, "program", "--missing")
    assert code == 0
    lines = text.splitlines()
    assert f"{PROGRAM}:2:13: credential" in lines
    assert f"{PROGRAM}:21:15: lengths.0.schedule" in lines
    assert not [
        line for line in lines if "tiny-shore" in line and line.endswith((": name", ": summary", "lengths.0.pattern"))
    ], "what is translated is not missing"
    assert "content/programs/tiny-basics.yml:8:15: lengths.0.schedule" not in lines, "translated where prices name it"
    assert not [line for line in lines if line.startswith("fixed words: ")], "they are no programs"
    _, everything, _ = told(capsys, "--missing")
    assert set(lines) < set(everything.splitlines())


def test_other_programs_get_the_same_as_json(capsys: Captured) -> None:
    _, text, _ = told(capsys, "cohort", "--format", "json", "--missing")
    (language,) = json.loads(text)["languages"]
    assert (language["code"], language["name"], language["is_on"]) == ("es", "Español", True)
    assert set(language["fixed_words"]) == {"texts", "translated", "missing"}
    (cohorts,) = language["kinds"]
    assert len(cohorts.pop("missing")) == cohorts["texts"] - cohorts["translated"]
    assert cohorts == {"kind": "cohort", "records": 3, "begun": 1, "read": 0, "texts": 10, "translated": 3}
    _, text, _ = told(capsys, "--format", "json")
    assert "missing" not in text


def test_a_school_without_the_language_is_told_how_to_get_it(tmp_path: Path, capsys: Captured) -> None:
    edits = [{"file": "content/school.yml", "find": "languages: [es]\n", "replace": ""}]
    _, text, _ = told(capsys, school=edited(tmp_path / "school", edits))
    assert "write languages: [es] into content/school.yml" in text


def test_a_kind_that_is_not_there_is_a_slip(capsys: Captured) -> None:
    code, _, fault = told(capsys, "programm")
    assert code == 2
    assert 'did you mean "program"?' in fault
