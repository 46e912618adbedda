"""The finder of the tiny school: what can be found, by which words, and that page and files speak of the same."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from prospectus.language import speaking
from prospectus.model.school import School
from prospectus.read import read_school
from prospectus.render import urls
from prospectus.render.desk import Desk
from prospectus.render.finder.entries import entries_of
from prospectus.render.finder.entry import Entry, Mark, band, options_of
from prospectus.render.finder.index import INDEX, TEXTS, texts_bytes
from prospectus.render.formats import jobs_of
from prospectus.render.sheet import Sheet
from tiny import CONTEXT, edited, read_tiny

FILES = ("find.md", INDEX, TEXTS)


class FinderPage(HTMLParser):
    """The list and the boxes of the page, as the script reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.options: list[tuple[str, str]] = []
        self._in_list = self._in_link = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._in_list = values.get("class") == "plain" if tag == "ul" else self._in_list
        self._in_link = tag == "a" and self._in_list
        if self._in_link:
            self.links.append((values["href"], ""))
        if tag == "input" and values["type"] == "checkbox":
            self.options.append((values["name"], values["value"]))

    def handle_data(self, data: str) -> None:
        if self._in_link:
            self.links[-1] = (self.links[-1][0], data)
            self._in_link = False


def made(school: School) -> dict[str, str]:
    return {job.path: job.run().content.decode() for job in jobs_of(school, CONTEXT) if job.path in FILES}


def rows(script: str, part: str) -> list[list[Any]]:
    found = re.fullmatch(rf'prospectusFinder\("{part}",(\[.*\])\);\n', script, re.DOTALL)
    assert found is not None
    return list(json.loads(found[1]))


def entries(school: School) -> tuple[Entry, ...]:
    return entries_of(Sheet(Desk.for_school(school, CONTEXT), urls.FIND, marks_terms=False))


def entry(key: str, among: Sequence[Entry] | None = None) -> Entry:
    return next(each for each in among or entries(read_tiny().school) if each.key == key)


def tiny_with(folder: Path, find: str, replace: str) -> School:
    return read_school(edited(folder, [{"file": "content/school.yml", "find": find, "replace": replace}])).school


def test_the_page_and_its_files_are_in_one_order() -> None:
    files = made(read_tiny().school)
    page = FinderPage(files["find.md"])
    everything = entries(read_tiny().school)
    assert [(each.url, each.name) for each in everything] == page.links
    index, texts = rows(files[INDEX], "index"), rows(files[TEXTS], "texts")
    assert len(index) == len(texts) == len(everything)
    for each, row, text in zip(everything, index, texts, strict=True):
        also, options, near, *_ = [*row, *([[]] * 3)]
        assert tuple(also) == each.also
        assert [page.options[number] for number in options] == [(mark.facet, mark.key) for mark in each.marks]
        assert [everything[number].key for number in near] == [key for key in each.near if _is_among(key, everything)]
        assert "".join(text[:1]) == each.text


def _is_among(key: str, everything: Sequence[Entry]) -> bool:
    return any(each.key == key for each in everything)


def test_a_browser_that_kept_an_old_file_asks_for_the_new_one() -> None:
    before = made(read_tiny().school)
    addresses = re.findall(r'(?:src|data-finder-texts)="\.\./([^"?]+)\?([0-9a-f]{8})"', before["find.md"])
    assert [path for path, _ in addresses] == [TEXTS, INDEX]
    assert addresses[0][1] != addresses[1][1]


def test_other_names_everyday_words_codes_and_presentations_lead_to_a_condition() -> None:
    condition = entry("condition:knotted-calf")
    record = read_tiny().school.conditions["knotted-calf"]
    assert {*record.also_called, *record.everyday_words} <= set(condition.also)
    assert {code.code for code in record.codes.icd10cm} <= set(condition.also)
    assert any(key.startswith("presentation:") for key in condition.near)


def test_a_course_is_found_by_its_code_and_by_what_it_teaches() -> None:
    course = entry("course:tt-101")
    assert course.name.startswith("TT 101 ")
    assert "TT101" in course.also
    assert "technique:feather-stroke" in course.near


