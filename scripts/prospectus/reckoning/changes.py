"""What changed between two states of the catalog's records: record by record, topic by topic, never word by word.

A state is the records as plain data, as an edition keeps them. What follows from another change is told with it: a
line of costs and the total it moves are one change; a new course is told once, not again by each program it joins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from prospectus.model.school import School

Fields = Mapping[str, Any]
State = Mapping[str, Mapping[str, Fields]]
"""Records as plain data (JSON's types): kind, then id, then field."""

COMPARED = (
    "catalog", "program", "course", "policy", "cohort", "holiday", "campus", "person", "approval", "profile",
    "jurisdiction",
)  # fmt: skip
"""Kinds that the catalog prints, in the order in which changes are told."""

_NEVER_TOLD = {
    "": {"review", "formerly", "picture", "sources", "names", "es"},
    "catalog": {
        *("volume", "published", "effective_from", "effective_to", "certification"),
        *("profile", "not_applicable", "addendum"),
    },
    "cohort": {"taken", "waitlist", "takes_waitlist"},
    "profile": {
        *("sample", "brand", "clinical_review", "languages", "sections", "data_as_of", "address", "currency", "tour"),
    },
    "course": {"areas", "exam_areas", "requirements"},
}
"""Fields that are the school's housekeeping, change daily, or belong to the edition itself."""

_TOPICS = {
    "program": {
        **dict.fromkeys(("fees", "total", "prices", "discounts", "payment_plans", "not_included"), "costs"),
        **dict.fromkeys(("hours", "stated_hours", "measures", "hour_minutes"), "hours"),
        **dict.fromkeys(("courses", "electives", "terms"), "courses"),
    },
    "cohort": dict.fromkeys(
        ("start", "end", "schedule", "class_times", "meets_on", "enroll_from", "enroll_until"), "dates"
    ),
    "holiday": dict.fromkeys(("first", "last"), "dates"),
    "course": dict.fromkeys(("hours", "hours_by_schedule", "measures"), "hours"),
}
"""Fields that are told together. Every other field is a topic of its own."""


class Nature(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs: the way to it in the model, what it was and what it is; None where there was none."""

    path: tuple[str, ...]
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One change: which record, what happened, and for a changed record which topic and in what it differs."""

    kind: str
    id: str
    nature: Nature
    record: Fields
    topic: str = ""
    differences: tuple[Difference, ...] = ()


def state_of(school: School) -> dict[str, dict[str, Any]]:
    """Give the catalog's records as plain data, ready to be kept or compared."""
    return {
        kind: {id: record.model_dump(mode="json", exclude={"es"}) for id, record in school.shelf(kind).items()}
        for kind in COMPARED
    }


def changes_between(before: State, after: State) -> list[Change]:
    """Give every change that a reader of the catalog would want to know, in the order of kinds and ids."""
    return [change for kind in COMPARED for change in _changes_of(kind, before, after)]


def _changes_of(kind: str, before: State, after: State) -> Iterator[Change]:
    old, new = before.get(kind, {}), after.get(kind, {})
    if kind == "jurisdiction":
        if kind not in before or kind not in after:
            return  # an edition of a time when places were not kept says nothing about them
        old, new = _as_printed(old), _as_printed(new)
    for id in dict.fromkeys([*new, *old]):
        if id not in old:
            yield Change(kind, id, Nature.ADDED, new[id])
        elif id not in new:
            yield Change(kind, id, Nature.REMOVED, old[id])
        else:
            yield from _topics_changed(kind, id, old[id], new[id], before, after)


def _as_printed(places: Mapping[str, Fields]) -> dict[str, Fields]:
    """Give of each place what the catalog prints: its name, what it gives, and the numbers of hours that hold."""
    printed: dict[str, Fields] = {}
    for id, place in places.items():
        numbers = {entry["hours"] for entry in place.get("hours", ()) if entry["holds"] and not entry["floor"]}
        asked = " or ".join(str(number) for number in sorted(numbers))
        printed[id] = {"name": place["name"], "credential": place["credential"], "asked": asked or None}
    return printed


def _topics_changed(kind: str, id: str, old: Fields, new: Fields, before: State, after: State) -> Iterator[Change]:
    told: dict[str, list[Difference]] = {}
    untold = _NEVER_TOLD[""] | _NEVER_TOLD.get(kind, set())
    for field in dict.fromkeys([*new, *old]):
        if field in untold or old.get(field) == new.get(field):
            continue
        topic = _TOPICS.get(kind, {}).get(field, field)
        told.setdefault(topic, []).extend(_differences((field,), old.get(field), new.get(field)))
    for topic, differences in told.items():
        kept = [entry for entry in differences if not _is_told_elsewhere(kind, entry, before, after)]
        if kept:
            yield Change(kind, id, Nature.CHANGED, new, topic, tuple(kept))


def _differences(path: tuple[str, ...], old: Any, new: Any) -> Iterator[Difference]:
    """Go down to the values that differ. Entries of lists are matched by their names, or as they are."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys([*new, *old]):
            yield from _differences((*path, key), old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_differences(path, old, new)
    else:
        yield Difference(path, old, new)


def _list_differences(path: tuple[str, ...], old: list[Any], new: list[Any]) -> Iterator[Difference]:
    names_before, names_after = _named(old), _named(new)
    if names_before is None or names_after is None:
        gone = [entry for entry in old if entry not in new]
        come = [entry for entry in new if entry not in old]
        if not gone and not come:
            yield Difference((*path, "order"), old, new)
        yield from (Difference(path, entry, None) for entry in gone)
        yield from (Difference(path, None, entry) for entry in come)
        return
    for name in dict.fromkeys([*names_after, *names_before]):
        yield from _differences((*path, name), names_before.get(name), names_after.get(name))


def _named(entries: list[Any]) -> dict[str, Any] | None:
    """Give the entries by their names; None when they are no mappings with names of their own."""
    names = [_name_of(entry) for entry in entries]
    if any(name is None for name in names) or len(set(names)) != len(names):
        return None
    return dict(zip((name for name in names if name is not None), entries, strict=True))


def _name_of(entry: Any) -> str | None:
    if not isinstance(entry, Mapping):
        return None
    for field in ("name", "title", "schedule", "letter", "week", "jurisdiction", "key", "exam", "course", "unit"):
        if isinstance(entry.get(field), str):
            return str(entry[field])
    return None


def _is_told_elsewhere(kind: str, entry: Difference, before: State, after: State) -> bool:
    """Say whether a program's new or lost course is told already, because the course itself is new or gone."""
    if (kind, entry.path[0]) in {("person", "teaches"), ("program", "courses")}:
        id = entry.after if entry.after is not None else entry.before
        return isinstance(id, str) and (id in before.get("course", {})) != (id in after.get("course", {}))
    return False
