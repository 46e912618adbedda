"""The broken school holds every fault of reading once; `expected.txt` beside it is what is said about them.

When a wording changes on purpose, write the new text with `python tests/read/test_broken_school.py` and read the diff.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prospectus.artifact import BuildContext
from prospectus.commands.check import examine
from prospectus.diagnostics import Place
from prospectus.read import read_school
from prospectus.read.fault import FAULTS
from prospectus.report import as_text

BROKEN = Path(__file__).parents[1] / "schools" / "broken"
EXPECTED = BROKEN / "expected.txt"


CONTEXT = BuildContext(as_of=date(2026, 2, 1), version="test")


def line_of(place: Place) -> str:
    """Give no line of the file, so that the text below stays short."""
    return ""


def console_text() -> str:
    return as_text(read_school(BROKEN).findings, line_of)


def test_every_planted_fault_is_reported_where_it_stands() -> None:
    assert console_text() == EXPECTED.read_text(encoding="utf-8"), __doc__


def test_every_fault_of_the_table_is_planted() -> None:
    found = {finding.code for finding in read_school(BROKEN).findings}
    missing = [f"{fault.code} {fault.name}" for fault in FAULTS if fault.code not in found]
    assert not missing, f"plant these in {BROKEN}: {missing}"


def test_each_file_gives_exactly_one_finding() -> None:
    files = [finding.place.file for finding in read_school(BROKEN).findings]
    assert len(files) == len(set(files)), "one fault must give one finding"


def test_every_message_says_what_to_do() -> None:
    for finding in read_school(BROKEN).findings:
        assert finding.hint, f"{finding.place} has no hint"


def test_no_rule_speaks_of_records_that_could_not_be_read() -> None:
    reading = read_school(BROKEN)
    assert [f for f in examine(BROKEN, CONTEXT).findings if f not in reading.findings] == []


if __name__ == "__main__":
    EXPECTED.write_text(console_text(), encoding="utf-8")
