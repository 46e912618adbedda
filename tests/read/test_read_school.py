"""A folder to a School: what loads beside a broken file, what is shared between two readings, what lies astray."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prospectus.model.kinds import KINDS, Kind, Layout
from prospectus.read import SchoolReading, read_school
from prospectus.read.folder import SourceFile, list_files
from prospectus.read.school_reading import read_files

REVIEW = "review:\n  owner: office\n  status: draft\n  reviewed_on: 2026-01-05\n  next_review: 2027-01-05\n"
COURSE = f"""\
{REVIEW}code: MT 101
name: First strokes
subject: hands-on work
hours:
  lab: 30
summary: The first five strokes.
description: |
  Students learn five strokes.

  They work with [effleurage](technique:effleurage) first.
"""
TERMS = f"""\
{REVIEW}terms:
  effleurage:
    name: effleurage
    group: strokes
    definition: Long strokes.
  petrissage:
    name: petrissage
    group: strokes
    definition: Kneading strokes.
"""
BROKEN = Path(__file__).parents[1] / "schools" / "broken"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    school = tmp_path / "school"
    for name in ("first", "second"):
        write(school, f"content/courses/{name}.yml", COURSE)
    write(school, "content/glossary.yml", TERMS)
    return school


def write(root: Path, file: str, text: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def faults(reading: SchoolReading) -> list[str]:
    return [f"{f.place} {f.name}" for f in reading.findings if f.name != "missing-file"]


def test_records_know_their_id_their_file_and_their_places(root: Path) -> None:
    school = read_school(root).school
    course, term = school.courses["first"], school.terms["petrissage"]
    assert (course.id, course.key, course.file) == ("first", "course:first", "content/courses/first.yml")
    assert str(course.at("name")) == "content/courses/first.yml:7:7"
    assert str(course.at("hours", "lab")) == "content/courses/first.yml:10:8"
    assert str(course.at("description", 2)) == "content/courses/first.yml:15:3"
    assert (term.id, str(term.at("group"))) == ("petrissage", "content/glossary.yml:13:12")
    assert list(school.terms) == ["effleurage", "petrissage"]


def test_entries_of_one_file_share_its_review(root: Path) -> None:
    terms = read_school(root).school.terms
    assert terms["effleurage"].review is terms["petrissage"].review


def test_an_entry_may_have_a_review_of_its_own(root: Path) -> None:
    own = REVIEW.replace("office", "dean").replace("\n", "\n    ").rstrip()
    write(root, "content/glossary.yml", TERMS.replace("  petrissage:\n", f"  petrissage:\n    {own}\n"))
    reading = read_school(root)
    assert faults(reading) == []
    assert [term.review.owner for term in reading.school.terms.values()] == ["office", "dean"]


def test_a_broken_file_does_not_stop_the_others(root: Path) -> None:
    write(root, "content/courses/first.yml", "name: *x*\n")
    reading = read_school(root)
    assert faults(reading) == ["content/courses/first.yml:1:7 quotes-needed"]
    assert set(reading.school.courses) == {"second"}
    assert reading.school.is_unreadable("course", "first")
    assert not reading.school.is_unreadable("course", "third")


def test_a_broken_entry_does_not_stop_its_neighbors(root: Path) -> None:
    write(root, "content/glossary.yml", TERMS.replace("group: strokes", "group: stroke", 1))
    reading = read_school(root)
    assert faults(reading) == ["content/glossary.yml:9:12 unknown-choice"]
    assert set(reading.school.terms) == {"petrissage"}
    assert reading.school.broken >= {"term:effleurage"}
    assert not reading.school.is_unreadable("term", "tapotement")


@pytest.mark.parametrize(
    "text", ["terms: [\n", "", "- effleurage\n", "terms:\n", "review: *x\n", f"{REVIEW}terms: []\n"]
)
def test_a_broken_collection_leaves_its_kind_open(root: Path, text: str) -> None:
    write(root, "content/glossary.yml", text)
    reading = read_school(root)
    assert reading.school.is_unreadable("term", "anything")
    assert [fault.split()[0].split(":")[0] for fault in faults(reading)] == ["content/glossary.yml"]


def test_a_twice_given_id_leaves_its_kind_open(root: Path) -> None:
    write(root, "content/glossary.yml", TERMS.replace("petrissage:\n", "effleurage:\n"))
    reading = read_school(root)
    assert faults(reading) == ["content/glossary.yml:11:3 duplicate-key"]
    assert reading.school.is_unreadable("term", "petrissage")


def test_a_missing_review_is_one_fault_however_many_entries_lack_it(root: Path) -> None:
    write(root, "content/glossary.yml", TERMS.removeprefix(REVIEW))
    reading = read_school(root)
    assert faults(reading) == ["content/glossary.yml:2:3 missing-field"]
    assert reading.school.broken >= {"term:effleurage", "term:petrissage"}
    assert not reading.school.terms


def test_a_faulty_review_is_one_fault_and_hides_no_other(root: Path) -> None:
    text = TERMS.replace("status: draft", "status: drafted").replace("group: strokes", "group: stroke", 1)
    write(root, "content/glossary.yml", text)
    assert faults(read_school(root)) == [
        "content/glossary.yml:3:11 unknown-choice",
        "content/glossary.yml:9:12 unknown-choice",
    ]


def test_a_misspelled_field_is_one_fault_although_the_right_one_is_missing(root: Path) -> None:
    write(root, "content/courses/first.yml", COURSE.replace("summary:", "sumary:"))
    (finding,) = (f for f in read_school(root).findings if f.name != "missing-file")
    assert str(finding.place) == "content/courses/first.yml:11:1"
    assert finding.message == 'unknown field "sumary"; did you mean "summary"?'


def test_a_missing_field_points_at_its_parent(root: Path) -> None:
    write(root, "content/courses/first.yml", COURSE.replace("  status: draft\n", "").replace("code: MT 101\n", ""))
    assert faults(read_school(root)) == [
        "content/courses/first.yml:1:1 missing-field",
        "content/courses/first.yml:1:1 missing-field",
    ]


def test_a_forbidden_construct_in_a_text_is_placed_at_its_line(root: Path) -> None:
    write(root, "content/courses/first.yml", COURSE.replace("  They work", "  # They work"))
    reading = read_school(root)
    assert faults(reading) == ["content/courses/first.yml:15:3 heading-in-text"]
    assert reading.school.is_unreadable("course", "first")


def test_ids_that_are_no_address_are_refused_and_what_was_meant_is_not_missing(root: Path) -> None:
    for name in ("Third", "fourth_course", "fünf", "a--b", "-a", "x" * 81):
        write(root, f"content/courses/{name}.yml", COURSE)
    reading = read_school(root)
    assert {fault.split()[1] for fault in faults(reading)} == {"bad-id"}
    assert len(faults(reading)) == 6
    assert set(reading.school.courses) == {"first", "second"}
    assert reading.school.is_unreadable("course", "third")
    assert reading.school.is_unreadable("course", "fourth-course")


def test_two_files_that_differ_by_case_clash(root: Path) -> None:
    write(root, "content/courses/First.yml", COURSE)
    reading = read_school(root)
    assert faults(reading) == ["content/courses/First.yml:1:1 id-clash"]
    assert [str(r.place) for r in reading.findings[0].related] == ["content/courses/first.yml:1:1"]
    assert "first" in reading.school.courses


def test_what_lies_astray_is_named(root: Path) -> None:
    for file in ("content/courses/notes.txt", "content/progams/a.yml", "content/course.yml", "techniques/sub/a.txt"):
        write(root, file, "name: x\n")
    for file in ("content/courses/README.md", "content/.hidden.yml", "techniques/a.yml~", "docs/index.md"):
        write(root, file, "# ignored\n")
    reading = read_school(root)
    assert faults(reading) == [
        "content/course.yml:1:1 stray-file",
        "content/courses/notes.txt:1:1 stray-file",
        "content/progams:1:1 stray-file",
        "techniques/sub:1:1 stray-file",
    ]
    assert [f.message for f in reading.findings if "progams" in f.place.file] == [
        'no page looks into this folder; did you mean "programs"?'
    ]


def test_a_record_in_the_wrong_place_is_one_finding_and_nobody_who_refers_to_it_is_blamed(root: Path) -> None:
    places = ("content/stray.yml", "content/progams/one.yml", "content/courses/sub/two.yml", "techniques/three.yml")
    for file in places:
        write(root, file, COURSE)
    reading = read_school(root)
    assert faults(reading) == [f"{file}:1:1 misplaced-file" for file in sorted(places)]
    assert [f.hint for f in reading.findings][-1] == "Move it to content/courses/three.yml."
    for id in ("stray", "one", "two", "three"):
        assert reading.school.is_unreadable("course", id)


def test_a_wrong_extension_is_one_fault_and_the_record_is_not_missing(root: Path) -> None:
    (root / "content/courses/first.yml").rename(root / "content/courses/first.yaml")
    (root / "content/glossary.yml").rename(root / "content/glossary.yaml")
    reading = read_school(root)
    assert faults(reading) == [
        "content/courses/first.yaml:1:1 wrong-extension",
        "content/glossary.yaml:1:1 wrong-extension",
    ]
    assert reading.school.is_unreadable("course", "first")
    assert reading.school.is_unreadable("term", "effleurage")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has pipes with a name")
def test_a_pipe_is_refused_without_waiting_for_it(root: Path) -> None:
    os.mkfifo(root / "content/courses/third.yml")
    assert faults(read_school(root)) == ["content/courses/third.yml:1:1 unreadable-file"]


def test_links_inside_the_school_are_followed_and_others_are_not(root: Path) -> None:
    courses = root / "content/courses"
    write(root.parent, "elsewhere/a.yml", COURSE)
    (courses / "third.yml").symlink_to("first.yml")
    (courses / "outside.yml").symlink_to(root.parent / "elsewhere/a.yml")
    (courses / "loop.yml").symlink_to("loop.yml")
    (root / "techniques").symlink_to(root.parent / "elsewhere")
    (root / "conditions").symlink_to(root)
    reading = read_school(root)
    assert faults(reading) == [
        "conditions:1:1 link-loop",
        "content/courses/loop.yml:1:1 link-loop",
        "content/courses/outside.yml:1:1 link-out-of-tree",
        "techniques:1:1 link-out-of-tree",
    ]
    assert reading.school.courses["third"].name == "First strokes"
    assert reading.school.is_unreadable("technique", "anything")


def test_a_whole_content_folder_elsewhere_is_one_fault(root: Path) -> None:
    (root / "content").rename(root.parent / "content")
    (root / "content").symlink_to(root.parent / "content")
    reading = read_school(root)
    assert faults(reading) == ["content:1:1 link-out-of-tree"]
    assert reading.school.is_unreadable("course", "first")


def test_a_name_of_any_bytes_can_be_reported(root: Path) -> None:
    name = os.fsencode(root / "content/courses") + b"/caf\xe9\n\x07.yml"
    Path(os.fsdecode(name)).write_text(COURSE, encoding="utf-8")
    (finding,) = (f for f in read_school(root).findings if f.name != "missing-file")
    assert finding.place.file == "content/courses/caf\\xe9\\x0a\\x07.yml"
    assert finding.message.encode("utf-8")


def test_an_empty_folder_is_a_finding_and_no_traceback(tmp_path: Path) -> None:
    assert [f.name for f in read_school(tmp_path).findings] == ["missing-file"]
    assert [f.name for f in read_school(tmp_path / "nowhere").findings] == ["missing-file"]


def test_reading_again_shares_the_whole_reading_when_nothing_changed(root: Path) -> None:
    first = read_school(root)
    os.utime(root / "content/courses/first.yml", (1, 1))
    assert read_school(root, first) is first


def test_reading_again_shares_every_record_whose_file_did_not_change(root: Path) -> None:
    first = read_school(root)
    write(root, "content/courses/first.yml", COURSE.replace("First strokes", "First five strokes"))
    second = read_school(root, first)
    assert second.school.courses["first"].name == "First five strokes"
    assert first.school.courses["first"].name == "First strokes"
    assert second.school.courses["second"] is first.school.courses["second"]
    assert second.school.terms["petrissage"] is first.school.terms["petrissage"]


def test_a_renamed_record_is_not_shared_and_a_removed_one_is_gone(root: Path) -> None:
    first = read_school(root)
    (root / "content/courses/first.yml").rename(root / "content/courses/third.yml")
    second = read_school(root, first)
    assert set(second.school.courses) == {"second", "third"}
    assert second.school.courses["third"].id == "third"


def test_an_id_that_begins_to_clash_is_found_although_its_file_did_not_change(root: Path) -> None:
    write(root, "content/courses/Third.yml", COURSE)
    first = read_school(root)
    write(root, "content/courses/third.yml", COURSE)
    assert faults(first) == ["content/courses/Third.yml:1:1 bad-id"]
    assert faults(read_school(root, first)) == ["content/courses/Third.yml:1:1 id-clash"]


def snapshot(reading: SchoolReading) -> object:
    school = reading.school
    records = [(r.key, r.file, str(r.at()), r.model_dump_json()) for r in school.all_records()]
    return records, reading.findings, sorted(school.broken), sorted(school.incomplete_kinds)


@pytest.fixture(scope="module")
def broken_files() -> list[SourceFile]:
    return list_files(BROKEN)[0]


@settings(deadline=None)
@given(seed=st.integers(min_value=0, max_value=10_000))
def test_files_in_any_order_give_the_same_school(broken_files: list[SourceFile], seed: int) -> None:
    shuffled = random.Random(seed).sample(broken_files, len(broken_files))
    assert snapshot(read_files(shuffled)) == snapshot(read_files(broken_files))


def test_the_listing_of_the_system_makes_no_difference(root: Path, tmp_path: Path) -> None:
    forwards = snapshot(read_school(root))
    copy = tmp_path / "copy"
    for path in sorted(root.rglob("*.yml"), reverse=True):
        (copy / path.relative_to(root)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy / path.relative_to(root))
    assert snapshot(read_school(copy)) == forwards


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("text", ["a: b\n", "review: []\n", "{}\n", "name: [[[[\n", "review:\n  owner:\n"])
def test_no_kind_is_read_with_a_traceback(kind: Kind, text: str, tmp_path: Path) -> None:
    file = f"{kind.location}/a.yml" if kind.layout is Layout.ONE_PER_FILE else kind.location
    write(tmp_path, file, text)
    assert any(finding.is_error for finding in read_school(tmp_path).findings)
