"""A technique beside a condition: every objection of either record is gathered, with where it is written."""

from __future__ import annotations

import pytest

from prospectus.model.pairing import Pairing, pair
from tiny import read_tiny


def pairing(technique: str, condition: str) -> Pairing:
    school = read_tiny().school
    return pair(school.techniques[technique], school.conditions[condition])


@pytest.mark.parametrize(
    ("technique", "condition", "objections"),
    [
        ("feather-stroke", "knotted-calf", []),
        (
            "slow-squeeze",
            "knotted-calf",
            [("clearance", "technique", "clearance"), ("clearance", "condition", "clearance")],
        ),
        ("feather-stroke", "humming-knee", [("local", "technique", "local"), ("local", "condition", "local")]),
        ("slow-squeeze", "humming-knee", [("absolute", "technique", "absolute"), ("local", "condition", "local")]),
    ],
)
def test_objections_of_both_records(technique: str, condition: str, objections: list[tuple[str, str, str]]) -> None:
    found = pairing(technique, condition).objections
    assert [(entry.level.value, entry.owner, entry.path[1]) for entry in found] == objections
    assert all(entry.path[0] == "contraindications" for entry in found)


def test_only_an_absolute_objection_forbids() -> None:
    assert pairing("slow-squeeze", "humming-knee").is_forbidden
    assert not pairing("slow-squeeze", "knotted-calf").is_forbidden


def test_the_conditions_own_caution_calls_for_care_too() -> None:
    light = pairing("feather-stroke", "knotted-calf")
    assert light.use is not None
    assert light.use.caution is not None
    assert light.needs_care
    assert pairing("slow-squeeze", "humming-knee").use is None
