"""The calendar: groups that start, groups in class, enrollment, the year month by month, and the days off.

Everything is seen from the date of the build: a group that has started is told apart, one that has ended is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
from prospectus.model.campus import Campus
from prospectus.model.cohort import Cohort, Holiday
from prospectus.model.record import Record
from prospectus.reckoning.timetable import hours_due, timetable_of
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages.cohorts import cohort_card, coming_cohorts, enrollment_in_words, seats_in_words
from prospectus.render.pages.next_step import ways_to_ask
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

LEAD = mark("When groups begin and end, how long you can enroll, and the days on which there is no class.")


PARTS = (
    ("dates", mark("Groups that begin"), "lead"),
    ("enroll", mark("When can I enroll?"), "enrollment"),
    ("months", mark("Month by month"), "months"),
    ("hours", mark("Days and hours"), "hours"),
    ("running", mark("Groups in class now"), "running"),
    ("holidays", mark("Days without class"), "holidays"),
)
"""The parts of the page: anchor, name in the row of links, and what must be there for the part to be."""


def calendar_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the calendar, unless the school has turned its programs off."""
    if urls.is_open(urls.CALENDAR, desk.sections):
        reads = every(desk.school, "cohort", "holiday", "program", "campus", "catalog")
        yield page_job(desk, urls.CALENDAR, "calendar.md.j2", reads, _prepare, "content/cohorts.yml")


def _prepare(sheet: Sheet) -> tuple[PageHead, View]:
    coming, running = coming_cohorts(sheet), _running(sheet)
    holidays = _coming_holidays(sheet)
    note = sheet.school.catalog.calendar_note if sheet.school.catalog is not None else None
    head = PageHead(say("Calendar"), "calendar", "programs", say(LEAD), ((say("Programs"), urls.PROGRAMS),))
    view: dict[str, Any] = {
        "title": head.title,
        "lead": say(LEAD),
        "feed": sheet.to(urls.CALENDAR_FEED) if coming or running or holidays else "",
        "places": _by_place(sheet, coming),
        "asking": ways_to_ask(sheet) if not coming else [],
        "note": sheet.line(note) if note is not None else "",
        "enrollment": [_enrollment_row(sheet, cohort) for cohort in coming],
        "hours": [_hours_row(sheet, cohort) for cohort in coming],
        "months": _months(sheet, [*running, *coming], holidays),
        "running": [_running_row(sheet, cohort) for cohort in running],
        "holidays": [_holiday_row(sheet, holiday) for holiday in holidays],
        "review": review_of_all(sheet, _records(sheet), clinical=False),
    }
    return head, {**view, "jumps": [{"id": id, "title": say(title)} for id, title, key in PARTS if view[key]]}


def _records(sheet: Sheet) -> list[Record]:
    return [*sheet.school.cohorts.values(), *sheet.school.holidays.values()]


def _running(sheet: Sheet) -> list[Cohort]:
    as_of = sheet.context.as_of
    running = [cohort for cohort in sheet.school.cohorts.values() if cohort.start < as_of <= cohort.end]
    known = [cohort for cohort in running if cohort.program in sheet.school.programs]
    return sorted(known, key=lambda cohort: (cohort.end, cohort.id))


def _coming_holidays(sheet: Sheet) -> list[Holiday]:
    coming = [holiday for holiday in sheet.school.holidays.values() if holiday.until >= sheet.context.as_of]
    return sorted(coming, key=lambda holiday: (holiday.first, holiday.id))


def _by_place(sheet: Sheet, cohorts: list[Cohort]) -> list[dict[str, Any]]:
    """Put the cards of groups under their campus; a school of one campus needs no heading for it."""
    campuses = list(dict.fromkeys(cohort.campus or "" for cohort in cohorts))
    return [
        {
            "title": _campus_name(sheet, campus) if len(campuses) > 1 else "",
            "cohorts": [_card(sheet, cohort) for cohort in cohorts if (cohort.campus or "") == campus],
        }
        for campus in campuses
    ]


