"""Work and training: requirements, careers and settings, accountability, screening."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Protocol

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
from prospectus.model.profession import CareerPath, Requirement, RequirementType
from prospectus.model.safety import Screening, ScreeningGroup
from prospectus.model.statement import Role
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all, review_strip
from prospectus.render.pages.license_path import own_lengths, way_view
from prospectus.render.pages.occupation import occupation_groups
from prospectus.render.pages.record_parts import differ_lines, kinds_behind, pages_to_read_on
from prospectus.render.paper.sheets import SCREENING_SHEET
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

REQUIREMENT_TYPES: dict[RequirementType, str] = {
    RequirementType.HOURS: mark("Hours"),
    RequirementType.SUBJECT: mark("Subjects"),
    RequirementType.EXPERIENCE: mark("Experience"),
    RequirementType.LICENSE: mark("License"),
    RequirementType.STANDING: mark("Standing"),
}

_AFTER_TRAINING = (
    (mark("Programs and start dates"), urls.PROGRAMS),
    (mark("What each place asks for a license"), urls.LICENSING),
    (mark("Careers and work settings"), urls.CAREERS),
    (mark("Medical or relaxation massage, side by side"), urls.COMPARE),
)
_AFTER_CAREERS = (
    (mark("Whom a therapist answers to"), urls.ACCOUNTABILITY),
    (mark("Training requirements"), urls.TRAINING),
    (mark("How to become a licensed massage therapist"), urls.LICENSE),
    (mark("Medical or relaxation massage, side by side"), urls.COMPARE),
)
_AFTER_ACCOUNTABILITY = (
    (mark("Policies of the school"), urls.POLICIES),
    (mark("What each place asks for a license"), urls.LICENSING),
    (mark("Medical or relaxation massage, side by side"), urls.COMPARE),
)


class _OfRoles(Protocol):
    """A record that belongs to one role or to both."""

    @property
    def roles(self) -> tuple[Role, ...]: ...


def profession_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the pages on training, careers, accountability and screening that the school has."""
    school = desk.school
    if urls.is_open(urls.TRAINING, desk.sections):
        kinds = ("requirement", "disagreement", "course", "source", "license-path", *kinds_behind(_AFTER_TRAINING))
        reads = every(desk.school, *kinds)
        reads |= {f"users-of:requirement:{id}" for id in school.requirements}
        yield page_job(desk, urls.TRAINING, "training.md.j2", reads, _training, "content/training.yml")
    if urls.is_open(urls.CAREERS, desk.sections):
        kinds = ("career-path", "setting", "professional", "requirement", "technique", "source", "occupation-figure")
        reads = every(desk.school, *kinds, *kinds_behind(_AFTER_CAREERS))
        yield page_job(desk, urls.CAREERS, "careers.md.j2", reads, _careers, "content/careers.yml")
        reads = every(desk.school, "accountability-body", "source", *kinds_behind(_AFTER_ACCOUNTABILITY))
        yield page_job(
            desk, urls.ACCOUNTABILITY, "accountability.md.j2", reads, _accountability, "content/accountability.yml"
        )
    screening = school.screening
    if screening is not None and urls.is_open(urls.SCREENING, desk.sections):
        reads = every(desk.school, "screening", "source")
        prepare = partial(_screening, screening=screening)
        yield page_job(desk, urls.SCREENING, "screening.md.j2", reads, prepare, screening.file)


def _training(sheet: Sheet) -> tuple[PageHead, View]:
    requirements = list(sheet.school.requirements.values())
    rows = [
        {
            "id": type.value,
            "title": say(title),
            "sides": _sides(sheet, [r for r in requirements if r.type is type], _requirement),
        }
        for type, title in REQUIREMENT_TYPES.items()
        if any(requirement.type is type for requirement in requirements)
    ]
    named = dict.fromkeys(id for requirement in requirements for id in requirement.disagreements)
    head = PageHead(
        say("Training requirements"),
        "training",
        "programs",
        say("What each way of working is said to need, side by side."),
    )
    return head, {
        "title": head.title,
        "rows": rows,
        "differs": differ_lines(sheet, tuple(named)),
        "way": way_view(sheet, path) if (path := sheet.school.license_path) is not None else [],
        "license": sheet.to(urls.LICENSE),
        "own": own_lengths(sheet),
        "read_on": pages_to_read_on(sheet, _AFTER_TRAINING),
        "review": review_of_all(sheet, requirements, clinical=False),
    }


