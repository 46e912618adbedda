"""One finding, three printers: for people and editors, for other programs, for GitHub."""

from __future__ import annotations

import json

import pytest

from prospectus.diagnostics import Finding, Place, RelatedPlace, Severity
from prospectus.report import as_github, as_json, as_text, summary

UNKNOWN = Finding(
    code="R104",
    name="unknown-field",
    severity=Severity.ERROR,
    message='unknown field "contraindication"; did you mean "contraindications"?',
    place=Place("techniques/effleurage.yml", 14, 3),
)
DUE = Finding(
    code="T301",
    name="overdue-review",
    severity=Severity.WARNING,
    message="the review was due on 2026-01-31",
    place=Place("conditions/low-back-pain.yml", 2, 11),
    hint="Read the record again, then move the date.",
    related=(RelatedPlace(Place("content/people.yml", 5, 1), "the reviewer"),),
)
LINES = {UNKNOWN.place: "  contraindication:", DUE.place: "next_review: 2026-01-31"}


def line_of(place: Place) -> str:
    return LINES.get(place, "")


def test_text_is_told_to_the_letter() -> None:
    assert as_text([UNKNOWN, DUE], line_of) == (
        "techniques/effleurage.yml:14:3: error[R104] "
        'unknown field "contraindication"; did you mean "contraindications"?\n'
        "  14 |   contraindication:\n"
        "     |   ^\n"
        "\n"
        "conditions/low-back-pain.yml:2:11: warning[T301] the review was due on 2026-01-31\n"
        "  2 | next_review: 2026-01-31\n"
        "    |           ^\n"
        "  content/people.yml:5:1: the reviewer\n"
        "  help: Read the record again, then move the date.\n"
        "\n"
        "1 error, 1 warning\n"
    )


def test_color_only_adds_signs() -> None:
    colored = as_text([UNKNOWN, DUE], line_of, color=True)
    plain = as_text([UNKNOWN, DUE], line_of)
    assert "\x1b[1;31merror[R104]\x1b[0m" in colored
    for code in ("0", "1", "2", "1;31", "1;33", "1;35"):
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain


def test_a_long_line_is_cut_around_the_column_and_wide_letters_keep_the_caret_in_place() -> None:
    place = Place("a.yml", 1, 301)
    finding = Finding("X1", "x", Severity.ERROR, "m", place)
    text = as_text([finding], lambda _: "a" * 300 + "b" + "c" * 300)
    shown, caret = text.splitlines()[1:3]
    assert len(shown) < 120
    assert shown[caret.index("^")] == "b"
    wide = as_text([Finding("X1", "x", Severity.ERROR, "m", Place("a.yml", 1, 3))], lambda _: "按摩x")
    assert wide.splitlines()[2] == "    |     ^"


def test_a_column_past_the_end_and_a_missing_line_do_no_harm() -> None:
    past = Finding("X1", "x", Severity.ERROR, "m", Place("a.yml", 1, 99))
    assert as_text([past], lambda _: "ab").splitlines()[2] == "    |   ^"
    assert as_text([past], lambda _: "").splitlines()[1] == ""


def test_no_file_can_steer_the_terminal() -> None:
    finding = Finding("X1", "x", Severity.ERROR, "a\x1b[2Jb\nc", Place("a.yml"), hint="\x9b1m")
    text = as_text([finding], lambda _: "\x1b]0;title\x07")
    assert not set(text) & {"\x1b", "\x07", "\x9b"}
    assert text.startswith("a.yml:1:1: error[X1] a\N{REPLACEMENT CHARACTER}[2Jb c\n")


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (0, 0, "Nothing found: no errors, no warnings."),
        (1, 0, "1 error"),
        (0, 1, "1 warning"),
        (2, 1, "2 errors, 1 warning"),
        (1, 3, "1 error, 3 warnings"),
    ],
)
def test_the_summary_counts_in_words(errors: int, warnings: int, expected: str) -> None:
    assert summary([UNKNOWN] * errors + [DUE] * warnings) == expected


def test_json_holds_everything() -> None:
    told = json.loads(as_json([UNKNOWN, DUE]))
    assert (told["version"], told["errors"], told["warnings"]) == (1, 1, 1)
    assert told["findings"][1] == {
        "code": "T301",
        "name": "overdue-review",
        "severity": "warning",
        "message": "the review was due on 2026-01-31",
        "file": "conditions/low-back-pain.yml",
        "line": 2,
        "column": 11,
        "hint": "Read the record again, then move the date.",
        "related": [{"file": "content/people.yml", "line": 5, "column": 1, "note": "the reviewer"}],
    }


def test_github_annotations_escape_what_would_end_them() -> None:
    finding = Finding("X1", "x", Severity.WARNING, "100% of\nit", Place("content/a,b:c.yml", 3, 4), hint="Mend it.")
    assert as_github([finding]) == (
        "::warning file=content/a%2Cb%3Ac.yml,line=3,col=4,title=X1 x::100%25 of%0Ait%0AMend it.\n"
    )
