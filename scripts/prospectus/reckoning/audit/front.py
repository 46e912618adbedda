"""Probes on the front of a catalog: its title and dates, who owns the school, approvals, mission, rooms and people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prospectus.language import mark, say
from prospectus.model.approval import Approval, ApprovalType
from prospectus.model.person import Person, PersonRole
from prospectus.reckoning.audit.answer import Answer, Look, Page, found, no_catalog

LONGEST_MONTHS = {"ca-71810": 12, "dc-8116": 24}
"""How long a catalog may hold by lists that say so: renewed every year, and after two years at the latest."""

CONTROL = (PersonRole.OWNER, PersonRole.DIRECTOR, PersonRole.OFFICER)


def title(look: Look) -> Answer:
    """CAT-01: it is called a catalog and names the school."""
    if look.catalog is None or look.own is None:
        return no_catalog()
    is_called_so = any(word in look.catalog.title.casefold() for word in ("catalog", "bulletin"))
    return found(look, [] if is_called_so else [say('the word "catalog" or "bulletin" in the title')], look.catalog)


def contacts(look: Look) -> Answer:
    """CAT-02: how to reach the school, and where classes are held."""
    gaps = []
    if look.own is None or look.own.address is None:
        gaps.append(say("the school's web address"))
    if not look.school.campuses:
        gaps.append(say("a place where classes are held"))
    return found(look, gaps, Page.FACILITIES, Page.CATALOG)


def published(look: Look) -> Answer:
    """CAT-03: volume and day of publication."""
    if look.catalog is None:
        return no_catalog()
    is_out = look.catalog.published <= look.as_of
    return found(look, [] if is_out else [say("a day of publication that has come")], look.catalog)


def period(look: Look) -> Answer:
    """CAT-04: the days the catalog holds for, in order, not over, not longer than the list allows."""
    catalog = look.catalog
    if catalog is None:
        return no_catalog()
    gaps = []
    if catalog.effective_to < catalog.effective_from:
        gaps.append(say("a last day that comes after the first"))
    elif catalog.effective_to < look.as_of:
        gaps.append(say("a period that is not over"))
    most = LONGEST_MONTHS.get(look.profile)
    if most is not None and catalog.effective_to >= _months_after(catalog.effective_from, most):
        gaps.append(say("a period of {most} months at most", most=most))
    return found(look, gaps, catalog)


def _months_after(day: date, months: int) -> date:
    """Give the day so many months later; the 28th for days that a month may lack."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


def numbered_pages(look: Look) -> Answer:
    """CAT-05: contents and page numbers, which only a printed catalog has."""
    gap = say("numbered pages: no catalog is printed while its part of the site is off")
    return found(look, [] if look.editions.is_printed else [gap], Page.CATALOG)


def ownership(look: Look) -> Answer:
    """CAT-06: the legal entity, and who controls it by name."""
    if look.catalog is None:
        return no_catalog()
    named = [person for person in look.school.people.values() if set(person.roles) & set(CONTROL)]
    return found(look, [] if named else [say("a named owner, director or officer")], look.catalog, Page.PEOPLE)


def approval(look: Look) -> Answer:
    """CAT-07: a license or approval of the state, with everything needed to ask the agency."""
    kinds = (ApprovalType.LICENSE, ApprovalType.APPROVAL)
    granted = [approval for approval in look.school.approvals.values() if approval.type in kinds]
    if not granted:
        return found(look, [say("a state's license or approval")])
    lacks = {approval: [*_approval_gaps(approval, look.as_of)] for approval in granted}
    best = min(granted, key=lambda approval: len(lacks[approval]))
    return found(look, lacks[best], best)


def _approval_gaps(approval: Approval, as_of: date) -> Iterator[str]:
    if approval.number is None:
        yield say("the number of the license or approval")
    if approval.expires is not None and approval.expires < as_of:
        yield say("a license or approval that has not run out")
    yield from agency_gaps(approval)


def agency_gaps(approval: Approval) -> Iterator[str]:
    """Name what is missing for reaching the agency."""
    agency = approval.agency
    contacts = {
        mark("the address of {agency}"): agency.street and agency.town,
        mark("the telephone of {agency}"): agency.telephone,
        mark("the page of {agency}"): agency.url,
    }
    for what, value in contacts.items():
        if not value:
            yield say(what, agency=agency.name)


def accreditation(look: Look) -> Answer:
    """CAT-08: accreditation, recognized or not, or a clear word that there is none."""
    kind = ApprovalType.ACCREDITATION
    accredited = [approval for approval in look.school.approvals.values() if approval.type is kind]
    gaps = [
        say("whether {name} is recognized", name=entry.agency.name) for entry in accredited if entry.recognized is None
    ]
    if not accredited and (look.catalog is None or look.catalog.no_accreditation is None):
        gaps.append(say("a word on accreditation, or that there is none"))
    return found(look, gaps, Page.APPROVALS)


def mission(look: Look) -> Answer:
    """CAT-09: mission and history; a catalog cannot be written without them."""
    return no_catalog() if look.catalog is None else found(look, [], look.catalog)


def facilities(look: Look) -> Answer:
    """CAT-10: rooms, equipment and learning resources of each campus."""
    gaps = [] if look.school.campuses else [say("a place where classes are held")]
    for campus in look.school.campuses.values():
        told = {
            mark("rooms of {campus}"): campus.rooms,
            mark("equipment of {campus}"): campus.equipment,
            mark("learning resources of {campus}"): campus.learning_resources,
        }
        gaps += [say(what, campus=campus.name) for what, value in told.items() if not value]
    return found(look, gaps, Page.FACILITIES)


def people(look: Look) -> Answer:
    """CAT-43: a teacher for every course, with credentials, and a license's last day where there is a license."""
    taught = {course for person in look.school.people.values() for course in person.teaches}
    gaps = [] if look.school.people else [say("the people of the school")]
    gaps += [
        say("who teaches {course}", course=course.code)
        for course in look.school.courses.values()
        if course.id not in taught
    ]
    for person in look.school.people.values():
        if person.teaches:
            gaps += _teacher_gaps(person)
    return found(look, gaps, Page.PEOPLE)


def _teacher_gaps(person: Person) -> Iterator[str]:
    if person.credentials is None:
        yield say("what qualifies {person}", person=person.name)
    if any(license.expires is None for license in person.licenses):
        yield say("the last day of {person}'s license", person=person.name)
