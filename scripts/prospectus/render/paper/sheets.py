"""Sheets for the treatment room and the class: conditions, techniques, the screening list, the comparison.

A condition's sheet fits one page and begins with its danger signs. Sources stand on the site, and the sheet says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.model.comparison import Comparison
from prospectus.model.condition import Condition
from prospectus.model.record import Record
from prospectus.model.safety import Element, Level, Screening, Urgency
from prospectus.model.technique import Technique
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.escape import escape_typst
from prospectus.render.paper.sheet import PaperSheet
from prospectus.render.paper.typesetting import Imprint, View, document_job
from prospectus.render.reads import every, reads_of
from prospectus.render.sheet import Backed

URGENCIES = (
    (Urgency.EMERGENCY, "Get emergency help now", "Do not massage. Call {} or go to an emergency department."),
    (Urgency.CLINICIAN, "See a clinician before massage", "No session until a clinician has looked."),
    (Urgency.MENTION, "Mention at your visit", "The therapist changes the plan, or asks you to check first."),
)
LEVELS = (
    (Level.ABSOLUTE, "Never"),
    (Level.LOCAL, "Not on this area"),
    (Level.CLEARANCE, "Only with clearance"),
)
COMPARISON_SHEET = "compare/sheet.pdf"
SCREENING_SHEET = "screening/sheet.pdf"


def sheet_path(record: Technique | Condition) -> str:
    """Give the address of a technique's or condition's sheet."""
    folder = urls.TECHNIQUES if isinstance(record, Technique) else urls.CONDITIONS
    return f"{folder}{record.id}/sheet.pdf"


def sheet_documents(desk: Desk) -> Iterator[Job]:
    """Yield the sheet of every condition and technique, the screening list and the short comparison."""
    school = desk.school
    for condition in school.conditions.values():
        prepare = partial(_condition, condition=condition)
        yield _job(desk, sheet_path(condition), "condition_sheet.typ.j2", condition, prepare)
    for technique in school.techniques.values():
        yield _job(
            desk, sheet_path(technique), "technique_sheet.typ.j2", technique, partial(_technique, technique=technique)
        )
    if school.screening is not None and urls.is_open(urls.SCREENING, desk.sections):
        prepare_list = partial(_screening, screening=school.screening)
        yield _job(desk, SCREENING_SHEET, "screening_sheet.typ.j2", school.screening, prepare_list)
    if school.comparison is not None and urls.is_open(urls.COMPARE, desk.sections):
        prepare_table = partial(_comparison, comparison=school.comparison)
        yield _job(desk, COMPARISON_SHEET, "comparison_sheet.typ.j2", school.comparison, prepare_table)


def _job(desk: Desk, path: str, template: str, record: Record, prepare: Any) -> Job:
    reads = partial(_reads, desk, record)
    return document_job(desk, path, template, reads, prepare, record.file)


def _reads(desk: Desk, record: Record) -> frozenset[str]:
    return reads_of(desk.school, record) | every(desk.school, "standing-rule")


def _imprint(sheet: PaperSheet, title: str, record: Record, *, clinical: bool = True) -> Imprint:
    """Say at the foot how far the record is checked; a printed sheet travels without its page."""
    state = words.review_state(record.review, record.review.reviewed_on, clinical=clinical)
    dated = f"As of {words.short_date(record.review.reviewed_on)}. {state}"
    return Imprint(title, record.review.reviewed_on, f"{title}. {dated.replace('this page', 'this sheet')}")


def _condition(sheet: PaperSheet, condition: Condition) -> tuple[Imprint, View]:
    return _imprint(sheet, condition.name, condition), {
        "title": condition.name,
        "summary": sheet.line(condition.summary),
        "grade": words.GRADES[condition.evidence.grade],
        "says": sheet.line(condition.evidence.says),
        "danger": _danger(sheet, condition),
        "never": _columns(sheet, condition),
        "limit": f"Level {condition.pressure_limit} of 5" if condition.pressure_limit else "",
        "adaptations": [
            {"label": words.sentence_case(entry.topic.value), "text": _said(sheet, entry)}
            for entry in condition.adaptations
        ],
        "techniques": [
            {"name": technique.name, "grade": words.GRADES[use.grade].lower()}
            for use in condition.techniques
            if (technique := sheet.school.techniques.get(use.technique)) is not None
        ],
        "questions": [_said(sheet, entry) for entry in condition.questions],
        "stop": [_said(sheet, entry) for entry in condition.stop_and_refer],
        "page": sheet.page(f"{urls.CONDITIONS}{condition.id}/"),
    }


def _danger(sheet: PaperSheet, condition: Condition) -> list[dict[str, Any]]:
    number = sheet.school.profile.emergency_number if sheet.school.profile is not None else "911"
    looked = bool(condition.red_flags)
    return [
        {
            "level": urgency.value,
            "title": title,
            "do": do.format(number),
            "signs": [_said(sheet, flag) for flag in condition.red_flags if flag.urgency is urgency],
            "none": "None recorded" if looked else "Not reviewed",
        }
        for urgency, title, do in URGENCIES
    ]


def _columns(sheet: PaperSheet, record: Technique | Condition) -> list[dict[str, Any]]:
    own = record.contraindications
    lists = {Level.ABSOLUTE: own.absolute, Level.LOCAL: own.local, Level.CLEARANCE: own.clearance}
    rules = [rule for id in record.standing_rules if (rule := sheet.school.standing_rules.get(id)) is not None]
    return [
        {
            "title": title,
            "items": [
                *(_said(sheet, entry) for entry in lists[level]),
                *(_said(sheet, rule) for rule in rules if rule.level is level),
            ],
        }
        for level, title in LEVELS
    ]


def _said(sheet: PaperSheet, statement: Backed) -> Markup:
    """Give a statement, with what it limits before it and what it rests on behind it where no source carries it."""
    element = getattr(statement, "element", Element.ANY)
    head = f"{words.ELEMENTS[element]}. " if element is not Element.ANY else ""
    basis = words.BASES.get(statement.basis, "")
    foot = Markup(f" #small[{escape_typst(f'({basis})')}]") if basis else Markup("")
    return Markup(f"{escape_typst(head) if head else ''}{sheet.line(statement.text)}{foot}")


def _technique(sheet: PaperSheet, technique: Technique) -> tuple[Imprint, View]:
    method = technique.method
    return _imprint(sheet, technique.name, technique), {
        "title": technique.name,
        "summary": sheet.line(technique.summary),
        "grade": words.GRADES[technique.evidence.grade],
        "says": sheet.line(technique.evidence.says),
        "never": _columns(sheet, technique),
        "pressure": _pressure(technique),
        "position": sheet.line(method.position),
        "draping": sheet.line(method.draping),
        "pace": sheet.line(method.pace),
        "duration": sheet.line(method.duration),
        "tools": sheet.line(method.tools),
        "steps": [{"name": step.name, "text": sheet.line(step.text)} for step in method.steps],
        "feedback": _lines(sheet, method.feedback),
        "mistakes": _lines(sheet, technique.mistakes),
        "cautions": [_said(sheet, entry) for entry in technique.cautions],
        "page": sheet.page(f"{urls.TECHNIQUES}{technique.id}/"),
    }


def _pressure(technique: Technique) -> str:
    lowest, highest = technique.pressure.lowest, technique.pressure.highest
    return f"Level {lowest} of 5" if lowest == highest else f"Levels {lowest} to {highest} of 5"


def _lines(sheet: PaperSheet, texts: Iterable[Any]) -> list[Markup]:
    return [sheet.line(text) for text in texts]


def _screening(sheet: PaperSheet, screening: Screening) -> tuple[Imprint, View]:
    title = "The questions before every session"
    return _imprint(sheet, title, screening), {
        "title": title,
        "summary": screening.summary,
        "groups": [
            {
                "name": group.name,
                "action": group.action,
                "questions": [entry.question for entry in group.questions],
            }
            for group in screening.groups
        ],
        "page": sheet.page(urls.SCREENING),
    }


def _comparison(sheet: PaperSheet, comparison: Comparison) -> tuple[Imprint, View]:
    rows = sorted((aspect for aspect in comparison.aspects if aspect.short_row), key=lambda a: a.short_row or 0)
    return _imprint(sheet, comparison.title, comparison, clinical=False), {
        "title": comparison.title,
        "lead": sheet.line(comparison.lead),
        "head": ["", comparison.medical.name, comparison.relaxation.name],
        "rows": [[aspect.name, aspect.medical.short or "", aspect.relaxation.short or ""] for aspect in rows],
        "page": sheet.page(urls.COMPARE),
    }
