"""The chapters on programs and on courses: hours that add up, line by line, and what each course teaches."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from prospectus.model.course import Course, Delivery
from prospectus.model.measure import Hours
from prospectus.model.program import Program
from prospectus.reckoning.ledger import Choice, Entry, ledger_of
from prospectus.render import words
from prospectus.render.pages import program_words
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet, label_of

DELIVERY = {
    Delivery.HYBRID: "partly at a distance",
    Delivery.DISTANCE: "at a distance",
    Delivery.SELF_PACED: "self-paced",
}


def programs_chapter(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield the chapter on programs, the longest first."""
    programs = sorted(sheet.school.programs.values(), key=lambda program: (-program.hours, program.name))
    if programs and sheet.desk.sections.programs:
        view = {"programs": [_program(sheet, program) for program in programs]}
        yield Chapter("programs", "Programs", "catalog/programs.typ.j2", "content/programs/", view)


def courses_chapter(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield the chapter on courses, by code."""
    courses = sorted(sheet.school.courses.values(), key=lambda course: course.code)
    if courses and sheet.desk.sections.programs:
        view = {"courses": [_course(sheet, course) for course in courses]}
        yield Chapter("courses", "Courses", "catalog/courses.typ.j2", "content/courses/", view)


def _program(sheet: PaperSheet, program: Program) -> dict[str, Any]:
    ledger = ledger_of(sheet.school.courses, program)
    occupation = program.occupation
    return {
        "label": label_of("program", program.id),
        "file": program.file,
        "name": program.name,
        "summary": sheet.line(program.summary),
        "description": sheet.prose(program.description),
        "credential": program.credential,
        "occupation": f"{occupation.title}, {occupation.level}" if occupation is not None else "",
        "hours": words.count(program.hours, "clock hour"),
        "lengths": [_length(length) for length in program.lengths],
        "longest": f"{program.max_time_percent}% of the usual length" if program.max_time_percent else "",
        "class_size": _class_size(program),
        "objectives": [sheet.line(entry) for entry in program.objectives],
        "admission": [sheet.line(entry) for entry in program.admission],
        "after": sheet.links("program", program.after),
        "graduation": [sheet.line(entry) for entry in program.graduation],
        "measures": [program_words.measure(measure) for measure in program.measures],
        "stated": _stated(sheet, program),
        "courses": [_line(sheet, entry) for entry in ledger.entries],
        "choices": [_choice(sheet, choice) for choice in ledger.choices],
        "subjects": [{"title": subject.subject, **split(subject.hours)} for subject in ledger.subjects],
        "total": split(ledger.hours, ledger.total),
    }


def _length(length: Any) -> dict[str, str]:
    weekly = f", {words.number(length.hours_a_week)} hours a week" if length.hours_a_week else ""
    pattern = f". {length.pattern}" if length.pattern else ""
    return {
        "schedule": words.sentence_case(length.schedule),
        "text": f"{words.count(length.weeks, 'week')}{weekly}{pattern}",
    }


def _class_size(program: Program) -> str:
    parts = [
        f"at most {words.count(program.max_class_size, 'student')} in a class" if program.max_class_size else "",
        f"at most {program.students_per_instructor} students for each instructor in lab"
        if program.students_per_instructor
        else "",
    ]
    return words.sentence_case(", ".join(part for part in parts if part))


def _stated(sheet: PaperSheet, program: Program) -> dict[str, Any]:
    stated = program.stated_hours
    return {} if stated is None else {"hours": words.count(stated.hours, "hour"), "reason": sheet.line(stated.reason)}


def _line(sheet: PaperSheet, entry: Entry) -> dict[str, Any]:
    return {"title": sheet.link(entry.course, program_words.coded(entry.course)), **split(entry.hours)}


def _choice(sheet: PaperSheet, choice: Choice) -> dict[str, Any]:
    """Give a choice as a line of its own, with the courses to choose from."""
    counted = choice.counted if choice.counted is not None else choice.least
    return {
        "title": f"{choice.electives.name}: {choice.electives.choose} of {len(choice.entries)}",
        "courses": [sheet.link(entry.course, program_words.coded(entry.course)) for entry in choice.entries],
        **split(choice.split or Hours(), counted),
    }


def split(hours: Hours, total: Decimal | None = None) -> dict[str, str]:
    """Write the three kinds of hours and their sum, a dash for none."""
    amounts: tuple[tuple[str, Decimal], ...] = (
        ("theory", hours.theory),
        ("lab", hours.lab),
        ("clinic", hours.clinic),
        ("all", hours.total if total is None else total),
    )
    return {name: words.number(amount) if amount else "–" for name, amount in amounts}


def _course(sheet: PaperSheet, course: Course) -> dict[str, Any]:
    before = [f"{other.code} {other.name}" for id in course.prerequisites if (other := sheet.school.courses.get(id))]
    return {
        "label": label_of("course", course.id),
        "file": course.file,
        "title": f"{course.code} {course.name}",
        "delivery": DELIVERY.get(course.delivery, ""),
        "hours": words.count(course.hours.total, "hour"),
        "parts": [
            f"{name} {amount}" for name, amount in split(course.hours).items() if name != "all" and amount != "–"
        ],
        "subject": course.subject,
        "before": words.listing(before) or "none",
        "description": sheet.prose(course.description),
        "techniques": sheet.links("technique", course.techniques),
        "conditions": sheet.links("condition", course.conditions),
    }
