"""Pages in another language mark what is not translated, say so at their top, and say who has read the rest."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from prospectus.model.prose import Prose
from prospectus.model.school import School
from prospectus.model.translated_texts import matched
from prospectus.read import read_school
from prospectus.render.desk import Desk
from prospectus.render.formats import jobs_of, render_school
from prospectus.render.sheet import Sheet
from render.markdown_site import normalized, to_html, words_of
from tiny import CONTEXT, edited, read_tiny

NOTE = 'class="language-note'


@cache
def pages() -> dict[str, str]:
    made = render_school(read_tiny().school, CONTEXT)
    return {artifact.path: artifact.content.decode() for artifact in made if artifact.path.endswith(".md")}


def spanish(path: str) -> str:
    return pages()[f"es/{path}"]


def page_of(school: School, path: str) -> str:
    return next(job for job in jobs_of(school, CONTEXT) if job.path == path).run().content.decode()


def with_edits(folder: Path, *edits: tuple[str, str, str]) -> School:
    changes = [{"file": file, "find": old, "replace": new} for file, old, new in edits]
    return read_school(edited(folder / "school", changes)).school


def test_a_text_that_is_not_translated_is_marked_and_a_translated_one_is_not() -> None:
    compare = spanish("compare.md")
    assert '<i lang="en">Both are massage. One begins with a question' in compare
    assert re.search(r'(?<!lang="en">)Cambiar una cosa y comprobarla\.', compare)
    program = spanish("programs/tiny-basics.md")
    assert '<div lang="en"><p>Everything the school teaches' in program, "a text of blocks is one marked block"
    assert '<h1 id="top" markdown="1"><bdi lang="en">Tiny basics</bdi></h1>' in program
    assert '<h1 id="top" markdown="1">Costa pequeña</h1>' in spanish("programs/tiny-shore.md")
    assert re.search(r'<a href="[^"]*presence/" lang="en">', program), "names are told to screen readers"


def test_the_original_site_has_neither_marks_nor_notes() -> None:
    english = "".join(page for path, page in pages().items() if not path.startswith("es/"))
    assert 'lang="en"' not in english.replace('hreflang="en"', "")
    assert NOTE not in english
    assert "translator" not in english


@pytest.mark.parametrize(
    ("path", "note"),
    [("compare.md", "language-note"), ("conditions/knotted-calf.md", "language-note language-note--all")],
)
def test_a_page_says_once_at_its_top_that_texts_are_missing(path: str, note: str) -> None:
    page = spanish(path)
    assert page.count(NOTE) == 1
    assert f'class="{note}"' in page
    assert page.index("<h1") < page.index(NOTE) < page.index("<h2")


def test_a_page_with_everything_translated_has_no_note() -> None:
    sheet = Sheet(Desk.for_school(read_tiny().school, CONTEXT, "es"), "compare/")
    sheet.line(Prose("Descansar.", "es"))
    assert (sheet.shows_translated, sheet.shows_foreign) == (True, False)
    sheet.line(Prose("To rest."))
    assert sheet.shows_foreign
    assert NOTE not in spanish("find.md")


def test_the_strip_says_who_has_read_the_translation(tmp_path: Path) -> None:
    read = "Elena Guijarro, translator of Smallwick"
    assert read in spanish("index.md")
    program = spanish("programs/tiny-basics.md")
    assert read not in program
    unread = re.findall(r'<div class="review".*', program)
    assert len(unread) == 1 and "español" in unread[0]
    watched = with_edits(
        tmp_path, ("content/school.yml", "  reader: {name: Elena", "  of: 00000000\n  reader: {name: Elena")
    )
    assert read not in page_of(watched, "es/index.md"), "a reading does not hold for texts that changed since"


def test_words_of_the_glossary_are_marked_in_the_language_they_belong_to(tmp_path: Path) -> None:
    text = "Both are massage. One begins with a question, the other with a wish."
    more = "A pebble point is one. Un punto guijarro es otro."
    school = with_edits(
        tmp_path,
        ("content/comparison.yml", text, more),
        ("content/comparison.yml", "    name: Masaje médico\n", f"    name: Masaje médico\n    summary: {more}\n"),
    )
    page = page_of(school, "es/compare.md")
    lead, rest = page.split(NOTE)
    assert re.search(r'<i lang="en">A <button popovertarget="w1">pebble point</button> is one\. Un punto', lead)
    assert "A pebble point is one. Un punto guijarro es otro." in rest, "explained once on a page"
    spoken = Sheet(Desk.for_school(school, CONTEXT, "es"), "compare/")
    marked = str(spoken.line(Prose(more, "es")))
    assert "A pebble point is one" in marked
    assert '<button popovertarget="w1">punto guijarro</button>' in marked
    marked_too = with_edits(tmp_path / "marked", ("content/glossary.yml", "marked: false", "marked: true"))
    sheet = Sheet(Desk.for_school(marked_too, CONTEXT, "es"), "compare/")
    assert "button" not in sheet.line(Prose("Una calf.", "es")), "a term that is not translated is no Spanish word"
    assert "button" in sheet.line(Prose("A calf."))


def test_every_translated_text_stands_on_a_page_of_its_language() -> None:
    shown = " ".join(words_of(to_html(page.split("\n---\n", 1)[1])) for path, page in pages().items() if "es/" in path)
    shown = normalized(shown).casefold()
    profile = read_tiny().school.profile
    assert profile is not None
    frame = {"Escuela Pequeña de Masaje", "Escuela de Masaje", "Lunes, de 10 a mediodía"}
    missing = []
    for record in read_tiny().school.all_records():
        found = matched(record)
        lists = [text for _, texts in found.lists for text in texts]
        for text in [*(entry.translation for entry in found.texts), *lists]:
            words = normalized(text.plain if isinstance(text, Prose) else text).rstrip(".").casefold()
            if words not in shown and str(text) not in frame:
                missing.append(f"{record.key}: {words}")
    assert missing == []
