"""Authors' text as typst: it compiles, and every character comes out as itself."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings

from prospectus.model.prose import Prose
from prospectus.render.prose_typst import prose_to_typst, prose_to_typst_inline
from render.markdown_site import normalized, prose_texts, words_of

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class PaperLinks:
    """Courses stand in the same document, conditions are not published, all else is on the site."""

    def address(self, kind: str, id: str) -> str | None:
        return {"condition": None, "course": f"#course-{id}"}.get(kind, f"https://example.org/{kind}s/{id}/")

    def asset(self, path: str) -> str:
        return "/pixel.png"


def compiled(source: str, folder: Path) -> str:
    """Compile to HTML, typst's own export: the way to see the words without measuring glyphs."""
    (folder / "pixel.png").write_bytes(PIXEL)
    (folder / "text.typ").write_text(source, encoding="utf-8", newline="\n")
    return typst.compile(folder / "text.typ", root=folder, format="html").decode()


def _letters(words: str) -> str:
    """Leave out the blanks: a picture stands on a line of its own on paper."""
    return "".join(words.split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("typst")


@settings(max_examples=150, deadline=None)
@given(prose_texts)
def test_any_text_compiles_and_comes_out_as_itself(folder: Path, text: str) -> None:
    prose = Prose(text)
    html = compiled(f"before\n\n{prose_to_typst(prose, PaperLinks())}\n\nafter", folder)
    assert _letters(words_of(html.partition("<body>")[2])) == _letters(normalized(f"before {prose.plain} after"))


@settings(max_examples=40, deadline=None)
@given(prose_texts)
def test_any_text_stays_inside_the_line_it_is_put_in(folder: Path, text: str) -> None:
    prose = Prose(text)
    html = compiled(f"a {prose_to_typst_inline(prose, PaperLinks())}(b).c", folder)
    assert _letters(words_of(html.partition("<body>")[2])) == _letters(normalized(f"a {prose.plain}(b).c"))


CASES = [
    ("One *two* **three**  \nfour", '#"One ";#emph[#"two";];#" ";#strong[#"three";];#linebreak();#"four";'),
    ("- a\n  1. b", '#list([#"a";\n\n#enum(start: 1, [#"b";]);]);'),
    ("[a](course:one)", '#link(label("course-one"))[#"a";];'),
    ("[a](condition:one)", '#"a";'),
    ("[a](https://example.org/#b)", '#link("https://example.org/#b")[#"a";];'),
    ('![a "b"](assets/c.jpg)', '#image("/pixel.png", alt: "a \\"b\\"");'),
    (
        "| a | b |\n|---|---|\n| c | d |",
        '#table(columns: 2,\n  table.header([#"a";], [#"b";]),\n  [#"c";], [#"d";],\n);',
    ),
]


@pytest.mark.parametrize(("text", "source"), CASES)
def test_blocks_as_typst(text: str, source: str) -> None:
    assert prose_to_typst(Prose(text), PaperLinks()) == source


def test_every_construct_makes_an_accessible_pdf(folder: Path) -> None:
    body = "\n\n".join(str(prose_to_typst(Prose(text), PaperLinks())) for text, _ in CASES)
    (folder / "pixel.png").write_bytes(PIXEL)
    (folder / "paper.typ").write_text(
        f'#set document(title: "T")\n#heading(level: 1, "Course") #label("course-one")\n\n{body}\n',
        encoding="utf-8",
    )
    pdf = typst.compile(folder / "paper.typ", root=folder, format="pdf", pdf_standards="ua-1", ignore_system_fonts=True)
    assert pdf.startswith(b"%PDF")
