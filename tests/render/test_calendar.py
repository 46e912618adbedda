"""Calendar files: valid by RFC 5545, true to the timetable, right when clocks change, the same on any machine."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from prospectus.model.cohort import Cohort
from prospectus.model.school import School
from prospectus.read import read_school
from prospectus.reckoning.time_zone import time_zone
from prospectus.reckoning.timetable import timetable_of
from prospectus.render.calendar import NO_HOST, calendar_jobs
from prospectus.render.calendar_zone import zone_component
from tiny import CONTEXT, edited, read_tiny

ROOT = Path(__file__).resolve().parents[2]
NEW_YORK = "America/New_York"


@cache
def shipped() -> School:
    return read_school(ROOT).school


def files_of(school: School, **context: Any) -> dict[str, bytes]:
    return {job.path: job.run().content for job in calendar_jobs(school, replace(CONTEXT, **context))}


@cache
def all_files() -> dict[str, bytes]:
    tiny = {f"tiny/{path}": content for path, content in files_of(read_tiny().school).items()}
    return tiny | {f"shipped/{path}": content for path, content in files_of(shipped()).items()}


def events_of(content: bytes) -> list[Event]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def parts(lines: list[str], name: str) -> Iterator[list[str]]:
    """Yield the lines of each component of a name, without those around it."""
    begin = None
    for number, line in enumerate(lines):
        if line == f"BEGIN:{name}":
            begin = number
        elif line == f"END:{name}" and begin is not None:
            yield lines[begin + 1 : number]


def names(lines: list[str]) -> list[str]:
    return [re.split("[:;]", line)[0] for line in lines]


def starts_of(event: Event) -> list[datetime]:
    """Work out every start of an event from its own rule and exceptions, as a calendar app does."""
    first: datetime = event["dtstart"].dt
    if "rrule" not in event:
        return [first]
    without = {entry.dt for entry in event["exdate"].dts} if "exdate" in event else set()
    return [start for start in rrulestr(event["rrule"].to_ical().decode(), dtstart=first) if start not in without]


@pytest.mark.parametrize("path", sorted(all_files()))
def test_a_file_keeps_the_rules_of_rfc_5545(path: str) -> None:
    content = all_files()[path]
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b""), "every line ends in CRLF (3.1)"
    assert max(len(line) for line in content.split(b"\r\n")) <= 75, "no line is longer than 75 octets (3.1)"
    lines = unfolded(content)
    assert [names(lines).count(name) for name in ("PRODID", "VERSION", "METHOD")] == [1, 1, 0], "3.6"
    assert "VERSION:2.0" in lines
    for event in parts(lines, "VEVENT"):
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
            assert names(event).count(name) == 1, f"3.6.1: one {name} in {event}"
        assert next(line for line in event if line.startswith("DTSTAMP")).endswith("Z"), "3.8.7.2: in universal time"
    defined = {line.removeprefix("TZID:") for line in lines if line.startswith("TZID:")}
    used = {found for line in lines for found in re.findall(r";TZID=([^:;]+)", line)}
    assert used <= defined, "3.2.19: a zone that is named is described"
    for rule in (*parts(lines, "STANDARD"), *parts(lines, "DAYLIGHT")):
        assert {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"} <= set(names(rule)), "3.6.5"
        assert re.fullmatch(r"DTSTART:\d{8}T\d{6}", rule[0]), "3.6.5: the onset is local time"


@pytest.mark.parametrize("path", sorted(all_files()))
def test_a_rule_ends_in_the_form_of_its_start(path: str) -> None:
    for event in parts(unfolded(all_files()[path]), "VEVENT"):
        start = next(line for line in event if line.startswith("DTSTART"))
        for rule in (line for line in event if line.startswith("RRULE")):
            assert bool(re.search(r"UNTIL=\d{8}T\d{6}Z", rule)) == ("TZID=" in start), "3.3.10"


@pytest.mark.parametrize("school", [read_tiny().school, shipped()], ids=["tiny", "shipped"])
def test_every_class_of_every_group_is_in_its_file_and_no_other(school: School) -> None:
    files = files_of(school)
    for cohort in school.cohorts.values():
        events = events_of(files[f"calendar/{cohort.id}.ics"])
        classes = [event for event in events if str(event["summary"]).startswith("Class: ")]
        starts = sorted(start.replace(tzinfo=None) for event in classes for start in starts_of(event))
        sessions = timetable_of(school, cohort).sessions
        assert starts == [datetime.combine(session.day, session.time.begins) for session in sessions]
        days = {str(event["summary"]).split(":")[0]: event["dtstart"].dt for event in events}
        assert (days["First day of class"], days["Last day of class"]) == (cohort.start, cohort.end)


@pytest.mark.parametrize("path", sorted(all_files()))
def test_ids_are_unique_and_name_the_host(path: str) -> None:
    ids = [str(event["uid"]) for event in events_of(all_files()[path])]
    assert len(set(ids)) == len(ids)
    assert {id.partition("@")[2] for id in ids} <= {"tiny.example", "fernhollow.example", NO_HOST}


def test_ids_do_not_follow_the_date_or_the_place_of_a_build() -> None:
    path = "calendar/basics-2027.ics"
    once = files_of(read_tiny().school)[path]
    assert files_of(read_tiny().school, as_of=date(2029, 1, 1))[path] == once
    preview = files_of(read_tiny().school, base_url="https://preview.example/")[path]
    assert [e["uid"] for e in events_of(preview)] == [e["uid"] for e in events_of(once)]
    assert "URL:https://preview.example/programs/tiny-basics/" in unfolded(preview)


def test_class_begins_at_the_same_hour_before_and_after_the_clocks_change() -> None:
    cohort = shipped().cohorts["massage-therapy-2027-03-evening"]
    content = files_of(shipped())[f"calendar/{cohort.id}.ics"]
    zone = next(iter(Calendar.from_ical(content).walk("VTIMEZONE"))).to_tz(lookup_tzid=False)
    event = next(event for event in events_of(content) if "rrule" in event)
    seen = {start.date(): start.replace(tzinfo=None).replace(tzinfo=zone) for start in starts_of(event)}
    for day, hour in [
        (date(2027, 3, 11), 22),
        (date(2027, 3, 16), 21),
        (date(2027, 11, 4), 21),
        (date(2027, 11, 9), 22),
    ]:
        assert seen[day].astimezone(UTC).hour == hour, f"half past five in the evening on {day}"


@pytest.mark.parametrize("name", [NEW_YORK, "America/Phoenix", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kolkata"])
def test_a_zone_is_described_as_it_is(name: str) -> None:
    zone = time_zone(name)
    assert zone is not None
    described = zone_component(zone, date(2027, 1, 1), date(2028, 12, 31)).to_tz(lookup_tzid=False)
    noon = datetime.combine(date(2027, 1, 1), time(12))
    days = [noon + timedelta(days=number) for number in range(730)]
    assert [
        day for day in days if day.replace(tzinfo=described).utcoffset() != day.replace(tzinfo=zone).utcoffset()
    ] == []


def test_an_onset_is_written_in_the_time_before_it() -> None:
    zone = time_zone(NEW_YORK)
    assert zone is not None
    lines = zone_component(zone, date(2027, 6, 1), date(2027, 12, 1)).to_ical().decode().split("\r\n")
    onsets = {line for line in lines if line.startswith("DTSTART:2027")}
    assert onsets == {"DTSTART:20270314T020000", "DTSTART:20271107T020000"}


def test_the_whole_file_leaves_out_what_has_ended_and_a_group_keeps_its_own(tmp_path: Path) -> None:
    files = files_of(read_tiny().school)
    assert b"basics-2026" not in files["calendar.ics"]
    assert b"basics-2027" in files["calendar.ics"]
    assert "calendar/basics-2026.ics" in files
    in_class = files_of(read_tiny().school, as_of=date(2027, 3, 3))["calendar.ics"]
    assert b"basics-2027" in in_class, "a group in class still needs its dates"


def test_a_former_address_gives_the_same_file_under_the_first_id() -> None:
    files = files_of(read_tiny().school)
    assert files["calendar/knees-2027.ics"] == files["calendar/steps-2027.ics"]
    assert b"UID:cohort-knees-2027-first-day@" in files["calendar/steps-2027.ics"]


def test_without_a_campus_the_times_float() -> None:
    lines = unfolded(files_of(read_tiny().school)["calendar/steps-2027.ics"])
    assert "DTSTART:20270405T180000" in lines
    assert "BEGIN:VTIMEZONE" not in lines


def test_a_school_that_is_closed_for_programs_has_no_calendar(tmp_path: Path) -> None:
    off = {"file": "content/school.yml", "find": "  programs: true", "replace": "  programs: false"}
    assert files_of(read_school(edited(tmp_path / "school", [off])).school) == {}


def test_texts_come_back_as_they_were_written() -> None:
    odd = 'semi; comma, back\\slash "quote" · Ünï 按摩 ' * 4
    tiny = read_tiny().school
    cohort: Cohort = tiny.cohorts["steps-2027"].model_copy(update={"group": odd, "place": odd})
    changed = School({"cohort": {"steps-2027": cohort}, "program": tiny.shelf("program")})
    content = files_of(changed)["calendar/steps-2027.ics"]
    event = next(event for event in events_of(content) if "location" in event)
    assert str(event["location"]) == odd
    assert str(event["summary"]) == f"Class: Tiny steps, {odd}"
    assert str(event["uid"]).endswith(f"@{NO_HOST}")


SUMS = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from render.test_calendar import files_of, shipped
print(hashlib.sha256(b"".join(files_of(shipped()).values())).hexdigest())
"""


@pytest.mark.parametrize("surroundings", [{"TZ": "Asia/Tokyo", "LC_ALL": "C"}, {"TZ": "UTC", "PYTHONTZPATH": ""}])
def test_the_bytes_are_those_of_any_machine(surroundings: dict[str, str]) -> None:
    command = [sys.executable, "-c", SUMS, str(ROOT / "tests"), str(ROOT / "scripts")]
    told = subprocess.run(command, env=os.environ | surroundings, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == hashlib.sha256(b"".join(files_of(shipped()).values())).hexdigest()
