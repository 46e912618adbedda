"""A school in another language: what is translated stands in its place, all else is the same object."""

from __future__ import annotations

import pickle
from pathlib import Path

from prospectus.model.kinds import KINDS
from prospectus.model.prose import Prose
from prospectus.model.record import Translation
from prospectus.model.school import School
from prospectus.model.text_shape import text_fields, texts_in
from prospectus.model.translated_texts import Misfit, matched, originals_hash
from prospectus.model.translation import translated_school
from prospectus.model.walk import contents_of, lines_of, proses_of
from prospectus.read import read_school
from tiny import edited, read_tiny

PROGRAM = "content/programs/tiny-basics.yml"


def spanish(folder: Path, *edits: tuple[str, str, str]) -> School:
    """Read the tiny school with these texts replaced (file, text, other text)."""
    root = edited(folder / "school", [{"file": file, "find": old, "replace": new} for file, old, new in edits])
    return read_school(root).school


def test_translated_texts_stand_in_place_of_the_original_and_know_their_language() -> None:
    school = read_tiny().school
    program, before = translated_school(school).programs["tiny-basics"], school.programs["tiny-basics"]
    assert program.credential == "Certificado pequeño"
    assert (program.admission[0].text, program.admission[0].language) == ("Traiga una toalla.", "es")
    assert program.summary is before.summary, "not translated: the original"
    assert [fee.name for fee in program.prices[0].fees] == ["Clases de noche", "Aceite para la lámpara", "Harbor tax"]
    assert program.prices[0].fees[2] is before.prices[0].fees[2]
    assert (program.prices[0].fees[0].amount, program.hours) == (60, 36)
    assert (program.id, program.file, str(program.at("name"))) == ("tiny-basics", PROGRAM, f"{PROGRAM}:1:7")
    assert before.credential == "Tiny certificate", "the snapshot before stays as it was"


def test_only_what_is_translated_is_another_object_and_it_is_made_once() -> None:
    school = read_tiny().school
    first, second = translated_school(school), translated_school(school)
    others = {record.key for record in first.all_records() if school.find(record.kind, record.id) is not record}
    assert others == {
        *("profile:school", "comparison:comparison", "program:tiny-basics", "program:tiny-shore"),
        *("term:pebble-point", "course:tt-101", "cohort:basics-2027", "cohort:steps-2027"),
    }, "a course and a group only by a word they share with the program"
    assert all(one is two for one, two in zip(first.all_records(), second.all_records(), strict=True))
    assert translated_school(School({})).all_records() == []


def test_words_by_which_records_find_each_other_are_translated_everywhere(tmp_path: Path) -> None:
    school = translated_school(read_tiny().school)
    assert school.programs["tiny-basics"].lengths[0].schedule == "de día"
    assert school.programs["tiny-basics"].prices[0].schedule == "de día"
    assert school.cohorts["basics-2027"].length == "de día"
    steps = "content/programs/tiny-steps.yml"
    night = "\nes:\n  lengths:\n    - schedule: de día\n"
    root = edited(tmp_path / "school", [])
    (root / steps).write_text((root / steps).read_text(encoding="utf-8") + night, encoding="utf-8")
    both = translated_school(read_school(root).school)
    names = {length.schedule for program in both.programs.values() for length in program.lengths}
    assert names == {"de día", "night"}, "two schedules that differ stay apart"


def test_a_list_of_another_length_is_left_out_whole(tmp_path: Path) -> None:
    school = spanish(tmp_path, (PROGRAM, "para la lámpara\n        - null\n", "para la lámpara\n"))
    program = school.programs["tiny-basics"]
    assert [(misfit.path, misfit.why, misfit.lengths) for misfit in matched(program).misfits] == [
        (("prices", 0, "fees"), Misfit.ANOTHER_LENGTH, (2, 3))
    ]
    twin = translated_school(school).programs["tiny-basics"]
    assert twin.prices[0].fees is program.prices[0].fees
    assert twin.prices[0].name == "Vecinos del puerto", "the rest is used"


