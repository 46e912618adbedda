"""The site step gives what stock `mkdocs build` gives, swaps it in whole, and on any trouble leaves the old site."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from prospectus.artifact import BuildContext
from prospectus.errors import PageError, UserError
from prospectus.publish.site import build_site, site_address, source_date_epoch

CONTEXT = BuildContext(as_of=date(2026, 3, 2), version="0")
CONFIGURATION = """\
site_name: Tiny
site_url: https://tiny.example/school
theme: {name: material, custom_dir: docs/.theme, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables]
nav: [Home: index.md]
not_in_nav: /**
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A folder with a page of each sort that the engine treats in its own way."""
    files = {
        "mkdocs.yml": CONFIGURATION,
        "docs/index.md": "# Home\n\n[Stroke](strokes/one.md) and [data](data/all.json).\n",
        "docs/strokes/one.md": "---\ntitle: One\n---\n# One\n\n| a |\n|---|\n| 1 |\n\n[Home](../index.md)\n",
        "docs/data/all.json": "{}\n",
        "docs/.theme/main.html": '{% extends "base.html" %}\n',
        "docs/.manifest.json": "{}\n",
    }
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_site_is_byte_for_byte_that_of_stock_mkdocs(school: Path) -> None:
    report = build_site(school, CONTEXT)
    ours = tree(report.folder)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date_epoch(CONTEXT)), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "stock"]
    subprocess.run(command, cwd=school, env=environment, check=True)
    stock = tree(school / "stock")
    assert ours.keys() == stock.keys()
    assert {path for path in ours if ours[path] != stock[path]} == set()
    assert {"index.html", "strokes/one/index.html", "data/all.json", "sitemap.xml", "sitemap.xml.gz"} <= ours.keys()
    assert b"<lastmod>2026-03-02</lastmod>" in ours["sitemap.xml"]
    assert not any(path.startswith(".") for path in ours)
    assert report.pages == 3


def test_the_same_input_gives_the_same_bytes(school: Path) -> None:
    first = tree(build_site(school, CONTEXT).folder)
    assert tree(build_site(school, CONTEXT).folder) == first


def test_the_environment_and_the_log_are_put_back(
    school: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    build_site(school, CONTEXT)
    assert os.environ["SOURCE_DATE_EPOCH"] == "1"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    build_site(school, CONTEXT)
    assert "SOURCE_DATE_EPOCH" not in os.environ
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("# Home\n\n[gone](gone.md)\n", r"docs/index\.md: contains a link 'gone\.md'"),
        ("# Home\n\n[gone](strokes/one.md#gone)\n", r"docs/index\.md: .*#gone"),
    ],
)
def test_a_warning_holds_the_site_back(
    school: Path, page: str, expected: str, caplog: pytest.LogCaptureFixture
) -> None:
    build_site(school, CONTEXT)
    before = tree(school / "site")
    with (school / "mkdocs.yml").open("a") as file:
        file.write("validation: {anchors: warn}\n")
    (school / "docs/index.md").write_text(page)
    with pytest.raises(PageError, match=expected) as caught:
        build_site(school, CONTEXT)
    assert len(caught.value.lines) == 1
    assert caplog.records == [], "the engine speaks for itself"
    assert caught.value.exit_code == 1
    assert tree(school / "site") == before


def test_a_page_of_the_navigation_that_is_not_built_is_told_in_our_words(school: Path) -> None:
    text = (school / "mkdocs.yml").read_text()
    (school / "mkdocs.yml").write_text(text.replace("[Home: index.md]", "[Home: index.md, Compare: compare.md]"))
    with pytest.raises(PageError, match=r"nav names compare\.md.*section.*Take the line out") as caught:
        build_site(school, CONTEXT)
    assert len(caught.value.lines) == 1


def test_our_own_fault_leaves_the_site_alone_and_keeps_its_traceback(school: Path) -> None:
    build_site(school, CONTEXT)
    before = tree(school / "site")
    (school / "docs/.theme/main.html").write_text("{% broken %}")
    with pytest.raises(Exception, match="broken") as caught:
        build_site(school, CONTEXT)
    assert not isinstance(caught.value, UserError)
    assert tree(school / "site") == before
    (school / "docs/.theme/main.html").write_text('{% extends "base.html" %}')
    build_site(school, CONTEXT)
    assert not (school / ".site-next").exists()


@pytest.mark.parametrize("line", ["theme: nowhere\n", "nav: 3\n", "docs_dir: [\n", "plugins: [unheard-of]\n"])
def test_a_wrong_configuration_is_told_in_plain_lines(school: Path, line: str) -> None:
    name = line.split(":")[0]
    text = "".join(row for row in CONFIGURATION.splitlines(True) if not row.startswith(name))
    (school / "mkdocs.yml").write_text(text + line)
    with pytest.raises(UserError) as caught:
        build_site(school, CONTEXT)
    assert all("\n" not in row for row in caught.value.lines)
    assert not (school / "site").exists()


def test_a_folder_without_configuration_is_no_school(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="mkdocs.yml is missing"):
        build_site(tmp_path, CONTEXT)


def test_a_foreign_site_folder_is_never_replaced(school: Path) -> None:
    (school / "site").mkdir()
    (school / "site/thesis.doc").write_text("years of work")
    with pytest.raises(UserError, match="holds files, but no site"):
        build_site(school, CONTEXT)
    assert tree(school / "site") == {"thesis.doc": b"years of work"}


def test_the_address_is_read_from_the_configuration(school: Path, tmp_path: Path) -> None:
    assert site_address(school) == "https://tiny.example/school/"
    (school / "mkdocs.yml").write_text("site_name: x\nextra: !ENV [A, b]\n")
    assert site_address(school) == ""
    (school / "mkdocs.yml").write_text("a: [\n")
    with pytest.raises(UserError, match="cannot be read"):
        site_address(school)
    assert site_address(tmp_path / "nowhere") == ""
