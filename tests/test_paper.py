"""Documents of a whole school: any text comes out as itself, a fault leaves the last good PDF."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from prospectus.artifact import Artifact
from prospectus.cli import main
from prospectus.model.profile import Sections
from prospectus.publish.pdf import Typeset, typeset
from prospectus.read import read_school
from prospectus.render.paper import render_manuscripts
from tiny import CONTEXT, TINY, edited

CATALOG = "catalog.pdf"
MISCHIEF = [
    "#panic()",
    "$ x^2 $",
    "@nobody",
    "*stars* and _lines_",
    "C:\\temp\\new",
    "`ticks` and ```more```",
    "<label>",
    "// not a comment",
    "/* nor this */",
    "= no heading",
    "- no item",
    "]) #{ } [",
    "\"quotes\" and 'single'",
    "{{ jinja }} {% raw %}",
    "~ 100 % & more",
]

NAMED = {
    "programs/tiny-basics": "Tiny basics",
    "courses/tt-101": "Two strokes",
    "courses/tt-102": "Knees and calves",
    "courses/tt-103": "Sorting pebbles",
    "policies/presence": "Being there",
}


def letters(text: str) -> str:
    return "".join(text.split())


def printed(school: Path) -> Typeset:
    return typeset(school, render_manuscripts(read_school(school).school, CONTEXT))


@pytest.mark.parametrize("section", Sections.model_fields)
def test_documents_are_set_with_any_part_of_the_site_turned_off(section: str, tmp_path: Path) -> None:
    edits = [{"file": "content/school.yml", "find": f"  {section}: true\n", "replace": f"  {section}: false\n"}]
    made = printed(edited(tmp_path / "school", edits))
    assert (CATALOG in made.papers) == (section != "catalog")


def words_of_pdf(made: Typeset, path: str = CATALOG) -> str:
    content = next(artifact.content for artifact in made.artifacts if artifact.path == path)
    return letters("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def with_texts(folder: Path, *texts: str) -> Path:
    """Put texts into names that stand in titles, in tables and in the contents of the tiny school's catalog."""
    places = zip(NAMED.items(), [*texts] * len(NAMED), strict=False)
    quoted = {place: "'" + text.replace("'", "''") + "'" for place, text in places}
    edits = [
        {"file": f"content/{file}.yml", "find": f"name: {old}", "replace": f"name: {new}"}
        for (file, old), new in quoted.items()
    ]
    return edited(folder, edits)


@pytest.mark.parametrize("first", range(0, len(MISCHIEF), len(NAMED)))
def test_any_text_comes_out_as_itself_on_paper(first: int, tmp_path: Path) -> None:
    mischief = MISCHIEF[first : first + len(NAMED)]
    words = words_of_pdf(printed(with_texts(tmp_path / "school", *mischief)))
    assert [text for text in mischief if words.count(letters(text)) < 2] == []


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا بالعالم", "zero\u200bwidth", "a\u0301 combining \u0332 mark"])
def test_other_scripts_are_set_without_a_fault(text: str, tmp_path: Path) -> None:
    made = printed(with_texts(tmp_path / "school", text))
    assert CATALOG in made.papers


def test_what_no_font_holds_is_printed_by_name(tmp_path: Path) -> None:
    words = words_of_pdf(printed(with_texts(tmp_path / "school", "Rest 😀 well 中")))
    assert "[grinningface]" in words
    assert "[cjkunifiedideograph-4e2d]" in words


def test_a_fault_of_typst_is_one_line_with_its_file_and_the_last_good_pdf_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = {"file": "docs/assets/broken.png", "content": "this is no picture"}
    text = {
        "file": "content/catalog.yml",
        "find": "mission: To teach two strokes well.",
        "replace": "mission: Look at ![two hands](assets/broken.png) first.",
    }
    school = edited(tmp_path / "school", [])
    arguments = ["build", "-C", str(school), "--as-of", CONTEXT.as_of.isoformat()]
    assert main(arguments) == 0
    good = (school / "docs" / CATALOG).read_bytes()
    capsys.readouterr()
    for edit in (picture, text):
        file = school / edit["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(before.replace(edit["find"], edit["replace"]) if "find" in edit else edit["content"])
    assert main(arguments) == 3
    told = capsys.readouterr().err
    assert "content/catalog.yml: docs/catalog.pdf could not be typeset" in told
    assert "Traceback" not in told
    assert (school / "docs" / CATALOG).read_bytes() == good
    assert (school / "site" / CATALOG).read_bytes() == good


def test_two_machines_set_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import hashlib, pathlib, sys; from test_paper import printed; "
        "print([hashlib.sha256(a.content).hexdigest() for a in printed(pathlib.Path(sys.argv[1])).artifacts])"
    )
    told = []
    for name, zone, locale in (("here", "America/New_York", "C.UTF-8"), ("there", "Pacific/Auckland", "de_DE.UTF-8")):
        school = edited(tmp_path / name, [])
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(len(name))}
        environment["PYTHONPATH"] = os.pathsep.join(sys.path)
        command = [sys.executable, "-c", script, str(school)]
        told.append(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
    assert told[0] == told[1]


def test_a_record_without_anything_optional_prints_too(tmp_path: Path) -> None:
    """The broken-off school of a first evening: a catalog, one program, one course, and nothing else."""
    school = edited(tmp_path / "school", [])
    for gone in ("campuses.yml", "people.yml", "approvals.yml", "holidays.yml", "cohorts.yml"):
        (school / "content" / gone).unlink()
    made: list[Artifact] = list(printed(school).artifacts)
    assert [artifact.path for artifact in made if artifact.path == CATALOG]


def test_tiny_prints_every_document_once() -> None:
    paths = [artifact.path for artifact in render_manuscripts(read_school(TINY).school, CONTEXT)]
    assert len(set(paths)) == len(paths)
    assert {CATALOG, "policies/acknowledgement.pdf", "catalog/addendum.pdf", "screening/sheet.pdf"} <= set(paths)