def test_what_does_not_fit_is_named_and_left_out(tmp_path: Path) -> None:
    more = """  hours: treinta
  nombre: Lo básico
  max_time_percent: mucho
  description: [uno]
  occupation: faro
  payment_plans:
    - {name: "dos\\npuñados"}
  electives: []
  campuses: [una]
  discounts:
    - {condition: [Para primos]}
    -
"""
    school = spanish(tmp_path, (PROGRAM, "  credential: Certificado pequeño\n", more))
    program = school.programs["tiny-basics"]
    assert {(".".join(map(str, misfit.path)), misfit.why) for misfit in matched(program).misfits} == {
        ("hours", Misfit.NO_WORDS),
        ("nombre", Misfit.UNKNOWN_FIELD),
        ("max_time_percent", Misfit.NO_WORDS),
        ("campuses", Misfit.NO_WORDS),
        ("description", Misfit.ANOTHER_FORM),
        ("occupation", Misfit.ANOTHER_FORM),
        ("payment_plans.0.name", Misfit.UNUSABLE),
        ("electives", Misfit.NOT_THERE),
        ("discounts.0.condition", Misfit.ANOTHER_FORM),
    }
    twin = translated_school(school).programs["tiny-basics"]
    assert (twin.name, twin.description.language) == ("Tiny basics", "")
    assert twin.objectives[0].language == "es"


def test_other_names_may_be_more_or_fewer() -> None:
    school = read_tiny().school
    assert school.terms["pebble-point"].forms == ("pebble points", "PP")
    assert translated_school(school).terms["pebble-point"].forms == ("puntos guijarro",)


def test_rules_for_texts_meet_the_translations_too(tmp_path: Path) -> None:
    program = read_tiny().school.programs["tiny-basics"]
    assert ("es", "admission", 0) in {path for path, _ in proses_of(program)}
    assert (("es", "prices", 0, "fees", 0, "name"), "Clases de noche") in lines_of(program)
    edit = ("content/school.yml", "dos técnicas](course:tt-101)", "tres técnicas](course:tt-103)")
    assert "course:tt-103" in contents_of(spanish(tmp_path, edit).all_records()[0]).names
    assert (
        dict(proses_of(translated_school(read_tiny().school).programs["tiny-basics"]))["admission", 0].language == "es"
    )
    assert program.at("es", "credential").line > program.at("review").line, "a finding points at the translation"


def test_a_change_in_any_text_of_the_original_changes_the_hash_and_nothing_else_does(tmp_path: Path) -> None:
    before = originals_hash(read_tiny().school.programs["tiny-basics"])
    assert before == "7f3a2d71", "translations keep it for years: it may not change with the program"
    edits = [
        ("credential: Certificado", "credential: Papel"),
        ("amount: 90", "amount: 91"),
        ("owner: Director", "owner: Dean"),
    ]
    same = spanish(tmp_path / "same", *((PROGRAM, old, new) for old, new in edits))
    assert originals_hash(same.programs["tiny-basics"]) == before
    changed = spanish(tmp_path / "changed", (PROGRAM, "due on the first day", "due at noon"))
    assert originals_hash(changed.programs["tiny-basics"]) != before


def test_every_kind_has_texts_and_none_hides_the_fields_of_a_translation() -> None:
    for kind in KINDS:
        assert not text_fields(kind.model).keys() & Translation.model_fields.keys(), kind.name
    school = read_tiny().school
    paths = {path for path, _, _ in texts_in(school.programs["tiny-basics"])}
    assert {("summary",), ("terms", 0, "name"), ("prices", 0, "fees", 1, "name")} <= paths
    assert not {path[0] for path in paths} & {"review", "formerly", "es", "hours", "courses"}
    assert ("names", 0, "name") not in paths


def test_a_translated_prose_is_equal_by_its_words_and_keeps_its_language_in_a_pickle() -> None:
    prose = Prose("Descansar.", "es")
    assert prose == Prose("Descansar.")
    assert pickle.loads(pickle.dumps(prose)).language == "es"
