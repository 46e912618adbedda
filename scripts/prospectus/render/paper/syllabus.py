"""A syllabus for each course: what is taught, in how many hours, week by week, and how it is graded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.model.course import Course
from prospectus.model.policy import PolicyTopic
from prospectus.model.program import Program
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.paper.sheet import PaperSheet
from prospectus.render.paper.typesetting import Imprint, View, document_job
from prospectus.render.reads import every, reads_of

POLICY_TOPICS = (PolicyTopic.ATTENDANCE, PolicyTopic.GRADING, PolicyTopic.ACCOMMODATION)
"""Policies whose summaries stand in every syllabus: they answer what students ask of a single course."""


def syllabus_path(course: Course) -> str:
    """Give the address of a course's syllabus."""
    return f"{urls.COURSES}{course.id}/syllabus.pdf"


def syllabus_documents(desk: Desk) -> Iterator[Job]:
    """Yield the syllabus of every course, unless the school has turned courses off."""
    if not urls.is_open(urls.COURSES, desk.sections):
        return
    for course in desk.school.courses.values():
        reads = partial(_reads, desk, course)
        prepare = partial(_prepare, course=course)
        yield document_job(desk, syllabus_path(course), "syllabus.typ.j2", reads, prepare, course.file)


def _reads(desk: Desk, course: Course) -> frozenset[str]:
    return reads_of(desk.school, course) | every(desk.school, "course", "program", "person", "policy", "catalog")


def _prepare(sheet: PaperSheet, course: Course) -> tuple[Imprint, View]:
    programs = sheet.school.naming(Program, "course", course.id)
    imprint = Imprint(
        f"{course.code} {course.name}: syllabus",
        course.review.reviewed_on,
        f"{course.code} {course.name}. Syllabus as of {words.short_date(course.review.reviewed_on)}.",
    )
    return imprint, {
        "course": course,
        "total": words.number(course.hours.total),
        "split": _split(course),
        "summary": sheet.line(course.summary),
        "description": sheet.prose(course.description),
        "objectives": [sheet.line(objective) for objective in course.objectives],
        "programs": [program.name for program in programs],
        "instructors": [person.title for person in sheet.school.people.values() if course.id in person.teaches],
        "before": _before(sheet, course),
        "outline": [{"week": plan.week, "topic": sheet.line(plan.topic)} for plan in course.outline],
        "techniques": sheet.links("technique", course.techniques),
        "conditions": sheet.links("condition", course.conditions),
        "textbooks": [_textbook(sheet, book) for book in course.textbooks],
        "assessments": [_assessment(sheet, part) for part in course.assessments],
        "safety": [sheet.line(note) for note in course.safety_notes],
        "policies": [
            {"name": policy.name, "text": sheet.line(policy.summary), "link": sheet.link(policy, "the whole policy")}
            for policy in sheet.school.policies.values()
            if policy.topic in POLICY_TOPICS
        ],
        "page": sheet.page(f"{urls.COURSES}{course.id}/"),
    }


def _split(course: Course) -> list[dict[str, str]]:
    hours = course.hours
    kinds = (("Theory", hours.theory), ("Hands-on lab", hours.lab), ("Student clinic", hours.clinic))
    return [{"name": name, "hours": words.number(amount)} for name, amount in kinds if amount]


def _before(sheet: PaperSheet, course: Course) -> list[dict[str, Any]]:
    def named(ids: tuple[str, ...]) -> list[str]:
        found = (sheet.school.courses.get(id) for id in ids)
        return [f"{other.code} {other.name}" for other in found if other is not None]

    rows = [("Before it", words.listing(named(course.prerequisites)))]
    rows += [("Before it, one of", words.listing(named(choice), "or")) for choice in course.one_of]
    rows.append(("Together with it, or before", words.listing(named(course.corequisites))))
    return [{"label": label, "text": text} for label, text in rows if text]


def _textbook(sheet: PaperSheet, book: Any) -> dict[str, str]:
    about = ", ".join(part for part in (book.author, book.edition, f"ISBN {book.isbn}" if book.isbn else "") if part)
    return {
        "title": book.title,
        "about": about,
        "use": "required" if book.required else "suggested",
        "price": money(sheet, book.price) if book.price else ("included" if book.price == 0 else "–"),
    }


def _assessment(sheet: PaperSheet, part: Any) -> dict[str, Any]:
    detail = sheet.line(part.detail) if part.detail is not None else ""
    return {"name": part.name, "detail": detail, "weight": f"{words.number(part.weight)}%"}


def money(sheet: PaperSheet, amount: Any) -> str:
    """Write an amount with the school's sign."""
    profile = sheet.school.profile
    return words.money(amount, profile.currency if profile is not None else "$")
