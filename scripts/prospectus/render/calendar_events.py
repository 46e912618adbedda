"""The events of a calendar file: single days, weekly classes with the days that fall out, holidays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Event

from prospectus.model.cohort import ClassTime, Holiday, Weekday
from prospectus.reckoning.timetable import Timetable

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a group meets, in words, and the time zone there; None where nobody has said it."""

    place: str
    zone: ZoneInfo | None

    def at(self, day: date, moment: time) -> datetime:
        """Give a time on a day as the clock on the wall there shows it."""
        return datetime.combine(day, moment, self.zone)


def stamped(event: Event, day: date, host: str) -> Event:
    """Make an event whole: its id unique in the world, and the day its record was last read as its stamp."""
    event["uid"] = f"{event['uid']}@{host}"
    event.add("dtstamp", datetime.combine(day, time(), UTC))
    return event


def day_event(uid: str, words: str, first: date, last: date) -> Event:
    """Give an event of whole days that keeps nobody's time busy. The end of such an event is the day after."""
    event = Event()
    event.add("uid", uid)
    event.add("summary", words)
    event.add("dtstart", first)
    event.add("dtend", last + _DAY)
    event.add("transp", "TRANSPARENT")
    return event


def holiday_event(holiday: Holiday) -> Event:
    """Give a holiday as an event of whole days."""
    uid = f"holiday-{holiday.formerly[0] if holiday.formerly else holiday.id}"
    return day_event(uid, f"No class: {holiday.name}", holiday.first, max(holiday.until, holiday.first))


def class_events(key: str, name: str, timetable: Timetable, venue: Venue) -> Iterator[Event]:
    """Yield a group's classes: a weekly event for each class time, or one for each single day."""
    cohort = timetable.cohort
    if cohort.meets_on:
        yield from _single_events(key, name, timetable, venue)
        return
    for number, class_time in enumerate(cohort.class_times, start=1):
        weekdays = {day.number for day in class_time.days}
        days = [day for day in timetable.days if day.weekday() in weekdays]
        if days:
            closed = [day for day in timetable.closed if day.weekday() in weekdays and days[0] < day < days[-1]]
            event = _class_event(f"{key}-class-{number}", name, days[0], class_time, venue)
            event.add("rrule", _weekly(class_time, days[-1], venue))
            if closed:
                event.add("exdate", [venue.at(day, class_time.begins) for day in closed])
            yield event


def _single_events(key: str, name: str, timetable: Timetable, venue: Venue) -> Iterator[Event]:
    if not timetable.cohort.class_times:
        for day in timetable.days:
            event = day_event(f"{key}-{day:%Y%m%d}", f"Class: {name}", day, day)
            event.add("location", venue.place)
            yield event
    for session in timetable.sessions:
        uid = f"{key}-{session.day:%Y%m%d}-{session.time.begins:%H%M}"
        yield _class_event(uid, name, session.day, session.time, venue)


def _class_event(uid: str, name: str, day: date, class_time: ClassTime, venue: Venue) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("summary", f"Class: {name}")
    event.add("dtstart", venue.at(day, class_time.begins))
    event.add("dtend", venue.at(day, class_time.ends))
    event.add("location", venue.place)
    return event


def _weekly(class_time: ClassTime, last: date, venue: Venue) -> dict[str, object]:
    """Give the weekly rule. Its end is in universal time where the start has a zone, and floating where it has none."""
    until = venue.at(last, class_time.begins)
    by_day = [day.value[:2].upper() for day in Weekday if day in class_time.days]
    return {"freq": "weekly", "byday": by_day, "until": until.astimezone(UTC) if venue.zone is not None else until}
