"""Techniques by condition: a table of every pair, or lists of the pairs that exist where a table would be too large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from prospectus.artifact import Job
from prospectus.language import say
from prospectus.model.condition import Condition
from prospectus.model.evidence import Grade
from prospectus.model.pairing import pair
from prospectus.model.safety import Level
from prospectus.model.statement import Basis, Region
from prospectus.model.technique import Family, Technique
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

LARGEST_TABLE = 10_000
"""Cells that a table may have. Above it nobody finds a pair by scrolling, and 1,000 by 1,000 cells make 60 MB."""

GRADE_LETTERS = {
    Grade.MODERATE: "M", Grade.WEAK: "W", Grade.CONFLICTING: "C", Grade.INSUFFICIENT: "I", Grade.WEAK_AGAINST: "A",
    Grade.NONE_FOUND: "N",
}  # fmt: skip
"""The look of each grade that a field can ask for, in the order of what it says for a technique."""

Cells = Mapping[str, Mapping[str, Any]]
"""The cells of one technique by the id of the condition, only those with something in them."""


def matrix_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page, unless the school has turned it off."""
    if urls.is_open(urls.MATRIX, desk.sections):
        reads = every(desk.school, "technique", "condition")
        yield page_job(desk, urls.MATRIX, "matrix.md.j2", reads, _matrix, "conditions/", marks_terms=False)


def _matrix(sheet: Sheet) -> tuple[PageHead, View]:
    conditions = sorted(sheet.school.conditions.values(), key=lambda condition: condition.name.casefold())
    techniques = sorted(sheet.school.techniques.values(), key=lambda technique: technique.name.casefold())
    fits = len(conditions) * len(techniques) <= LARGEST_TABLE
    head = PageHead(
        say("Techniques by condition"), "matrix", "techniques",
        say("Which techniques have been studied for which conditions."),
        crumbs=((say("Techniques"), urls.TECHNIQUES),),
    )  # fmt: skip
    return head, {
        "title": head.title,
        **(_table(sheet, techniques, conditions) if fits else {}),
        "families": [] if fits else _families(sheet, techniques),
        "never": [] if fits else [sheet.link(c) for c in conditions if c.contraindications.forbids_all],
        "review": review_of_all(sheet, conditions, clinical=True, place="conditions/"),
    }


def _table(sheet: Sheet, techniques: list[Technique], conditions: list[Condition]) -> View:
    """Prepare a group of rows for each family, a column for each condition, and what the table can be narrowed by."""
    naming = _with_a_word_on(conditions)

    def row(technique: Technique) -> dict[str, Any]:
        cells = _cells(sheet, technique, {**naming.get("", {}), **naming.get(technique.id, {})})
        url = sheet.address("technique", technique.id) or ""
        return {"title": technique.name, "url": url, "cells": [cells.get(c.id, {}) for c in conditions]}

    groups = [
        {"id": family.value, "title": say(words.FAMILIES[family]), "rows": [row(technique) for technique in members]}
        for family, members in _by_family(techniques)
    ]
    columns = [
        {
            "title": condition.name,
            "url": sheet.address("condition", condition.id) or "",
            "regions": " ".join(region.value for region in condition.regions),
        }
        for condition in conditions
    ]
    return {"columns": columns, "groups": groups, "fields": _fields(groups, conditions)}


def _fields(groups: list[dict[str, Any]], conditions: list[Condition]) -> View:
    """Give the options of each field: only what some row, column or cell has."""
    present = {region for condition in conditions for region in condition.regions}
    marks = {cell["mark"] for group in groups for row in group["rows"] for cell in row["cells"] if cell}
    return {
        "families": [{"value": group["id"], "title": group["title"]} for group in groups],
        "regions": [{"value": r.value, "title": say(words.REGIONS[r])} for r in Region if r in present],
        "grades": [
            {"value": letter, "title": say(words.GRADES[grade])}
            for grade, letter in GRADE_LETTERS.items()
            if grade.value in marks
        ],
    }


