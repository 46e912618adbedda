"""The chapter on people: who teaches what, with which credentials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.model.person import Person
from prospectus.render import words
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet


def people_chapter(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield the chapter, when people are named."""
    people = list(sheet.school.people.values())
    if people:
        view = {"people": [_person(sheet, person) for person in people]}
        yield Chapter("people", "People", "catalog/people.typ.j2", people[0].file, view)


def _person(sheet: PaperSheet, person: Person) -> dict[str, Any]:
    courses = [course for id in person.teaches if (course := sheet.school.courses.get(id)) is not None]
    return {
        "name": person.name,
        "title": person.title,
        "credentials": person.credentials or "",
        "licenses": [_license(sheet, entry) for entry in person.licenses],
        "teaches": [sheet.link(course, f"{course.code} {course.name}") for course in courses],
        "about": sheet.line(person.about) if person.about is not None else "",
    }


def _license(sheet: PaperSheet, entry: Any) -> str:
    place = sheet.school.jurisdictions.get(entry.jurisdiction) if entry.jurisdiction else None
    where = f"{place.name}, " if place is not None else ""
    until = f", until {words.short_date(entry.expires)}" if entry.expires is not None else ""
    return f"{where}number {entry.number}{until}"
