"""The pages of policies: amounts that are worked out, a curve drawn from them, a rule beside them or none."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from prospectus.read import read_school
from prospectus.render.figures import refund_curve
from prospectus.render.formats import render_school
from render.markdown_site import to_html, words_of
from tiny import CONTEXT, edited, read_tiny

REFUNDS = "content/policies/refunds.yml"
NO_RULE = {"file": REFUNDS, "find": "regulator_rule: smallwick-rule\n", "replace": ""}
SHARE = {"file": REFUNDS, "find": "  method: tiers\n", "replace": "  method: pro-rata\n  pro_rata_until: 40\n"}


@cache
def tiny_pages() -> dict[str, str]:
    return {
        artifact.path: artifact.content.decode(errors="replace")
        for artifact in render_school(read_tiny().school, CONTEXT)
    }


def page(tmp_path: Path, *edits: dict[str, str], name: str = "refunds") -> str:
    school = read_school(edited(tmp_path / "school", edits)).school
    made = {artifact.path: artifact.content.decode(errors="replace") for artifact in render_school(school, CONTEXT)}
    return made[f"policies/{name}.md"]


def words(markdown: str) -> str:
    return words_of(to_html(markdown.split("\n---\n", 1)[1]))


def test_what_comes_back_is_worked_out_for_the_real_tuition() -> None:
    shown = words(tiny_pages()["policies/refunds.md"])
    for said in ("All tuition but $4", "90 percent of your tuition", "$79", "$43", "Smallwick Rule 7"):
        assert said in shown


def test_a_policy_without_a_rule_says_that_none_is_known(tmp_path: Path) -> None:
    made = page(tmp_path, NO_RULE)
    assert "No rule on refunds is known to us" in words(made)
    assert "rc-floor" not in made
    assert "rc-floor" in tiny_pages()["policies/refunds.md"]


def test_a_rule_that_counts_terms_is_not_drawn(tmp_path: Path) -> None:
    term = {"file": "content/refund-rules.yml", "find": "period: program", "replace": "period: term"}
    made = page(tmp_path, term)
    assert "cannot be laid over each other" in words(made)
    assert "rc-floor" not in made


def test_pro_rata_is_said_in_words(tmp_path: Path) -> None:
    shown = words(page(tmp_path, SHARE))
    assert "Until 40 percent of the program is done" in shown
    assert "The share of your tuition for what is not done yet" in shown


@pytest.mark.parametrize("name", ["tuition", "books"])
def test_without_a_price_there_is_no_curve_and_no_calculator(tmp_path: Path, name: str) -> None:
    priceless = {"file": "content/programs/tiny-basics.yml", "find": "    kind: tuition\n    amount: 90\n"}
    edit = {**priceless, "replace": "    kind: fee\n    amount: 90\n"}
    made = page(tmp_path, edit) if name == "tuition" else tiny_pages()["policies/marks.md"]
    assert "data-refund-calculator" not in made
    assert "<figure" not in made


def test_grades_reach_from_one_to_the_next() -> None:
    shown = words(tiny_pages()["policies/marks.md"])
    assert "60 to 100" in shown and "0 to below 60" in shown and "60 percent or more" in shown


def test_agencies_that_take_complaints_stand_on_the_page_of_complaints(tmp_path: Path) -> None:
    complaints = {
        "file": "content/policies/knocks.yml",
        "content": "topic: grievance\nname: Knocks\nsummary: Knock.\nsections: [{title: Where, text: On wood.}]\n"
        "review: {owner: Director, status: sourced, reviewed_on: 2026-11-01, next_review: 2027-05-01}\n",
    }
    school = read_tiny().school
    agencies = {entry.agency.name for entry in school.approvals.values() if entry.takes_complaints}
    made = words(page(tmp_path, complaints, name="knocks"))
    assert [name for name in agencies if name not in made] == []


def test_the_curve_keeps_only_its_corners() -> None:
    line = [(Decimal(done), Decimal(100 - done)) for done in range(101)]
    assert 'd="M0 0L100 100"' in refund_curve(line)
