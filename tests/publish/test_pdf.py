"""Typesetting: a PDF that everybody can read, each set once, faults told in the school's words, nothing lost."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest

from prospectus.artifact import Artifact
from prospectus.publish.pdf import CACHE, TypesettingError, typeset

HEAD = '#set document(title: "A sheet", author: "Tiny", date: datetime(year: 2026, month: 1, day: 2))\n'
NOTES = '#context [#metadata(("first", here().page())) <page-of>]\n#pagebreak()\nmore\n'
LAST = '#context [#metadata(("", counter(page).final().first())) <page-of>]\n'


def manuscript(body: str, path: str = "sheet.pdf", origin: str = "content/catalog.yml") -> Artifact:
    return Artifact(path, f'{HEAD}#set text(lang: "en")\n= A sheet\n{body}\n'.encode(), origin)


def test_a_document_is_tagged_titled_and_in_a_language(tmp_path: Path) -> None:
    made = typeset(tmp_path, [manuscript(f"one\n{NOTES}{LAST}")])
    with pikepdf.open(io.BytesIO(made.artifacts[0].content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("en")
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.open_metadata()["dc:title"] == "A sheet"
        assert len(pdf.pages) == 2


def test_pages_are_counted_and_parts_found(tmp_path: Path) -> None:
    paper = typeset(tmp_path, [manuscript(f"one\n{NOTES}{LAST}")]).papers["sheet.pdf"]
    assert (paper.pages, dict(paper.page_of)) == (2, {"first": 1})
    assert paper.size > 1000


def test_what_has_not_changed_is_not_set_again(tmp_path: Path) -> None:
    pair = [manuscript("one", "one.pdf"), manuscript("two", "two.pdf")]
    first = typeset(tmp_path, pair)
    assert first.fresh == ("one.pdf", "two.pdf")
    assert typeset(tmp_path, pair).fresh == ()
    again = typeset(tmp_path, [pair[0], manuscript("three", "two.pdf")])
    assert again.fresh == ("two.pdf",)
    assert again.artifacts[0] == first.artifacts[0]


def test_the_cache_keeps_only_what_the_last_build_needed(tmp_path: Path) -> None:
    typeset(tmp_path, [manuscript("one"), manuscript("two", "two.pdf")])
    typeset(tmp_path, [manuscript("one")])
    assert len(list((tmp_path / CACHE).glob("*.pdf"))) == 1


@pytest.mark.parametrize("spoiled", [b"", b"{}", b'{"sha256": "0", "pages": 1, "page_of": {}}'])
def test_a_spoiled_cache_is_no_harm(tmp_path: Path, spoiled: bytes) -> None:
    first = typeset(tmp_path, [manuscript("one")])
    for notes in (tmp_path / CACHE).glob("*.json"):
        notes.write_bytes(spoiled)
    again = typeset(tmp_path, [manuscript("one")])
    assert again.fresh == ("sheet.pdf",)
    assert again.artifacts == first.artifacts


def test_a_picture_that_changed_sets_the_document_anew(tmp_path: Path) -> None:
    picture = tmp_path / "docs" / "assets" / "dot.svg"
    picture.parent.mkdir(parents=True)
    shape = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="{}"/></svg>'
    picture.write_text(shape.format(1), encoding="utf-8")
    source = [manuscript('// picture: assets/dot.svg\n#image("/assets/dot.svg", alt: "A dot")')]
    typeset(tmp_path, source)
    assert typeset(tmp_path, source).fresh == ()
    picture.write_text(shape.format(3), encoding="utf-8")
    assert typeset(tmp_path, source).fresh == ("sheet.pdf",)


def test_a_fault_names_the_file_it_stands_in_and_nothing_is_lost(tmp_path: Path) -> None:
    good = [manuscript("one")]
    typeset(tmp_path, good)
    kept = sorted((tmp_path / CACHE).iterdir())
    bad = manuscript("// from: content/policies/refund.yml\nfine\n// from: content/policies/leave.yml\n#nonsense()")
    with pytest.raises(TypesettingError) as told:
        typeset(tmp_path, [bad, manuscript("#oops()", "two.pdf", "courses/x.yml")])
    first, second = told.value.lines
    assert first.startswith("content/policies/leave.yml: docs/sheet.pdf could not be typeset: unknown variable")
    assert second.startswith("courses/x.yml: docs/two.pdf")
    assert sorted((tmp_path / CACHE).iterdir()) == kept


def test_the_bytes_do_not_depend_on_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    first = typeset(one, [manuscript("one")])
    for name, value in {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1"}.items():
        monkeypatch.setenv(name, value)
    second = typeset(two, [manuscript("one")])
    assert first.artifacts == second.artifacts


def test_notes_in_the_cache_can_be_read(tmp_path: Path) -> None:
    typeset(tmp_path, [manuscript(f"one\n{NOTES}{LAST}")])
    (notes,) = (tmp_path / CACHE).glob("*.json")
    assert json.loads(notes.read_text(encoding="utf-8"))["page_of"] == {"first": 1}
