"""The shipped library as a school would judge it: whole, honest about what is known, and safe where records disagree.

Every test reads the records and the pages made from them; a sentence that should be on a page is looked for there.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from prospectus.artifact import BuildContext
from prospectus.check import check_school
from prospectus.language.catalogue import catalogue_of
from prospectus.model.claim import Verdict
from prospectus.model.condition import Condition, TechniqueUse
from prospectus.model.pairing import pair
from prospectus.model.record import Part, Record, ReviewStatus
from prospectus.model.safety import Element
from prospectus.model.school import School
from prospectus.model.statement import Basis, Statement
from prospectus.model.technique import Technique
from prospectus.read import read_school
from prospectus.render import words
from prospectus.render.formats import jobs_of
from render.markdown_site import normalized, to_html, words_of

ROOT = Path(__file__).resolve().parents[1]
CONTEXT = BuildContext(as_of=date(2026, 11, 23), version="test")
CONDITIONS = frozenset([
    "autoimmune-conditions", "cancer", "carpal-tunnel-syndrome", "chronic-pain", "deep-vein-thrombosis", "diabetes",
    "edema", "fibromyalgia", "frozen-shoulder", "hypertension", "insomnia", "leg-cramps", "low-back-pain",
    "lymphedema", "migraine", "neck-pain", "osteoarthritis", "osteoporosis", "plantar-fasciitis",
    "post-surgical-recovery", "posture-problems", "pregnancy", "rheumatoid-arthritis", "scar-tissue-and-fibrosis",
    "sciatica", "skin-infections", "sports-injuries", "sprain-strain", "stress-and-anxiety", "tendinopathy",
    "tension-headache", "tmd", "whiplash",
])  # fmt: skip
CLASSICAL_STROKES = frozenset({"effleurage", "petrissage", "friction", "tapotement", "vibration"})
NOT_REVIEWED = "No clinician has reviewed this page yet."
LABEL = words.BASES[Basis.UNCHECKED]
LABELS = {"en": LABEL, "es": catalogue_of("es").said[LABEL]}


@cache
def library() -> School:
    return read_school(ROOT).school


@cache
def pages() -> Mapping[str, str]:
    """The words of every page of the shipped site, by the path of its Markdown."""
    return pages_of(library())


def pages_of(school: School, context: BuildContext = CONTEXT, only: Callable[[str], bool] = bool) -> dict[str, str]:
    jobs = (job for job in jobs_of(school, context) if job.path.endswith(".md") and only(job.path))
    return {job.path: words_of(to_html(_body(job.make().decode()))) for job in jobs}


def _body(markdown: str) -> str:
    return markdown.split("\n---\n", 1)[1]


def page_of(record: Record) -> str:
    return pages()[f"{record.kind}s/{record.id}.md"]


def parts_of(value: object) -> Iterator[Part]:
    if isinstance(value, Part):
        yield value
        for name in type(value).model_fields:
            yield from parts_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)


def conditions() -> list[Any]:
    return [pytest.param(id, id=id) for id in sorted(CONDITIONS)]


def techniques() -> list[Any]:
    return [pytest.param(id, id=id) for id in sorted(library().techniques)]


def assert_shown(page: str, statements: object) -> None:
    """Find every statement's words on a page."""
    missing = [text for text in map(_text, parts_of(statements)) if text and normalized(text) not in page]
    assert missing == []


def _text(part: Part) -> str:
    return part.text.plain if isinstance(part, Statement) else ""


# -- what there is ---------------------------------------------------------------------------------------------------


def test_techniques_are_many_and_the_classical_strokes_among_them() -> None:
    assert len(library().techniques) >= 32
    assert library().techniques.keys() >= CLASSICAL_STROKES


def test_all_conditions_are_there() -> None:
    assert sorted(CONDITIONS - library().conditions.keys()) == []
    assert len(CONDITIONS) == 33


