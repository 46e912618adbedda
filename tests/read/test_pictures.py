"""Pictures: the reader knows which there are, and a text that shows another one is a finding."""

from __future__ import annotations

import shutil
from pathlib import Path

from prospectus.artifact import BuildContext
from prospectus.check import check_school
from prospectus.read import read_school


def test_a_text_may_show_a_picture_of_the_assets(shipped: Path, tmp_path: Path, context: BuildContext) -> None:
    school = copy_with_picture(shipped, tmp_path, "assets/hands.jpg")
    found = [finding.message for finding in check_school(read_school(school).school, context) if finding.is_error]
    assert found == []


def test_a_missing_picture_is_named_with_its_neighbor(shipped: Path, tmp_path: Path, context: BuildContext) -> None:
    school = copy_with_picture(shipped, tmp_path, "assets/hand.jpg")
    found = [finding for finding in check_school(read_school(school).school, context) if finding.code == "L107"]
    assert [finding.message for finding in found] == [
        'there is no picture "assets/hand.jpg"; did you mean "assets/hands.jpg"?'
    ]
    assert str(found[0].place).startswith("content/programs/massage-therapy.yml:")


def test_a_new_picture_makes_a_new_snapshot(shipped: Path, tmp_path: Path) -> None:
    school = copy_with_picture(shipped, tmp_path, "assets/hand.jpg")
    before = read_school(school)
    (school / "docs" / "assets" / "hand.jpg").write_bytes(b"jpeg")
    after = read_school(school, before)
    assert after is not before
    assert "assets/hand.jpg" in after.school.pictures
    assert after.school.techniques["cupping"] is before.school.techniques["cupping"]


def copy_with_picture(shipped: Path, tmp_path: Path, shown: str) -> Path:
    """Copy the shipped school, put `assets/hands.jpg` into it, and let the main program show a picture."""
    school = tmp_path / "school"
    shutil.copytree(shipped, school, ignore=shutil.ignore_patterns("site", ".prospectus"))
    (school / "docs" / "assets").mkdir(parents=True, exist_ok=True)
    (school / "docs" / "assets" / "hands.jpg").write_bytes(b"jpeg")
    program = school / "content" / "programs" / "massage-therapy.yml"
    text = program.read_text(encoding="utf-8")
    picture = f"description: >-\n  ![Two hands on a back]({shown})\n\n"
    assert "description: >-\n" in text
    program.write_text(text.replace("description: >-\n", picture, 1), encoding="utf-8")
    return school
