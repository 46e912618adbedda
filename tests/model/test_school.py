"""The snapshot of a school: all kinds and fields are in use, look-ups work both ways, the next one shares records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from prospectus.model.cohort import Cohort
from prospectus.model.course import Course
from prospectus.model.kinds import KINDS
from prospectus.model.record import Part, Record
from prospectus.model.school import School
from prospectus.read import read_school
from tiny import edited, read_tiny


@pytest.fixture(scope="module")
def school() -> School:
    return read_tiny().school


def all_models() -> set[type[Part]]:
    """Give every model that a record can be made of, and the bases that only share fields."""
    found: set[type[Part]] = set()
    waiting: list[type[Part]] = [Part]
    while waiting:
        for model in waiting.pop().__subclasses__():
            if model not in found:
                found.add(model)
                waiting.append(model)
    return found


def owner_of(model: type[BaseModel], field: str) -> str:
    """Give the class that declares a field, so that a shared field counts once."""
    owners = [base for base in model.__mro__ if field in getattr(base, "__annotations__", {})]
    return owners[-1].__name__


def written_fields(part: object) -> Iterator[tuple[str, str]]:
    if isinstance(part, Part):
        for field in part.model_fields_set & type(part).model_fields.keys():
            yield owner_of(type(part), field), field
            yield from written_fields(getattr(part, field))
    elif isinstance(part, tuple):
        for item in part:
            yield from written_fields(item)


def test_every_field_of_every_model_is_used_in_the_tiny_school(school: School) -> None:
    used = {entry for record in school.all_records() for entry in written_fields(record)}
    known = {(owner_of(model, field), field) for model in all_models() for field in model.model_fields}
    missing = sorted(".".join(entry) for entry in known - used)
    assert missing == [], "use these fields somewhere in tests/schools/tiny, and show them on a page"


@pytest.mark.parametrize("model", sorted(all_models(), key=lambda model: model.__name__), ids=lambda m: m.__name__)
def test_every_model_and_field_is_described(model: type[Part]) -> None:
    assert (model.__doc__ or "").strip()
    assert [name for name, field in model.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_a_record_that_knows_itself(school: School, kind: object) -> None:
    assert school.shelf(kind.name), f"add one to {kind.location}"  # type: ignore[attr-defined]
    for id, record in school.shelf(kind.name).items():  # type: ignore[attr-defined]
        assert record.key == f"{kind.name}:{id}"  # type: ignore[attr-defined]
        assert record.file.startswith(kind.location)  # type: ignore[attr-defined]
        assert school.find(record.kind, record.id) is record


def test_it_cannot_be_changed(school: School) -> None:
    with pytest.raises(TypeError):
        school.shelf("technique")["new"] = school.techniques["feather-stroke"]  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        school.techniques["feather-stroke"].name = "Other"


def test_who_names_a_record(school: School) -> None:
    users = {(user.key, reference.path) for user, reference in school.users_of("technique", "slow-squeeze")}
    assert ("condition:knotted-calf", ("techniques", 1, "technique")) in users
    assert ("condition:knotted-calf", ("contraindications", "clearance", 0, "techniques", 0)) in users
    assert ("course:tt-101", ("techniques", 1)) in users
    assert ("disagreement:thumb-or-palm", ("techniques", 0)) in users
    assert school.users_of("technique", "unknown") == ()
    assert [course.id for course in school.naming(Course, "condition", "humming-knee")] == ["tt-102"]


def test_which_conditions_use_and_which_courses_teach_a_technique(school: School) -> None:
    used = school.conditions_using("feather-stroke")
    assert [(condition.id, use.grade.value) for condition, use in used] == [("knotted-calf", "weak")]
    assert [course.id for course in school.courses_teaching("technique", "slow-squeeze")] == ["tt-101"]
    assert [course.id for course in school.courses_teaching("requirement", "pebble-hours")] == ["tt-101"]


def test_groups_of_a_program_come_in_order_of_their_start(school: School) -> None:
    assert [cohort.id for cohort in school.cohorts_of("tiny-basics")] == ["basics-2026", "basics-2027"]


def test_seats_that_are_left() -> None:
    cohort = read_tiny().school.cohorts["steps-2027"]
    assert (cohort.seats_left, cohort.state.value) == (2, "open")
    full: Cohort = cohort.model_copy(update={"taken": 4})
    assert (full.seats_left, full.state.value) == (0, "waitlist")
    assert full.model_copy(update={"takes_waitlist": False}).state.value == "full"


def test_without_shares_all_other_records(school: School) -> None:
    smaller = school.without(frozenset({"condition:humming-knee"}))
    assert set(smaller.conditions) == {"knotted-calf"}
    assert smaller.is_unreadable("condition", "humming-knee"), "so that no link to it counts as dead"
    assert set(school.conditions) == {"humming-knee", "knotted-calf"}, "the snapshot before stays as it was"
    for record in smaller.all_records():
        assert school.find(record.kind, record.id) is record


def test_the_next_snapshot_shares_every_record_of_an_unchanged_file(tmp_path: Path) -> None:
    edits = [{"file": "techniques/slow-squeeze.yml", "find": "pace: Slow.", "replace": "pace: Slower."}]
    before = read_tiny()
    after = read_school(edited(tmp_path / "school", edits), before)
    changed = [record.key for record in after.school.all_records() if record is not _same(before.school, record)]
    assert changed == ["technique:slow-squeeze"]


def _same(school: School, record: Record) -> Record | None:
    return school.find(record.kind, record.id)


def test_a_record_says_where_its_values_stand(school: School) -> None:
    technique = school.techniques["slow-squeeze"]
    assert str(technique.at("name")) == "techniques/slow-squeeze.yml:1:7"
    assert str(technique.at("also_called", 0)) == "techniques/slow-squeeze.yml:1:1", "not written: the record itself"
    source = school.sources["pebble-handbook"]
    assert str(source.at()).startswith("content/sources.yml:")
    assert str(source.at("review", "owner")) == "content/sources.yml:2:10", "one review serves the whole file"


def test_only_a_whole_school_is_whole(tmp_path: Path, school: School) -> None:
    assert school.is_whole
    edits = [{"file": "techniques/slow-squeeze.yml", "content": "name: [broken"}]
    broken = read_school(edited(tmp_path / "school", edits)).school
    assert not broken.is_whole
    assert broken.is_unreadable("technique", "slow-squeeze")
    assert not broken.is_unreadable("technique", "feather-stroke")
