"""Puts findings into words for a terminal, for other programs (JSON) and for GitHub's annotations.

It makes text and prints nothing. It knows findings and the lines of the files they point into, no record and no rule.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.cells import cell_len

from prospectus.diagnostics import Finding, Place, Severity

LineOf = Callable[[Place], str]
"""Gives the line of the file that a place points into, or "" when there is none to show."""

WIDTH = 96
STYLES = {"error": "1;31", "warning": "1;33", "faint": "2", "caret": "1;35", "place": "1"}


def as_text(findings: Sequence[Finding], line_of: LineOf, *, color: bool = False) -> str:
    """Return every finding as a block: one line for people and editors alike, the spot in the file, and the remedy."""
    blocks = ["\n".join(_block(finding, line_of, color)) for finding in findings]
    return "\n\n".join([*blocks, summary(findings)]) + "\n"


def as_json(findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON object, in the order given."""
    rows = [
        {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity.value,
            "message": finding.message,
            **_place_fields(finding.place),
            "hint": finding.hint,
            "related": [{**_place_fields(related.place), "note": related.note} for related in finding.related],
        }
        for finding in findings
    ]
    counts = {"errors": count(findings, Severity.ERROR), "warnings": count(findings, Severity.WARNING)}
    return json.dumps({"version": 1, **counts, "findings": rows}, ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Sequence[Finding]) -> str:
    """Return workflow commands that GitHub shows beside the lines of a pull request."""
    return "".join(f"{_annotation(finding)}\n" for finding in findings)


def changes_as_text(before: str, after: str, sentences: Sequence[str]) -> str:
    """Return what changed between two editions, one sentence a line."""
    since = f"between {before} and {after}" if after else f"since {before}"
    if not sentences:
        return f"Nothing that the catalog prints has changed {since}.\n"
    return "\n".join([f"{plural(len(sentences), 'change')} {since}:", *(f"- {line}" for line in sentences), ""])


def changes_as_json(before: str, after: str, sentences: Sequence[str]) -> str:
    """Return the same as one JSON object; `after` is empty for the records as they are."""
    whole = {"version": 1, "before": before, "after": after, "changes": list(sentences)}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def summary(findings: Sequence[Finding]) -> str:
    """Return the counts in words: `1 error, 2 warnings`."""
    errors, warnings = count(findings, Severity.ERROR), count(findings, Severity.WARNING)
    if not findings:
        return "Nothing found: no errors, no warnings."
    parts = [plural(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    return ", ".join(parts)


def plural(number: int, word: str) -> str:
    """Return "1 file" or "2 files"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """Return how many findings have this weight."""
    return sum(1 for finding in findings if finding.severity is severity)


def headline(finding: Finding) -> str:
    """Return the first line of a text finding, as editors and people read it."""
    return f"{finding.place}: {finding.severity}[{finding.code}] {visible(finding.message)}"


def visible(text: str) -> str:
    """Return the text on one line, with signs that would steer a terminal replaced."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in " ".join(text.split()))


def _block(finding: Finding, line_of: LineOf, color: bool) -> Iterator[str]:
    place = _paint(str(finding.place), "place", color)
    label = _paint(f"{finding.severity}[{finding.code}]", finding.severity.value, color)
    yield f"{place}: {label} {visible(finding.message)}"
    yield from _excerpt(finding.place, line_of, color)
    for related in finding.related:
        yield f"  {related.place}: {visible(related.note)}"
    if finding.hint:
        yield f"  {_paint('help:', 'faint', color)} {visible(finding.hint)}"


def _excerpt(place: Place, line_of: LineOf, color: bool) -> Iterator[str]:
    """Yield the line of the file and a caret under the column; a long line is cut around it."""
    line = "".join(letter if letter.isprintable() else " " for letter in line_of(place).rstrip())
    if not line:
        return
    caret = min(place.column - 1, len(line))
    start = max(0, caret - WIDTH // 2) if len(line) > WIDTH else 0
    shown = line[start : start + WIDTH]
    margin = f"{place.line} |"
    indent = " " * cell_len(line[start:caret])
    yield f"  {_paint(margin, 'faint', color)} {shown}"
    yield f"  {_paint(margin[-1:].rjust(len(margin)), 'faint', color)} {indent}{_paint('^', 'caret', color)}"


def _paint(text: str, style: str, color: bool) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if color else text


def _place_fields(place: Place) -> dict[str, str | int]:
    return {"file": place.file, "line": place.line, "column": place.column}


def _annotation(finding: Finding) -> str:
    fields = {
        "file": finding.place.file,
        "line": str(finding.place.line),
        "col": str(finding.place.column),
        "title": f"{finding.code} {finding.name}",
    }
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in fields.items())
    message = finding.message if not finding.hint else f"{finding.message}\n{finding.hint}"
    return f"::{finding.severity} {properties}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    """Escape what ends a workflow command or one of its properties."""
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{also}" else letter for letter in text)
