"""Programs and courses: their lists, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.model.course import Course
from prospectus.model.measure import Hours
from prospectus.model.program import Program
from prospectus.model.record import Record
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all, review_strip
from prospectus.render.pages.cohorts import NO_DATE, cohort_card, coming_cohorts
from prospectus.render.reads import every, reads_of
from prospectus.render.sheet import Sheet


def program_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the indexes of programs and courses and a page for each, unless the school has turned them off."""
    if not urls.is_open(urls.PROGRAMS, desk.sections):
        return
    lists = every(desk.school, "program", "course", "cohort", "license-path")
    yield page_job(desk, urls.PROGRAMS, "programs.md.j2", lists, _programs, "content/programs/")
    yield page_job(desk, urls.COURSES, "courses.md.j2", lists, _courses, "content/courses/")
    for program in desk.school.programs.values():
        reads = partial(_reads, desk, program, "course", "cohort", "license-path")
        address = f"{urls.PROGRAMS}{program.id}/"
        yield page_job(desk, address, "program.md.j2", reads, partial(_program, program=program), program.file)
    for course in desk.school.courses.values():
        reads = partial(_reads, desk, course, "course", "cohort", "program")
        address = f"{urls.COURSES}{course.id}/"
        yield page_job(desk, address, "course.md.j2", reads, partial(_course, course=course), course.file)


def _reads(desk: Desk, record: Record, *kinds: str) -> frozenset[str]:
    return reads_of(desk.school, record) | every(desk.school, *kinds)


def hours_of(sheet: Sheet, program: Program) -> Hours:
    """Sum the hours of a program's courses."""
    return sum((course.hours for course in _courses_of(sheet, program)), Hours())


def program_row(sheet: Sheet, program: Program) -> dict[str, Any]:
    """Prepare a program for a list on one scale of hours."""
    coming = coming_cohorts(sheet, program.id)
    hours = hours_of(sheet, program)
    return {
        "title": program.name,
        "url": sheet.address("program", program.id) or "",
        "text": ", ".join(part for part in (words.count(program.hours, "hour"), _lengths(program)) if part),
        "theory": hours.theory,
        "lab": hours.lab,
        "clinic": hours.clinic,
        "cost": _money(sheet, program.total) if program.total is not None else "",
        "start": words.short_date(coming[0].start) if coming else "No date is set yet",
    }


def by_size(sheet: Sheet) -> list[Program]:
    """Give the programs in the order readers look for them: the longest first."""
    return sorted(sheet.school.programs.values(), key=lambda program: (-program.hours, program.name))


def _courses_of(sheet: Sheet, program: Program) -> list[Course]:
    return [sheet.school.courses[id] for id in program.courses if id in sheet.school.courses]


def _lengths(program: Program) -> str:
    parts = [f"{words.count(length.weeks, 'week')} ({length.schedule})" for length in program.lengths]
    return words.listing(parts, "or")


def _money(sheet: Sheet, amount: Decimal) -> str:
    currency = sheet.school.profile.currency if sheet.school.profile is not None else "$"
    return words.money(amount, currency)


def _programs(sheet: Sheet) -> tuple[PageHead, View]:
    programs = by_size(sheet)
    head = PageHead(
        "Programs and start dates",
        "programs",
        "programs",
        "Programs of the school, their hours, costs and next start dates.",
    )
    return head, {
        "title": head.title,
        "cohorts": [cohort_card(sheet, cohort, named=True) for cohort in coming_cohorts(sheet)],
        "programs": [program_row(sheet, program) for program in programs],
        "scale": max((program.hours for program in programs), default=Decimal(1)),
        "summaries": [
            {"title": program.name, "url": sheet.address("program", program.id) or "", "kind": program.credential,
             "text": sheet.line(program.summary), "meta": []}
            for program in programs
        ],
        "tour": _tour(sheet),
        "calendar": sheet.to(urls.CALENDAR),
        "courses": sheet.to(urls.COURSES),
        "license": sheet.to(urls.LICENSE) if sheet.has(urls.LICENSE) and sheet.school.license_path else "",
        "training": sheet.to(urls.TRAINING) if sheet.has(urls.TRAINING) else "",
        "review": review_of_all(sheet, programs, clinical=False, place="content/programs/"),
    }  # fmt: skip


def _tour(sheet: Sheet) -> Any:
    return sheet.line(sheet.school.profile.tour) if sheet.school.profile is not None else ""


def _courses(sheet: Sheet) -> tuple[PageHead, View]:
    courses = sorted(sheet.school.courses.values(), key=lambda course: course.code)
    subjects = dict.fromkeys(course.subject for course in courses)
    groups = [
        {
            "id": f"subject-{index}",
            "title": subject,
            "items": [_course_item(sheet, course) for course in courses if course.subject == subject],
        }
        for index, subject in enumerate(subjects, start=1)
    ]
    head = PageHead(
        "Courses", "index", "programs", "Every course, its hours and what it teaches.", (("Programs", urls.PROGRAMS),)
    )
    lead = f"{words.sentence_case(words.count(len(courses), 'course'))}, by subject."
    return head, {
        "title": "Courses",
        "lead": lead,
        "groups": groups,
        "review": review_of_all(sheet, courses, clinical=False, place="content/courses/"),
    }