def _by_family(techniques: list[Technique]) -> Iterator[tuple[Family, list[Technique]]]:
    order = list(Family)
    ordered = sorted(techniques, key=lambda technique: order.index(technique.family))
    return ((family, list(members)) for family, members in groupby(ordered, key=lambda technique: technique.family))


def _families(sheet: Sheet, techniques: list[Technique]) -> list[dict[str, Any]]:
    """Prepare a list of techniques for each family, each with the conditions that have a word on it."""
    naming = _with_a_word_on(sheet.school.conditions.values())
    families = []
    for family, members in _by_family(techniques):
        items = [
            {
                "kind": "",
                "title": technique.name,
                "url": sheet.address("technique", technique.id) or "",
                "text": _named_cells(sheet, cells),
                "meta": [],
            }
            for technique in members
            if (cells := _cells(sheet, technique, naming.get(technique.id, {})))
        ]
        families.append({"id": f"family-{family.value}", "title": say(words.FAMILIES[family]), "items": items})
    return [family for family in families if family["items"]]


def _named_cells(sheet: Sheet, cells: Cells) -> Markup:
    named = sorted(((sheet.school.conditions[id].name, cell) for id, cell in cells.items()), key=lambda pair: pair[0])
    return Markup(", ").join(
        Markup(f'<a href="{escape(cell["url"])}">{escape(name)}</a> ({escape(_said(cell).lower())})')
        for name, cell in named
    )


def _said(cell: Mapping[str, Any]) -> str:
    return say("{grade}, with caution", grade=cell["words"]) if cell["caution"] else str(cell["words"])


def _with_a_word_on(conditions: Iterable[Condition]) -> dict[str, dict[str, Condition]]:
    """Give, for each technique's id, the conditions that use or forbid it; under "" those that forbid every one."""
    found: dict[str, dict[str, Condition]] = {}
    for condition in conditions:
        for use in condition.techniques:
            found.setdefault(use.technique, {})[condition.id] = condition
        for entry in condition.contraindications.absolute:
            for id in ("",) if entry.all_techniques else entry.techniques:
                found.setdefault(id, {})[condition.id] = condition
    return found


def _cells(sheet: Sheet, technique: Technique, naming: Mapping[str, Condition]) -> dict[str, dict[str, Any]]:
    """Give the cells of a technique that hold something.

    Only conditions that name the technique, or are named by it, are brought together with it: most pairs are empty,
    and looking into each of them grows with their product.
    """
    near = dict(naming)
    for entry in technique.contraindications.absolute:
        named = ((id, sheet.school.conditions.get(id)) for id in entry.conditions)
        near |= {id: condition for id, condition in named if condition is not None}
    cells = {id: _cell(sheet, technique, condition) for id, condition in near.items()}
    return {id: cell for id, cell in cells.items() if cell}


def _cell(sheet: Sheet, technique: Technique, condition: Condition) -> dict[str, Any]:
    pairing = pair(technique, condition)
    url = f"{sheet.address('condition', condition.id) or ''}#techniques"
    if pairing.is_forbidden:
        forbids = next(entry.statement for entry in pairing.objections if entry.level is Level.ABSOLUTE)
        reason = _labeled(forbids.text.plain, forbids.basis)
        return {"mark": "forbidden", "url": url, "words": say("Do not combine"), "title": reason, "caution": False}
    if pairing.use is None:
        return {}
    return {
        "mark": pairing.use.grade.value,
        "url": url,
        "words": say(words.GRADES[pairing.use.grade]),
        "title": _labeled(pairing.use.reason.plain, pairing.use.basis),
        "caution": pairing.needs_care,
    }


def _labeled(text: str, basis: Basis) -> str:
    """Give a text with the label of what it rests on, for places that hold no tags."""
    return say("{statement} ({basis})", statement=text, basis=say(words.BASES[basis])) if basis in words.BASES else text
