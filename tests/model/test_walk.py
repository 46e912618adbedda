"""The walk through a record finds every reference and every text, with the way to each, and only once."""

from __future__ import annotations

import pytest

from prospectus.model.record import Record
from prospectus.model.walk import contents_of, names_of, proses_of, references_of
from tiny import read_tiny


@pytest.mark.parametrize("record", read_tiny().school.all_records(), ids=lambda record: record.key)
def test_every_way_leads_to_what_was_found(record: Record) -> None:
    for reference in references_of(record):
        assert _follow(record, reference.path) == reference.id
        assert read_tiny().school.find(reference.kind, reference.id) is not None
    for path, prose in proses_of(record):
        if path[0] == "es":
            assert _follow_data(record.es.texts, path[1:]) == prose.text  # type: ignore[union-attr]
        else:
            assert _follow(record, path) is prose


def _follow(value: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
    return value


def _follow_data(value: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        value = value[step]  # type: ignore[index]
    return value


def test_references_deep_inside_are_found() -> None:
    condition = read_tiny().school.conditions["knotted-calf"]
    found = {(reference.path, reference.kind) for reference in references_of(condition)}
    assert (("contraindications", "clearance", 0, "techniques", 0), "technique") in found
    assert (("codes", "icd10cm", 0, "sources", 0), "source") in found
    assert (("evidence", "reviews", 0, "source"), "source") in found
    texts = {path for path, _ in proses_of(condition)}
    assert ("techniques", 0, "caution") in texts
    assert ("course", "text") in texts


def test_names_stand_in_fields_and_in_texts() -> None:
    course = read_tiny().school.courses["tt-102"]
    assert names_of(course) == {"course:tt-101", "condition:humming-knee", "program:tiny-steps"}


def test_a_record_is_walked_once() -> None:
    term = read_tiny().school.terms["calf"]
    assert contents_of(term) is contents_of(term)
