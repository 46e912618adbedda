"""The catalog as a page: what edition it is, where each part stands, and what belongs to no other page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
from prospectus.model.catalog import Catalog, Service
from prospectus.model.person import PersonRole
from prospectus.model.profile import SchoolProfile
from prospectus.model.prose import Prose
from prospectus.render import contacts, urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_strip
from prospectus.render.paper.catalog import CATALOG_PDF
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

PARTS = (
    (urls.PROGRAMS, mark("Programs and start dates"), mark("hours, length, objectives and what it takes to graduate")),
    (urls.PROGRAM_COMPARISON, mark("Programs side by side"), mark("hours, length and cost in one table")),
    (urls.COURSES, mark("Courses"), mark("what each teaches, in how many hours, and what comes before it")),
    (urls.CALENDAR, mark("Calendar"), mark("first and last days, times to enroll, holidays")),
    (urls.COSTS, mark("Costs"), mark("tuition, fees, books and payment plans, line by line")),
    (urls.POLICIES, mark("Policies"), mark("admission, attendance, grades, refunds, complaints and all others")),
    (urls.LICENSING, mark("Licensing"), mark("what each state asks for, beside our hours")),
    (urls.PEOPLE, mark("People"), mark("who owns, leads and teaches")),
    (urls.FACILITIES, mark("Facilities"), mark("rooms, equipment and access")),
    (urls.APPROVALS, mark("Approvals"), mark("who has licensed the school, and where to complain")),
    (
        urls.AUDIT,
        mark("What regulators ask for"),
        mark("item by item, with the place where it stands or what is missing"),
    ),
)
"""The contents of the catalog: page, title, and what a reader finds there."""


def catalog_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page of the catalog; a school without a catalog has none."""
    catalog = desk.school.catalog
    if catalog is not None and urls.is_open(urls.CATALOG, desk.sections):
        reads = every(desk.school, "catalog", "person", "jurisdiction", "campus", "policy", "edition")
        reads |= {f"{kind}:*" for kinds in urls.NEEDED_BY_PAGE.values() for kind in kinds}
        prepare = partial(_catalog, catalog=catalog)
        yield page_job(desk, urls.CATALOG, "catalog.md.j2", reads, prepare, catalog.file)


def _catalog(sheet: Sheet, catalog: Catalog) -> tuple[PageHead, View]:
    profile = sheet.school.profile
    name = profile.name if profile is not None else ""
    head = PageHead(catalog.title, "catalog", "school", _description(catalog, name))
    return head, {
        "title": catalog.title,
        "jump": _jump(catalog),
        "lead": f"{name}. {catalog.volume}.",
        "facts": _dates(catalog),
        "downloads": _downloads(sheet),
        "contacts": _contacts(profile),
        "parts": [
            {"title": say(title), "url": sheet.to(page), "note": say(note)}
            for page, title, note in PARTS
            if sheet.has_filled(page)
        ],
        "mission": sheet.prose(catalog.mission),
        "philosophy": _prose(sheet, catalog.philosophy),
        "history": sheet.prose(catalog.history),
        "owner": _owner(sheet, catalog),
        "certification": _certification(catalog),
        **_study(sheet, catalog),
        **_money(sheet, catalog),
        "statements": [
            {"title": entry.title, "text": sheet.prose(entry.text), "key": entry.key} for entry in catalog.statements
        ],
        "review": review_strip(sheet, catalog, clinical=False),
    }


def catalog_download(sheet: Sheet) -> dict[str, str]:
    """Prepare the way to the printed catalog, with length and size where they are known."""
    paper = sheet.context.papers.get(CATALOG_PDF)
    title = say("Download the catalog (PDF)")
    if paper is not None:
        pages = say_count(paper.pages, "{count} page", "{count} pages")
        title = say("Download the catalog (PDF, {pages}, {size})", pages=pages, size=words.file_size(paper.size))
    return {"note": "", "title": title, "url": sheet.to(CATALOG_PDF)}


def _description(catalog: Catalog, school: str) -> str:
    return say("{title} of {school}: {volume}.", title=catalog.title, school=school, volume=catalog.volume)