def _sides(
    sheet: Sheet, records: Sequence[_OfRoles], prepare: Callable[[Sheet, Any], dict[str, Any]]
) -> dict[str, Any]:
    """Sort records by role; those of both roles stand once, above the two columns."""
    both = [record for record in records if set(record.roles) == set(Role)]
    rest = [record for record in records if record not in both]
    columns = {role: [prepare(sheet, record) for record in rest if role in record.roles] for role in Role}
    return {
        "both": [prepare(sheet, record) for record in both],
        "columns": [
            {"title": say(words.ROLES[role]), "role": role.value, "items": items} for role, items in columns.items()
        ],
        "split": bool(rest),
    }


def _requirement(sheet: Sheet, requirement: Requirement) -> dict[str, Any]:
    courses = sheet.school.courses_teaching("requirement", requirement.id) if sheet.sections.programs else ()
    own = [course for id in requirement.courses if (course := sheet.school.courses.get(id)) is not None]
    return {
        "id": urls.anchor_of("requirement", requirement.id),
        "name": requirement.name,
        "hours": say_count(requirement.hours, "{count} hour", "{count} hours") if requirement.hours else "",
        "text": sheet.line(requirement.detail),
        "refs": sheet.refs(requirement.sources),
        "basis": "sourced",
        "courses": [sheet.link(course, f"{course.code} {course.name}") for course in dict.fromkeys((*own, *courses))],
    }


def _careers(sheet: Sheet) -> tuple[PageHead, View]:
    settings = list(sheet.school.settings.values())
    head = PageHead(
        say("Careers and work settings"),
        "careers",
        "programs",
        say("Where massage therapists work, and where they may go next."),
    )
    return head, {
        "title": head.title,
        "paths": _sides(sheet, list(sheet.school.career_paths.values()), _path),
        "settings": _sides(sheet, settings, _entry),
        "professionals": [_entry(sheet, entry) for entry in sheet.school.professionals.values()],
        "figures": occupation_groups(sheet),
        "accountability": sheet.to(urls.ACCOUNTABILITY),
        "read_on": pages_to_read_on(sheet, _AFTER_CAREERS),
        "review": review_of_all(sheet, [*sheet.school.career_paths.values()], clinical=False),
    }


def _path(sheet: Sheet, path: CareerPath) -> dict[str, Any]:
    return {
        **_entry(sheet, path),
        "first_step": sheet.line(path.first_step),
        "leads_to": sheet.links("setting", path.settings),
        "asks_for": sheet.links("requirement", path.requirements),
        "uses": sheet.links("technique", path.techniques),
    }


def _entry(sheet: Sheet, record: Any) -> dict[str, Any]:
    return {
        "id": urls.anchor_of(record.kind, record.id),
        "name": record.name,
        "text": sheet.line(record.description),
        "refs": sheet.refs(record.sources),
        "basis": "sourced",
    }


def _accountability(sheet: Sheet) -> tuple[PageHead, View]:
    bodies = list(sheet.school.accountability_bodies.values())
    rows = [
        {
            "id": urls.anchor_of(body.kind, body.id),
            "name": body.name,
            "text": sheet.line(body.concern),
            "refs": sheet.refs(body.sources),
            "answers": [say("Yes") if role in body.roles else say("Not named") for role in Role],
        }
        for body in bodies
    ]
    medical, relaxation = (_count(sum(role in body.roles for body in bodies)) for role in Role)
    head = PageHead(
        say("Whom a therapist answers to"),
        "accountability",
        "programs",
        say("The bodies each way of working answers to."),
        crumbs=((say("Careers and work settings"), urls.CAREERS),),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "head": [say("Body"), *(say(words.ROLES[role]) for role in Role), say("What it holds a therapist to")],
        "rows": rows,
        "lead": say(
            "Medical massage is said to answer to {medical}, relaxation massage to {relaxation}.",
            medical=medical,
            relaxation=relaxation,
        ),
        "read_on": pages_to_read_on(sheet, _AFTER_ACCOUNTABILITY),
        "review": review_of_all(sheet, bodies, clinical=False),
    }


def _count(bodies: int) -> str:
    return say_count(bodies, "{count} body", "{count} bodies", count=words.in_words(bodies))


def _screening(sheet: Sheet, screening: Screening) -> tuple[PageHead, View]:
    head = PageHead(say("The questions before every session"), "screening", "conditions", screening.summary)
    return head, {
        "title": head.title,
        "lead": screening.summary,
        "groups": [_screening_group(sheet, group) for group in screening.groups],
        "side_effects": sheet.says(screening.side_effects),
        "serious_events": sheet.says(screening.serious_events),
        "paper": {"title": say("Print the list (PDF)"), "url": sheet.to(SCREENING_SHEET)},
        "review": review_strip(sheet, screening, clinical=True),
    }


def _screening_group(sheet: Sheet, group: ScreeningGroup) -> dict[str, Any]:
    return {
        "name": group.name,
        "urgency": group.urgency.value,
        "action": group.action,
        "questions": [sheet.row(question, question=question.question) for question in group.questions],
    }
