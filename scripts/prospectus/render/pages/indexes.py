"""The index pages of techniques and of conditions, the second with its body map."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import say, say_count
from prospectus.model.condition import Condition
from prospectus.model.pairing import pair
from prospectus.model.statement import Region
from prospectus.model.technique import Family, Technique
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.figures import FIGURES
from prospectus.render.page import PageHead, View, grade_chip, page_job, pressure_pips, review_of_all
from prospectus.render.pages.finder_box import finder_box
from prospectus.render.pages.record_parts import other_names
from prospectus.render.pages.technique_comparison import technique_comparison_with
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

TECHNIQUES_NAMED = 40
"""Techniques that a region names one by one; above it the finder lists them, where they can be narrowed further."""


def index_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the index of techniques and the index of conditions."""
    yield page_job(
        desk,
        urls.TECHNIQUES,
        "techniques.md.j2",
        every(desk.school, "technique"),
        _techniques,
        "techniques/",
        marks_terms=False,
    )
    conditions = every(desk.school, "condition", "technique", "presentation", "screening")
    yield page_job(desk, urls.CONDITIONS, "conditions.md.j2", conditions, _conditions, "conditions/", marks_terms=False)


def _techniques(sheet: Sheet) -> tuple[PageHead, View]:
    techniques = sorted(sheet.school.techniques.values(), key=lambda t: (list(Family).index(t.family), t.name))
    groups = [
        {
            "id": family.value,
            "title": say(words.FAMILIES[family]),
            "items": [_technique_item(sheet, technique) for technique in members],
        }
        for family, members in groupby(techniques, key=lambda technique: technique.family)
    ]
    head = PageHead(
        say("Techniques"),
        "index",
        "techniques",
        say("Massage techniques: how each is done, when not to use it, what is known."),
    )
    lead = say_count(
        len(techniques),
        "{count} technique, with its steps, its limits and what research says. When not to use it comes first.",
        "{count} techniques, each with its steps, its limits and what research says. When not to use it comes first.",
    )
    return head, {
        "title": head.title,
        "lead": lead,
        "find": finder_box(sheet, "technique", say("Search the techniques")),
        "groups": groups,
        "side_by_side": technique_comparison_with(sheet),
        "matrix": _way_to_matrix(sheet),
        "review": review_of_all(sheet, techniques, clinical=True, place="techniques/"),
    }


def _technique_item(sheet: Sheet, technique: Technique) -> dict[str, Any]:
    return {
        "kind": "",
        "title": technique.name,
        "url": sheet.address("technique", technique.id) or "",
        "text": sheet.line(technique.summary) + _other_names(technique.also_called),
        "meta": [
            grade_chip(technique.evidence.grade.value),
            pressure_pips(technique.pressure.lowest, technique.pressure.highest),
        ],
    }


def _other_names(names: tuple[str, ...]) -> Markup:
    if not names:
        return Markup("")
    return Markup('<br><span class="quiet">{}</span>').format(other_names(names))


def _conditions(sheet: Sheet) -> tuple[PageHead, View]:
    conditions = sorted(sheet.school.conditions.values(), key=lambda condition: condition.name.casefold())
    items = [
        {
            "kind": "",
            "title": condition.name,
            "url": sheet.address("condition", condition.id) or "",
            "text": sheet.line(condition.summary) + _other_names(condition.also_called),
            "meta": [grade_chip(condition.evidence.grade.value)],
        }
        for condition in conditions
    ]
    by_region = [_region(sheet, region, conditions) for region in Region if region is not Region.WHOLE_BODY]
    head = PageHead(
        say("Conditions"),
        "index",
        "conditions",
        say("When massage may help a condition, when it must wait, and what to ask first."),
    )
    lead = say_count(
        len(items),
        "{count} condition. Its page opens with the signs that need a clinician.",
        "{count} conditions. Each page opens with the signs that need a clinician.",
    )
    return head, {
        "title": head.title,
        "lead": lead,
        "find": finder_box(sheet, "condition", say("Search the conditions")),
        "items": items,
        "regions": [region for region in by_region if region["items"]],
        "presentations": _presentations(sheet),
        "screening": sheet.to(urls.SCREENING) if sheet.has_filled(urls.SCREENING) else "",
        "matrix": _way_to_matrix(sheet),
        "map": body_map(sheet, "map"),
        "map_items": region_items(sheet),
        "review": review_of_all(sheet, conditions, clinical=True, place="conditions/"),
    }


def _way_to_matrix(sheet: Sheet) -> str:
    return sheet.to(urls.MATRIX) if sheet.has(urls.MATRIX) else ""


def region_anchor(region: Region) -> str:
    """Give the anchor of a region on the page of conditions."""
    return f"region-{region.value}"


def _in_region(conditions: list[Condition], region: Region) -> list[Condition]:
    return [condition for condition in conditions if region in condition.regions]


def _region(sheet: Sheet, region: Region, conditions: list[Condition]) -> dict[str, Any]:
    found = _in_region(conditions, region)
    return {
        "id": region_anchor(region),
        "title": say(words.REGIONS[region]),
        "items": [
            {"title": condition.name, "url": sheet.address("condition", condition.id) or "", "note": ""}
            for condition in found
        ],
        **_techniques_for(sheet, region, found),
    }


def _techniques_for(sheet: Sheet, region: Region, conditions: list[Condition]) -> dict[str, Any]:
    """Prepare the techniques that conditions of a region recommend; where they are many, the way to find them."""
    uses = ((use.technique, condition) for condition in conditions for use in condition.techniques)
    recommended = {
        technique.name: technique
        for id, condition in uses
        if (technique := sheet.school.techniques.get(id)) and not pair(technique, condition).is_forbidden
    }
    many = len(recommended) > TECHNIQUES_NAMED
    named = [sheet.link(technique) for _, technique in sorted(recommended.items())]
    find = f"{sheet.to(urls.FIND)}?kind=technique&region={region.value}"
    count = say_count(len(recommended), "{count} technique for this region", "{count} techniques for this region")
    return {"techniques": [] if many else named, "find": {"url": find, "title": count} if many else {}}


def region_items(sheet: Sheet) -> list[dict[str, Any]]:
    """Prepare the list beside the body map: each region, its count, and the way to its conditions."""
    conditions = list(sheet.school.conditions.values())
    return [
        {
            "key": region.value,
            "title": say(words.REGIONS[region]),
            "url": sheet.to(f"{urls.CONDITIONS}#{region_anchor(region)}"),
            "count": len(found),
        }
        for region in Region
        if region is not Region.WHOLE_BODY and (found := _in_region(conditions, region))
    ]


def body_map(sheet: Sheet, uid: str) -> Markup:
    """Draw the body map with a link for each region that has conditions."""
    regions = [
        (item["key"], item["title"], item["url"], say_count(item["count"], "{count} condition", "{count} conditions"))
        for item in region_items(sheet)
    ]
    return Markup(FIGURES["body_map"](uid, regions))


def _presentations(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "id": urls.anchor_of("presentation", presentation.id),
            "name": presentation.name,
            "text": sheet.line(presentation.note),
            "refs": sheet.refs(presentation.sources),
            "links": sheet.links("condition", presentation.leads_to),
        }
        for presentation in sorted(sheet.school.presentations.values(), key=lambda entry: entry.name.casefold())
    ]
