"""The shortcut gives what the parser gives, or nothing; and it takes the form in which records are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prospectus.read.ordinary_yaml import read_ordinary
from prospectus.read.yaml_source import _parse

ROOT = Path(__file__).parents[2]
RECORDS = [
    path for folder in ("techniques", "conditions", "content") for path in sorted((ROOT / folder).rglob("*.yml"))
]


def assert_same_as_parser(text: str) -> None:
    ordinary = read_ordinary(text)
    if ordinary is not None:
        reading = _parse(text.encode(), text, "a.yml")
        assert reading.findings == ()
        assert repr(ordinary) == repr(reading.data)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_shipped_records(path: Path) -> None:
    assert_same_as_parser(path.read_text(encoding="utf-8"))


def test_nearly_every_shipped_record_takes_the_shortcut() -> None:
    taken = [path for path in RECORDS if read_ordinary(path.read_text(encoding="utf-8")) is not None]
    assert len(taken) > 0.9 * len(RECORDS)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b\n", {"a": "b"}),
        ("# c\n\na: b c\n  # d\ne:\n", {"a": "b c", "e": None}),
        (
            "a:\n  b: true\n  c:\n    - d\n    - e: null\n      f: 'g'\nh: \"i\"\n",
            {"a": {"b": True, "c": ["d", {"e": None, "f": "g"}]}, "h": "i"},
        ),
        ("a: >-\n  b\n  c\n\n  d\ne: |\n  f\n\n  g\n\n", {"a": "b c\nd", "e": "f\n\ng\n"}),
        ("a:\n  - b: >-\n      c\n      d\n    e: f:g #\n", None),
        ("a:\n  - b: >-\n      c\n      d\n    e: f:g#\n", {"a": [{"b": "c d", "e": "f:g#"}]}),
        ("a:\n  - >-\n    b\n    c\n  - |\n    d\n\n  - e\n", {"a": ["b c", "d\n", "e"]}),
        ("a: |-\n  b\n\n  c\n\nd:\n  - |-\n    e\n", {"a": "b\n\nc", "d": ["e"]}),
        ("es:\n  a: ¿Qué es?\n  b:\n    - Área\n    - ñandú\n", {"es": {"a": "¿Qué es?", "b": ["Área", "ñandú"]}}),
        ('a:\n  - ""\n  - ""\n', {"a": ["", ""]}),
    ],
)
def test_the_ordinary_form(text: str, data: object) -> None:
    assert read_ordinary(text) == data
    assert_same_as_parser(text)


ODD_HEADS = ["", "a: b", "- a\n", "a:b\n", "null: a\n", "---\na: b\n", '"a": b\n', "? a\n: b\n", f"{'a' * 2000}: b\n"]
ODD_VALUES = [
    "b: c",
    "b #c",
    "&b c",
    "*b",
    "!b c",
    "[b]",
    "-",
    "b:",
    "b ",
    '"b\\n"',
    "'b''c'",
    "|\n\n  b",
    ">-\n  b\n    c",
]
ODD_ROWS = ["a: b\na: c\n", "a: b\n  c\n", "a:\n- b\n", "a: b\n---\nc: d\n", "a:\n  b: c\n d: e\n", "a: |\n\nb: c\n"]
DEEP = "".join(f"{'  ' * level}a:\n" for level in range(30))


@pytest.mark.parametrize("text", [*ODD_HEADS, *(f"a: {value}\n" for value in ODD_VALUES), *ODD_ROWS, DEEP])
def test_all_else_is_left_to_the_parser(text: str) -> None:
    assert read_ordinary(text) is None


INDENTS = st.sampled_from(["", "", "  ", "  ", "    ", "      ", " ", "   "])
STARTS = st.sampled_from(["", "", "", "- ", "- ", "- - ", "-", "# "])
KEYS = st.sampled_from(
    ["", "a: ", "b: ", "c:", "d:", "e: >-", "f: |", "f: |-", "g : ", "null: ", '"h": ', "a:  ", "i: >", "j:k"]
)
VALUES = st.sampled_from(
    [
        "",
        "",
        "x",
        "x y",
        "null",
        "~",
        '"q"',
        "'q'",
        "'it''s'",
        "x: y",
        "x #y",
        "x:",
        "x ",
        "[x]",
        "*x",
        "é",
        "-",
        '"',
        "x:y",
        ">-",
        "|",
        "|-",
    ]
)
ROWS = st.builds(lambda *parts: "".join(parts), INDENTS, STARTS, KEYS, VALUES)
TEXTS = st.lists(ROWS, min_size=1, max_size=9).map(lambda rows: "\n".join(rows) + "\n")


@settings(max_examples=600)
@given(TEXTS)
@example("a:\n  - b: >-\n      x\n    c: y\n")
@example("f: |\n   x\n  y\n")
def test_rows_of_any_sort(text: str) -> None:
    assert_same_as_parser(text)
