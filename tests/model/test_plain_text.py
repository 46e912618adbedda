"""Names and titles: one line, with words, without what cannot be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from prospectus.model.plain_text import PlainText, is_direction_balanced

NAME: TypeAdapter[str] = TypeAdapter(PlainText)


@pytest.mark.parametrize(
    "name", ["Effleurage", "4 * 4 [sic] # <b>", "עיסוי", "Tui na 推拿", "\u2067עיסוי\u2069 (iss)", "👐"]
)
def test_a_name_stays_as_it_is(name: str) -> None:
    assert NAME.validate_python(f" {name}\n") == name


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("", "plain_text_empty"),
        (" \n ", "plain_text_empty"),
        ("a\nb", "plain_text_lines"),
        ("a\u2028b", "plain_text_lines"),
        ("a\x00b", "plain_text_control"),
        ("a\tb", "plain_text_control"),
        ("a\x02b", "plain_text_control"),
        ("a\u202eb", "plain_text_direction"),
        ("a\u2069b", "plain_text_direction"),
        ("\u2067\u202ba\u2069\u202c", "plain_text_direction"),
    ],
)
def test_what_a_name_may_not_be(name: str, type: str) -> None:
    with pytest.raises(ValidationError) as caught:
        NAME.validate_python(name)
    assert [error["type"] for error in caught.value.errors()] == [type]


@given(st.text())
def test_any_text_is_a_name_or_an_error_of_the_field(text: str) -> None:
    try:
        name = NAME.validate_python(text)
    except ValidationError:
        return
    assert name == text.strip() and name and is_direction_balanced(name) and len(name.splitlines()) == 1
