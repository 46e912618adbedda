"""Every DOI, PubMed id, ICD-10-CM and MeSH code of the shipped library stands in the research that it rests on.

The list in `data/research_codes.yml` was generated from that research, so that this runs in any clone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from prospectus.model.school import School
from prospectus.read.school_reading import read_school

FOLDERS = ("techniques", "conditions", "content")
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>;,)]*[^\s\"<>;,).]")
PUBMED_ADDRESS = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|\bPMID:?\s*)(\d+)")
MESH = re.compile(r"\bD\d{6,9}\b")
ICD = re.compile(r"\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b")
"""A code with its dot. Categories of three signs, like I10, look like course numbers; fields cover those."""


@pytest.fixture(scope="module")
def school(repository: Path) -> School:
    return read_school(repository).school


@pytest.fixture(scope="module")
def known(repository: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((repository / "tests/data/research_codes.yml").read_text(encoding="utf-8"))
    return loaded


def texts(repository: Path) -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        for file in sorted((repository / folder).rglob("*.yml")):
            yield file.relative_to(repository).as_posix(), file.read_text(encoding="utf-8")


def strays(repository: Path, pattern: re.Pattern[str], allowed: set[str]) -> list[str]:
    """Codes of this shape that the research does not have, each with its file."""
    return [
        f"{name}: {code}" for name, text in texts(repository) for code in pattern.findall(text) if code not in allowed
    ]


def test_every_doi_of_a_source_stands_in_the_research(school: School, known: dict[str, Any]) -> None:
    found = {source.id: source.doi for source in school.sources.values() if source.doi is not None}
    assert len(found) > 50
    assert {id: doi for id, doi in found.items() if doi not in known["doi"]} == {}


def test_every_pubmed_id_of_a_source_stands_in_the_research(school: School, known: dict[str, Any]) -> None:
    found = {source.id: source.pmid for source in school.sources.values() if source.pmid is not None}
    assert len(found) > 20
    assert {id: pmid for id, pmid in found.items() if pmid not in known["pmid"]} == {}


def test_every_icd_code_was_checked_and_keeps_its_description(school: School, known: dict[str, Any]) -> None:
    found = [
        (condition.id, code.code, code.description)
        for condition in school.conditions.values()
        for code in condition.codes.icd10cm
    ]
    assert len(found) > 50
    assert [entry for entry in found if known["icd10cm"].get(entry[1]) != entry[2]] == []


def test_every_mesh_id_was_checked_and_keeps_its_heading(school: School, known: dict[str, Any]) -> None:
    found = [
        (condition.id, heading.id, heading.heading)
        for condition in school.conditions.values()
        for heading in condition.codes.mesh
    ]
    assert len(found) > 15
    assert [entry for entry in found if known["mesh"].get(entry[1]) != entry[2]] == []


def test_no_text_or_address_holds_another_code(repository: Path, known: dict[str, Any]) -> None:
    assert strays(repository, DOI, {*known["doi"], *known["doi_in_addresses"]}) == []
    assert strays(repository, PUBMED_ADDRESS, set(known["pmid"])) == []
    assert strays(repository, MESH, set(known["mesh"])) == []
    assert strays(repository, ICD, set(known["icd10cm"])) == []
