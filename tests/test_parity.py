"""The catalog on paper and on the site say the same: every hour, fee, date and paragraph of a policy stands in both.

Both are read as a person would: the PDF's text, and the words of the pages. Blanks are left out, for lines break
elsewhere on paper.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from prospectus.artifact import BuildContext
from prospectus.commands.check import examine
from prospectus.model.program import Program
from prospectus.model.prose_tree import Block, BulletList, NumberedList, plain_words
from prospectus.model.publication import public_school
from prospectus.model.school import School
from prospectus.publish.pdf import typeset
from prospectus.reckoning.ledger import ledger_of
from prospectus.render import words
from prospectus.render.formats import render_school
from prospectus.render.paper import catalog_manuscript
from render.markdown_site import normalized, to_html, words_of


def letters(text: str) -> str:
    """Leave out what a line break changes, and the hyphen that typst may put at one."""
    return "".join(normalized(text).split()).replace("\u00ad", "")


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give the words of each paragraph, also of those in lists; marks before them differ between paper and screen."""
    for block in blocks:
        if isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from paragraphs(item)
        else:
            yield plain_words((block,))


class Catalog:
    """The shipped school, the letters of its printed catalog and of its pages."""

    def __init__(self, root: Path, context: BuildContext) -> None:
        self.school = public_school(examine(root, context).reading.school, context.as_of)
        printed = typeset(root, [catalog_manuscript(self.school, context)], keep_others=True)
        pdf = PdfReader(io.BytesIO(printed.artifacts[0].content))
        self.outline = pdf.outline
        self.pages = [page.extract_text() for page in pdf.pages]
        # A paragraph may go on overleaf: the foot of the page stands between its halves.
        catalog = self.school.catalog
        assert catalog is not None
        foot = letters(f"Fernhollow School of Massage. {catalog.title}, {catalog.volume}.")
        self.paper = "".join(letters(text).partition(foot)[0] for text in self.pages)
        made = {artifact.path: artifact.content for artifact in render_school(self.school, context)}
        self.site = {
            path: letters(words_of(to_html(content.decode().split("\n---\n", 1)[1])))
            for path, content in made.items()
            if path.endswith(".md")
            and path.startswith(("programs", "courses", "policies", "calendar", "costs", "people"))
        }


@pytest.fixture(scope="module")
def catalog(shipped: Path, context: BuildContext) -> Catalog:
    return Catalog(shipped, context)


def assert_both(catalog: Catalog, page: str, texts: Iterator[str] | list[str]) -> None:
    wanted = [text for text in texts if text]
    assert wanted
    assert [text for text in wanted if letters(text) not in catalog.paper] == [], "not on paper"
    assert [text for text in wanted if letters(text) not in catalog.site[page]] == [], f"not on {page}"


def test_every_program_has_the_same_hours_and_credential(catalog: Catalog) -> None:
    for program in catalog.school.programs.values():
        total = words.number(ledger_of(catalog.school.courses, program).total)
        texts = [program.name, program.credential, total, *_hours_of_courses(catalog.school, program)]
        assert_both(catalog, f"programs/{program.id}.md", texts)


def _hours_of_courses(school: School, program: Program) -> list[str]:
    return [f"{entry.course.code} {entry.course.name}" for entry in ledger_of(school.courses, program).entries]


def test_every_course_line_has_the_same_split(catalog: Catalog) -> None:
    """Theory, lab, clinic and total follow a course in the ledger on paper; on the site they stand in its entry."""
    for program in catalog.school.programs.values():
        for entry in ledger_of(catalog.school.courses, program).entries:
            parts = (entry.hours.theory, entry.hours.lab, entry.hours.clinic, entry.hours.total)
            row = f"{entry.course.code} {entry.course.name}" + "".join(
                words.number(part) if part else "–" for part in parts
            )
            assert letters(row) in catalog.paper, row
            kinds = ((entry.hours.theory, "theory"), (entry.hours.lab, "lab"), (entry.hours.clinic, "clinic"))
            filled = [f"{words.number(part)} {kind}" for part, kind in kinds if part]
            split = ", ".join(filled) if len(filled) > 1 else f"all {filled[0].split()[1]}"
            course = entry.course
            item = (
                f"{course.code} {course.name} {course.summary.plain} {words.number(entry.hours.total)} hours: {split}"
            )
            assert letters(item) in catalog.site[f"programs/{program.id}.md"], item


def test_every_fee_and_total_is_the_same(catalog: Catalog) -> None:
    for program in catalog.school.programs.values():
        amounts = [*(fee.amount for fee in program.fees), *([program.total] if program.total is not None else [])]
        amounts += [fee.amount for price in program.prices for fee in price.fees]
        texts = [words.money(amount, "$") for amount in amounts]
        texts += [fee.name for fee in program.fees]
        assert_both(catalog, f"programs/{program.id}.md", texts)
        assert_both(catalog, "costs.md", texts)


def test_every_course_description_is_the_same(catalog: Catalog) -> None:
    for course in catalog.school.courses.values():
        assert_both(catalog, f"courses/{course.id}.md", [course.code, course.name, course.description.plain])


def test_every_paragraph_of_every_policy_is_the_same(catalog: Catalog) -> None:
    for policy in catalog.school.policies.values():
        texts = [policy.name, policy.summary.plain]
        for section in policy.sections:
            texts += [section.title, *paragraphs(section.text.blocks)]
        assert_both(catalog, f"policies/{policy.id}.md", texts)


def test_every_group_has_the_same_dates(catalog: Catalog) -> None:
    period = catalog.school.catalog
    assert period is not None
    coming = [c for c in catalog.school.cohorts.values() if period.effective_from <= c.start <= period.effective_to]
    assert coming
    for cohort in coming:
        assert_both(
            catalog, "calendar.md", [words.short_date(cohort.start), words.short_date(cohort.end), cohort.schedule]
        )
    for holiday in catalog.school.holidays.values():
        assert_both(catalog, "calendar.md", [holiday.name])


def test_everybody_is_named(catalog: Catalog) -> None:
    assert_both(
        catalog,
        "people.md",
        [text for person in catalog.school.people.values() for text in (person.name, person.title)],
    )


def test_the_outline_leads_to_every_chapter(catalog: Catalog) -> None:
    titles = [entry["/Title"] for entry in catalog.outline if not isinstance(entry, list)]
    assert titles[:2] == ["About this catalog", "Contents"] or titles[0] == "About this catalog"
    for title in ("The school", "Programs", "Courses", "Licensing", "Calendar", "Costs", "Policies", "People"):
        assert title in titles


def test_every_page_but_the_cover_is_numbered(catalog: Catalog) -> None:
    for number, text in enumerate(catalog.pages[1:], start=2):
        assert text.strip().endswith(str(number)), f"page {number} does not end with its number"
