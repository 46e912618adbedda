"""The rules of a time zone as a calendar file carries them, for the years its events lie in.

Made from the time zone itself, change by change. An onset is written in the clock time before the change, as RFC 5545
(3.6.5) asks.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_YEAR_BEFORE = timedelta(days=366)
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def zone_component(zone: ZoneInfo, first: date, last: date) -> Timezone:
    """Describe a time zone from a year before the first day, so that a rule is in force on it, to the last."""
    component = Timezone()
    component.add("tzid", zone.key)
    moment = datetime.combine(first - _YEAR_BEFORE, time(), UTC)
    end = datetime.combine(last + _DAY, time(), UTC) + _DAY
    component.add_component(_observance(zone, moment, _offset(zone, moment)))
    while moment < end:
        before, after = _offset(zone, moment), _offset(zone, moment + _DAY)
        if before != after:
            component.add_component(_observance(zone, _change(zone, moment), before))
        moment += _DAY
    return component


def _observance(zone: ZoneInfo, onset: datetime, before: timedelta) -> TimezoneStandard | TimezoneDaylight:
    local = onset.astimezone(zone)
    rule = TimezoneDaylight() if local.dst() else TimezoneStandard()
    rule.add("dtstart", (onset + before).replace(tzinfo=None))
    rule.add("tzoffsetfrom", before)
    rule.add("tzoffsetto", _offset(zone, onset))
    rule.add("tzname", local.tzname() or zone.key)
    return rule


def _change(zone: ZoneInfo, start: datetime) -> datetime:
    """Find the minute within a day in which the offset changes, by halving."""
    low, high = 0, _DAY // _MINUTE
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, start + middle * _MINUTE) == _offset(zone, start):
            low = middle
        else:
            high = middle
    return start + high * _MINUTE


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)