@pytest.mark.parametrize("id", conditions())
def test_a_condition_is_complete_and_all_of_it_is_on_its_page(id: str) -> None:
    condition = library().conditions[id]
    page = page_of(condition)
    assert condition.red_flags
    assert_shown(page, condition.red_flags)
    columns = condition.contraindications
    rules = [library().standing_rules[rule] for rule in condition.standing_rules]
    assert columns.absolute or columns.local or columns.clearance or rules
    assert_shown(page, columns)
    assert_shown(page, tuple(rules))
    assert condition.adaptations
    assert_shown(page, condition.adaptations)
    cited = {source for part in parts_of(condition) for source in getattr(part, "sources", ())}
    assert cited
    titles = [normalized(library().sources[source].title) for source in cited]
    assert [title for title in titles if title not in page] == []


@pytest.mark.parametrize("id", conditions())
def test_the_rest_of_a_condition_is_on_its_page_too(id: str) -> None:
    condition = library().conditions[id]
    assert_shown(page_of(condition), condition)
    for code in (*(entry.code for entry in condition.codes.icd10cm), *(entry.id for entry in condition.codes.mesh)):
        assert code in page_of(condition)
    for use in condition.techniques:
        assert normalized(use.reason.plain) in page_of(condition)


@pytest.mark.parametrize("id", techniques())
def test_a_technique_can_be_followed_and_all_of_it_is_on_its_page(id: str) -> None:
    technique = library().techniques[id]
    page = page_of(technique)
    assert technique.method.steps
    assert technique.mistakes
    assert technique.self_check
    assert technique.not_shown
    assert technique.training
    told = [step.text for step in technique.method.steps] + list(technique.mistakes) + list(technique.method.feedback)
    told += [text for check in technique.self_check for text in (check.question, check.answer)]
    assert [text.plain for text in told if normalized(text.plain) not in page] == []
    assert_shown(page, technique)


@pytest.mark.parametrize("id", techniques())
def test_a_technique_says_when_not_to_use_it_and_what_is_limited(id: str) -> None:
    technique = library().techniques[id]
    columns = technique.contraindications
    own = (*columns.absolute, *columns.local, *columns.clearance)
    rules = [library().standing_rules[rule] for rule in technique.standing_rules]
    assert own, "a contraindication of its own"
    page = page_of(technique)
    limited = [entry for entry in (*own, *rules) if entry.element is not Element.ANY]
    assert limited, "at least one names the element it limits: pressure, site, speed or position"
    for entry in limited:
        assert f"{words.ELEMENTS[entry.element]}. {normalized(entry.text.plain)}" in page


def test_the_glossary_is_large_and_its_terms_are_explained() -> None:
    assert len(library().terms) >= 120
    page = pages()["glossary.md"]
    assert [term.id for term in library().terms.values() if normalized(term.definition.plain) not in page] == []


def test_every_claim_is_answered() -> None:
    claims = library().claims.values()
    assert len(claims) >= 62
    assert [claim.id for claim in claims if not (claim.evidence.plain.strip() and claim.we_say.plain.strip())] == []
    page = pages()["claims.md"]
    missing = [claim.id for claim in claims if normalized(claim.we_say.plain) not in page]
    assert missing == []
    assert {claim.verdict for claim in claims} >= {Verdict.NOT_SHOWN, Verdict.NO_SUPPORT}


def test_every_disagreement_is_decided_or_left_open_in_so_many_words() -> None:
    disagreements = library().disagreements.values()
    assert len(disagreements) >= 31
    for entry in disagreements:
        assert (entry.decision is not None) != entry.left_open, entry.id
        assert entry.reason is not None, entry.id
        assert len(entry.positions) >= 2, entry.id


def test_every_disagreement_is_shown_with_all_positions() -> None:
    everything = " ".join(pages().values())
    for entry in library().disagreements.values():
        assert_shown(everything, entry)
        assert normalized(entry.reason.plain if entry.reason else "") in everything


# -- honesty ---------------------------------------------------------------------------------------------------------


