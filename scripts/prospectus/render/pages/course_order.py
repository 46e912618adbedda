"""Which course comes before which, as a drawing and as a list: for a whole program, and around one course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from prospectus.language import mark, say
from prospectus.model.course import Course
from prospectus.model.program import Program
from prospectus.reckoning.ledger import courses_of
from prospectus.reckoning.prerequisites import layers_of, links_of
from prospectus.render import words
from prospectus.render.figures.prerequisites import STYLES, Box
from prospectus.render.pages.program_words import coded
from prospectus.render.sheet import Sheet


def program_order(sheet: Sheet, program: Program) -> dict[str, Any]:
    """Prepare the order of a program's courses. `alone` are those that wait for none and keep none waiting."""
    found = (sheet.school.courses.get(id) for id in courses_of(program))
    courses = {course.id: course for course in found if course is not None}
    view = _drawn(sheet, courses, say("Which course of {program} comes before which", program=program.name), here="")
    linked = {box.key for box in view["boxes"]}
    alone = [sheet.link(course, coded(course)) for course in courses.values() if course.id not in linked]
    return {**view, "alone": alone if linked else []}


def course_neighborhood(sheet: Sheet, course: Course) -> dict[str, Any]:
    """Prepare what comes before a course and what it opens the way to, one step each way."""
    near = [course.id, *course.prerequisites, *(id for list in course.one_of for id in list), *course.corequisites]
    near += [other.id for other in sheet.school.naming(Course, "course", course.id)]
    courses = {id: sheet.school.courses[id] for id in dict.fromkeys(near) if id in sheet.school.courses}
    touching = {link for link in links_of(courses) if course.id in (link.before, link.after)}
    return _drawn(
        sheet, courses, say("What comes before and after {course}", course=coded(course)), course.id, touching
    )


def _drawn(
    sheet: Sheet, courses: Mapping[str, Course], label: str, here: str, only: set[Any] | None = None
) -> dict[str, Any]:
    links = [link for link in links_of(courses) if only is None or link in only]
    linked = {id for link in links for id in (link.before, link.after)}
    shown = {id: course for id, course in courses.items() if id in linked}
    layers = layers_of(shown) if only is None else _around(here, links)
    boxes = [
        Box(id, course.code, course.name, sheet.address("course", id) or "", layers[id], here=id == here)
        for id, course in shown.items()
    ]
    fields = {link.field for link in links}
    return {
        "label": label,
        "boxes": boxes,
        "lines": [(link.before, link.after, link.field) for link in links],
        "key": [(STYLES[field], say(text)) for field, text in KEY if field in fields],
        "rows": [row for course in shown.values() if (row := _row(sheet, course))["text"]],
    }


KEY = (
    ("prerequisites", mark("Must come before")),
    ("one_of", mark("One of these must come before")),
    ("corequisites", mark("Before, or at the same time")),
)


def _around(here: str, links: list[Any]) -> dict[str, int]:
    """Put a course into the middle: what comes before it to the left, what follows to the right."""
    layers = {here: 1}
    for link in links:
        if link.after == here:
            layers[link.before] = 0
        else:
            layers[link.after] = 2
    return layers


def needs_in_words(sheet: Sheet, course: Course) -> list[str]:
    """Say what must come before a course, a sentence each, with the courses linked."""
    return [
        say(whole, courses=words.listing([sheet.link(needed, coded(needed)) for needed in needs], last))
        for (whole, _), needs, last in _needs(sheet, course)
    ]


def _row(sheet: Sheet, course: Course) -> dict[str, Any]:
    """Say the same of one course of several by their codes: names and links stand in the drawing and in the list."""
    parts = [
        say(part, courses=words.listing([needed.code for needed in needs], last))
        for (_, part), needs, last in _needs(sheet, course)
    ]
    return {"course": coded(course), "text": parts}


def _needs(sheet: Sheet, course: Course) -> Iterator[tuple[tuple[str, str], list[Course], str]]:
    """Give each requirement: how it is said as a sentence and as a part of one, its courses, and what joins them."""
    needs: list[tuple[tuple[str, str], Sequence[str], str]] = [(BEFORE, course.prerequisites, "and")]
    needs += [(ONE_BEFORE, others, "or") for others in course.one_of]
    needs.append((ALONG, course.corequisites, "and"))
    for said, ids, last in needs:
        found = [sheet.school.courses[id] for id in ids if id in sheet.school.courses]
        if found:
            yield said, found, last


BEFORE = (mark("After {courses}."), mark("after {courses}"))
ONE_BEFORE = (mark("After one of {courses}."), mark("after one of {courses}"))
ALONG = (mark("Along with, or after {courses}."), mark("along with, or after {courses}"))
"""What a course asks for, as a sentence and as a part of one."""
