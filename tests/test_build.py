"""The whole story on the shipped school: the bytes of stock MkDocs, nothing written twice, nothing lost on errors."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from prospectus.artifact import BuildContext
from prospectus.cli import main
from prospectus.commands.build import build
from prospectus.errors import UserError
from prospectus.publish.site import source_date_epoch


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def school(built: Path, tmp_path: Path) -> Path:
    """A copy of the built shipped school that a test may change."""
    return Path(shutil.copytree(built, tmp_path / "school"))


def test_stock_mkdocs_makes_the_same_site_of_the_finished_docs(
    built: Path, context: BuildContext, tmp_path: Path
) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date_epoch(context)), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path / "stock")]
    subprocess.run(command, cwd=built, env=environment, check=True)
    ours, stock = tree(built / "site"), tree(tmp_path / "stock")
    assert ours.keys() == stock.keys()
    assert [path for path in ours if ours[path] != stock[path]] == []


def test_the_second_build_writes_nothing(school: Path, as_of: object, capsys: pytest.CaptureFixture[str]) -> None:
    docs, site = tree(school / "docs"), tree(school / "site")
    times = {path: path.stat().st_mtime_ns for path in (school / "docs").rglob("*")}
    assert main(["build", "-C", str(school), "--as-of", str(as_of)]) == 0
    told = capsys.readouterr()
    assert "no file changed in docs/" in told.out
    assert "Building the site." in told.err
    assert (tree(school / "docs"), tree(school / "site")) == (docs, site)
    assert {path: path.stat().st_mtime_ns for path in (school / "docs").rglob("*")} == times


def test_an_error_leaves_everything_as_it_was(school: Path, context: BuildContext) -> None:
    file = sorted((school / "techniques").glob("*.yml"))[0]
    file.write_text(file.read_text(encoding="utf-8") + "no_such_field: 1\n", encoding="utf-8")
    before = tree(school)
    report = build(school, context, lambda step: None)
    assert report.published is None
    lock = ".prospectus/lock"
    assert {**tree(school), lock: b""} == {**before, lock: b""}


def test_one_edit_makes_only_what_reads_it_step_by_step(school: Path, context: BuildContext) -> None:
    file = school / "techniques" / "effleurage.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("summary: >-\n  ", "summary: >-\n  Plainly said. ", 1), encoding="utf-8")
    steps: list[str] = []
    report = build(school, context, steps.append)
    assert steps == [
        "Reading and checking the school's files",
        "Typesetting the documents that have changed",
        "Making the pages",
        "Writing what has changed",
        "Building the site",
    ]
    assert report.published
    assert report.published.typeset.fresh == ("catalog.pdf", "techniques/effleurage/sheet.pdf")
    written = report.published.written.written
    assert "techniques/effleurage.md" in written
    assert len(written) < report.published.written.unchanged
    page = (school / "site/techniques/effleurage/index.html").read_text(encoding="utf-8")
    assert "Plainly said." in page


def test_the_address_stands_in_one_form_only(school: Path, context: BuildContext) -> None:
    configuration = school / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("site_url: https://", "site_url: https://other-"), encoding="utf-8")
    with pytest.raises(UserError, match="Make the two the same"):
        build(school, context, lambda step: None)