def _jump(catalog: Catalog) -> list[dict[str, str]]:
    """Name the sections that the page has, in their order."""
    money = catalog.payment_methods or catalog.interest or catalog.unlisted_charges or catalog.aid or catalog.no_aid
    sections = (
        ("contents", say("What is in it"), True),
        ("school", say("What the school is for"), True),
        ("owner", say("Who owns it"), True),
        ("study", say("Hours and classes"), True),
        ("money", say("Paying"), bool(money)),
        ("services", say("For students"), bool(catalog.services)),
        ("license", say("Before a license"), bool(catalog.background_notice or catalog.law)),
        *((f"statement-{number}", entry.title, True) for number, entry in enumerate(catalog.statements, 1)),
    )
    return [{"id": id, "title": title} for id, title, is_shown in sections if is_shown]


def _downloads(sheet: Sheet) -> list[dict[str, str]]:
    """Prepare the way to the printed catalog and to the earlier editions."""
    links = [catalog_download(sheet)]
    if sheet.school.policies:
        links.append({"title": say("What you sign when you enroll"), "note": "", "url": sheet.to(urls.ACKNOWLEDGEMENT)})
    if sheet.school.editions:
        links.append({"title": say("Editions, as they were published"), "note": "", "url": sheet.to(urls.EDITIONS)})
        links.append(
            {"title": say("What has changed since the newest edition"), "note": "", "url": sheet.to(urls.CHANGES)}
        )
    return links


def _dates(catalog: Catalog) -> list[dict[str, str]]:
    return [
        {"label": say("Published"), "text": words.short_date(catalog.published)},
        {"label": say("Holds from"), "text": words.short_date(catalog.effective_from)},
        {"label": say("Holds until"), "text": words.short_date(catalog.effective_to)},
    ]


def _contacts(profile: SchoolProfile | None) -> list[dict[str, Any]]:
    if profile is None:
        return []
    contact = profile.contact
    facts = [
        {"label": say("Address"), "text": f"{contact.street}, {contact.town}"},
        {"label": say("Telephone"), "text": contacts.telephone(contact.telephone)},
        {"label": say("Mail"), "text": contacts.mail(contact.email)},
        {"label": say("On the web"), "text": contacts.web(profile.address) if profile.address else ""},
    ]
    return [fact for fact in facts if fact["text"]]


def _owner(sheet: Sheet, catalog: Catalog) -> dict[str, Any]:
    control = (PersonRole.OWNER, PersonRole.DIRECTOR, PersonRole.OFFICER)
    people = [person for person in sheet.school.people.values() if set(person.roles) & set(control)]
    return {
        "entity": catalog.owner.entity,
        "type": catalog.owner.type,
        "statement": sheet.line(catalog.owner.statement),
        "people": [{"link": sheet.link(person), "title": person.title} for person in people],
        "place": sheet.links("jurisdiction", [catalog.jurisdiction] if catalog.jurisdiction is not None else []),
    }


def _certification(catalog: Catalog) -> dict[str, str]:
    signed = catalog.certification
    if signed is None:
        return {}
    by = f"{signed.name}, {signed.title}, {words.short_date(signed.signed_on)}"
    return {"text": signed.text, "by": by}


def _study(sheet: Sheet, catalog: Catalog) -> View:
    return {
        "hour": sheet.prose(catalog.hour_definition),
        "class_hours": _prose(sheet, catalog.class_hours),
        "calendar_note": _prose(sheet, catalog.calendar_note),
        "languages": _prose(sheet, catalog.languages),
        "delivery": sheet.prose(catalog.delivery),
        "services": _services(sheet, catalog.services),
        "background": _prose(sheet, catalog.background_notice),
        "law": _prose(sheet, catalog.law),
    }


def _money(sheet: Sheet, catalog: Catalog) -> View:
    return {
        "payment_methods": list(catalog.payment_methods),
        "interest": _line(sheet, catalog.interest),
        "unlisted": _line(sheet, catalog.unlisted_charges),
        "aid": _services(sheet, catalog.aid),
        "no_aid": _prose(sheet, catalog.no_aid),
    }


def _services(sheet: Sheet, services: tuple[Service, ...]) -> list[dict[str, Any]]:
    return [{"label": entry.name, "text": sheet.line(entry.text), "refs": [], "basis": "sourced"} for entry in services]


def _prose(sheet: Sheet, text: Prose | None) -> Markup:
    return sheet.prose(text) if text is not None else Markup("")


def _line(sheet: Sheet, text: Prose | None) -> Markup:
    return sheet.line(text) if text is not None else Markup("")