def _course_item(sheet: Sheet, course: Course) -> dict[str, Any]:
    return {
        "kind": course.code,
        "title": course.name,
        "url": sheet.address("course", course.id) or "",
        "text": sheet.line(course.summary),
        "meta": [words.count(course.hours.total, "hour")],
    }


def _program(sheet: Sheet, program: Program) -> tuple[PageHead, View]:
    hours = hours_of(sheet, program)
    courses = _courses_of(sheet, program)
    head = PageHead(program.name, "program", "programs", program.summary.plain, (("Programs", urls.PROGRAMS),))
    facts = [
        {"label": "Length", "text": _lengths(program)},
        {"label": "Total cost", "text": _money(sheet, program.total) if program.total is not None else ""},
        {"label": "Credential", "text": program.credential},
    ]
    return head, {
        "title": program.name,
        "lead": {"text": sheet.line(program.summary), "refs": sheet.refs(program.sources)},
        "facts": [fact for fact in facts if fact["text"]],
        "hours_number": words.number(program.hours),
        "cohorts": [cohort_card(sheet, cohort, named=False) for cohort in coming_cohorts(sheet, program.id)],
        "none_coming": NO_DATE,
        "hours": hours,
        "subjects": _subjects(courses),
        "total": _hours_row("Together", hours, ""),
        "scale": max((row["amount"] for row in _subjects(courses)), default=Decimal(1)),
        "description": sheet.prose(program.description),
        "picture": sheet.picture(program.picture),
        "admission": [sheet.line(entry) for entry in program.admission],
        "after": sheet.links("program", program.after),
        "money": [
            {"name": fee.name, "note": fee.note or "", "amount": _money(sheet, fee.amount)} for fee in program.fees
        ],
        "money_total": _money(sheet, program.total) if program.total is not None else "",
        "not_included": sheet.line(program.not_included) if program.not_included is not None else "",
        "courses": [_course_item(sheet, course) for course in courses],
        "license": sheet.to(urls.LICENSE) if sheet.has(urls.LICENSE) and sheet.school.license_path else "",
        "tour": _tour(sheet),
        "review": review_strip(sheet, program, clinical=False),
    }


def _subjects(courses: list[Course]) -> list[dict[str, Any]]:
    sums: dict[str, Hours] = {}
    for course in courses:
        sums[course.subject] = sums.get(course.subject, Hours()) + course.hours
    return [_hours_row(subject, hours, "") for subject, hours in sums.items()]


def _hours_row(name: str, hours: Hours, url: str) -> dict[str, Any]:
    return {
        "name": name,
        "url": url,
        "theory": hours.theory,
        "lab": hours.lab,
        "clinic": hours.clinic,
        "total": words.number(hours.total),
        "amount": hours.total,
    }


def _course(sheet: Sheet, course: Course) -> tuple[PageHead, View]:
    # Looked up, not searched for: every course searching all courses was the one quadratic part of these pages.
    programs = sheet.school.naming(Program, "course", course.id)
    head = PageHead(
        f"{course.code} {course.name}", "course", "programs", course.summary.plain,
        (("Programs", urls.PROGRAMS), ("Courses", urls.COURSES)),
    )  # fmt: skip
    leads_to = sheet.school.naming(Course, "course", course.id)
    return head, {
        "title": course.name,
        "code": course.code,
        "lead": sheet.line(course.summary),
        "subject": course.subject,
        "hours": course.hours,
        "hours_number": words.number(course.hours.total),
        "description": sheet.prose(course.description),
        "picture": sheet.picture(course.picture),
        "objectives": [sheet.line(objective) for objective in course.objectives],
        "prerequisites": [_coded(sheet, id) for id in course.prerequisites if id in sheet.school.courses],
        "leads_to": [_coded(sheet, other.id) for other in leads_to],
        "techniques": sheet.links("technique", course.techniques),
        "conditions": sheet.links("condition", course.conditions),
        "requirements": sheet.links("requirement", course.requirements) if sheet.has(urls.TRAINING) else [],
        "programs": [sheet.link(program) for program in programs],
        "cohorts": [
            cohort_card(sheet, cohort, named=True)
            for program in programs
            for cohort in coming_cohorts(sheet, program.id)[:1]
        ],
        "review": review_strip(sheet, course, clinical=False),
    }


def _coded(sheet: Sheet, id: str) -> Any:
    course = sheet.school.courses[id]
    return sheet.link(course, f"{course.code} {course.name}")