def test_nothing_claims_to_be_clinically_reviewed() -> None:
    reviewed = [record.key for record in library().all_records() if _is_reviewed(record)]
    assert reviewed == []


def _is_reviewed(record: Record) -> bool:
    return record.review.status is ReviewStatus.CLINICALLY_REVIEWED or record.review.reviewer is not None


def test_every_clinical_page_says_once_that_no_clinician_has_reviewed_it() -> None:
    clinical = [record for kind in ("technique", "condition") for record in library().shelf(kind).values()]
    assert {record.key: page_of(record).count(NOT_REVIEWED) for record in clinical} == {
        record.key: 1 for record in clinical
    }


def test_an_unchecked_statement_carries_its_label_wherever_it_stands() -> None:
    unlabeled = [
        f"{path}: {text}"
        for text in unchecked_texts(library())
        for path, page in pages().items()
        for after in page.split(text)[1:]
        if not after.lstrip(" (").startswith(LABELS["es" if path.startswith("es/") else "en"])
    ]
    assert unlabeled == []


def unchecked_texts(school: School) -> set[str]:
    """Give the texts that rest on nothing checked, unless the same words stand elsewhere with a source."""
    by_basis: dict[bool, set[str]] = {True: set(), False: set()}
    for record in school.all_records():
        for part in parts_of(record):
            if isinstance(part, Statement):
                by_basis[part.basis is Basis.UNCHECKED].add(normalized(part.text.plain))
            elif isinstance(part, TechniqueUse):
                by_basis[part.basis is Basis.UNCHECKED].add(normalized(part.reason.plain))
    sourced = "\n".join(by_basis[False])
    return {text for text in by_basis[True] if text not in sourced}


def test_there_are_unchecked_statements_to_label() -> None:
    assert unchecked_texts(library())


# -- the clinical gate -----------------------------------------------------------------------------------------------


@pytest.fixture
def copy(shipped: Path, tmp_path: Path) -> Path:
    """A copy of the shipped school that a test may change."""
    return Path(shutil.copytree(shipped, tmp_path / "school"))


