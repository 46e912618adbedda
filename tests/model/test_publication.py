"""What the public may see: no drafts, and with the clinical gate no condition without a valid signature."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from prospectus.model.publication import held_back_conditions, is_signed, public_school
from prospectus.model.school import School
from prospectus.read import read_school
from tiny import AS_OF, edited, read_tiny

GATE = {"file": "content/school.yml", "find": "clinical_review: banner", "replace": "clinical_review: required"}
DRAFT = {"file": "conditions/humming-knee.yml", "find": "status: sourced", "replace": "status: draft"}


@pytest.fixture
def gated(tmp_path: Path) -> School:
    return read_school(edited(tmp_path / "school", [GATE])).school


@pytest.mark.parametrize(
    ("day", "signed"),
    [(date(2026, 11, 1), False), (date(2026, 11, 2), True), (date(2027, 5, 1), True), (date(2027, 5, 2), False)],
)
def test_a_signature_counts_from_its_day_until_the_next_review(day: date, signed: bool) -> None:
    assert is_signed(read_tiny().school.conditions["knotted-calf"], day) is signed


def test_without_the_gate_everything_is_public() -> None:
    school = read_tiny().school
    assert held_back_conditions(school, AS_OF) == ()
    assert public_school(school, AS_OF) is school


def test_the_gate_holds_back_what_nobody_signed(gated: School) -> None:
    assert [condition.id for condition in held_back_conditions(gated, AS_OF)] == ["humming-knee"]
    assert set(public_school(gated, AS_OF).conditions) == {"knotted-calf"}
    late = date(2027, 5, 2)
    assert {condition.id for condition in held_back_conditions(gated, late)} == {"humming-knee", "knotted-calf"}


def test_a_draft_is_never_public_and_does_not_wait(tmp_path: Path) -> None:
    school = read_school(edited(tmp_path / "school", [GATE, DRAFT])).school
    assert held_back_conditions(school, AS_OF) == ()
    assert set(public_school(school, AS_OF).conditions) == {"knotted-calf"}
