"""Exams for a license: the newest outline with its weights, what courses prepare for it, older outlines, facts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import say, say_count
from prospectus.model.course import Course
from prospectus.model.exam import Exam, ExamOutline
from prospectus.model.program import Program
from prospectus.reckoning.coverage import Coverage, coverage_of
from prospectus.reckoning.licensing import license_programs
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages import license_words
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet


def exam_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page of all exams, unless licensing is off or there are none."""
    if urls.is_open(urls.EXAMS, desk.sections) and desk.school.exams:
        reads = every(desk.school, "exam", "course", "program", "source")
        yield page_job(desk, urls.EXAMS, "exams.md.j2", reads, _exams, "content/exams.yml")


def _exams(sheet: Sheet) -> tuple[PageHead, View]:
    exams = list(sheet.school.exams.values())
    head = PageHead(
        say("Exams for a license"), "exams", "programs",
        say("What the exams ask, and which courses prepare for it."),
        ((say("Licensing"), urls.LICENSING),),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "jump": _jump(exams),
        "exams": [_exam(sheet, exam) for exam in exams],
        "review": review_of_all(sheet, exams, clinical=False),
    }


def _jump(exams: list[Exam]) -> list[dict[str, str]]:
    """Name the exams or, where there is one, its parts."""
    if len(exams) > 1:
        return [{"id": urls.anchor_of("exam", exam.id), "title": exam.name} for exam in exams]
    parts = (
        ("asks", say("What it asks"), True),
        ("sitting", say("Sitting it"), bool(exams[0].facts)),
        ("older", say("Older outlines"), len(exams[0].outlines) > 1),
    )
    id = urls.anchor_of("exam", exams[0].id)
    return [{"id": f"{id}-{part}", "title": title} for part, title, is_shown in parts if is_shown]


def _exam(sheet: Sheet, exam: Exam) -> dict[str, Any]:
    courses = list(sheet.school.courses.values()) if sheet.has(urls.PROGRAMS) else []
    return {
        "id": urls.anchor_of("exam", exam.id),
        "name": exam.name,
        "full_name": exam.full_name,
        "owner": exam.owner,
        "summary": sheet.line(exam.summary),
        "read": words.short_date(exam.as_of),
        "outline": _outline(sheet, exam.outline),
        "coverage": _coverage(sheet, exam, courses),
        "older": [_outline(sheet, outline) for outline in exam.outlines if outline is not exam.outline],
        "facts": [
            {
                "label": fact.name,
                "text": sheet.line(fact.text),
                "refs": sheet.refs(fact.sources),
                "basis": "sourced",
                "dated": fact.page_date or "",
            }
            for fact in exam.facts
        ],
    }


def _outline(sheet: Sheet, outline: ExamOutline) -> dict[str, Any]:
    return {
        "name": outline.name,
        "as_of": outline.as_of,
        "official": outline.official,
        "areas": [
            {
                "name": area.name,
                "percent": say("{number} percent", number=words.number(area.percent))
                if area.percent is not None
                else say("Not seen"),
                "amount": area.percent or Decimal(0),
                "note": area.note or "",
            }
            for area in outline.areas
        ],
        "scale": max((area.percent or Decimal(0) for area in outline.areas), default=Decimal(1)) or Decimal(1),
        "sum": license_words.weights_in_words(outline),
        "note": sheet.line(outline.note) if outline.note is not None else "",
        "refs": sheet.refs(outline.sources),
    }


def _coverage(sheet: Sheet, exam: Exam, courses: list[Course]) -> dict[str, Any]:
    coverage = coverage_of(exam, courses)
    if not coverage.courses:
        return {}
    return {
        "courses": [
            {"code": course.code, "name": course.name, "url": sheet.address("course", course.id) or ""}
            for course in coverage.courses
        ],
        "rows": [
            {
                "name": row.area.name,
                "cells": [course in row.courses for course in coverage.courses],
                "total": say_count(len(row.courses), "{count} course", "{count} courses")
                if row.courses
                else say("A gap: no course"),
            }
            for row in coverage.areas
        ],
        "said": [_program_gaps(sheet, exam, program) for program in license_programs(sheet.school)],
    }


def _program_gaps(sheet: Sheet, exam: Exam, program: Program) -> str:
    own = [sheet.school.courses[id] for id in program.courses if id in sheet.school.courses]
    return _gaps_in_words(sheet.link(program), coverage_of(exam, own))


def _gaps_in_words(program: Markup, coverage: Coverage) -> str:
    if not coverage.gaps:
        amount = len(coverage.areas)
        return say_count(
            amount,
            "{program} names courses for all {number} area.",
            "{program} names courses for all {number} areas.",
            program=program,
            number=words.in_words(amount),
        )
    names = words.listing([area.name for area in coverage.gaps])
    return say("{program} has a gap: no course of it names {areas}.", program=program, areas=names)
