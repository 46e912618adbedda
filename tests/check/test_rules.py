"""Every rule on its cases: `tests/rules/<code>-<name>.yml`, found by folder, each a few edits on the tiny school.

A case names its edits (`file` with `find` and `replace`, `content`, or `delete: true`) and under `expect` where the
rule must speak, as file:line:column; nothing there means that it must be silent. Any other finding fails the case
unless it stands under `also`, with its code in front: one fault gives one finding. `says` is a part of the message,
`as_of` another date, `read: true` allows findings of reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from prospectus.check import FAMILIES, RULES, check_school
from prospectus.read import read_school
from tiny import CONTEXT, edited, read_tiny

CASES = Path(__file__).parents[1] / "rules"
FILES = sorted(CASES.glob("*.yml"))
KEYS = {"name", "edits", "expect", "also", "says", "as_of", "read"}


def cases() -> Iterator[Any]:
    for file in FILES:
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))["cases"]:
            yield pytest.param(file.name.partition("-")[0], case, id=f"{file.stem}: {case['name']}")


@pytest.mark.parametrize(("code", "case"), list(cases()))
def test_rule(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    assert set(case) <= KEYS, f"a case has only the keys {sorted(KEYS)}"
    reading = read_school(edited(tmp_path / "school", case["edits"]), read_tiny())
    if not case.get("read"):
        assert [f"{finding.place} {finding.message}" for finding in reading.findings] == [], "mend the case's edits"
    context = replace(CONTEXT, as_of=case["as_of"]) if "as_of" in case else CONTEXT
    findings = check_school(reading.school, context)
    found = [f"{finding.code} {finding.place}" for finding in findings]
    expected = [*(f"{code} {place}" for place in case["expect"]), *case.get("also", [])]
    assert sorted(found) == sorted(expected)
    if "says" in case:
        messages = [finding.message for finding in findings if finding.code == code]
        assert all(case["says"] in message for message in messages), messages


def test_the_tiny_school_has_no_findings() -> None:
    reading = read_tiny()
    findings = [*reading.findings, *check_school(reading.school, CONTEXT)]
    assert [f"{finding.place} {finding.code} {finding.message}" for finding in findings] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_documented(rule: Any) -> None:
    first, _, rest = rule.page.partition("\n")
    assert first.endswith("."), "the first line states the fault in a sentence"
    assert rest.strip(), "the docstring says why the fault matters"
    assert "Right" in rule.page, 'the docstring shows what is right, after the word "Right"'
    assert "Wrong" in rule.page, 'the docstring shows what is wrong, after the word "Wrong"'


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_passing_and_a_failing_case(rule: Any) -> None:
    file = CASES / f"{rule.code}-{rule.name}.yml"
    assert file.is_file(), f"write the rule's cases into {file}"
    expectations = [bool(case["expect"]) for case in yaml.safe_load(file.read_text(encoding="utf-8"))["cases"]]
    assert set(expectations) == {True, False}, f"{file.name} needs a case that passes and one that fails"


def test_codes_and_names_are_unique_and_stable() -> None:
    codes, names = [rule.code for rule in RULES], [rule.name for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    assert [code for code in codes if not re.fullmatch(r"[A-QS-Z][1-9]\d\d", code)] == [], "R is kept for reading"
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)+", name)] == []
    # The codes that schools may have written into their exceptions. A code is never used again; add new ones here.
    assert {f"{rule.code}-{rule.name}" for rule in RULES} == {file.stem for file in FILES}


def test_a_rule_stands_in_the_family_of_its_letter() -> None:
    letters = {family: {rule.code[0] for rule in rules} for family, rules in FAMILIES.items()}
    assert {family: found for family, found in letters.items() if len(found) != 1} == {}
    assert len({next(iter(found)) for found in letters.values()}) == len(FAMILIES)


def test_a_rule_is_named_like_its_function() -> None:
    odd = {rule.code: rule.look.__name__ for rule in RULES if rule.look.__name__ != rule.name.replace("-", "_")}
    # X101 is judged after all other rules, so no function looks for it.
    assert odd.keys() <= {"X101"}


def test_no_exception_silences_a_rule_of_safety() -> None:
    assert [rule.code for rule in FAMILIES["safety"] if rule.excusable] == []
