"""Names and titles: one line of plain text, with words in it and nothing that a screen or a file would stumble over.

Made from what the author wrote, outer blanks removed. Knows nothing of Markdown: a star in a name is a star.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

_LINE_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
# Unicode Bidirectional Algorithm, X1 to X8: which sign ends the stretch that another one began.
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")


def is_direction_balanced(text: str) -> bool:
    """Say whether every sign that turns the writing direction is closed again within the text."""
    if text.isprintable():
        return True
    awaited: list[str] = []
    for sign in _DIRECTION.findall(text):
        if sign in _CLOSED_BY:
            awaited.append(_CLOSED_BY[sign])
        elif not awaited or awaited.pop() != sign:
            return False
    return not awaited


def _checked(value: str) -> str:
    text = value.strip()
    if not text:
        raise PydanticCustomError("plain_text_empty", "there are no words here")
    if _LINE_BREAK.search(text):
        raise PydanticCustomError("plain_text_lines", "a name stands on one line, and this one has several")
    if unwanted := _CONTROL.search(text):
        raise PydanticCustomError(
            "plain_text_control",
            "there is an invisible control character here (U+{number})",
            {"number": f"{ord(unwanted.group()):04X}"},
        )
    if not is_direction_balanced(text):
        raise PydanticCustomError(
            "plain_text_direction", "an invisible sign turns the writing direction and nothing turns it back"
        )
    return text


PlainText = Annotated[str, AfterValidator(_checked), Field(json_schema_extra={"pattern": r"\S"})]
"""One line of text: stripped, not empty, no control characters, writing direction closed.

Errors have the types `plain_text_empty`, `plain_text_lines`, `plain_text_control` and `plain_text_direction`.
"""


@dataclass(frozen=True, slots=True)
class SameEverywhere:
    """Marks a line that is the same in every language: a number, an address, a key, the name of a person or book."""


@dataclass(frozen=True, slots=True)
class SharedWord:
    """Marks a word by which records find each other: its translation in one record holds for all of this family."""

    family: str


@dataclass(frozen=True, slots=True)
class AnyNumber:
    """Marks a list of other names: another language may have more of them, or fewer."""


FixedText = Annotated[PlainText, SameEverywhere()]
ScheduleName = Annotated[PlainText, SharedWord("schedule")]
SubjectName = Annotated[PlainText, SharedWord("subject")]
ChoiceName = Annotated[PlainText, SharedWord("choice")]
MeasureName = Annotated[PlainText, SharedWord("measure")]


def is_words(marks: Iterable[object]) -> bool:
    """Say whether a text field with these marks holds words that another language says in its own way."""
    marks = tuple(marks)
    if any(isinstance(mark, SameEverywhere) for mark in marks):
        return False
    return not marks or any(isinstance(mark, AfterValidator) and mark.func is _checked for mark in marks)
