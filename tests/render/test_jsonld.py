"""Structured data, against the vocabulary of schema.org as it is kept in `tests/data/schema_org_vocabulary.json`.

Every block of the tiny and of the shipped school is walked: no type, no property and no sort of value that the
vocabulary does not know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from prospectus.artifact import BuildContext
from prospectus.read import read_school
from prospectus.render.formats import render_school
from tiny import CONTEXT, edited, read_tiny

VOCABULARY = json.loads((Path(__file__).parents[1] / "data" / "schema_org_vocabulary.json").read_text("utf-8"))["types"]
WITH_ADDRESS = replace(CONTEXT, base_url="https://tiny.example/")
WRITTEN_AS_TEXT = {"Text", "URL", "Date", "DateTime", "Time", "Duration", "Distance"}
NUMBERS = {"Integer", "Number"}
NEEDED = {
    "EducationalOrganization": {"name"},
    "EducationalOccupationalProgram": {"name", "description", "provider", "educationalCredentialAwarded", "hasCourse"},
    "Course": {"name", "courseCode"},
    "CourseInstance": {"courseMode", "courseWorkload", "location"},
    "EducationEvent": {"name", "startDate", "endDate"},
    "MedicalCondition": {"name", "description"},
    "MedicalTherapy": {"name", "description"},
    "MedicalCode": {"codeValue", "codingSystem"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "DefinedTermSet": {"name", "hasDefinedTerm"},
    "Offer": {"price", "priceCurrency"},
    "PostalAddress": {"streetAddress", "addressLocality"},
    "Dataset": {"name", "description", "distribution"},
}
NEVER = {
    "indication",
    "adverseOutcome",
    "expectedPrognosis",
    "possibleTreatment",
    "salaryUponCompletion",
    "aggregateRating",
}


@cache
def parents(type: str) -> frozenset[str]:
    """Give a type with all that it descends from."""
    return frozenset({type}).union(*(parents(parent) for parent in VOCABULARY[type]["parents"]))


@cache
def ranges(type: str) -> dict[str, frozenset[str]]:
    """Give the properties a type may have, inherited ones too, with what their values may be."""
    found: dict[str, frozenset[str]] = {}
    for each in parents(type):
        for name, values in VOCABULARY[each]["properties"].items():
            found[name] = found.get(name, frozenset()) | frozenset(values)
    return found


def faults(value: Any, way: str = "") -> Iterator[str]:
    """Yield what the vocabulary does not know in a block of structured data."""
    type = value.get("@type")
    if type not in VOCABULARY:
        yield f"{way}: no type {type}"
        return
    missing = NEEDED.get(type, set()) - value.keys()
    yield from (f"{way}: {type} needs {name}" for name in sorted(missing))
    for name, held in value.items():
        if name in ("@context", "@type", "@id"):
            continue
        if name not in ranges(type):
            yield f"{way}: {type} has no property {name}"
            continue
        for item in held if isinstance(held, list) else [held]:
            yield from _value_faults(item, ranges(type)[name], f"{way}/{name}")


def _value_faults(item: Any, allowed: frozenset[str], way: str) -> Iterator[str]:
    if isinstance(item, dict):
        yield from faults(item, way)
        if item.get("@type") in VOCABULARY and not parents(item["@type"]) & allowed:
            yield f"{way}: a {item['@type']} cannot stand here, only {sorted(allowed)}"
    elif isinstance(item, str):
        # The address of a thing may stand for the thing.
        if not item or not (allowed & WRITTEN_AS_TEXT or item.startswith("https://")):
            yield f"{way}: text cannot stand here, only {sorted(allowed)}"
    elif not isinstance(item, int) or not allowed & NUMBERS:
        yield f"{way}: {item!r} cannot stand here, only {sorted(allowed)}"


def blocks(school: Any, context: BuildContext) -> dict[str, Any]:
    """Give the structured data of each page that has any."""
    made = {artifact.path: artifact.content.decode(errors="replace") for artifact in render_school(school, context)}
    heads = {
        path: text.removeprefix("---\n").split("\n---\n", 1)[0] for path, text in made.items() if path[-3:] == ".md"
    }
    metas = {path: yaml.load(head, Loader=yaml.CSafeLoader) for path, head in heads.items()}
    return {path: meta["jsonld"] for path, meta in metas.items() if "jsonld" in meta}


def nodes(block: Any) -> list[Any]:
    return block.get("@graph", [block])


def all_nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from all_nodes(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from all_nodes(item)


@cache
def tiny_blocks(*, with_address: bool = True) -> dict[str, Any]:
    return blocks(read_tiny().school, WITH_ADDRESS if with_address else CONTEXT)


@pytest.mark.parametrize("path", sorted(tiny_blocks()))
def test_a_page_of_the_tiny_school_keeps_to_the_vocabulary(path: str) -> None:
    block = tiny_blocks()[path]
    assert block["@context"] == "https://schema.org"
    assert [fault for node in nodes(block) for fault in faults(node)] == []


def test_the_shipped_school_keeps_to_the_vocabulary(shipped: Path, context: BuildContext) -> None:
    made = blocks(read_school(shipped).school, replace(context, base_url="https://fernhollow.example/"))
    found = [f"{path}{fault}" for path, block in made.items() for node in nodes(block) for fault in faults(node)]
    assert found == []
    named = {node["@type"] for block in made.values() for node in all_nodes(block) if "@type" in node}
    assert named >= {
        "MedicalTherapy",
        "MedicalContraindication",
        "MedicalCondition",
        "CourseInstance",
        "BreadcrumbList",
    }


def test_without_an_address_no_page_names_one() -> None:
    written = json.dumps([tiny_blocks(with_address=False)])
    assert '"@id"' not in written
    assert '"url"' not in written
    assert '"item"' not in written
    assert not re.search(r"https://(?!schema\.org)", written)


def test_every_listed_page_but_home_has_its_way() -> None:
    for path, block in tiny_blocks().items():
        if path not in ("index.md", "es/index.md"):
            steps = block["breadcrumb"]["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            home = "https://tiny.example/es/" if path.startswith("es/") else "https://tiny.example/"
            assert steps[0]["item"] == home
            assert steps[-1]["item"] == block["url"]


def test_a_page_kept_from_search_engines_has_none() -> None:
    assert "programs/pebble-basics.md" not in tiny_blocks()


def test_nothing_claims_an_effect_a_job_or_a_rating() -> None:
    assert [node for node in all_nodes([*tiny_blocks().values()]) if NEVER & node.keys()] == []


def test_a_reviewer_is_named_only_where_a_clinician_signed() -> None:
    signed, unsigned = tiny_blocks()["conditions/knotted-calf.md"], tiny_blocks()["conditions/humming-knee.md"]
    assert signed["reviewedBy"]["name"] == "Dr. Ada Pebble"
    assert "reviewedBy" not in unsigned
    assert unsigned["lastReviewed"] == "2026-11-01"


def test_a_price_is_given_only_with_its_currency(tmp_path: Path) -> None:
    offers = [part for part in all_nodes(tiny_blocks()["programs/tiny-basics.md"]) if part.get("@type") == "Offer"]
    assert {offer["priceCurrency"] for offer in offers} == {"USD"}
    edit = {"file": "content/school.yml", "find": "currency_code: USD\n", "replace": ""}
    without = blocks(read_school(edited(tmp_path / "school", [edit])).school, WITH_ADDRESS)
    assert "offers" not in without["programs/tiny-basics.md"]["mainEntity"]


def test_the_vocabulary_catches_what_it_must() -> None:
    assert list(faults({"@type": "VocationalSchool", "name": "x"})) == [": no type VocationalSchool"]
    assert list(faults({"@type": "MassageTherapy", "name": "x"})) == [": no type MassageTherapy"]
    assert list(faults({"@type": "Thing", "hours": "x"})) == [": Thing has no property hours"]
    assert list(faults({"@type": "Course", "name": "x", "courseCode": "y", "provider": {"@type": "Offer"}}))
    assert list(faults({"@type": "Person", "name": "x", "jobTitle": "y", "worksFor": "z"}))
