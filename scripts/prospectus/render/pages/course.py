"""The page of one course, and the list of all courses by subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prospectus.language import say, say_count
from prospectus.model.course import Course, Textbook
from prospectus.model.person import Person
from prospectus.model.program import Program
from prospectus.render import urls, words
from prospectus.render.page import PageHead, View, review_of_all, review_strip
from prospectus.render.pages import program_words
from prospectus.render.pages.cohorts import cohort_card, coming_cohorts
from prospectus.render.pages.course_order import course_neighborhood, needs_in_words
from prospectus.render.pages.finder_box import finder_box
from prospectus.render.pages.program import course_item
from prospectus.render.pages.program_step import none_coming
from prospectus.render.paper.syllabus import syllabus_path
from prospectus.render.sheet import Sheet


def courses_page(sheet: Sheet) -> tuple[PageHead, View]:
    """Prepare the list of all courses."""
    courses = sorted(sheet.school.courses.values(), key=lambda course: course.code)
    subjects = dict.fromkeys(course.subject for course in courses)
    groups = [
        {
            "id": f"subject-{index}",
            "title": subject,
            "items": [course_item(sheet, course) for course in courses if course.subject == subject],
        }
        for index, subject in enumerate(subjects, start=1)
    ]
    head = PageHead(
        say("Courses"),
        "index",
        "programs",
        say("Every course, its hours and what it teaches."),
        ((say("Programs"), urls.PROGRAMS),),
    )
    lead = say_count(len(courses), "{count} course, by subject.", "{count} courses, by subject.")
    return head, {
        "title": head.title,
        "lead": lead,
        "find": finder_box(sheet, "course", say("Search the courses")),
        "groups": groups,
        "review": review_of_all(sheet, courses, clinical=False, place="content/courses/"),
    }


def course_page(sheet: Sheet, course: Course) -> tuple[PageHead, View]:
    """Prepare the page of a course."""
    # Looked up, not searched for: every course searching all courses was the one quadratic part of these pages.
    programs = sheet.school.naming(Program, "course", course.id)
    head = PageHead(
        f"{course.code} {course.name}", "course", "programs", course.summary.plain,
        ((say("Programs"), urls.PROGRAMS), (say("Courses"), urls.COURSES)),
    )  # fmt: skip
    leads_to = sheet.school.naming(Course, "course", course.id)
    hours = course.hours.total
    view: dict[str, Any] = {
        "title": sheet.name(course),
        "code": course.code,
        "also": program_words.local_names(course.names),
        "delivery": program_words.delivery(course),
        "lead": sheet.line(course.summary),
        # The large number beside the title has no room on a phone; there it is a fact below it.
        "facts": [{"label": say("Hours"), "text": say_count(hours, "{count} clock hour", "{count} clock hours")}],
        "subject": course.subject,
        "hours_number": words.number(course.hours.total),
        "description": sheet.prose(course.description),
        "picture": sheet.picture(course.picture),
        "objectives": [sheet.line(objective) for objective in course.objectives],
        "safety": [sheet.line(note) for note in course.safety_notes],
        "techniques": sheet.links("technique", course.techniques),
        "conditions": sheet.links("condition", course.conditions),
        "requirements": sheet.links("requirement", course.requirements) if sheet.has(urls.TRAINING) else [],
        "needs": needs_in_words(sheet, course),
        "permission": sheet.line(course.permission) if course.permission is not None else "",
        "leads_to": [sheet.link(other, program_words.coded(other)) for other in leads_to],
        "order": course_neighborhood(sheet, course),
        "programs": [sheet.link(program) for program in programs],
        **_dates(sheet, programs),
        "paper": {"title": say("Download the syllabus (PDF)"), "url": sheet.to(syllabus_path(course))},
        "review": review_strip(sheet, course, clinical=False),
    }
    view |= {**_numbers(course), **_study(sheet, course)}
    return head, {**view, "jump": _jump(view)}


def _dates(sheet: Sheet, programs: Sequence[Program]) -> View:
    """Prepare the next group of each program that the course is part of."""
    coming = [(program, coming_cohorts(sheet, program.id)[:1]) for program in programs]
    return {
        "cohorts": [cohort_card(sheet, cohort, named=True) for _, cohorts in coming for cohort in cohorts],
        "none_coming": none_coming(sheet, programs[0] if len(programs) == 1 else None),
    }


def _jump(view: View) -> list[dict[str, str]]:
    places = [("about", say("What it teaches")), ("hours", say("Hours"))]
    places += [("outline", say("Week by week"))] if view["outline"] else []
    places += [("study", say("Grades and books"))] if view["is_studied"] else []
    places += [("order", say("Before and after")), ("dates", say("Next dates"))]
    return [{"id": id, "title": title} for id, title in places]


def _numbers(course: Course) -> View:
    """Prepare hours, measures and areas."""
    apart = [
        [words.sentence_case(entry.schedule), *_split(entry.hours.theory, entry.hours.lab, entry.hours.clinic),
         words.number(entry.hours.total)]
        for entry in course.hours_by_schedule
    ]  # fmt: skip
    hours = course.hours
    usual = [say("Otherwise"), *_split(hours.theory, hours.lab, hours.clinic), words.number(hours.total)]
    areas = [[say(program_words.AREAS[entry.area]), words.number(entry.hours)] for entry in course.areas]
    return {
        "hours": hours,
        "schedules": [*apart, usual] if apart else [],
        "measures": words.sentence_case(words.listing([program_words.measure(found) for found in course.measures])),
        "areas": areas,
        "areas_total": [say("Together"), words.number(sum((entry.hours for entry in course.areas), 0))],
    }


def _split(*amounts: Any) -> list[str]:
    return [words.number(amount) if amount else "–" for amount in amounts]


def _study(sheet: Sheet, course: Course) -> View:
    """Prepare what students read, do and are graded on, and who teaches."""
    teachers = [_teacher(sheet, person) for person in sheet.school.naming(Person, "course", course.id)]
    return {
        "is_studied": bool(course.assessments or course.textbooks or course.no_textbooks or teachers),
        "outline": [{"label": part.week, "text": sheet.line(part.topic)} for part in course.outline],
        "assessments": [
            [part.name, sheet.line(part.detail) if part.detail is not None else "", f"{words.number(part.weight)}%"]
            for part in course.assessments
        ],
        "books": [_book(sheet, book) for book in course.textbooks],
        "no_books": course.no_textbooks,
        "teachers": teachers,
        "exams": _exams(sheet, course),
    }


def _book(sheet: Sheet, book: Textbook) -> list[Any]:
    detail = ", ".join(part for part in (book.author, book.edition, f"ISBN {book.isbn}" if book.isbn else "") if part)
    need = say("Required") if book.required else say("Suggested")
    if book.price is None:
        price = say("Ask us")
    else:
        price = program_words.money(sheet, book.price) if book.price else say("Included in your fees")
    return [book.title, detail, need, price]


def _teacher(sheet: Sheet, person: Person) -> Any:
    return {"name": sheet.link(person), "title": person.title}


def _exams(sheet: Sheet, course: Course) -> list[dict[str, Any]]:
    """Name the areas of exams that the course prepares for, by the words of their outline."""
    rows = []
    for coverage in course.exam_areas:
        exam = sheet.school.exams.get(coverage.exam)
        if exam is not None:
            names = [area.name for area in exam.outline.areas if area.key in coverage.areas]
            rows.append({"exam": sheet.link(exam), "areas": words.listing(names)})
    return rows
