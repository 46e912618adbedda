"""`Prose` as a value and as a field of a record."""

from __future__ import annotations

import copy
import pickle

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from prospectus.model.prose import Prose
from prospectus.model.prose_tree import ProseImage, ProseLink


class Lesson(BaseModel):
    model_config = ConfigDict(frozen=True)

    about: Prose
    remarks: tuple[Prose, ...] = ()


def test_equal_words_are_equal_prose() -> None:
    assert Prose("a *b*") == Prose("a *b*\n") != Prose("a b")
    assert len({Prose("x"), Prose("x"), Prose("y")}) == 2
    assert Prose("x") != "x"


def test_prose_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Prose("a").text = "b"  # type: ignore[misc]


def test_prose_travels_between_processes() -> None:
    prose = Prose("[rest](technique:rest)")
    assert prose.links
    for copied in (pickle.loads(pickle.dumps(prose)), copy.copy(prose), copy.deepcopy(prose)):
        assert copied == prose and copied.links == prose.links


def test_a_field_reads_text_and_writes_it_again() -> None:
    lesson = Lesson.model_validate({"about": "Long *strokes*\n", "remarks": ["one", Prose("two")]})
    assert lesson.about == Prose("Long *strokes*")
    assert lesson.model_dump() == {"about": "Long *strokes*", "remarks": ("one", "two")}
    assert Lesson.model_validate_json(lesson.model_dump_json()) == lesson
    assert hash(lesson)


def test_the_json_schema_is_a_string() -> None:
    about = Lesson.model_json_schema()["properties"]["about"]
    assert (about["type"], about["format"]) == ("string", "prose")


@pytest.mark.parametrize(
    ("value", "type"),
    [("", "prose_empty"), (" \n\n", "prose_empty"), (3, "string_type"), (["a"], "string_type"), (None, "string_type")],
)
def test_what_is_no_text_is_an_error_of_the_field(value: object, type: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Lesson.model_validate({"about": value})
    assert [error["type"] for error in caught.value.errors()] == [type]


def test_links_and_pictures_know_their_lines() -> None:
    prose = Prose(
        "First\n[rest](technique:rest) and  \n[*neck*](condition:neck-pain)\n\n"
        "- a\n- ![hands](assets/hands.jpg) [web](HTTPS://example.org/a?b=1&c=2)\n\n"
        "| h |\n|---|\n| [b](term:b) |"
    )
    assert prose.links == (
        ProseLink("technique", "rest", 1),
        ProseLink("condition", "neck-pain", 2),
        ProseLink("term", "b", 9),
    )
    assert prose.images == (ProseImage("assets/hands.jpg", "hands", 5),)
    assert prose.problems == ()


@pytest.mark.parametrize("kind", ["jurisdiction", "policy", "exam"])
def test_a_text_may_lead_to_a_state_a_policy_and_an_exam(kind: str) -> None:
    prose = Prose(f"See [this]({kind}:nc).")
    assert (prose.links, prose.problems) == ((ProseLink(kind, "nc", 0),), ())
