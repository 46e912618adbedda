"""The page of a condition: danger signs first, then whether massage can help, and when it must wait."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.language import mark, say
from prospectus.model.condition import AdaptationTopic, Condition
from prospectus.model.publication import held_back_conditions
from prospectus.model.safety import Urgency
from prospectus.model.school import School
from prospectus.model.statement import Region
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.figures import FIGURES
from prospectus.render.page import PageHead, View, page_job, review_strip
from prospectus.render.pages.pair_rows import technique_row
from prospectus.render.pages.record_parts import (
    claim_rows,
    course_links,
    evidence_view,
    other_names,
    record_differs,
)
from prospectus.render.pages.safety_lists import contraindication_columns
from prospectus.render.paper.sheets import sheet_path
from prospectus.render.reads import reads_of
from prospectus.render.sheet import Sheet

FRONT_REGIONS = frozenset({Region.KNEE, Region.THIGH})
"""Regions that the masthead shows from the front; all others are easier to see on the back."""
ADAPTATIONS: dict[AdaptationTopic, str] = {
    AdaptationTopic.PRESSURE: mark("Pressure"),
    AdaptationTopic.POSITION: mark("Position"),
    AdaptationTopic.LENGTH: mark("Length"),
    AdaptationTopic.SITE: mark("Site"),
    AdaptationTopic.PACE: mark("Pace"),
    AdaptationTopic.GOAL: mark("Goal"),
}


def condition_jobs(desk: Desk) -> Iterator[Job]:
    """Yield one page for each published condition."""
    for condition in desk.school.conditions.values():
        reads = partial(reads_of, desk.school, condition)
        address = f"{urls.CONDITIONS}{condition.id}/"
        yield page_job(desk, address, "condition.md.j2", reads, partial(_prepare, condition=condition), condition.file)


def waiting_condition_jobs(desk: Desk, whole_school: School) -> Iterator[Job]:
    """Yield a short page for each condition that waits for a clinician, so that its address still answers."""
    for condition in held_back_conditions(whole_school, desk.context.as_of):
        address = f"{urls.CONDITIONS}{condition.id}/"
        prepare = partial(_prepare_waiting, condition=condition)
        yield page_job(desk, address, "waiting.md.j2", frozenset({condition.key}), prepare, condition.file)


def _prepare_waiting(sheet: Sheet, condition: Condition) -> tuple[PageHead, View]:
    head = PageHead(
        condition.name, "waiting", "conditions", crumbs=((say("Conditions"), urls.CONDITIONS),), listed=False
    )
    return head, {
        "title": sheet.name(condition),
        "screening": sheet.to(urls.SCREENING) if sheet.has(urls.SCREENING) else "",
        "conditions": sheet.to(urls.CONDITIONS),
        "review": "",
    }


def _prepare(sheet: Sheet, condition: Condition) -> tuple[PageHead, View]:
    head = PageHead(
        title=condition.name,
        kind="condition",
        section="conditions",
        description=condition.summary.plain,
        crumbs=((say("Conditions"), urls.CONDITIONS),),
    )
    return head, {
        **_opening(sheet, condition),
        **_help(sheet, condition),
        **_session_view(sheet, condition),
        **_study(sheet, condition),
        "paper": {"title": say("Print this as one sheet (PDF)"), "url": sheet.to(sheet_path(condition))},
        "review": review_strip(sheet, condition, clinical=True),
    }


def _opening(sheet: Sheet, condition: Condition) -> dict[str, Any]:
    return {
        "title": sheet.name(condition),
        "also_called": other_names((*condition.also_called, *condition.everyday_words)),
        "lead": {"text": sheet.line(condition.summary), "refs": sheet.refs(condition.definition.sources)},
        "facts": _facts(condition),
        "figure": _locator(condition),
        "danger": {
            urgency.value: sheet.says(flag for flag in condition.red_flags if flag.urgency is urgency)
            for urgency in Urgency
        },
        "emergency_number": sheet.school.profile.emergency_number if sheet.school.profile is not None else "911",
        "screening": sheet.to(urls.SCREENING) if sheet.has(urls.SCREENING) else "",
    }


def _help(sheet: Sheet, condition: Condition) -> dict[str, Any]:
    return {
        "definition": sheet.said(condition.definition),
        "picture": sheet.picture(condition.picture),
        "how_common": sheet.said(condition.how_common) if condition.how_common else "",
        "course": sheet.said(condition.course) if condition.course else "",
        "evidence": evidence_view(sheet, condition.evidence),
        "not_shown": sheet.says(condition.not_shown),
        "claims": claim_rows(sheet, "condition", condition.id),
        "not_when": contraindication_columns(sheet, condition),
    }


def _session_view(sheet: Sheet, condition: Condition) -> dict[str, Any]:
    return {
        "precautions": sheet.says(condition.precautions),
        "medications": sheet.says(condition.medications),
        "session": _session(sheet, condition),
        "techniques": [
            row for use in condition.techniques if (row := technique_row(sheet, condition, use)) is not None
        ],
        "empty_techniques": _without_techniques(condition),
        "questions": sheet.says(condition.questions),
        "self_care": sheet.says(condition.self_care),
        "stop": sheet.says(condition.stop_and_refer),
    }


def _study(sheet: Sheet, condition: Condition) -> dict[str, Any]:
    return {
        "codes": _codes(sheet, condition),
        "courses": course_links(sheet, "condition", condition.id),
        "related": [
            {"title": other.name, "url": sheet.address("condition", id) or "", "note": ""}
            for id in condition.related
            if (other := sheet.school.conditions.get(id)) is not None
        ],
        "differs": record_differs(sheet, condition.disagreements),
        "named_by": _named_by(sheet, condition),
    }


def _named_by(sheet: Sheet, condition: Condition) -> str:
    """Say which articles name the condition, and with which way of working; "" for none."""
    numbers = sheet.raised(condition.named_by)
    roles = words.listing([say(words.ROLES[role]).lower() for role in condition.roles])
    if not numbers:
        return ""
    if not roles:
        return say("Named in the articles this site compares{numbers}.", numbers=numbers)
    return say("Named in the articles this site compares{numbers}, with {roles}.", numbers=numbers, roles=roles)


def _without_techniques(condition: Condition) -> str:
    """Say why no technique is listed: nothing at all may be given, or nobody has looked at it."""
    if condition.contraindications.forbids_all:
        return say("None. No massage of any kind is given.")
    return say("Not reviewed. No technique is recommended here.")


def _facts(condition: Condition) -> list[dict[str, str]]:
    regions = words.listing([say(words.REGIONS[region]) for region in condition.regions])
    facts = [{"label": say("Region"), "text": regions}] if regions else []
    return [*facts, {"label": say("Massage"), "text": say(words.GRADES[condition.evidence.grade])}]


def _locator(condition: Condition) -> object:
    if not condition.regions:
        return ""
    view = "front" if FRONT_REGIONS.issuperset(condition.regions) else "back"
    names = words.listing([say(words.REGIONS[region]).lower() for region in condition.regions])
    label = (
        say("Front of a body with this region marked: {regions}", regions=names)
        if view == "front"
        else say("Back of a body with this region marked: {regions}", regions=names)
    )
    return FIGURES["locator"]("where", [region.value for region in condition.regions], label, view)


def _session(sheet: Sheet, condition: Condition) -> list[dict[str, object]]:
    rows = [sheet.row(adaptation, label=say(ADAPTATIONS[adaptation.topic])) for adaptation in condition.adaptations]
    if condition.pressure_limit is not None:
        level = say("Level {level} of 5", level=condition.pressure_limit)
        rows.insert(0, {"text": level, "refs": [], "basis": "sourced", "label": say("Deepest pressure")})
    return rows


def _codes(sheet: Sheet, condition: Condition) -> list[list[object]]:
    icd: list[list[object]] = [["ICD-10-CM", code.code, code.description] for code in condition.codes.icd10cm]
    mesh: list[list[object]] = [["MeSH", heading.id, heading.heading] for heading in condition.codes.mesh]
    sheet.refs(source for code in condition.codes.icd10cm for source in code.sources)
    return [*icd, *mesh]
