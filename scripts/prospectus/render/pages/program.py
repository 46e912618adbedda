"""The page of one program: when it starts, where its hours go, what it costs, where it licenses, and its courses."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from prospectus.language import say, say_count
from prospectus.model.course import Course
from prospectus.model.program import Length, Program
from prospectus.reckoning.ledger import courses_of, terms_of
from prospectus.render import urls, words
from prospectus.render.page import PageHead, View, review_strip
from prospectus.render.pages import program_words
from prospectus.render.pages.cohorts import cohort_card, coming_cohorts
from prospectus.render.pages.costs import cost_view, price_in_words
from prospectus.render.pages.course_order import program_order
from prospectus.render.pages.licensing import license_summary
from prospectus.render.pages.program_hours import hours_view
from prospectus.render.pages.program_step import first_ways, next_step, none_coming
from prospectus.render.sheet import Sheet

READS = (
    "course", "cohort", "license-path", "campus", "policy", "catalog", "jurisdiction", "technique", "program", "source",
    "exam",
)  # fmt: skip
"""Kinds that stand on the page of a program beside the program itself."""


def program_page(sheet: Sheet, program: Program) -> tuple[PageHead, View]:
    """Prepare the page of a program."""
    head = PageHead(program.name, "program", "programs", program.summary.plain, ((say("Programs"), urls.PROGRAMS),))
    coming = coming_cohorts(sheet, program.id)
    start = words.short_date(coming[0].start) if coming else say("No date is set yet")
    facts = [
        {"label": say("Next start"), "text": start},
        {"label": say("Length"), "text": program_words.lengths(program)},
        {"label": say("Total cost"), "text": price_in_words(sheet, program)},
        # The large number beside the title has no room on a phone; there it is a fact below it.
        {"label": say("Hours"), "text": f"{words.number(program.hours)} {_caption(sheet, program)}"},
    ]
    view: dict[str, Any] = {
        "title": sheet.name(program),
        "also": program_words.local_names(program.names),
        "lead": {"text": sheet.line(program.summary), "refs": sheet.refs(program.sources)},
        "facts": [fact for fact in facts if fact["text"]],
        "hours_number": words.number(program.hours),
        "hours_caption": _caption(sheet, program),
        "ways": first_ways(sheet, program),
        "cohorts": [cohort_card(sheet, cohort, named=False) for cohort in coming],
        "none_coming": none_coming(sheet, program),
        "cost": cost_view(sheet, program),
        "course_groups": _course_groups(sheet, program),
        "order": program_order(sheet, program),
        "licensing": license_summary(sheet, program),
        "policies": sheet.links("policy", program.policies),
        "all_policies": sheet.to(urls.POLICIES) if sheet.has(urls.POLICIES) and sheet.school.policies else "",
        "costs": sheet.to(urls.COSTS),
        "license": sheet.to(urls.LICENSE) if sheet.has(urls.LICENSE) and sheet.school.license_path else "",
        "next": next_step(sheet, program),
        "review": review_strip(sheet, program, clinical=False),
    }
    view["jump"] = _jump(licensed=bool(view["license"] or view["licensing"]["url"]))
    return head, {**view, **_about(sheet, program), **hours_view(sheet, program), **_schedules(program)}


def _jump(*, licensed: bool) -> list[dict[str, str]]:
    places = [
        ("dates", say("Start dates")),
        ("about", say("What it is for")),
        ("hours", say("Hours")),
        ("cost", say("What it costs")),
    ]
    places += [("license", say("License"))] if licensed else []
    places += [("courses", say("Courses")), ("finish", say("Finishing")), ("next", say("Next step"))]
    return [{"id": id, "title": title} for id, title in places]


def _caption(sheet: Sheet, program: Program) -> str:
    catalog = sheet.school.catalog
    minutes = program.hour_minutes or (catalog.hour_minutes if catalog is not None else 60)
    return say("clock hours") if minutes == 60 else say("clock hours of {minutes} minutes", minutes=minutes)


def _about(sheet: Sheet, program: Program) -> View:
    work = program.occupation
    return {
        "description": sheet.prose(program.description),
        "picture": sheet.picture(program.picture),
        "credential": program.credential,
        "objectives": [sheet.line(entry) for entry in program.objectives],
        "work": f"{work.title}, {work.level}" + (f" ({work.code})" if work.code else "") if work is not None else "",
        "techniques": sheet.links("technique", program.techniques),
        "admission": [sheet.line(entry) for entry in program.admission],
        "after": sheet.links("program", program.after),
        "leads_to": [sheet.link(other) for other in sheet.school.programs.values() if program.id in other.after],
        "graduation": [sheet.line(entry) for entry in program.graduation],
        "campuses": sheet.links("campus", program.campuses),
        "classes": _classes(program),
    }


def _classes(program: Program) -> str:
    """Say how many students share a class and an instructor."""
    parts = []
    if program.max_class_size is not None:
        size = program.max_class_size
        parts.append(say_count(size, "{count} student in a class", "{count} students in a class"))
    if program.students_per_instructor is not None:
        size = program.students_per_instructor
        parts.append(
            say_count(size, "{count} student for each instructor in lab", "{count} students for each instructor in lab")
        )
    return say("At most {students}.", students=words.listing(parts)) if parts else ""


def _schedules(program: Program) -> View:
    columns = [say("Schedule"), say("Weeks"), say("Hours a week"), say("Hours in all")]
    columns += [say("An ordinary week"), say("Longest time allowed")]
    rows = [_length_cells(program, length) for length in program.lengths]
    kept = [index for index in range(len(columns)) if index == 0 or any(row[index] for row in rows)]
    return {
        "schedule_head": [columns[index] for index in kept],
        "schedules": [[row[index] or "–" for index in kept] for row in rows],
    }


def _length_cells(program: Program, length: Length) -> list[str]:
    longest = ""
    if program.max_time_percent is not None:
        weeks = Decimal(length.weeks) * program.max_time_percent / 100
        percent = program.max_time_percent
        longest = say("{weeks} ({percent} percent)", weeks=program_words.weeks(weeks), percent=percent)
    return [
        words.sentence_case(length.schedule),
        words.number(length.weeks),
        words.number(length.hours_a_week) if length.hours_a_week is not None else "",
        words.number(length.hours or program.hours),
        length.pattern or "",
        longest,
    ]


def _course_groups(sheet: Sheet, program: Program) -> list[dict[str, Any]]:
    """Prepare the courses in the order they are taught, under the term in which each begins."""
    courses = {id: course for id in courses_of(program) if (course := sheet.school.courses.get(id)) is not None}
    groups = []
    for term in terms_of(sheet.school.courses, program):
        taken = [*term.entries, *(entry for choice in term.choices for entry in choice.entries)]
        begins = [courses.pop(entry.course.id) for entry in taken if entry.course.id in courses]
        if begins:
            weeks = [program_words.weeks(term.term.weeks)] if term.term.weeks else []
            split = program_words.split(term.hours, term.total - term.hours.total)
            notes = [*weeks, f"{program_words.hours(term.total)}: {split}"]
            items = [course_item(sheet, course) for course in begins]
            groups.append({"title": term.term.name, "note": ", ".join(notes), "items": items})
    rest = [course_item(sheet, course) for course in courses.values()]
    title = say("In no term") if groups else ""
    return [*groups, *([{"title": title, "note": "", "items": rest}] if rest else [])]


def course_item(sheet: Sheet, course: Course) -> dict[str, Any]:
    """Prepare a course for a list, with the way it is taught where that is not in person."""
    mode = program_words.delivery(course)
    hours = program_words.hours(course.hours.total)
    return {
        "kind": course.code,
        "title": course.name,
        "url": sheet.address("course", course.id) or "",
        # A list of courses is read for its names; the course's own page explains its words.
        "text": course.summary.plain,
        "meta": [f"{hours}: {program_words.split(course.hours)}", *([mode] if mode else [])],
    }
