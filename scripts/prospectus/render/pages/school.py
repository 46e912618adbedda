"""The school in its own pages: the people, the places where classes are held, and what others have granted it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import mark, say
from prospectus.model.approval import Approval, ApprovalType
from prospectus.model.campus import Campus
from prospectus.model.person import HeldLicense, Person, PersonRole
from prospectus.model.policy import PolicyTopic
from prospectus.render import contacts, enquiry, urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

GROUPS = (
    ("lead", mark("Who owns and leads the school"), (PersonRole.OWNER, PersonRole.DIRECTOR, PersonRole.OFFICER)),
    ("faculty", mark("Who teaches"), (PersonRole.FACULTY,)),
    ("staff", mark("Who helps you"), (PersonRole.STAFF,)),
)
"""Groups of people by role, in the order of the page. Somebody with several roles stands in the first that fits."""

TYPES: dict[ApprovalType, str] = {
    ApprovalType.LICENSE: mark("License"),
    ApprovalType.APPROVAL: mark("Approval"),
    ApprovalType.ACCREDITATION: mark("Accreditation"),
    ApprovalType.MEMBERSHIP: mark("Membership"),
}


def school_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the pages on people, facilities and approvals, each where there is something to show."""
    school = desk.school
    if not urls.is_open(urls.CATALOG, desk.sections):
        return
    if school.people:
        reads = every(school, "person", "course", "catalog")
        yield page_job(desk, urls.PEOPLE, "people.md.j2", reads, _people, "content/people.yml")
    if school.campuses:
        reads = every(school, "campus", "profile", "catalog")
        yield page_job(desk, urls.FACILITIES, "facilities.md.j2", reads, _facilities, "content/campuses.yml")
    if school.approvals or school.catalog is not None:
        reads = every(school, "approval", "catalog", "policy")
        yield page_job(desk, urls.APPROVALS, "approvals.md.j2", reads, _approvals, "content/approvals.yml")


