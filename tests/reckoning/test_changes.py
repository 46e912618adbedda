"""What changed between two editions: told once, in the school's words, and nothing that no reader would ask about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest

from prospectus.model.kinds import KINDS
from prospectus.model.record import Part
from prospectus.reckoning.changes import _NEVER_TOLD, COMPARED, changes_between
from prospectus.render.change_labels import is_named
from prospectus.render.change_words import sentences

COURSES = {
    "mt-1": {"code": "MT 1", "name": "First touch", "hours": {"theory": "20", "lab": "50", "clinic": "0"}},
    "mt-2": {"code": "MT 2", "name": "Safety", "hours": {"theory": "30", "lab": "0", "clinic": "0"}},
}
PROGRAM = {
    "name": "Massage therapy",
    "hours": "100",
    "courses": ["mt-1", "mt-2"],
    "max_class_size": 18,
    "fees": [{"name": "Tuition", "amount": "9750"}, {"name": "Books", "amount": "420"}],
    "total": "10170",
}
POLICY = {
    "name": "Refunds",
    "summary": "What you get back.",
    "sections": [{"title": "If you cancel", "text": "All of it."}, {"title": "Later", "text": "A part of it."}],
}
STATE = {
    "program": {"mt": PROGRAM},
    "course": COURSES,
    "policy": {"refund": POLICY},
    "cohort": {
        "one": {
            "program": "mt",
            "group": "day group",
            "start": "2027-01-11",
            "end": "2027-08-27",
            "taken": 3,
            "class_times": [{"days": ["monday", "friday"], "begins": "09:00:00", "ends": "12:15:00"}],
        }
    },
    "holiday": {"spring": {"name": "Spring break", "first": "2027-04-05", "last": "2027-04-09"}},
    "person": {"wren": {"name": "Wren Alderbrook", "title": "Director", "teaches": ["mt-1"]}},
    "profile": {"school": {"name": "Fernhollow", "contact": {"telephone": "555-0142"}}},
    "jurisdiction": {
        "nc": {
            "name": "North Carolina",
            "credential": "license",
            "regulator": "A board",
            "hours": [
                {"hours": 650, "holds": True, "floor": False, "says": "A rule."},
                {"hours": 500, "holds": False, "floor": False, "says": "An older rule."},
            ],
        }
    },
}


def edited(*path: str | int, to: Any) -> dict[str, Any]:
    """Give the state with one value changed, shared with nothing of the original."""

    def put(value: Any, rest: tuple[str | int, ...]) -> Any:
        if not rest:
            return to
        if isinstance(value, list):
            return [put(inner, rest[1:]) if place == rest[0] else inner for place, inner in enumerate(value)]
        return {**value, rest[0]: put(value.get(rest[0]), rest[1:])}

    whole = put(STATE, path)
    assert isinstance(whole, dict)
    return whole


def told(after: Mapping[str, Any]) -> list[str]:
    return sentences(changes_between(STATE, after), STATE, after, "$")


def test_nothing_changed_is_nothing_told() -> None:
    assert told(STATE) == []


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (edited("program", "mt", "max_class_size", to=16), "Massage therapy: the largest class from 18 to 16."),
        (edited("program", "mt", "fees", 0, "amount", to="9900"), "Massage therapy: tuition from $9,750 to $9,900."),
        (edited("program", "mt", "hours", to="110"), "Massage therapy: hours from 100 to 110."),
        (
            edited("course", "mt-1", "hours", to={"theory": "25", "lab": "45", "clinic": "0"}),
            "MT 1 First touch: theory from 20 to 25; hands-on lab from 50 to 45.",
        ),
        (
            edited("policy", "refund", "sections", 0, "text", to="Half."),
            "Refunds: “If you cancel” from “All of it.” to “Half.”.",
        ),
        (
            edited("cohort", "one", "start", to="2027-01-18"),
            "Massage therapy, day group of 18 January 2027: the first day from 11 January 2027 to 18 January 2027.",
        ),
        (
            edited("holiday", "spring", "last", to="2027-04-12"),
            "Spring break: the last day from 9 April 2027 to 12 April 2027.",
        ),
        (edited("person", "wren", "title", to="Owner"), "Wren Alderbrook: title from “Director” to “Owner”."),
        (
            edited("cohort", "one", "class_times", 0, "begins", to="08:30:00"),
            "Massage therapy, day group of 11 January 2027: class: Monday and Friday, 9:00 to 12:15 was taken out; "
            "class: Monday and Friday, 8:30 to 12:15 was added.",
        ),
        (
            edited("jurisdiction", "nc", "hours", 0, "hours", to=700),
            "North Carolina: hours asked for a license from 650 to 700.",
        ),
        (
            edited("jurisdiction", "nc", "hours", 1, "holds", to=True),
            "North Carolina: hours asked for a license from 650 to 500 or 650.",
        ),
        (
            edited("jurisdiction", "nc", "credential", to="registration"),
            "North Carolina: the credential from License to Registration.",
        ),
        (
            edited("profile", "school", "contact", "telephone", to="555-0143"),
            "Fernhollow: telephone from “555-0142” to “555-0143”.",
        ),
    ],
)
def test_one_fact_is_one_sentence(after: dict[str, Any], sentence: str) -> None:
    assert told(after) == [sentence]


def test_a_line_of_costs_and_the_total_it_moves_are_one_change() -> None:
    dearer = {**PROGRAM, "fees": [{"name": "Tuition", "amount": "9900"}, PROGRAM["fees"][1]], "total": "10320"}
    assert told(edited("program", "mt", to=dearer)) == [
        "Massage therapy: tuition from $9,750 to $9,900; the total from $10,170 to $10,320."
    ]


def test_a_new_course_is_told_once() -> None:
    new = {"code": "MT 3", "name": "Water", "hours": {"theory": "4", "lab": "6", "clinic": "0"}}
    after = {
        **STATE,
        "course": {**COURSES, "mt-3": new},
        "program": {"mt": {**PROGRAM, "courses": ["mt-1", "mt-2", "mt-3"]}},
    }
    assert told(after) == ["New course: MT 3 Water, 10 hours, in Massage therapy."]


def test_what_is_gone_is_told() -> None:
    after = {**STATE, "holiday": {}}
    assert told(after) == ["The day without class Spring break was taken out."]


def test_a_document_read_again_is_no_news_while_the_hours_stay() -> None:
    assert told(edited("jurisdiction", "nc", "hours", 0, "says", to="The same rule, read again.")) == []
    assert told(edited("jurisdiction", "nc", "regulator", to="Another board")) == []


def test_an_edition_without_places_tells_nothing_of_them() -> None:
    before = {kind: records for kind, records in STATE.items() if kind != "jurisdiction"}
    assert changes_between(before, STATE) == []


def test_seats_and_reviews_are_no_news() -> None:
    assert told(edited("cohort", "one", "taken", to=9)) == []
    assert told(edited("program", "mt", "review", to={"owner": "somebody"})) == []


def test_a_long_text_is_not_quoted() -> None:
    after = edited(
        "policy", "refund", "summary", to="A new sentence that goes on for longer than anybody would want to quote."
    )
    assert told(after) == ["Refunds: summary was reworded."]


def _fields_told(model: type[Part], skipped: set[str]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if name not in skipped:
            yield name
            for part in _parts_in(field.annotation):
                yield from _fields_told(part, set())


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)


def test_readers_have_a_word_for_every_field_whose_change_is_told() -> None:
    compared = [kind for kind in KINDS if kind.name in COMPARED and kind.name != "jurisdiction"]
    told = {
        field
        for kind in compared
        for field in _fields_told(kind.model, _NEVER_TOLD[""] | _NEVER_TOLD.get(kind.name, set()))
    }
    assert sorted(field for field in told if not is_named(field)) == []
