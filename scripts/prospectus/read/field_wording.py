"""The words for a value that its field cannot take, chosen by the type of pydantic's error, never by its English text.

Makes fault, message and hint from one error and the field it concerns. Knows no file and no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import Enum
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from prospectus.model.record import ID_PATTERN
from prospectus.read.fault import (
    EMPTY_VALUE,
    FIELDS_EXPECTED,
    LIST_EXPECTED,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_TRUE_OR_FALSE,
    OUT_OF_RANGE,
    TEXT_EXPECTED,
    UNKNOWN_CHOICE,
    UNUSABLE_VALUE,
    Fault,
)
from prospectus.read.yaml_wording import quoted

_OF_PYDANTIC = frozenset(get_args(ErrorType))
_EMPTY = frozenset({"plain_text_empty", "prose_empty"})
_LOOSE_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MONTH_NAMED = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GLUED = re.compile(r"([\w-]+):(\S.*)")
_BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
    "multiple_of": ("multiple_of", "a multiple of"),
}


class Words(NamedTuple):
    """What is said about one value."""

    fault: Fault
    message: str
    hint: str = ""


def word_value(error: ErrorDetails, name: str, annotation: Any, first_character: str) -> Words:
    """Word an error about a value. `first_character` is how the value begins in the file, such as [ for a list."""
    kind, value = error["type"], error["input"]
    context: Mapping[str, Any] = error.get("ctx", {})
    if value is None or kind in _EMPTY:
        return Words(
            EMPTY_VALUE, f"nothing stands after {name}", f"Write its value, or take {name} out if it may be left out."
        )
    if kind == "clock_time":
        message = f"{name} is a time of day, and {_shown(value)} is none"
        return Words(UNUSABLE_VALUE, message, "Write hours and minutes, for example 09:00 or 17:30.")
    if kind not in _OF_PYDANTIC:
        return Words(UNUSABLE_VALUE, f"{name}: {error['msg']}")
    if kind in ("value_error", "assertion_error"):
        return Words(UNUSABLE_VALUE, f"{name}: {context.get('error', 'its parts do not go together')}")
    if kind in ("enum", "literal_error"):
        return _choice(value, name, annotation)
    if kind.startswith(("string_type", "string_unicode", "string_sub_type")):
        return _text_expected(value, name, first_character)
    if kind in ("tuple_type", "list_type", "set_type", "frozen_set_type", "iterable_type"):
        return _list_expected(value, name)
    if kind in ("model_type", "model_attributes_type", "dict_type", "mapping_type", "dataclass_type"):
        return _fields_expected(value, name)
    if kind.startswith("bool"):
        return Words(
            NOT_TRUE_OR_FALSE, f"{name} is a switch, and {_shown(value)} does not turn it", "Write true or false."
        )
    if kind.startswith(("date", "time")):
        return _date(value, name)
    if kind in _BOUNDS:
        key, words = _BOUNDS[kind]
        return Words(OUT_OF_RANGE, f"{name} must be {words} {context.get(key)}, and {_shown(value)} is not")
    if kind == "string_pattern_mismatch":
        if context.get("pattern") != ID_PATTERN:
            return Words(UNUSABLE_VALUE, f"{name} cannot be {_shown(value)}")
        message = f"{name} cannot be {_shown(value)}: an id has small letters, digits and single hyphens only"
        return Words(UNUSABLE_VALUE, message, "Write the id as it stood in the address of the page.")
    if kind.startswith(("int", "float", "decimal", "finite_number")):
        return _number(kind, value, name)
    return Words(UNUSABLE_VALUE, f"{name} cannot take {_shown(value)}{_length(context)}")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give the known word that is nearest to a misspelled one, or an empty text."""
    candidates = {name.lower(): name for name in sorted(known)}
    near = get_close_matches(word.lower().replace(" ", "-"), candidates, n=1, cutoff=0.6)
    return candidates[near[0]] if near else ""


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 40 and "\n" not in value else f'"{" ".join(value.split())[:37]}..."'
    return "a list" if isinstance(value, list) else "a group of fields" if isinstance(value, dict) else str(value)


def _choices(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    return [choice for arm in get_args(annotation) for choice in _choices(arm)]


def _choice(value: Any, name: str, annotation: Any) -> Words:
    choices = _choices(annotation)
    near = did_you_mean(str(value), choices)
    meant = f'; did you mean "{near}"?' if near else ""
    return Words(UNKNOWN_CHOICE, f"{name} cannot be {_shown(value)}{meant}", f"It is one of: {', '.join(choices)}.")


def _text_expected(value: Any, name: str, first_character: str) -> Words:
    if isinstance(value, bool):
        word = _shown(value)
        return Words(
            TEXT_EXPECTED, f"{name} is a text, and {word} alone is a switch", f'Put the word in quotes: "{word}"'
        )
    if isinstance(value, list | dict) and first_character in ("[", "{"):
        hint = f"Put the whole text in quotes, because it begins with {first_character}."
        return Words(TEXT_EXPECTED, f"{name} is one text, and {first_character} begins a list", hint)
    if isinstance(value, list):
        hint = "Write one text without the dash."
        if len(value) == 1 and isinstance(value[0], str):
            hint = f"Write it without the dash: {quoted(value[0])}"
        return Words(TEXT_EXPECTED, f"{name} is one text, and a list stands here", hint)
    if isinstance(value, dict) and len(value) == 1:
        key, rest = next(iter(value.items()))
        whole = f"{key}: {rest}" if isinstance(rest, str) else f"{key}:"
        hint = f"If the colon belongs to the text, use quotes: {quoted(whole)}"
        return Words(TEXT_EXPECTED, f"{name} is one text, and its colon makes it a field of its own", hint)
    return Words(
        TEXT_EXPECTED, f"{name} is one text, and {_shown(value)} stands here", "Write one text after the colon."
    )


def _list_expected(value: Any, name: str) -> Words:
    hint = "Begin each item on a line of its own with a dash and a space."
    items = value.split(", ") if isinstance(value, str) else []
    if len(items) > 1 and len(items[0]) <= 40 and not any(" " in item.strip() for item in items):
        hint = f"Write each on a line of its own, after a dash and a space, beginning with - {items[0]}"
    elif isinstance(value, str) and len(value) <= 60 and "\n" not in value:
        hint = f"Write it on the next line, after a dash: - {value}"
    return Words(LIST_EXPECTED, f"{name} is a list, and {_shown(value)} stands here", hint)


def _fields_expected(value: Any, name: str) -> Words:
    message = f"{name} is made of named fields, and {_shown(value)} stands here"
    glued = _GLUED.match(value) if isinstance(value, str) else None
    if glued:
        return Words(FIELDS_EXPECTED, message, f"A space is missing after the colon: {glued[1]}: {glued[2][:60]}")
    return Words(FIELDS_EXPECTED, message, "Write each of its fields on a line of its own, two spaces further in.")


def _date(value: Any, name: str) -> Words:
    loose = _LOOSE_DATE.fullmatch(str(value).strip())
    year_first = f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else _day_meant(str(value).strip())
    hint = "Write year, month and day, for example 2026-03-09."
    if year_first and year_first != value:
        hint = f"Write {year_first}"
    message = f"{name} is a date, and {_shown(value)} is none"
    if year_first == value:
        message, hint = f"{name} is a date, and the calendar has no {value}", "Look at the month and the day."
    return Words(NOT_A_DATE, message, hint)


def _day_meant(value: str) -> str:
    """Write a date in American order, in digits or with the month's name, year first; empty when it is another."""
    slashed = _MONTH_FIRST.fullmatch(value)
    if slashed:
        return f"{slashed[3]}-{int(slashed[1]):02}-{int(slashed[2]):02}" if int(slashed[1]) <= 12 else ""
    named = _MONTH_NAMED.fullmatch(value)
    month = next((at for at, name in enumerate(_MONTHS, 1) if named and named[1].lower().startswith(name)), 0)
    return f"{named[3]}-{month:02}-{int(named[2]):02}" if named and month else ""


def _number(kind: str, value: Any, name: str) -> Words:
    sort = "a whole number" if kind.startswith("int") else "a number"
    # A comma before the last one or two digits is a fraction in much of the world; before three it parts thousands.
    digits = re.sub(r"[^\d.]", "", re.sub(r"^(\D*\d+),(\d{1,2})$", r"\1.\2", str(value).strip()))
    hint = f"Write the digits alone: {digits}" if re.fullmatch(r"\d+(\.\d+)?", digits) else "Write digits alone."
    if kind.startswith("int") and "." in digits:
        hint = "Write it without a fraction."
    return Words(NOT_A_NUMBER, f"{name} is {sort}, and {_shown(value)} is none", hint)


def _length(context: Mapping[str, Any]) -> str:
    least, most, actual = context.get("min_length"), context.get("max_length"), context.get("actual_length")
    if least is not None:
        return f"; it needs at least {least}" + (f" and has {actual}" if actual is not None else "")
    if most is not None:
        return f"; it may have at most {most}" + (f" and has {actual}" if actual is not None else "")
    return ""