def changed(root: Path, file: str, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the data of one YAML file of a copy; every value stays the text it was."""
    path = root / file
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    change(data)
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")


def require_review(root: Path) -> None:
    changed(root, "content/school.yml", lambda school: school.update(clinical_review="required"))


def sign(root: Path, condition: str) -> None:
    reviewer = {"name": "Ada Pebble", "credential": "Invented physician", "signed_on": "2026-11-20"}
    review = {"status": "clinically-reviewed", "reviewer": reviewer, "next_review": "2027-05-20"}
    changed(root, f"conditions/{condition}.yml", lambda record: record["review"].update(review))


def gate_pages(school: School, context: BuildContext = CONTEXT) -> dict[str, str]:
    listing = {"conditions/index.md", "matrix.md", "index.md"}
    return pages_of(school, context, lambda path: path in listing or path.startswith("conditions/"))


def test_the_gate_holds_unreviewed_conditions_back(copy: Path) -> None:
    require_review(copy)
    school = read_school(copy).school
    made = gate_pages(school)
    for condition in school.conditions.values():
        page = made[f"conditions/{condition.id}.md"]
        assert "This page waits for review." in page
        assert [flag.text.plain for flag in condition.red_flags if normalized(flag.text.plain) in page] == []
    listed = {name: page for name, page in made.items() if name in ("conditions/index.md", "matrix.md")}
    summaries = [normalized(condition.summary.plain) for condition in school.conditions.values()]
    assert [text for page in listed.values() for text in summaries if text in page] == []
    held = {finding.place.file for finding in check_school(school, CONTEXT) if finding.code == "S107"}
    assert held == {condition.file for condition in school.conditions.values()}


def test_a_signed_condition_comes_back_and_goes_when_its_review_runs_out(copy: Path) -> None:
    require_review(copy)
    sign(copy, "low-back-pain")
    school = read_school(copy).school
    signed = school.conditions["low-back-pain"]
    made = gate_pages(school)
    page = made["conditions/low-back-pain.md"]
    assert "Reviewed by Ada Pebble, Invented physician, on 20 November 2026." in page
    assert NOT_REVIEWED not in page
    assert normalized(signed.red_flags[0].text.plain) in page
    assert signed.name in made["conditions/index.md"]
    assert signed.name in made["matrix.md"]
    assert "This page waits for review." in made["conditions/neck-pain.md"]
    last_day = gate_pages(school, replace(CONTEXT, as_of=date(2027, 5, 20)))
    assert "Reviewed by Ada Pebble" in last_day["conditions/low-back-pain.md"]
    day_after = gate_pages(school, replace(CONTEXT, as_of=date(2027, 5, 21)))
    assert "This page waits for review." in day_after["conditions/low-back-pain.md"]
    assert signed.name not in day_after["matrix.md"]


# -- planted faults --------------------------------------------------------------------------------------------------

PLANTED = "An invented reason that stands in no source."


def recommended_pair(school: School) -> tuple[Condition, Technique]:
    condition = school.conditions["low-back-pain"]
    return condition, school.techniques[condition.techniques[0].technique]


def plant(root: Path, level: str, *, in_condition: bool) -> tuple[Condition, Technique]:
    """Add a contraindication of a recommended pair to one of the two records."""
    condition, technique = recommended_pair(library())
    other = {"techniques": [technique.id]} if in_condition else {"conditions": [condition.id]}
    entry = {"text": PLANTED, "basis": "unchecked", **other}
    file = condition.file if in_condition else technique.file
    changed(root, file, lambda record: record["contraindications"].setdefault(level, []).append(entry))
    return condition, technique


@pytest.mark.parametrize("in_condition", [True, False], ids=["in the condition", "in the technique"])
def test_a_planted_absolute_contraindication_fails_the_check(copy: Path, in_condition: bool) -> None:
    condition, _ = plant(copy, "absolute", in_condition=in_condition)
    found = [finding for finding in check_school(read_school(copy).school, CONTEXT) if finding.is_error]
    assert [(finding.code, finding.place.file) for finding in found] == [("S101", condition.file)]
    school = read_school(copy).school
    matrix = dict(_raw_pages(school, {"matrix.md"}))["matrix.md"]
    assert f'data-l="✕" title="{PLANTED} ({LABEL})"' in matrix


@pytest.mark.parametrize("level", ["clearance", "local"])
@pytest.mark.parametrize("in_condition", [True, False], ids=["in the condition", "in the technique"])
def test_a_planted_caution_surfaces_on_every_page_of_the_pair(copy: Path, level: str, in_condition: bool) -> None:
    condition, technique = plant(copy, level, in_condition=in_condition)
    school = read_school(copy).school
    assert [finding for finding in check_school(school, CONTEXT) if finding.is_error] == []
    paths = {f"techniques/{technique.id}.md", f"conditions/{condition.id}.md", "matrix.md"}
    raw = dict(_raw_pages(school, paths))
    for path in paths - {"matrix.md"}:
        row = re.search(rf'<p class="caution">(?:(?!</p>).)*{re.escape(PLANTED)}', raw[path])
        assert row is not None, f"{path} does not warn where it recommends the pair"
    cell = _matrix_cell(raw["matrix.md"], technique, condition)
    assert 'class="warn"' in cell
    assert "with caution" in cell
    assert pair(school.techniques[technique.id], school.conditions[condition.id]).needs_care


def _raw_pages(school: School, paths: set[str]) -> Iterator[tuple[str, str]]:
    return ((job.path, job.make().decode()) for job in jobs_of(school, CONTEXT) if job.path in paths)


def _matrix_cell(matrix: str, technique: Technique, condition: Condition) -> str:
    row = next(part for part in matrix.split("<tr>") if f"techniques/{technique.id}/" in part)
    return next(part for part in row.split("<td") if f"conditions/{condition.id}/#techniques" in part)