def catalog_crumb(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Give the way to the catalog, of which these pages are parts, where there is one."""
    return ((say("Catalog"), urls.CATALOG),) if sheet.school.catalog is not None else ()


def _people(sheet: Sheet) -> tuple[PageHead, View]:
    waiting = list(sheet.school.people.values())
    groups = []
    for id, title, roles in GROUPS:
        members = [person for person in waiting if set(person.roles) & set(roles)]
        waiting = [person for person in waiting if person not in members]
        groups.append({"id": id, "title": say(title), "people": [_person(sheet, person) for person in members]})
    description = say("Who owns, leads and teaches at the school, and what qualifies them.")
    head = PageHead(say("People"), "people", "school", description, catalog_crumb(sheet))
    return head, {
        "title": head.title,
        "lead": say("Who owns, leads and teaches at the school. Ask any of them what you want to know."),
        "groups": [group for group in groups if group["people"]],
        "review": review_of_all(sheet, [*sheet.school.people.values()], clinical=False),
    }


def _person(sheet: Sheet, person: Person) -> dict[str, Any]:
    courses = [sheet.school.courses[id] for id in person.teaches if id in sheet.school.courses]
    shown = courses if sheet.sections.programs else []
    return {
        "id": urls.anchor_of("person", person.id),
        "name": person.name,
        "title": person.title,
        "credentials": person.credentials or "",
        "about": sheet.line(person.about) if person.about is not None else "",
        "picture": sheet.picture(person.picture),
        "teaches": [sheet.link(course, f"{course.code} {course.name}") for course in shown],
        "licenses": [_license(sheet, license) for license in person.licenses],
        "campuses": sheet.links("campus", person.campuses),
    }


def _license(sheet: Sheet, license: HeldLicense) -> str:
    """Say in one sentence which license somebody holds, where and how long."""
    place = sheet.links("jurisdiction", [license.jurisdiction] if license.jurisdiction is not None else [])
    if place:
        held = say("License {number}, {place}", number=license.number, place=place[0])
    else:
        held = say("License {number}", number=license.number)
    if license.expires is None:
        return say("{license}.", license=held)
    day = words.short_date(license.expires)
    if license.expires < sheet.context.as_of:
        return say("{license}, ran out on {day}.", license=held, day=day)
    return say("{license}, holds until {day}.", license=held, day=day)


def _facilities(sheet: Sheet) -> tuple[PageHead, View]:
    campuses = list(sheet.school.campuses.values())
    head = PageHead(
        say("Facilities"),
        "facilities",
        "school",
        say("Where classes are held: rooms, equipment, library and access."),
        catalog_crumb(sheet),
    )
    profile = sheet.school.profile
    return head, {
        "title": head.title,
        "lead": say("Where classes are held, and what is there to learn with."),
        "campuses": [_campus(sheet, campus) for campus in campuses],
        "tour": sheet.line(profile.tour) if profile is not None else "",
        "visit": [*enquiry.about_visit(sheet), *([link] if (link := enquiry.call(sheet)) else [])],
        "review": review_of_all(sheet, campuses, clinical=False),
    }


def _campus(sheet: Sheet, campus: Campus) -> dict[str, Any]:
    seats = sum(room.seats or 0 for room in campus.rooms)
    facts = [
        {"label": say("Address"), "text": f"{campus.street}, {campus.town}"},
        {"label": say("Telephone"), "text": contacts.telephone(campus.telephone) if campus.telephone else ""},
        {"label": say("Rooms"), "text": words.number(len(campus.rooms)) if campus.rooms else ""},
        {"label": say("Places in all rooms"), "text": words.number(seats) if seats else ""},
        {"label": say("Clock"), "text": say("{city} time", city=campus.time_zone.rpartition("/")[2].replace("_", " "))},
    ]
    return {
        "id": urls.anchor_of("campus", campus.id),
        "name": campus.name,
        "facts": [fact for fact in facts if fact["text"]],
        "place": sheet.links("jurisdiction", [campus.jurisdiction] if campus.jurisdiction is not None else []),
        "text": sheet.prose(campus.description),
        "picture": sheet.picture(campus.picture),
        "rooms": [
            [room.name, sheet.line(room.use), words.number(room.seats) if room.seats else "–"] for room in campus.rooms
        ],
        "equipment": [sheet.line(entry) for entry in campus.equipment],
        "resources": [sheet.line(entry) for entry in campus.learning_resources],
        "access": sheet.prose(campus.access) if campus.access is not None else "",
    }


def _approvals(sheet: Sheet) -> tuple[PageHead, View]:
    approvals = list(sheet.school.approvals.values())
    catalog = sheet.school.catalog
    head = PageHead(
        say("Approvals"),
        "approvals",
        "school",
        say("Who has licensed or accredited the school, and where to complain."),
        catalog_crumb(sheet),
    )
    grievance = [policy.id for policy in sheet.school.policies.values() if policy.topic is PolicyTopic.GRIEVANCE]
    complaints = [_agency(approval) for approval in approvals if approval.takes_complaints]
    spoken = catalog.no_accreditation if catalog is not None else None
    return head, {
        "title": head.title,
        "lead": say("What others have granted the school, in their words or ours, and whom you can complain to."),
        "approvals": [_approval(sheet, approval) for approval in approvals],
        "no_accreditation": sheet.prose(spoken) if spoken is not None else "",
        "complaints": complaints,
        "grievance": reduce(_joined, sheet.links("policy", grievance)) if grievance else "",
        "review": review_of_all(sheet, approvals or ([catalog] if catalog is not None else []), clinical=False),
    }


def _joined(first: Markup, second: Markup) -> Markup:
    return Markup(say("{first} and {second}", first=first, second=second))


def _approval(sheet: Sheet, approval: Approval) -> dict[str, Any]:
    facts = [
        {"label": say("Number"), "text": approval.number or ""},
        {"label": say("Granted"), "text": words.short_date(approval.granted) if approval.granted else ""},
        {"label": _until(sheet, approval), "text": words.short_date(approval.expires) if approval.expires else ""},
    ]
    return {
        "id": urls.anchor_of("approval", approval.id),
        "title": say("{type}: {agency}", type=say(TYPES[approval.type]), agency=approval.agency.name),
        "agency": _agency(approval),
        "statement": approval.statement,
        "facts": [fact for fact in facts if fact["text"]],
        "place": sheet.links("jurisdiction", [approval.jurisdiction] if approval.jurisdiction is not None else []),
        "covers": [*sheet.links("program", approval.programs), *sheet.links("campus", approval.campuses)],
        "recognized": _recognized(approval),
        "fixed": approval.is_fixed_wording,
        "note": sheet.line(approval.note) if approval.note is not None else "",
    }


def _until(sheet: Sheet, approval: Approval) -> str:
    return (
        say("Ran out")
        if approval.expires is not None and approval.expires < sheet.context.as_of
        else say("Holds until")
    )


def _recognized(approval: Approval) -> str:
    if approval.recognized is None:
        return ""
    if approval.recognized:
        return say("The federal government recognizes this accreditor.")
    return say("The federal government does not recognize this accreditor.")


def _agency(approval: Approval) -> dict[str, Any]:
    agency = approval.agency
    place = ", ".join(part for part in (agency.street, agency.town) if part)
    return {
        "name": agency.name,
        "place": place,
        "telephone": contacts.telephone(agency.telephone) if agency.telephone else "",
        "web": contacts.web(agency.url) if agency.url else "",
    }
