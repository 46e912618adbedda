"""Changes between two editions in the school's words: one sentence a change, without a field's name or an id in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from prospectus.model.jurisdiction import CredentialKind
from prospectus.reckoning.changes import Change, Difference, Nature, State
from prospectus.render import words
from prospectus.render.pages.license_words import CREDENTIALS

_NOUNS = {
    "program": ("program", "programs"),
    "course": ("course", "courses"),
    "policy": ("policy", "policies"),
    "cohort": ("group", "groups"),
    "holiday": ("day without class", "days without class"),
    "campus": ("campus", "campuses"),
    "person": ("person", "people"),
    "approval": ("approval", "approvals"),
    "jurisdiction": ("place", "places"),
}
GROUPS = {
    "catalog": "The catalog",
    "program": "Programs and costs",
    "course": "Courses",
    "policy": "Policies",
    "cohort": "Groups",
    "holiday": "Days without class",
    "campus": "Facilities",
    "person": "People",
    "approval": "Approvals",
    "profile": "The school",
    "jurisdiction": "Licensing",
}
"""Headings over the changes of one kind."""

_LABELS = {
    "max_time_percent": "the longest time allowed",
    "max_class_size": "the largest class",
    "students_per_instructor": "students for each instructor",
    "hours_a_week": "hours a week",
    "credential": "the credential",
    "not_included": "what is not included",
    "payment_plans": "ways to pay",
    "prices": "other prices",
    "after": "the program before it",
    "one_of": "courses of which one comes before",
    "corequisites": "courses at the same time",
    "teaches": "courses taught",
    "stated_hours": "hours as they must be printed",
    "lab": "hands-on lab",
    "clinic": "student clinic",
    "theory": "theory",
    "minimum_percent": "the least attendance",
    "passing": "the lowest grade that passes",
    "pay_within_days": "days until money is paid back",
    "name": "the name",
    "start": "the first day",
    "end": "the last day",
    "first": "the first day",
    "last": "the last day",
    "total": "the total",
    "note": "the note",
    "down": "the payment when you enroll",
    "payments": "the number of payments",
    "charge": "the charge for the plan",
    "make_up_fee": "the make-up fee",
    "class_times": "class",
    "asked": "hours asked for a license",
}
_MONEY = frozenset(
    {"amount", "total", "down", "charge", "price", "make_up_fee", "not_started_kept", "retained_at_most"}
)
_LONGEST_QUOTE = 60


def sentences(changes: Sequence[Change], before: State, after: State, currency: str) -> list[str]:
    """Write each change as a sentence."""
    writer = _Writer(before, after, currency)
    return [writer.sentence(change) for change in changes]


class _Writer:
    """Knows both states, to name courses and programs, and the sign before amounts."""

    def __init__(self, before: State, after: State, currency: str) -> None:
        self._states = (after, before)
        self._currency = currency

    def sentence(self, change: Change) -> str:
        subject = self._subject(change.kind, change.record, change.id)
        if change.nature is Nature.CHANGED:
            return f"{words.sentence_case(subject)}: {self._changed(change)}."
        noun = _NOUNS.get(change.kind, ("entry", "entries"))[0]
        if change.nature is Nature.REMOVED:
            return f"The {noun} {subject} was taken out."
        return f"New {noun}: {subject}{self._about_new(change)}."

    def _subject(self, kind: str, record: Mapping[str, Any], id: str) -> str:
        if kind == "course":
            return f"{record['code']} {record['name']}"
        if kind == "cohort":
            program = self._name("program", str(record["program"]))
            return f"{program}, {record['group']} of {self._day(record['start'])}"
        if kind == "approval":
            return str(record["agency"]["name"])
        if kind == "catalog":
            return "the catalog"
        return str(record.get("name", id))

    def _about_new(self, change: Change) -> str:
        record = change.record
        if change.kind == "course":
            hours = sum(Decimal(str(value)) for value in record["hours"].values())
            homes = [
                str(program["name"])
                for program in self._states[0].get("program", {}).values()
                if change.id in program.get("courses", ())
            ]
            return f", {words.count(hours, 'hour')}" + (f", in {words.listing(homes)}" if homes else "")
        if change.kind == "program":
            return f", {words.count(Decimal(str(record['hours'])), 'hour')}"
        if change.kind == "holiday":
            last = record.get("last")
            return f", {self._day(record['first'])}" + (f" to {self._day(last)}" if last else "")
        if change.kind == "person":
            return f", {record['title']}"
        return ""

    def _changed(self, change: Change) -> str:
        return "; ".join(dict.fromkeys(self._difference(entry, change) for entry in change.differences))

    def _difference(self, entry: Difference, change: Change) -> str:
        label = self._label(entry, change)
        if entry.path[-1] == "order":
            return f"{label} stand in another order"
        before, after = self._value(change.kind, entry, entry.before), self._value(change.kind, entry, entry.after)
        if after is None:
            return f"{label}: {before} was taken out" if before else f"{label} was taken out"
        if before is None:
            return f"{label}: {after} was added" if after else f"{label} was added"
        return f"{label} from {before} to {after}" if before and after else f"{label} was reworded"

    def _label(self, entry: Difference, change: Change) -> str:
        """Name what differs: the last part of the way that says something to a reader."""
        names = [part for part in entry.path if part not in ("order", "amount", "text", "sections", "fees", "hours")]
        if change.kind == "policy" and "sections" in entry.path and names:
            return f"“{names[0]}”"
        last = names[-1] if names else entry.path[0]
        inner = names[-2] if len(names) > 1 and last in _LABELS and names[-2] not in _LABELS else ""
        spoken = _LABELS.get(last, last.replace("_", " "))
        # A line of costs is named by the school, "Tuition"; inside a sentence it begins small.
        spoken = spoken[:1].lower() + spoken[1:] if spoken[1:2].islower() else spoken
        return f"{inner.replace('_', ' ')}: {spoken}" if inner else spoken

    def _value(self, kind: str, entry: Difference, value: Any) -> str | None:
        """Write a value short enough to be quoted; "" for one that is too long, None where there is none."""
        if value is None:
            return None
        if isinstance(value, Mapping):
            return _class_time(value) if "begins" in value else self._entry(value)
        if isinstance(value, list):
            return ""
        field = entry.path[-1]
        text = str(value)
        if kind == "jurisdiction":
            return CREDENTIALS[CredentialKind(text)] if field == "credential" else text
        for named in ("course", "program", "campus", "policy", "technique", "condition"):
            if text in self._states[0].get(named, {}) or text in self._states[1].get(named, {}):
                return self._name(named, text)
        if field in _MONEY:
            return self._money(text)
        return self._plain(text)

    def _entry(self, value: Mapping[str, Any]) -> str:
        for field in ("name", "title", "schedule"):
            if isinstance(value.get(field), str):
                amount = value.get("amount")
                return f"{value[field]}, {self._money(str(amount))}" if amount is not None else f"“{value[field]}”"
        return ""

    def _name(self, kind: str, id: str) -> str:
        for state in self._states:
            record = state.get(kind, {}).get(id)
            if record is not None:
                return self._subject(kind, record, id)
        return id

    def _money(self, text: str) -> str:
        try:
            return words.money(Decimal(text), self._currency)
        except InvalidOperation:
            return text

    def _plain(self, text: str) -> str:
        try:
            return self._day(text)
        except ValueError:
            pass
        try:
            return words.number(Decimal(text))
        except InvalidOperation:
            return f"“{text}”" if len(text) <= _LONGEST_QUOTE and "\n" not in text else ""

    def _day(self, text: Any) -> str:
        return words.short_date(date.fromisoformat(str(text)))


def _class_time(value: Mapping[str, Any]) -> str:
    """Monday and Wednesday, 9:00 to 12:15."""
    days = words.listing([str(day).capitalize() for day in value["days"]])
    return f"{days}, {_clock(value['begins'])} to {_clock(value['ends'])}"


def _clock(text: Any) -> str:
    """9:00 for 09:00:00."""
    return str(text)[:5].removeprefix("0")
