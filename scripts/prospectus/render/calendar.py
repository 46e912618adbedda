"""Calendar files (iCalendar, RFC 5545): one of all groups that have not ended, and one of each group, ended or not.

A calendar app that follows an address asks for it again for years, so the file of a group stays as long as its record
does, also under its former ids. Times are those of the campus, in its time zone. A group whose campus has no record
gets times without a zone ("floating"): nine o'clock wherever the reader is, which is right for somebody who goes there.
Stamps come from the day a record was last read, never from a clock: the same records give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from prospectus.artifact import BuildContext, Job
from prospectus.model.cohort import Cohort, Holiday
from prospectus.model.profile import Sections
from prospectus.model.school import School
from prospectus.reckoning.time_zone import time_zone
from prospectus.reckoning.timetable import timetable_of
from prospectus.render import urls
from prospectus.render.calendar_events import Venue, class_events, day_event, holiday_event, stamped
from prospectus.render.calendar_zone import zone_component

PRODUCT = "-//Prospectus//Calendar of classes//EN"
NO_HOST = "prospectus.invalid"
"""What makes the ids of events unique for a school that has not said where its site will stand."""

_READ_BY_ALL = frozenset({"profile:*", "campus:*", "holiday:*", "catalog:*"})


def calendar_jobs(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield the calendar files, unless the school has turned its programs off."""
    sections = school.profile.sections if school.profile is not None else Sections()
    if not urls.is_open(urls.CALENDAR, sections):
        return
    name = school.profile.name if school.profile is not None else "Calendar"
    reads = _READ_BY_ALL | {"cohort:*", "program:*", "as-of"}
    yield Job(urls.CALENDAR_FEED, reads, partial(_whole, school, context, name), "content/cohorts.yml")
    for cohort in school.cohorts.values():
        reads = _READ_BY_ALL | {cohort.key, f"program:{cohort.program}"}
        for id in (cohort.id, *cohort.formerly):
            yield Job(urls.calendar_file(id), reads, partial(_single, school, context, cohort), cohort.file)


def _whole(school: School, context: BuildContext, name: str) -> bytes:
    cohorts = [cohort for cohort in school.cohorts.values() if cohort.end >= context.as_of]
    cohorts.sort(key=lambda cohort: (cohort.start, cohort.id))
    return _file(school, context, f"{name}: class dates", cohorts, school.holidays.values())


def _single(school: School, context: BuildContext, cohort: Cohort) -> bytes:
    title = f"{_program_name(school, cohort)}, {cohort.group}"
    return _file(school, context, title, [cohort], timetable_of(school, cohort).holidays)


def _file(
    school: School, context: BuildContext, title: str, cohorts: list[Cohort], holidays: Iterable[Holiday]
) -> bytes:
    """Write one file: its head, the time zones its events need, and the events."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    host = _host(school, context)
    for cohort in _first_of_each_zone(school, cohorts):
        venue = _venue(school, cohort)
        if venue.zone is not None:
            same = [other for other in cohorts if _venue(school, other).zone is venue.zone]
            first, last = min(other.start for other in same), max(other.end for other in same)
            calendar.add_component(zone_component(venue.zone, first, last))
    for cohort in cohorts:
        for event in _events(school, context, cohort):
            calendar.add_component(event)
    for holiday in sorted(holidays, key=lambda holiday: (holiday.first, holiday.id)):
        calendar.add_component(stamped(holiday_event(holiday), holiday.review.reviewed_on, host))
    content: bytes = calendar.to_ical()
    return content


def _first_of_each_zone(school: School, cohorts: list[Cohort]) -> list[Cohort]:
    zones = {str(_venue(school, cohort).zone): cohort for cohort in reversed(cohorts)}
    return [zones[name] for name in sorted(zones)]


def _events(school: School, context: BuildContext, cohort: Cohort) -> Iterator[Event]:
    """Yield the events of a group: enrollment, the first day, every class, the last day."""
    name = f"{_program_name(school, cohort)}, {cohort.group}"
    venue = _venue(school, cohort)
    page = f"{context.base_url}{urls.PROGRAMS}{cohort.program}/" if context.base_url else ""
    key = f"cohort-{cohort.formerly[0] if cohort.formerly else cohort.id}"
    days = [(f"{key}-first-day", f"First day of class: {name}", cohort.start)]
    if cohort.enroll_until is not None:
        days.insert(0, (f"{key}-enroll", f"Last day to enroll: {name}", cohort.enroll_until))
    if cohort.end != cohort.start:
        days.append((f"{key}-last-day", f"Last day of class: {name}", cohort.end))
    events = [day_event(uid, words, day, day) for uid, words, day in days]
    events += class_events(key, name, timetable_of(school, cohort), venue)
    for event in events:
        if page:
            event.add("url", page)
        yield stamped(event, cohort.review.reviewed_on, _host(school, context))


def _program_name(school: School, cohort: Cohort) -> str:
    program = school.programs.get(cohort.program)
    return program.name if program is not None else cohort.program


def _venue(school: School, cohort: Cohort) -> Venue:
    campus = school.campuses.get(cohort.campus) if cohort.campus is not None else None
    if campus is None:
        return Venue(cohort.place, None)
    parts = dict.fromkeys([campus.name, campus.street, campus.town])
    return Venue(", ".join(parts), time_zone(campus.time_zone))


def _host(school: School, context: BuildContext) -> str:
    """Give the site's host: the school's own word first, since ids must not follow where a build happens to go."""
    address = (school.profile.address if school.profile is not None else None) or context.base_url
    return urlsplit(address).hostname or NO_HOST
