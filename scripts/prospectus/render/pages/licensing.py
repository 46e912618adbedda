"""Licensing: all places on one page, and what a program's own page says on where its hours are enough.

A program that one takes with a license in hand gets no verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from prospectus.artifact import Job
from prospectus.language import say, say_count
from prospectus.model.jurisdiction import CredentialKind, HoursPosition, Jurisdiction
from prospectus.model.program import Program
from prospectus.model.source import Source
from prospectus.reckoning.licensing import (
    HoursFinding,
    HoursVerdict,
    hours_finding,
    license_programs,
    readings_of,
    subject_finding,
    taught_hours,
)
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages import license_words
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet


def licensing_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page of all places, unless the part is off."""
    if urls.is_open(urls.LICENSING, desk.sections):
        reads = every(desk.school, "jurisdiction", "program", "course", "source", "exam", "license-path")
        yield page_job(desk, urls.LICENSING, "licensing.md.j2", reads, _licensing, "content/jurisdictions/")


def license_summary(sheet: Sheet, program: Program) -> View:
    """Prepare what a program's own page says on licensing: the map, the counts and the way to the table.

    `leads` is False for a program that one takes with a license in hand; `url` is "" where the part is off or there is
    no place to tell of, and then a page shows nothing. A page that shows it reads every jurisdiction and course.
    """
    if not sheet.has(urls.LICENSING) or not sheet.school.jurisdictions:
        return {"url": "", "leads": program.leads_to_license}
    if not program.leads_to_license:
        return {"url": sheet.to(urls.LICENSING), "leads": False}
    findings = findings_of(sheet, program)
    return {
        "url": sheet.to(urls.program_licensing(program.id)),
        "leads": True,
        "tiles": tiles(sheet, findings),
        "label": map_label(program),
        "counts": counts(findings),
        "missing": subjects_missing(sheet, program, findings),
        "read": read_on(list(sheet.school.jurisdictions.values())),
    }


Findings = dict[str, HoursFinding]
"""What can be said of one program's hours, by the id of the place."""


def findings_of(sheet: Sheet, program: Program) -> Findings:
    """Hold a program's hours against those of every place."""
    return {id: hours_finding(program, place) for id, place in sheet.school.jurisdictions.items()}


def by_name(sheet: Sheet) -> list[Jurisdiction]:
    """Give the places in the order of their names."""
    return sorted(sheet.school.jurisdictions.values(), key=lambda place: place.name.casefold())


def map_label(program: Program) -> str:
    """Name the map of one program."""
    return say_count(
        taught_hours(program),
        "{program}, {count} hour, state by state",
        "{program}, {count} hours, state by state",
        program=program.name,
    )


def tiles(sheet: Sheet, findings: Findings) -> list[dict[str, str]]:
    """Prepare the tiles of the map; without findings they show the hours alone."""
    made = []
    for id, place in sheet.school.jurisdictions.items():
        if place.country != "US":
            continue
        tone, said = license_words.verdict(findings[id].verdict) if id in findings else ("plain", "")
        made.append(
            {
                "code": place.code,
                "number": _tile_number(place),
                "tone": tone,
                "url": sheet.address("jurisdiction", id) or "",
                "words": say("{place}: {verdict}", place=place.name, verdict=said.lower()) if said else place.name,
            }
        )
    return made


def _tile_number(place: Jurisdiction) -> str:
    numbers = [words.number(reading.asked) for reading in readings_of(place)]
    if not numbers:
        return say("none") if place.credential is CredentialKind.NONE else "?"
    return words.listing(numbers, "or")


def counts(findings: Findings) -> list[dict[str, str]]:
    """Prepare how many places have which verdict, in words."""
    amounts = Counter(finding.verdict for finding in findings.values())
    return [
        {"tone": license_words.VERDICTS[verdict][0], "text": license_words.counted(verdict, amounts[verdict])}
        for verdict in license_words.COUNTED
        if amounts[verdict]
    ]


