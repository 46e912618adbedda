"""The chapter on the school: mission and history, owners, approvals, facilities, services to students."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.model.approval import Approval
from prospectus.model.campus import Campus
from prospectus.model.catalog import Catalog, Service
from prospectus.model.person import PersonRole
from prospectus.render import words
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet, label_of

_GOVERNING = frozenset({PersonRole.OWNER, PersonRole.DIRECTOR, PersonRole.OFFICER})


def school_chapter(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield the chapter, when there is a catalog record."""
    catalog = sheet.school.catalog
    if catalog is not None:
        yield Chapter("school", "The school", "catalog/school.typ.j2", catalog.file, _view(sheet, catalog))


def _view(sheet: PaperSheet, catalog: Catalog) -> dict[str, Any]:
    people = sheet.school.people.values()
    return {
        "mission": sheet.prose(catalog.mission),
        "philosophy": sheet.prose(catalog.philosophy) if catalog.philosophy is not None else "",
        "history": sheet.prose(catalog.history),
        "owner": {
            "entity": catalog.owner.entity,
            "type": catalog.owner.type,
            "text": sheet.line(catalog.owner.statement),
        },
        "governing": [{"name": p.name, "title": p.title} for p in people if _GOVERNING & set(p.roles)],
        "approvals": [_approval(sheet, approval) for approval in sheet.school.approvals.values()],
        "no_accreditation": _maybe(sheet, catalog.no_accreditation),
        "campuses": [_campus(sheet, campus) for campus in sheet.school.campuses.values()],
        "class_hours": _maybe(sheet, catalog.class_hours),
        "hour_definition": sheet.line(catalog.hour_definition),
        "languages": _maybe(sheet, catalog.languages),
        "services": [_service(sheet, service) for service in catalog.services],
        "aid": [_service(sheet, service) for service in catalog.aid],
        "no_aid": _maybe(sheet, catalog.no_aid),
        "background_notice": _maybe(sheet, catalog.background_notice),
        "statements": [{"title": entry.title, "text": sheet.prose(entry.text)} for entry in catalog.statements],
    }


def _maybe(sheet: PaperSheet, text: Any) -> Any:
    return sheet.line(text) if text is not None else ""


def _service(sheet: PaperSheet, service: Service) -> dict[str, Any]:
    return {"name": service.name, "text": sheet.line(service.text)}


def _approval(sheet: PaperSheet, approval: Approval) -> dict[str, Any]:
    agency = approval.agency
    reach = [part for part in (agency.street, agency.town, agency.telephone, agency.url) if part]
    dates = [
        f"granted {words.short_date(approval.granted)}" if approval.granted else "",
        f"runs out {words.short_date(approval.expires)}" if approval.expires else "",
    ]
    return {
        "label": label_of("approval", approval.id),
        "agency": agency.name,
        "statement": approval.statement,
        "number": approval.number or "",
        "dates": words.listing([part for part in dates if part]),
        "reach": reach,
        "complaints": approval.takes_complaints,
        "note": _maybe(sheet, approval.note),
    }


def _campus(sheet: PaperSheet, campus: Campus) -> dict[str, Any]:
    return {
        "label": label_of("campus", campus.id),
        "name": campus.name,
        "address": ", ".join(part for part in (campus.street, campus.town, campus.telephone) if part),
        "text": sheet.prose(campus.description),
        "rooms": [
            {
                "name": room.name,
                "use": sheet.line(room.use),
                "seats": words.count(room.seats, "student") if room.seats else "",
            }
            for room in campus.rooms
        ],
        "equipment": [sheet.line(entry) for entry in campus.equipment],
        "learning": [sheet.line(entry) for entry in campus.learning_resources],
        "access": _maybe(sheet, campus.access),
    }
