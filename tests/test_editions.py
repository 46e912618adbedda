"""Editions as a school uses them: freeze, change seven things, and read seven sentences; what is frozen stays so."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from prospectus.artifact import BuildContext
from prospectus.cli import main
from prospectus.commands.check import examine
from prospectus.commands.edition import difference, freeze
from prospectus.errors import UsageError
from prospectus.render.formats import jobs_of, render_school

EDITS = {
    "content/programs/massage-therapy.yml": ("max_class_size: 18", "max_class_size: 16"),
    "content/courses/mt-101.yml": ("theory: 20\n  lab: 50", "theory: 22\n  lab: 48"),
    "content/holidays.yml": ("name: Spring break", "name: Spring pause"),
    "content/people.yml": ("title: School director", "title: Head of school"),
    "content/policies/leave.yml": ("name: Leave of absence", "name: Taking a leave"),
    "content/school.yml": ("telephone: 555-0142", "telephone: 555-0143"),
    "content/catalog.yml": ("it began in 2015", "it began in 2016"),
}


@pytest.fixture(scope="module")
def frozen(shipped: Path, context: BuildContext, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped school with an edition frozen. Do not change it."""
    school = tmp_path_factory.mktemp("editions") / "school"
    shutil.copytree(shipped, school)
    shutil.rmtree(school / "content" / "editions", ignore_errors=True)
    report = freeze(school, context, "sample")
    assert report.folder == school / "content" / "editions" / "sample", report.examination.findings
    return school


def test_a_frozen_edition_holds_the_pdf_a_page_and_the_records(frozen: Path) -> None:
    folder = frozen / "content" / "editions" / "sample"
    assert sorted(file.name for file in folder.iterdir()) == ["catalog.html", "catalog.pdf", "records.json"]
    with pikepdf.open(folder / "catalog.pdf") as pdf:
        assert len(pdf.pages) > 20
    page = (folder / "catalog.html").read_text(encoding="utf-8")
    assert "Massage therapy" in page
    assert "src=" not in page.replace('src="data:', "")
    assert json.loads((folder / "records.json").read_text(encoding="utf-8"))["records"]["course"]


def test_nothing_has_changed_since_it_was_frozen(frozen: Path, context: BuildContext) -> None:
    assert difference(frozen, context, "sample").sentences == ()
    later = replace(context, as_of=context.as_of.replace(year=context.as_of.year + 1))
    assert difference(frozen, later, "sample").sentences == (), "time alone changes nothing"


def test_a_translation_is_no_change(frozen: Path, context: BuildContext) -> None:
    pages = {job.path: job for job in jobs_of(examine(frozen, context).reading.school, context)}
    for path in ("catalog/changes.md", "es/catalog/changes.md"):
        assert "addendum.pdf" not in pages[path].run().content.decode(), path


def test_an_edition_is_never_written_over(frozen: Path, context: BuildContext) -> None:
    with pytest.raises(UsageError, match="never written over"):
        freeze(frozen, context, "sample")
    with pytest.raises(UsageError, match="cannot be an edition's name"):
        freeze(frozen, context, "Fall 2026")


def test_an_unknown_edition_is_told_with_those_there_are(frozen: Path, context: BuildContext) -> None:
    with pytest.raises(UsageError, match="Editions: sample"):
        difference(frozen, context, "simple")


def test_what_a_killed_freeze_left_is_cleared_away(frozen: Path, context: BuildContext, tmp_path: Path) -> None:
    school = shutil.copytree(frozen, tmp_path / "school")
    half = school / "content" / "editions" / "half"
    half.mkdir()
    (half / "catalog.pdf").write_bytes(b"half a file")
    assert freeze(school, context, "half").pages > 20


def test_an_altered_edition_fails_the_check(frozen: Path, context: BuildContext, tmp_path: Path) -> None:
    school = shutil.copytree(frozen, tmp_path / "school")
    assert not examine(school, context).has_errors
    (school / "content" / "editions" / "sample" / "records.json").write_text("{}", encoding="utf-8")
    assert [finding.code for finding in examine(school, context).findings if finding.is_error] == ["D102"]


def test_seven_facts_changed_are_seven_sentences(
    frozen: Path, context: BuildContext, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    school = shutil.copytree(frozen, tmp_path / "school")
    for file, (old, new) in EDITS.items():
        text = (school / file).read_text(encoding="utf-8")
        assert old in text, file
        (school / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = difference(school, context, "sample")
    assert len(found.sentences) == 7, found.sentences
    told = "\n".join(found.sentences)
    for words in (
        "Massage therapy: the largest class from 18 to 16.",
        "theory from 20 to 22; hands-on lab from 50 to 48.",
        "Spring pause: the name from “Spring break” to “Spring pause”.",
        "title from “School director” to “Head of school”.",
        "Taking a leave: the name from “Leave of absence” to “Taking a leave”.",
        "telephone from “555-0142” to “555-0143”.",
        "The catalog: history was reworded.",
    ):
        assert words in told
    assert main(["edition", "diff", "sample", "-C", str(school), "--as-of", context.as_of.isoformat()]) == 0
    assert capsys.readouterr().out.startswith("7 changes since sample:\n- ")


def test_the_site_lists_the_edition_with_its_files(frozen: Path, context: BuildContext) -> None:
    school = examine(frozen, context).reading.school
    made = {artifact.path: artifact.content for artifact in render_school(school, context)}
    kept = (frozen / "content" / "editions" / "sample" / "catalog.pdf").read_bytes()
    assert made["catalog/editions/sample/catalog.pdf"] == kept, "bytes and all"
    assert "catalog/editions/sample/records.json" not in made
    page = made["catalog/editions.md"].decode()
    assert "editions/sample/catalog.pdf" in page
    assert "Superseded" not in page, "the current volume is not superseded by itself"


def test_the_catalog_in_the_site_is_tagged_titled_in_a_language_and_has_an_outline(built: Path) -> None:
    content = (built / "site" / "catalog.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("en")
        assert pdf.open_outline().root
        assert pdf.open_metadata()["dc:title"]