def read_on(found: list[Jurisdiction]) -> str:
    """Say on which days the records were compiled."""
    days = sorted({place.as_of for place in found if place.as_of is not None})
    if not days:
        return ""
    first, last = words.short_date(days[0]), words.short_date(days[-1])
    return first if first == last else say("{first_day} to {last_day}", first_day=first, last_day=last)


def usual_day(found: Sequence[Jurisdiction]) -> str:
    """Give the day on which most records were read, which then need not stand beside each of them."""
    days = Counter(place.as_of for place in found if place.as_of is not None)
    return words.short_date(max(days, key=lambda day: (days[day], day))) if days else ""


def seen_in(sheet: Sheet, place: Jurisdiction) -> list[dict[str, str]]:
    """Prepare where the numbers that hold were read: one document for each number, with the dates it bears."""
    rows = []
    for reading in readings_of(place):
        position = reading.positions[0]
        source = next((sheet.school.sources[id] for id in position.sources if id in sheet.school.sources), None)
        if source is not None:
            number = words.number(reading.asked) if len(readings_of(place)) > 1 else ""
            rows.append(_seen_row(place, position, source, number))
    return rows


def _seen_row(place: Jurisdiction, position: HoursPosition, source: Source, number: str) -> dict[str, str]:
    day = position.as_of or place.as_of
    return {
        "number": number,
        "title": source.title,
        "url": words.source_address(source),
        "dated": position.page_date or "",
        "read": words.short_date(day) if day is not None else "",
    }


def _licensing(sheet: Sheet) -> tuple[PageHead, View]:
    found = by_name(sheet)
    programs = license_programs(sheet.school) if sheet.has(urls.PROGRAMS) else []
    first = findings_of(sheet, programs[0]) if programs else {}
    description = say("What each place asks of massage therapists.")
    head = PageHead(say("Licensing, place by place"), "licensing", "programs", description)
    return head, {
        "title": head.title,
        "total": license_words.places(len(found)),
        "read": read_on(found),
        "tiles": tiles(sheet, first),
        "label": map_label(programs[0]) if programs else say("Hours asked, state by state"),
        "first": programs[0].name if programs else "",
        "counts": counts(first),
        "programs": [
            {
                "title": program.name,
                "url": sheet.to(urls.program_licensing(program.id)),
                "note": license_words.hours(taught_hours(program)),
            }
            for program in programs
        ],
        "usual_day": usual_day(found),
        "rows": [_place_row(sheet, place) for place in found],
        "exams": sheet.to(urls.EXAMS) if sheet.school.exams else "",
        "license": sheet.to(urls.LICENSE) if sheet.has(urls.LICENSE) and sheet.school.license_path else "",
        "review": review_of_all(sheet, found, clinical=False, place="content/jurisdictions/"),
    }


def _place_row(sheet: Sheet, place: Jurisdiction) -> dict[str, Any]:
    return {
        "name": place.name,
        "url": sheet.address("jurisdiction", place.id) or "",
        "country": "" if place.country == "US" else place.country,
        "credential": say(license_words.CREDENTIALS[place.credential]),
        "hours": license_words.hours_asked(place),
        "seen": seen_in(sheet, place),
        "read": words.short_date(place.as_of) if place.as_of is not None else "",
    }


def subjects_missing(sheet: Sheet, program: Program, findings: Findings) -> str:
    """Say how many of the places with enough hours in all name a subject in which hours are missing."""
    enough = [id for id, finding in findings.items() if finding.verdict is HoursVerdict.ENOUGH]
    compared = [subject_finding(sheet.school, program, sheet.school.jurisdictions[id]) for id in enough]
    seen = [finding for finding in compared if finding is not None and finding.table.holds]
    short = sum(bool(finding.short) for finding in seen)
    if not seen:
        return ""
    if not short:
        return say(
            "Of the places with enough hours in all, we have read the subjects of {number}. In none of them hours are "
            "missing in a subject.",
            number=len(seen),
        )
    return say(
        "Of the places with enough hours in all, we have read the subjects of {number}. In {short} of them hours are "
        "missing in a subject.",
        number=len(seen),
        short=short,
    )
