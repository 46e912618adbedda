"""The home page: promise, next start date, three ways in, body map, the two roles, programs, what is known."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.language import mark, say
from prospectus.model.evidence import Grade
from prospectus.model.profile import SchoolProfile
from prospectus.model.statement import Role
from prospectus.render import urls
from prospectus.render.desk import Desk
from prospectus.render.figures import FIGURES
from prospectus.render.page import PageHead, View, page_job, review_strip
from prospectus.render.pages.finder_box import finder_box
from prospectus.render.pages.indexes import body_map, region_items
from prospectus.render.pages.next_step import next_groups, next_start, visit
from prospectus.render.pages.programs import by_size, program_row
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

WAYS_IN = (
    (
        mark("I want to study"),
        mark("What you learn, what it costs, and what a license takes."),
        (
            (mark("Programs and start dates"), urls.PROGRAMS),
            (mark("How to become licensed"), urls.LICENSE),
            (mark("Careers and settings"), urls.CAREERS),
        ),
    ),
    (
        mark("I have a pain or a condition"),
        mark("When massage may help, when it must wait, and what to ask first."),
        (
            (mark("Conditions, from A to Z"), urls.CONDITIONS),
            (mark("Find it on the body map"), f"{urls.CONDITIONS}#body"),
            (mark("The questions before every session"), urls.SCREENING),
        ),
    ),
    (
        mark("I want to understand massage"),
        mark("Each technique step by step, with the evidence beside it."),
        (
            (mark("Techniques"), urls.TECHNIQUES),
            (mark("Techniques by condition"), urls.MATRIX),
            (mark("Claims we checked"), urls.CLAIMS),
        ),
    ),
)


def home_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the home page."""
    profile = desk.school.profile
    if profile is not None:
        reads = every(desk.school, "profile", "program", "course", "cohort", "condition", "comparison", "catalog")
        reads |= every(desk.school, "license-path", "screening")
        prepare = partial(_prepare, profile=profile)
        yield page_job(desk, urls.HOME, "home.md.j2", reads, prepare, profile.file, marks_terms=False)


def _prepare(sheet: Sheet, profile: SchoolProfile) -> tuple[PageHead, View]:
    head = PageHead(profile.name, "home", "home", profile.brand.lead.plain)
    programs = by_size(sheet) if sheet.has(urls.PROGRAMS) else []
    return head, {
        "title": profile.brand.promise,
        "lead": sheet.line(profile.brand.lead),
        "actions": _actions(sheet),
        "figure": FIGURES["hero"]("hero"),
        "picture": sheet.picture(profile.brand.picture),
        "next_start": next_start(sheet) if sheet.has(urls.PROGRAMS) else {},
        "find": finder_box(sheet),
        "ways": ways_in(sheet),
        "map": body_map(sheet, "home"),
        "regions": region_items(sheet),
        "roles": _roles(sheet),
        "compare": sheet.to(urls.COMPARE) if sheet.has_filled(urls.COMPARE) else "",
        "programs": [program_row(sheet, program) for program in programs],
        "scale": max((program.hours for program in programs), default=Decimal(1)),
        "next": next_groups(sheet) if sheet.has(urls.PROGRAMS) else {},
        "visit": visit(sheet, profile),
        "tally": _tally(sheet),
        "tally_scale": max((row["count"] for row in _tally(sheet)), default=1) or 1,
        "evidence": sheet.to(urls.EVIDENCE),
        "review": review_strip(sheet, profile, clinical=False),
    }


def _actions(sheet: Sheet) -> list[dict[str, str]]:
    if sheet.has(urls.PROGRAMS):
        first = {"title": say("See programs and start dates"), "url": sheet.to(urls.PROGRAMS)}
    else:
        first = {"title": say("See the conditions"), "url": sheet.to(urls.CONDITIONS)}
    return [first, {"title": say("Read about techniques"), "url": sheet.to(urls.TECHNIQUES)}]


def ways_in(sheet: Sheet) -> list[dict[str, Any]]:
    """Prepare the three ways in; a link into a part of the site that is off is left out."""
    return [
        {
            "title": say(title),
            "text": say(text),
            "links": [{"title": say(name), "url": sheet.to(page)} for name, page in links if _exists(sheet, page)],
        }
        for title, text, links in WAYS_IN
    ]


def _exists(sheet: Sheet, page: str) -> bool:
    page = page.partition("#")[0]
    single = page in (urls.COMPARE, urls.LICENSE, urls.SCREENING)
    return sheet.has_filled(page) if single else sheet.has(page)


def _roles(sheet: Sheet) -> list[dict[str, Any]]:
    comparison = sheet.school.comparison
    if comparison is None or not sheet.has(urls.COMPARE):
        return []
    portraits = [(role, comparison.portrait(role)) for role in Role]
    return [{"role": role.value, "title": p.name, "text": sheet.line(p.summary), "url": ""} for role, p in portraits]


def _tally(sheet: Sheet) -> list[dict[str, Any]]:
    grades = [condition.evidence.grade for condition in sheet.school.conditions.values()]
    return [{"grade": grade.value, "count": grades.count(grade)} for grade in Grade]
