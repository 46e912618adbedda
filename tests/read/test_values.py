"""Values that a field cannot take: the fault, its place, and words that fit the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from prospectus.read import read_school
from tiny import edited

COHORTS, PROGRAM, SCHOOL = "content/cohorts.yml", "content/programs/tiny-basics.yml", "content/school.yml"


@pytest.mark.parametrize(
    ("file", "find", "replace", "said"),
    [
        (COHORTS, "begins: 09:00", "begins: 900", 'R112 28 "begins" is a time of day, and "900" is none'),
        (COHORTS, "begins: 09:00", "begins: 9am", 'R112 28 "begins" is a time of day, and "9am" is none'),
        (COHORTS, "ends: 12:15", "ends: 24:00", 'R112 28 "ends" is a time of day, and "24:00" is none'),
        (COHORTS, "program: tiny-steps", 'program: ""', 'R111 34 nothing stands after "program"'),
        (PROGRAM, "amount: 90\n", "amount: 1e400\n", 'R108 15 "amount" must be at most 1000000000, and "1e400" is not'),
        (SCHOOL, 'ground: "#1f4a3c"', "ground: green", 'R112 15 "ground" cannot be "green"'),
        (SCHOOL, "https://tiny.example/", "tiny.example", 'R112 30 "address" cannot be "tiny.example"'),
    ],
)
def test_a_value_that_its_field_cannot_take_is_told_in_fitting_words(
    file: str, find: str, replace: str, said: str, tmp_path: Path
) -> None:
    reading = read_school(edited(tmp_path / "school", [{"file": file, "find": find, "replace": replace}]))
    assert [f"{found.code} {found.place.line} {found.message}" for found in reading.findings] == [said]


def test_an_hour_before_ten_may_be_written_with_one_digit(tmp_path: Path) -> None:
    edits = [{"file": COHORTS, "find": "begins: 09:00", "replace": "begins: 9:00"}]
    assert read_school(edited(tmp_path / "school", edits)).findings == ()


def test_a_comma_before_cents_is_taken_for_a_point(tmp_path: Path) -> None:
    edits = [{"file": PROGRAM, "find": "total: 99.50", "replace": "total: 99,50"}]
    reading = read_school(edited(tmp_path / "school", edits))
    assert [found.hint for found in reading.findings] == ["Write the digits alone: 99.50"]
