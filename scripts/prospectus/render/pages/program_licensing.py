"""Where one program's hours are enough for a license: the map, the school's signed word, and the places by verdict.

A program that one takes with a license in hand gets no such page. Verdicts come from `reckoning/licensing.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.language import say, say_count
from prospectus.model.jurisdiction import Jurisdiction
from prospectus.model.program import Determination, Program
from prospectus.reckoning.licensing import (
    HoursFinding,
    HoursVerdict,
    SubjectFinding,
    determination_of,
    license_programs,
    subject_finding,
    taught_hours,
)
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages import license_words
from prospectus.render.pages.licensing import (
    Findings,
    by_name,
    counts,
    findings_of,
    map_label,
    read_on,
    seen_in,
    subjects_missing,
    tiles,
    usual_day,
)
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet


def program_licensing_jobs(desk: Desk) -> Iterator[Job]:
    """Yield a page for each program that leads to a license, unless one of the two parts is off."""
    if not urls.is_open(urls.LICENSING, desk.sections) or not urls.is_open(urls.PROGRAMS, desk.sections):
        return
    reads = every(desk.school, "jurisdiction", "program", "course", "source")
    for program in license_programs(desk.school):
        address = urls.program_licensing(program.id)
        prepare = partial(_program_licensing, program=program)
        yield page_job(desk, address, "program_licensing.md.j2", reads, prepare, program.file)


def _program_licensing(sheet: Sheet, program: Program) -> tuple[PageHead, View]:
    findings = findings_of(sheet, program)
    found = by_name(sheet)
    taught = license_words.hours(taught_hours(program))
    head = PageHead(
        say("Where can I be licensed with this?"), "program-licensing", "programs",
        say("{program}: {hours} beside what each place asks.", program=program.name, hours=taught),
        ((say("Programs"), urls.PROGRAMS), (program.name, f"{urls.PROGRAMS}{program.id}/")),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "program": sheet.link(program),
        "taught": taught,
        "tiles": tiles(sheet, findings),
        "label": map_label(program),
        "counts": counts(findings),
        "missing": subjects_missing(sheet, program, findings),
        "read": read_on(found),
        "usual_day": usual_day(found),
        "signed": signed_in_words(program, found),
        "signatures": [_signature(sheet, entry) for place in found if (entry := determination_of(program, place.id))],
        "groups": _groups(sheet, program, found, findings),
        "all_places": sheet.to(urls.LICENSING),
        "review": review_of_all(sheet, [program, *found], clinical=False, place=program.file),
    }


def signed_in_words(program: Program, found: Sequence[Jurisdiction]) -> str:
    """Say for how many places the school has signed its word."""
    known = [entry for place in found if (entry := determination_of(program, place.id)) is not None]
    if not known:
        return say("The school has not signed its word on the license requirements of any place yet.")
    return say_count(
        len(known),
        "The school has signed its word on the license requirements of {count} place. Everywhere else that is not "
        "determined.",
        "The school has signed its word on the license requirements of {count} places. Everywhere else that is not "
        "determined.",
    )


def _signature(sheet: Sheet, entry: Determination) -> dict[str, Any]:
    tone, said = license_words.signed_words(entry.finding)
    return {
        "place": sheet.link(sheet.school.jurisdictions[entry.jurisdiction]),
        "tone": tone,
        "said": said,
        "reason": sheet.line(entry.reason),
        "by": f"{entry.name}, {entry.role}, {words.short_date(entry.signed_on)}",
    }


def _groups(sheet: Sheet, program: Program, found: Sequence[Jurisdiction], findings: Findings) -> list[dict[str, Any]]:
    """Prepare the places verdict by verdict: their names to read at once, and the numbers behind them."""
    groups = []
    for verdict in license_words.COUNTED:
        places = [place for place in found if findings[place.id].verdict is verdict]
        if places:
            groups.append(
                {
                    "id": f"verdict-{verdict.value}",
                    "tone": license_words.VERDICTS[verdict][0],
                    "title": license_words.counted(verdict, len(places)),
                    "names": [_name(sheet, place, findings[place.id]) for place in places],
                    "rows": [_row(sheet, program, place, findings[place.id]) for place in places]
                    if any(findings[place.id].readings for place in places)
                    else [],
                }
            )
    return groups


def _name(sheet: Sheet, place: Jurisdiction, finding: HoursFinding) -> dict[str, Any]:
    if finding.verdict is not HoursVerdict.SHORT:
        return {"link": sheet.link(place), "note": ""}
    missing = words.listing([words.number(reading.missing) for reading in finding.readings if reading.missing], "or")
    return {"link": sheet.link(place), "note": say("{missing} missing", missing=missing)}


def _row(sheet: Sheet, program: Program, place: Jurisdiction, finding: HoursFinding) -> dict[str, Any]:
    subjects = subject_finding(sheet.school, program, place)
    url = sheet.address("jurisdiction", place.id) or ""
    return {
        "name": place.name,
        "url": url,
        "why": license_words.why(place, finding),
        "subjects": {"url": f"{url}#subjects", "title": _subject_words(subjects)} if subjects is not None else {},
        "seen": seen_in(sheet, place),
        "read": words.short_date(place.as_of) if place.as_of is not None else "",
    }


def _subject_words(finding: SubjectFinding) -> str:
    short = len(finding.short)
    if not finding.table.holds:
        return say("Subjects of an older rule")
    if not short:
        return say("By subject")
    return say_count(short, "{count} subject with hours missing", "{count} subjects with hours missing")