def test_a_claim_never_stands_without_its_verdict() -> None:
    page = made(read_tiny().school)["find.md"]
    claims = [each for each in entries(read_tiny().school) if each.kind == "claim"]
    assert claims
    for claim in claims:
        line = next(line for line in page.splitlines() if f'href="{claim.url}"' in line)
        assert f'data-verdict="{claim.verdict}"' in line
        assert f'data-mark="verdict-{claim.verdict}"' in page


def test_only_groups_that_are_to_begin_give_a_start() -> None:
    program = entry("program:tiny-basics")
    assert program.start >= CONTEXT.as_of.isoformat()
    starts = [mark.title for mark, _ in options_of(entries(read_tiny().school), "start")]
    assert starts == ["February 2027", "April 2027"]


def test_counts_of_options_are_counts_of_entries() -> None:
    everything = entries(read_tiny().school)
    for facet in ("region", "evidence", "pressure"):
        for mark, count in options_of(everything, facet):
            assert count == sum(any(m.facet == facet and m.key == mark.key for m in e.marks) for e in everything)


@pytest.mark.parametrize(
    ("section", "kinds", "facets"),
    [
        ("programs", {"course", "program"}, {"level", "hours", "schedule", "start", "cost"}),
        ("claims", {"claim"}, set()),
        ("licensing", {"license"}, set()),
        ("careers", {"work"}, set()),
    ],
)
def test_a_part_that_is_off_is_not_found(section: str, kinds: set[str], facets: set[str], tmp_path: Path) -> None:
    everything = entries(tiny_with(tmp_path / "school", f"  {section}: true", f"  {section}: false"))
    assert everything
    assert kinds & {each.kind for each in everything} == set()
    assert facets & {mark.facet for each in everything for mark in each.marks if each.kind != "technique"} == set()
    before = entries(read_tiny().school)
    assert kinds <= {each.kind for each in before}
    assert facets <= {mark.facet for each in before for mark in each.marks}


def test_nothing_held_back_draft_or_moved_is_found(tmp_path: Path) -> None:
    files = made(tiny_with(tmp_path / "school", "clinical_review: banner", "clinical_review: required"))
    assert "knotted-calf" in files["find.md"]
    for path in FILES:
        assert "humming-knee" not in files[path]
        assert "Humming knee" not in files[path]
        assert "wing-stroke" not in files[path]


@pytest.mark.parametrize("amount", [0, 40, 41, 100, 101, 499, 500, 12_345])
def test_an_amount_falls_into_one_band(amount: int) -> None:
    limits = (41, 101, 500)
    mark = band("hours", amount, limits)
    assert mark.title == ("Up to 40 hours", "41 to 100 hours", "101 to 499 hours", "500 hours or more")[mark.rank]
    assert mark.rank == sum(amount >= limit for limit in limits)


def test_bands_of_money_name_the_currency() -> None:
    marks = [band("cost", amount, (1_000, 5_000), "€") for amount in (999, 1_000, 5_000)]
    assert [mark.title for mark in marks] == ["Under €1,000", "€1,000 to €4,999", "€5,000 or more"]


def test_two_wordings_of_one_schedule_are_one_option() -> None:
    marks = (Mark("schedule", 0, "Day, full", "day-full"), Mark("schedule", 0, "Day full", "day-full"))
    both = [Entry(str(number), "program", "A", "a/", marks=(mark,)) for number, mark in enumerate(marks)]
    assert options_of(both, "schedule") == [(marks[1], 2)]


def test_in_spanish_an_entry_says_which_of_its_words_are_english(tmp_path: Path) -> None:
    edit = {
        "file": "conditions/humming-knee.yml",
        "find": "name: Humming knee\n",
        "replace": "name: Humming knee\nes: {name: Rodilla}\n",
    }
    desk = Desk.for_school(read_school(edited(tmp_path / "school", [edit])).school, CONTEXT, "es")
    with speaking(desk.catalogue):
        found = {each.key: each for each in entries_of(Sheet(desk, urls.FIND, marks_terms=False))}
    knee, stroke = found["condition:humming-knee"], found["technique:feather-stroke"]
    assert (knee.name, knee.name_is_left, knee.text_is_left) == ("Rodilla", False, True)
    assert (stroke.name_is_left, stroke.text_is_left) == (True, True)
    page = found["compare/"]
    assert not page.name_is_left
    assert json.loads(texts_bytes([knee]).decode().partition(",")[2].rpartition(")")[0])[0][0] == [knee.text]