def _card(sheet: Sheet, cohort: Cohort) -> dict[str, Any]:
    return {**cohort_card(sheet, cohort, named=True), "id": urls.anchor_of("cohort", cohort.id)}


def _campus_name(sheet: Sheet, id: str) -> Markup:
    campus: Campus | None = sheet.school.campuses.get(id)
    return sheet.link(campus) if campus is not None else Markup(say("Other places"))


def _name(sheet: Sheet, cohort: Cohort) -> Markup:
    program = sheet.school.programs[cohort.program]
    return Markup("{}, {}").format(sheet.link(program), cohort.group)


def _enrollment_row(sheet: Sheet, cohort: Cohort) -> list[Any]:
    state = enrollment_in_words(cohort, sheet.context.as_of) or seats_in_words(cohort)
    return [_name(sheet, cohort), words.short_date(cohort.start), _enrollment_days(cohort), state]


def _enrollment_days(cohort: Cohort) -> str:
    first, last = cohort.enroll_from, cohort.enroll_until
    if first is not None and last is not None:
        return words.date_span(first, last)
    if first is not None:
        return say("{day} to the first day of class", day=words.short_date(first))
    return say("until {day}", day=words.short_date(last)) if last is not None else say("until the first day of class")


def _hours_row(sheet: Sheet, cohort: Cohort) -> list[Any]:
    timetable = timetable_of(sheet.school, cohort)
    program = sheet.school.programs[cohort.program]
    told = bool(cohort.class_times or cohort.meets_on)
    return [
        Markup("{}<small>{}</small>").format(_name(sheet, cohort), _schedule(cohort)),
        say_count(len(timetable.days), "{count} day", "{count} days") if told else say("not set"),
        words.number(round(timetable.hours, 1)) if cohort.class_times else say("not set"),
        words.number(hours_due(program, cohort)),
    ]


def _schedule(cohort: Cohort) -> str:
    day = words.short_date(cohort.start)
    if not cohort.length:
        return say("Begins {day}", day=day)
    return words.sentence_case(say("{length} schedule, begins {day}", length=cohort.length, day=day))


def _running_row(sheet: Sheet, cohort: Cohort) -> list[Any]:
    link = Markup('<a href="{}">{}</a>').format(sheet.to(urls.calendar_file(cohort.id)), say("Class dates"))
    return [_name(sheet, cohort), words.short_date(cohort.start), words.short_date(cohort.end), cohort.schedule, link]


def _holiday_row(sheet: Sheet, holiday: Holiday) -> dict[str, Any]:
    return {
        "id": urls.anchor_of("holiday", holiday.id),
        "name": holiday.name,
        "places": Markup(", ").join(_campus_name(sheet, id) for id in holiday.campuses),
        "dates": words.date_span(holiday.first, holiday.until),
        "length": say_count((holiday.until - holiday.first).days + 1, "{count} day", "{count} days"),
    }


def _months(sheet: Sheet, cohorts: list[Cohort], holidays: list[Holiday]) -> list[dict[str, Any]]:
    """Give the months in which something happens: what begins, what ends, from when there is no class."""
    as_of = sheet.context.as_of
    entries = [
        *((cohort.start, "begins", say("{group} begins", group=_name(sheet, cohort))) for cohort in cohorts),
        *((cohort.end, "ends", say("{group} ends", group=_name(sheet, cohort))) for cohort in cohorts),
        *((max(holiday.first, as_of), "closed", _closed(holiday)) for holiday in holidays),
    ]
    coming = sorted((entry for entry in entries if entry[0] >= as_of), key=lambda entry: entry[:2])
    months: dict[str, list[dict[str, Any]]] = {}
    for day, sort, text in coming:
        months.setdefault(words.sentence_case(words.month(day)), []).append(
            {"day": day.day, "sort": sort, "text": text}
        )
    return [{"title": title, "entries": found} for title, found in months.items()]


def _closed(holiday: Holiday) -> Markup:
    if holiday.until == holiday.first:
        return Markup(escape(say("No class: {name}", name=holiday.name)))
    return Markup(escape(say("No class until {day}: {name}", day=words.short_date(holiday.until), name=holiday.name)))
