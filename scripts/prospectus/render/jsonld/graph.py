"""The structured data of a page: the page itself, the way to it, and what it is about.

A page's address decides what it is about, so that page modules need not know of it. A page that is kept from search
engines has none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from prospectus.language import say
from prospectus.model.condition import Condition
from prospectus.model.course import Course
from prospectus.model.jurisdiction import Jurisdiction
from prospectus.model.program import Program
from prospectus.model.record import Record, ReviewStatus
from prospectus.model.technique import Technique
from prospectus.render import urls
from prospectus.render.jsonld import library, school, study
from prospectus.render.jsonld.node import Node, Value, absolute, node
from prospectus.render.sheet import Sheet

CONTEXT = "https://schema.org"
_LANGUAGE_TAGS = {"en": "en-US", "es": "es-US"}
LISTS = frozenset({urls.TECHNIQUES, urls.CONDITIONS, urls.PROGRAMS, urls.COURSES, urls.LICENSING, urls.POLICIES})


class Head(Protocol):
    """What this needs to know of a page's head."""

    @property
    def title(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def description(self) -> str: ...

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]: ...

    @property
    def listed(self) -> bool: ...


def structured_data(sheet: Sheet, head: Head) -> Node:
    """Give the structured data of the page that the sheet is for; nothing for a page that is not listed."""
    if not head.listed:
        return {}
    if sheet.here == urls.HOME:
        parts = [school.organization(sheet), _site(sheet)]
        return {"@context": CONTEXT, "@graph": [part for part in parts if part is not None]}
    record = _record(sheet)
    return {"@context": CONTEXT, **_page(sheet, head, record)}


def _record(sheet: Sheet) -> Record | None:
    found = urls.record_at(sheet.here)
    return sheet.school.find(*found) if found is not None else None


def _page(sheet: Sheet, head: Head, record: Record | None) -> Node:
    about = _about(sheet, record)
    return node(
        _type(sheet, record),
        name=head.title,
        url=absolute(sheet, sheet.here),
        description="" if record is not None and about is not None else head.description,
        publisher=school.provider(sheet),
        breadcrumb=_breadcrumbs(sheet, head),
        mainEntity=about,
        **_reviewed(record),
    )


def _type(sheet: Sheet, record: Record | None) -> str:
    if isinstance(record, Technique | Condition) or sheet.here == urls.SCREENING:
        return "MedicalWebPage"
    return "CollectionPage" if sheet.here in LISTS else "WebPage"


def _reviewed(record: Record | None) -> dict[str, Value]:
    """Say when a clinical page was last read, and by whom only where a clinician signed it."""
    if not isinstance(record, Technique | Condition):
        return {}
    review = record.review
    if review.status is not ReviewStatus.CLINICALLY_REVIEWED or review.reviewer is None:
        return {"lastReviewed": review.reviewed_on.isoformat()}
    signer = review.reviewer
    reviewer = node("Person", name=signer.name, description=signer.credential)
    return {"lastReviewed": signer.signed_on.isoformat(), "reviewedBy": reviewer}


def _breadcrumbs(sheet: Sheet, head: Head) -> Node:
    trail = [(say("Home"), urls.HOME), *head.crumbs, (head.title, sheet.here)]
    steps: list[Value] = [
        node("ListItem", position=position, name=name, item=absolute(sheet, address))
        for position, (name, address) in enumerate(trail, start=1)
    ]
    return node("BreadcrumbList", itemListElement=steps)


def _site(sheet: Sheet) -> Node | None:
    profile = sheet.school.profile
    if profile is None:
        return None
    tag = _LANGUAGE_TAGS[sheet.desk.language]
    return node("WebSite", name=profile.name, url=absolute(sheet, urls.HOME), inLanguage=tag)


def _about(sheet: Sheet, record: Record | None) -> Value:
    match record:
        case Technique():
            return library.technique(sheet, record)
        case Condition():
            return library.condition(sheet, record)
        case Program():
            return study.program(sheet, record)
        case Course():
            return study.course(sheet, record)
        case Jurisdiction():
            return node("AdministrativeArea", name=record.name)
    make = _FIXED.get(sheet.here)
    return make(sheet) if make is not None else None


def _people(sheet: Sheet) -> Value:
    return [school.person(sheet, person) for person in sheet.school.people.values()]


def _facilities(sheet: Sheet) -> Value:
    return [school.place(sheet, campus) for campus in sheet.school.campuses.values()]


_FIXED: dict[str, Callable[[Sheet], Value]] = {
    urls.GLOSSARY: library.glossary,
    urls.CALENDAR: study.events,
    urls.DATA: school.dataset,
    urls.PEOPLE: _people,
    urls.FACILITIES: _facilities,
}
