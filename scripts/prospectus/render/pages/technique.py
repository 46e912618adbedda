"""The page of a technique: when not to use it, how it is done, and what may honestly be said about it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import say
from prospectus.model.technique import Technique
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.figures import FIGURES
from prospectus.render.page import PageHead, View, page_job, review_strip
from prospectus.render.pages.pair_rows import condition_row
from prospectus.render.pages.record_parts import (
    claim_rows,
    course_links,
    evidence_view,
    other_names,
    record_differs,
)
from prospectus.render.pages.safety_lists import contraindication_columns
from prospectus.render.pages.technique_comparison import technique_comparison_with
from prospectus.render.paper.sheets import sheet_path
from prospectus.render.reads import reads_of
from prospectus.render.sheet import Sheet


def technique_jobs(desk: Desk) -> Iterator[Job]:
    """Yield one page for each published technique."""
    for technique in desk.school.techniques.values():
        reads = partial(reads_of, desk.school, technique)
        address = f"{urls.TECHNIQUES}{technique.id}/"
        yield page_job(desk, address, "technique.md.j2", reads, partial(_prepare, technique=technique), technique.file)


def _prepare(sheet: Sheet, technique: Technique) -> tuple[PageHead, View]:
    head = PageHead(
        title=technique.name,
        kind="technique",
        section="techniques",
        description=technique.summary.plain,
        crumbs=((say("Techniques"), urls.TECHNIQUES),),
    )
    view = {
        **_opening(sheet, technique),
        **_use(sheet, technique),
        **_evidence(sheet, technique),
        **_learning(sheet, technique),
        "differs": record_differs(sheet, technique.disagreements),
        "side_by_side": technique_comparison_with(sheet, technique),
        "paper": {"title": say("Print this as a sheet (PDF)"), "url": sheet.to(sheet_path(technique))},
        "review": review_strip(sheet, technique, clinical=True),
    }
    return head, {**view, "jump": _jump(view)}


def _opening(sheet: Sheet, technique: Technique) -> dict[str, Any]:
    return {
        "title": sheet.name(technique),
        "also_called": other_names(technique.also_called),
        "lead": {"text": sheet.line(technique.summary), "refs": sheet.refs(technique.definition.sources)},
        "facts": _facts(sheet, technique),
        "figure": FIGURES["stroke_large"](technique.notation.value),
    }


def _use(sheet: Sheet, technique: Technique) -> dict[str, Any]:
    return {
        "not_when": contraindication_columns(sheet, technique),
        "cautions": sheet.says((*technique.cautions, *technique.safety_notes)),
        "definition": sheet.said(technique.definition),
        "picture": sheet.picture(technique.picture),
        "history": sheet.said(technique.history) if technique.history else "",
        "strokes": sheet.says(technique.strokes),
        "method": _method(sheet, technique),
        "pressure": _pressure(technique),
    }


def _evidence(sheet: Sheet, technique: Technique) -> dict[str, Any]:
    return {
        "evidence": evidence_view(sheet, technique.evidence),
        "effects": [
            sheet.row(effect, grade=effect.grade.value if effect.grade else "") for effect in technique.effects
        ],
        "not_shown": sheet.says(technique.not_shown),
        "adverse_events": sheet.says(technique.adverse_events),
        "claims": claim_rows(sheet, "technique", technique.id),
        "indications": sheet.says(technique.indications),
        "conditions": [
            condition_row(sheet, technique, condition, use)
            for condition, use in sheet.school.conditions_using(technique.id)
        ],
    }


def _learning(sheet: Sheet, technique: Technique) -> dict[str, Any]:
    return {
        "training": sheet.says(technique.training),
        "requirements": sheet.links("requirement", technique.training_requirements),
        "courses": course_links(sheet, "technique", technique.id),
        "mistakes": [sheet.line(mistake) for mistake in technique.mistakes],
        "self_check": [
            {"question": sheet.line(check.question), "answer": sheet.line(check.answer)}
            for check in technique.self_check
        ],
    }


def _facts(sheet: Sheet, technique: Technique) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = [{"label": say("Family"), "text": say(words.FAMILIES[technique.family])}]
    if technique.roles:
        used_by = Markup(", ").join(
            Markup("{}{}").format(say(words.ROLES[use.role]), sheet.raised(use.sources)) for use in technique.roles
        )
        facts.append({"label": say("Used in"), "text": used_by})
    courses = sheet.school.courses_teaching("technique", technique.id) if sheet.sections.programs else ()
    if courses:
        taught_in = Markup(", ").join(sheet.link(course, course.code) for course in courses[:2])
        facts.append({"label": say("Taught in"), "text": taught_in})
    return facts


def _pressure(technique: Technique) -> dict[str, Any]:
    lowest, highest = technique.pressure.lowest, technique.pressure.highest
    title = (
        say("Pressure: level {level} of 5", level=lowest)
        if lowest == highest
        else say("Pressure: level {lowest} to {highest} of 5", lowest=lowest, highest=highest)
    )
    return {"lowest": lowest, "highest": highest, "title": title}


def _method(sheet: Sheet, technique: Technique) -> dict[str, Any]:
    method = technique.method
    return {
        "steps": [{"title": step.name, "text": sheet.line(step.text)} for step in method.steps],
        "facts": [
            {"label": label, "text": sheet.line(text), "refs": [], "basis": "sourced"}
            for label, text in (
                (say("Position"), method.position),
                (say("Draping"), method.draping),
                (say("Pace"), method.pace),
                (say("Time"), method.duration),
                (say("Tools"), method.tools),
            )
        ],
        "ask": [sheet.line(question) for question in method.feedback],
        "basis": method.basis.value,
        "refs": sheet.refs(method.sources),
    }


def _jump(view: dict[str, Any]) -> list[dict[str, str]]:
    sections = [
        ("not", say("When not to use it")),
        ("how", say("How it is done")),
        ("pressure", say("Pressure")),
        ("say", say("What may be said about it")),
        *([("conditions", say("Conditions"))] if view["conditions"] else []),
        ("learn", say("Learning it")),
        ("sources", say("Sources")),
    ]
    return [{"id": id, "title": title} for id, title in sections]
