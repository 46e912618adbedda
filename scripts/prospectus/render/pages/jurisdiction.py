"""A place that licenses massage, or does not: first what each program's hours mean there, then every fact as read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import say, say_count
from prospectus.model.jurisdiction import ContinuingEducation, CredentialKind, HoursPosition, Jurisdiction, SubjectTable
from prospectus.model.program import Determination, Program
from prospectus.reckoning.licensing import (
    LineFinding,
    SubjectFinding,
    determination_of,
    hours_finding,
    license_programs,
    subject_finding,
)
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_strip
from prospectus.render.pages import license_words
from prospectus.render.reads import every, reads_of
from prospectus.render.sheet import Sheet


def jurisdiction_jobs(desk: Desk) -> Iterator[Job]:
    """Yield a page for each place, unless the school has turned licensing off."""
    if not urls.is_open(urls.LICENSING, desk.sections):
        return
    for place in desk.school.jurisdictions.values():
        reads = partial(_reads, desk, place)
        address = f"{urls.LICENSING}{place.id}/"
        yield page_job(
            desk, address, "jurisdiction.md.j2", reads, partial(_jurisdiction, place=place), place.file,
            marks_terms=False,
        )  # fmt: skip


def _reads(desk: Desk, place: Jurisdiction) -> frozenset[str]:
    return reads_of(desk.school, place) | every(desk.school, "program", "course", "exam")


def _jurisdiction(sheet: Sheet, place: Jurisdiction) -> tuple[PageHead, View]:
    open_programs = sheet.has(urls.PROGRAMS)
    programs = license_programs(sheet.school) if open_programs else []
    others = [program for program in sheet.school.programs.values() if not program.leads_to_license]
    head = PageHead(
        say("Licensing in {place}", place=place.name), "jurisdiction", "programs",
        say("What {place} asks of massage therapists.", place=place.name),
        ((say("Licensing"), urls.LICENSING),),
    )  # fmt: skip
    return head, {
        "title": head.title,
        "jump": _jump(place, open_programs and bool(programs or others)),
        "place": place.name,
        "code": place.code if place.country == "US" else f"{place.code}, {place.country}",
        "facts": [
            {"label": say("What it gives"), "text": say(license_words.CREDENTIALS[place.credential])},
            {"label": say("Hours asked"), "text": license_words.hours_asked(place)},
            {"label": say("Records of"), "text": words.short_date(place.as_of) if place.as_of else say("no known day")},
        ],
        "licensed": place.credential is not CredentialKind.NONE,
        "credential_note": place.credential_note or "",
        "regulator": place.regulator,
        "programs": [_program(sheet, place, program) for program in programs],
        "others": _taken_later(sheet, others) if open_programs and others else "",
        "status": say(license_words.STATUSES[place.status]) if license_words.STATUSES[place.status] else "",
        "hour_kind": place.hour_kind or "",
        "hours": [_position(sheet, place, position) for position in place.hours],
        "subjects": _subjects(sheet, place, programs) if place.subjects is not None else {},
        "exam": _exam(sheet, place),
        "education": _education(sheet, place),
        "notes": [
            {"text": sheet.line(note.text), "refs": sheet.refs(note.sources), "basis": "sourced"}
            for note in place.notes
        ],
        "review": review_strip(sheet, place, clinical=False),
    }


def _jump(place: Jurisdiction, has_programs: bool) -> list[dict[str, str]]:
    """Name the sections that this page has, in their order."""
    licensed = place.credential is not CredentialKind.NONE
    sections = (
        ("programs", say("Our programs"), has_programs),
        ("hours", say("Hours"), bool(place.hours) or licensed),
        ("subjects", say("Subjects"), place.subjects is not None),
        ("exam", say("Exam"), place.exam is not None or licensed),
        ("education", say("Continuing education"), place.continuing_education is not None or licensed),
        ("notes", say("What else to know"), bool(place.notes)),
    )
    shown = [{"id": id, "title": title} for id, title, is_shown in sections if is_shown]
    return shown if len(shown) > 1 else []


def _taken_later(sheet: Sheet, programs: list[Program]) -> str:
    """Name the programs that lead to no license by themselves."""
    return say_count(
        len(programs),
        "{programs}: taken with a license in hand, or on the way to one. This does not lead to a license.",
        "{programs}: taken with a license in hand, or on the way to one. These do not lead to a license.",
        programs=Markup(", ").join(sheet.links("program", [program.id for program in programs])),
    )


def _program(sheet: Sheet, place: Jurisdiction, program: Program) -> dict[str, Any]:
    finding = hours_finding(program, place)
    tone, said = license_words.verdict(finding.verdict)
    subjects = subject_finding(sheet.school, program, place)
    entry = determination_of(program, place.id)
    signed_tone, signed = license_words.determination_words(entry, place)
    return {
        "link": sheet.link(program),
        "tone": tone,
        "verdict": said,
        "why": license_words.why(place, finding),
        "subjects": license_words.subjects_in_words(subjects) if subjects is not None else "",
        "signed_tone": signed_tone,
        "signed": signed,
        "signature": _signature(sheet, entry) if entry is not None else license_words.unsigned(place),
    }


def _signature(sheet: Sheet, entry: Determination) -> Any:
    day = words.short_date(entry.signed_on)
    by = say("Signed by {name}, {role}, on {day}.", name=entry.name, role=entry.role, day=day)
    return sheet.mark(f"{by} ") + sheet.line(entry.reason)


def _position(sheet: Sheet, place: Jurisdiction, position: HoursPosition) -> dict[str, Any]:
    return {
        "hours": words.number(position.hours),
        "label": say("no longer holds") if not position.holds else say("a floor only") if position.floor else "",
        "text": sheet.line(position.says),
        "refs": sheet.refs(position.sources),
        "basis": "sourced",
        "level": say(license_words.LEVELS[position.level]),
        "effective": position.effective or "",
        "dates": _dates(place, position.as_of, position.page_date),
    }


def _dates(place: Jurisdiction, own: date | None, page_date: str | None) -> str:
    """Say when a fact was read, and what date its document bears."""
    day = own or place.as_of
    read = (
        say("Read on {day}.", day=words.short_date(day)) if day is not None else say("The day of reading is not known.")
    )
    if page_date:
        return say("{sentence} Date on the document: {date}.", sentence=read, date=page_date)
    return say("{sentence} The document shows no date.", sentence=read)


def _subjects(sheet: Sheet, place: Jurisdiction, programs: list[Program]) -> dict[str, Any]:
    table = place.subjects
    assert table is not None
    compared = [(program, subject_finding(sheet.school, program, place)) for program in programs]
    return {
        **_table_facts(sheet, place, table),
        "tables": [_subject_table(program, finding) for program, finding in compared if finding is not None],
        "lines": [
            {
                "name": line.name,
                "hours": license_words.hours(line.hours) if line.hours is not None else say("no number named"),
                "note": line.note or "",
            }
            for line in table.lines
        ],
    }


def _table_facts(sheet: Sheet, place: Jurisdiction, table: SubjectTable) -> dict[str, Any]:
    return {
        "complete": table.complete,
        "holds": table.holds,
        "note": sheet.line(table.note) if table.note is not None else "",
        "refs": sheet.refs(table.sources),
        "dates": _dates(place, table.as_of, table.page_date),
    }


def _subject_table(program: Program, finding: SubjectFinding) -> dict[str, Any]:
    return {"title": program.name, "rows": [_line(line) for line in finding.lines]}


def _line(finding: LineFinding) -> dict[str, str]:
    line = finding.line
    return {
        "name": line.name,
        "note": line.note or "",
        "asked": words.number(line.hours) if line.hours is not None else "–",
        "taught": words.number(finding.taught) if finding.taught is not None else "–",
        "tone": license_words.LINES[finding.verdict][0],
        "verdict": license_words.line_words(finding),
    }


def _exam(sheet: Sheet, place: Jurisdiction) -> dict[str, Any]:
    exam = place.exam
    if exam is None:
        return {"accepted": [], "read": False}
    return {
        "read": True,
        "accepted": list(exam.accepted),
        "note": sheet.line(exam.note) if exam.note is not None else "",
        "refs": sheet.refs(exam.sources),
        "dates": _dates(place, exam.as_of, exam.page_date),
        "more": sheet.to(urls.EXAMS) if sheet.school.exams else "",
    }


def _education(sheet: Sheet, place: Jurisdiction) -> dict[str, Any]:
    education = place.continuing_education
    if education is None:
        return {}
    return {
        "text": _hours_to_renew(education),
        "note": sheet.line(education.note) if education.note is not None else "",
        "refs": sheet.refs(education.sources),
        "dates": _dates(place, education.as_of, education.page_date),
    }


def _hours_to_renew(education: ContinuingEducation) -> str:
    if education.hours is None:
        return say("We have not seen a number of hours.")
    if education.hours == 0:
        return say("No hours are asked for.")
    if education.years is None:
        return say_count(education.hours, "{count} hour, period not seen.", "{count} hours, period not seen.")
    period = say_count(education.years, "every year", "every {count} years")
    return say_count(education.hours, "{count} hour {period}.", "{count} hours {period}.", period=period)
