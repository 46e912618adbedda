"""Changes between two editions in the school's words: one sentence a change, without a field's name or an id in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from prospectus.language import mark, say, say_count
from prospectus.model.jurisdiction import CredentialKind
from prospectus.reckoning.changes import Change, Difference, Nature, State
from prospectus.render import words
from prospectus.render.change_labels import SPOKEN, label_of
from prospectus.render.pages.license_words import CREDENTIALS

_NEW: dict[str, str] = {
    "program": mark("New program: {what}."),
    "course": mark("New course: {what}."),
    "policy": mark("New policy: {what}."),
    "cohort": mark("New group: {what}."),
    "holiday": mark("New day without class: {what}."),
    "campus": mark("New campus: {what}."),
    "person": mark("New person: {what}."),
    "approval": mark("New approval: {what}."),
    "jurisdiction": mark("New place: {what}."),
}
_REMOVED: dict[str, str] = {
    "program": mark("The program {what} was taken out."),
    "course": mark("The course {what} was taken out."),
    "policy": mark("The policy {what} was taken out."),
    "cohort": mark("The group {what} was taken out."),
    "holiday": mark("The day without class {what} was taken out."),
    "campus": mark("The campus {what} was taken out."),
    "person": mark("The person {what} was taken out."),
    "approval": mark("The approval {what} was taken out."),
    "jurisdiction": mark("The place {what} was taken out."),
}
_NEW_ENTRY = mark("New entry: {what}.")
_REMOVED_ENTRY = mark("The entry {what} was taken out.")
GROUPS = {
    "catalog": mark("The catalog"),
    "program": mark("Programs and costs"),
    "course": mark("Courses"),
    "policy": mark("Policies"),
    "cohort": mark("Groups"),
    "holiday": mark("Days without class"),
    "campus": mark("Facilities"),
    "person": mark("People"),
    "approval": mark("Approvals"),
    "profile": mark("The school"),
    "jurisdiction": mark("Licensing"),
}
"""Headings over the changes of one kind."""

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
            return say("{what}: {changes}.", what=words.sentence_case(subject), changes=self._changed(change))
        if change.nature is Nature.REMOVED:
            return say(_REMOVED.get(change.kind, _REMOVED_ENTRY), what=subject)
        about = ", ".join([subject, *self._about_new(change)])
        return say(_NEW.get(change.kind, _NEW_ENTRY), what=about)

    def _subject(self, kind: str, record: Mapping[str, Any], id: str) -> str:
        if kind == "course":
            return f"{record['code']} {record['name']}"
        if kind == "cohort":
            program = self._name("program", str(record["program"]))
            return say(
                "{program}, {group} of {day}", program=program, group=record["group"], day=self._day(record["start"])
            )
        if kind == "approval":
            return str(record["agency"]["name"])
        if kind == "catalog":
            return say("the catalog")
        return str(record.get("name", id))

    def _about_new(self, change: Change) -> list[str]:
        """Give what readers want to know of a new record first."""
        record = change.record
        if change.kind == "course":
            hours = sum(Decimal(str(value)) for value in record["hours"].values())
            homes = [
                str(program["name"])
                for program in self._states[0].get("program", {}).values()
                if change.id in program.get("courses", ())
            ]
            return [_hours(hours), *([say("in {programs}", programs=words.listing(homes))] if homes else [])]
        if change.kind == "program":
            return [_hours(Decimal(str(record["hours"])))]
        if change.kind == "holiday":
            first, last = self._day(record["first"]), record.get("last")
            return [say("{first_day} to {last_day}", first_day=first, last_day=self._day(last)) if last else first]
        if change.kind == "person":
            return [str(record["title"])]
        return []

    def _changed(self, change: Change) -> str:
        return "; ".join(dict.fromkeys(self._difference(entry, change) for entry in change.differences))

    def _difference(self, entry: Difference, change: Change) -> str:
        label = self._label(entry, change)
        if entry.path[-1] == "order":
            return say("{label} stand in another order", label=label)
        before, after = self._value(change.kind, entry, entry.before), self._value(change.kind, entry, entry.after)
        if after is None:
            if not before:
                return say("{label} was taken out", label=label)
            return say("{label}: {value} was taken out", label=label, value=before)
        if before is None:
            if not after:
                return say("{label} was added", label=label)
            return say("{label}: {value} was added", label=label, value=after)
        if not before or not after:
            return say("{label} was reworded", label=label)
        return say("{label} from {before} to {after}", label=label, before=before, after=after)

    def _label(self, entry: Difference, change: Change) -> str:
        """Name what differs: the last part of the way that says something to a reader."""
        names = [part for part in entry.path if part not in ("order", "amount", "text", "sections", "fees", "hours")]
        if change.kind == "policy" and "sections" in entry.path and names:
            return f"“{names[0]}”"
        last = names[-1] if names else entry.path[0]
        inner = names[-2] if len(names) > 1 and last in SPOKEN and names[-2] not in SPOKEN else ""
        spoken = label_of(last)
        # A line of costs is named by the school, "Tuition"; inside a sentence it begins small.
        spoken = spoken[:1].lower() + spoken[1:] if spoken[1:2].islower() else spoken
        return say("{record}: {label}", record=label_of(inner), label=spoken) if inner else spoken

    def _value(self, kind: str, entry: Difference, value: Any) -> str | None:
        """Write a value short enough to be quoted; "" for one that is too long, None where there is none."""
        if value is None:
            return None
        if isinstance(value, Mapping):
            return _class_time(value) if "begins" in value else self._entry(value)
        if isinstance(value, bool):
            return say("yes") if value else say("no")
        if isinstance(value, list):
            return ""
        field = entry.path[-1]
        text = str(value)
        if kind == "jurisdiction":
            return say(CREDENTIALS[CredentialKind(text)]) if field == "credential" else text
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
    days = words.listing([say(str(day).capitalize()) for day in value["days"]])
    return say("{days}, {begins} to {ends}", days=days, begins=_clock(value["begins"]), ends=_clock(value["ends"]))


def _clock(text: Any) -> str:
    """9:00 for 09:00:00."""
    return str(text)[:5].removeprefix("0")


def _hours(amount: Decimal | int) -> str:
    return say_count(amount, "{count} hour", "{count} hours")
