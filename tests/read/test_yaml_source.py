"""Bytes to plain data: what is taken as it stands, what is refused, where, and in which words."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from prospectus.diagnostics import Severity
from prospectus.read.yaml_source import read_yaml


def data_of(text: str) -> object:
    reading = read_yaml(text.encode(), "a.yml")
    assert not reading.findings
    return reading.data


def faults_of(source: str | bytes) -> list[tuple[str, int, int]]:
    reading = read_yaml(source if isinstance(source, bytes) else source.encode(), "a.yml")
    return [(f.name, f.place.line, f.place.column) for f in reading.findings]


@pytest.mark.parametrize(
    "written", ["0123", "12:30", "no", "yes", "on", "1.10", "0x1F", "1e3", "2026-03-09", "Null", "TRUE"]
)
def test_every_scalar_stays_text(written: str) -> None:
    assert data_of(f"a: {written}\nb: [{written}]\n") == {"a": written, "b": [written]}


def test_only_null_true_and_false_have_a_meaning() -> None:
    text = "a: null\nb: ~\nc:\nd: true\ne: false\nf: 'null'\ng: \"true\"\nh: ''\ni: [~, true]\n"
    expected = {"a": None, "b": None, "c": None, "d": True, "e": False, "f": "null", "g": "true", "h": ""}
    assert data_of(text) == {**expected, "i": [None, True]}


def test_texts_in_every_style() -> None:
    text = "a: one\n  two\nb: >-\n  one\n  two\n\n  three\nc: |\n  one\n   two\nd: 'it''s'\ne: \"a\\tb\"\n".replace(
        "\\t", "\\u2019"
    )
    expected = {"a": "one two", "b": "one two\nthree", "c": "one\n two\n", "d": "it's", "e": "a\u2019b"}
    assert data_of(text) == expected


def test_a_byte_order_mark_and_windows_line_ends_are_taken_silently() -> None:
    reading = read_yaml("\ufeffa: b\r\nc: |\r\n  d\r\n  e\r\n".encode(), "a.yml")
    assert reading.findings == ()
    assert reading.data == {"a": "b", "c": "d\ne\n"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 4\n", [("duplicate-key", 5, 3), ("duplicate-key", 6, 1)]),
        ("a: *b\n", [("alias", 1, 4)]),
        ("a: &b c\nd: *b\n", [("alias", 1, 4), ("alias", 2, 4)]),
        ("a:\n  <<: *b\n", [("alias", 2, 7)]),
        ("a: !!str b\nc: !d e\n", [("tag", 1, 4), ("tag", 2, 4)]),
        ("a:\tb\n\tc\n", [("tab", 1, 3)]),
        (b"a: b\r\nc: d\xff\n", [("not-utf-8", 2, 5)]),
        ("a: é\nb: \xe9\n".encode("latin-1"), [("not-utf-8", 1, 4)]),
        ("a: b\n".encode("utf-16"), [("utf-16", 1, 1)]),
        ("a: b\n".encode("utf-16-le"), [("utf-16", 1, 1)]),
        ("a: b\n".encode("utf-32"), [("utf-16", 1, 1)]),
        ("a: b\nc: d\0e\n", [("control-character", 2, 5)]),
        (
            "a: \x85\u2028\ufeff\n",
            [("control-character", 1, 4), ("control-character", 1, 5), ("control-character", 1, 6)],
        ),
        ('a: "\\0"\n', [("control-character", 1, 4)]),
        ("a: b\n---\nc: d\n", [("several-documents", 2, 1)]),
        ("- a\n", [("not-a-mapping", 1, 1)]),
        ("# only this\n\nhello\n", [("not-a-mapping", 3, 1)]),
        ("", [("empty-file", 1, 1)]),
        ("---\n# nothing\n", [("empty-file", 1, 1)]),
        ("null: a\n~: b\ntrue: c\n", [("key-not-text", 1, 1), ("key-not-text", 2, 1), ("key-not-text", 3, 1)]),
        (": a\n", [("key-not-text", 1, 1)]),
        ("? [a]\n: b\n", [("key-not-text", 1, 3)]),
        ("a: " + "[" * 19 + "]" * 19, []),
        ("a: " + "[" * 20 + "]" * 20, [("too-deep", 1, 23)]),
        ("[" * 100_000, [("too-deep", 1, 21)]),
        ("{a: " * 50_000, [("too-deep", 1, 81)]),
        ("\n".join(" " * i + "a:" for i in range(30)), [("too-deep", 21, 21)]),
        (b"a: " + b"b" * (1 << 20), [("too-large", 1, 1)]),
    ],
)
def test_refusals(source: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert faults_of(source) == expected


def test_a_duplicate_key_names_both_lines_and_keeps_the_first() -> None:
    reading = read_yaml(b"a: 1\nb: 2\na: 3\n", "a.yml")
    (finding,) = reading.findings
    assert finding.message == '"a" stands twice, in line 1 and again in line 3'
    assert [str(related.place) for related in finding.related] == ["a.yml:1:1"]
    assert reading.data == {"a": "1", "b": "2"}


def test_a_fault_of_form_does_not_hide_the_ones_before_it() -> None:
    assert faults_of("a: !b c\nd: e: f\n") == [("tag", 1, 4), ("colon-in-text", 2, 5)]


@pytest.mark.parametrize(
    ("text", "name", "line", "column", "hint"),
    [
        ("a: *bold* text\n", "quotes-needed", 1, 4, 'Put the whole text in quotes: "*bold* text"'),
        ("a: [one](two) three\n", "quotes-needed", 1, 4, 'Put the whole text in quotes: "[one](two) three"'),
        ("a:\n  - {x} and\n", "quotes-needed", 2, 5, 'Put the whole text in quotes: "{x} and"'),
        ("a: @home\n", "quotes-needed", 1, 4, 'Put the whole text in quotes: "@home"'),
        ("a: `b`\n", "quotes-needed", 1, 4, 'Put the whole text in quotes: "`b`"'),
        ("a: %5\n", "quotes-needed", 1, 4, 'Put the whole text in quotes: "%5"'),
        ("a: & b\n", "quotes-needed", 1, 4, 'Put the whole text in quotes: "& b"'),
        ("a: ? b\n", "quotes-needed", 1, 4, 'Put the whole text in quotes: "? b"'),
        ('a: @"b"\n', "quotes-needed", 1, 4, "Put the whole text in quotes: '@\"b\"'"),
        ("a: one: two\n", "colon-in-text", 1, 7, 'Put the whole text in quotes: a: "one: two"'),
        ("a:\n  - b: one: two\n", "colon-in-text", 2, 11, 'Put the whole text in quotes: b: "one: two"'),
        ("a:b\nc: d\n", "space-after-colon", 1, 2, "Write a: b"),
        ("a: b\nc:d\ne: f\n", "space-after-colon", 2, 2, "Write c: d"),
        ("a:b\n", "space-after-colon", 1, 2, "Write a: b"),
        ("a:\n  - b\n  -c\nd: e\n", "stray-line", 3, 3, "Write - c"),
        ("a: 'it's here'\n", "unclosed-quote", 1, 4, 'Put all of it in one pair of quotes: "it\'s here"'),
    ],
)
def test_what_the_parser_stumbles_over_is_worded_for_people(
    text: str, name: str, line: int, column: int, hint: str
) -> None:
    (finding,) = read_yaml(text.encode(), "a.yml").findings
    assert (finding.name, finding.place.line, finding.place.column) == (name, line, column)
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("text", "name", "line", "column"),
    [
        ("a: b\n  c: d\n", "indentation", 2, 3),
        ("a:\n    b: c\n  d: e\n", "indentation", 3, 3),
        ("a:\n  - b\n - c\n", "indentation", 3, 2),
        ("a: - b\n", "indentation", 1, 4),
        ("a: one #2\n  three\n", "indentation", 1, 8),
        ('a: "b\nc: d\n', "unclosed-quote", 1, 4),
        ("a: [b\nc: d\n", "unclosed-bracket", 1, 4),
        ("a: {b\nc: d\n", "unclosed-bracket", 1, 4),
        ('a: "b\\c"\n', "backslash", 1, 6),
        ("a: b\nc d\ne: f\n", "stray-line", 2, 1),
        ("%FOO bar\na: b\n", "several-documents", 1, 5),
        ("a: [b,\n  c] d\n", "unreadable-yaml", 2, 6),
    ],
)
def test_other_stumbles_are_placed(text: str, name: str, line: int, column: int) -> None:
    assert faults_of(text) == [(name, line, column)]


def test_a_text_cut_by_a_hash_warns_and_a_remark_does_not() -> None:
    reading = read_yaml(b"a: 12 Main St #4\nb: 3 # a remark\nc: 'd' #e\nf:\n  - g #h\n", "a.yml")
    assert [(f.name, f.severity, f.place.line, f.place.column) for f in reading.findings] == [
        ("cut-by-hash", Severity.WARNING, 1, 15),
        ("cut-by-hash", Severity.WARNING, 5, 7),
    ]
    assert reading.data == {"a": "12 Main St", "b": "3", "c": "d", "f": ["g"]}


_SIGNS = [*"'\"[]{},\\%@`~\t\0\n\u2028\ufeff\ud7ffé", "\n  ", "\n- "]
_WORDS = ["a", "b c", ": ", " #", "&a ", "*a ", "!t ", "|\n", ">-\n", "? ", "---\n", "...\n", "null", "<<"]
YAML_PIECES = st.sampled_from([*_SIGNS, *_WORDS])


@given(st.one_of(st.binary(max_size=300), st.lists(YAML_PIECES, max_size=40).map(lambda p: "".join(p).encode())))
def test_no_bytes_make_it_raise(source: bytes) -> None:
    reading = read_yaml(source, "a.yml")
    assert reading.data is not None or reading.findings
    lines = source.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2
    assert all(1 <= finding.place.line <= lines and finding.place.column >= 1 for finding in reading.findings)


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"))
DATA = st.dictionaries(
    PLAIN, st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(PLAIN, inner), max_leaves=8), min_size=1
)


@given(DATA)
def test_written_data_comes_back_as_it_was(data: dict[str, object]) -> None:
    text = yaml.dump(data, allow_unicode=True, default_style='"', sort_keys=False, Dumper=yaml.CSafeDumper)
    assert data_of(text) == data
