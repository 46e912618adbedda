"""Texts that a # cuts short without a word, as in a street address with an apartment number.

A space and a # begin a remark in YAML. A # with a letter or a digit right behind it was most likely meant as text, and
is warned about; one with a space behind it is taken for the remark that it is. Knows no record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from prospectus.diagnostics import Finding, Place
from prospectus.read.fault import CUT_BY_HASH
from prospectus.read.yaml_wording import quoted

_MAYBE_CUT = re.compile(r"\S +#[^\s#]")
_CUT = re.compile(r" +#[^\s#]")


def cut_texts(text: str, file: str) -> list[Finding]:
    """Find plain texts of a file that a # cuts short. The file must have passed the event scan."""
    if _MAYBE_CUT.search(text) is None:
        return []
    lines = text.split("\n")
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CBaseLoader)
    findings = []
    for event in events:
        if isinstance(event, yaml.ScalarEvent) and not event.style and event.value and event.end_mark:
            row, column = event.end_mark.line, event.end_mark.column
            cut = _CUT.match(lines[row], column) if row < len(lines) else None
            if cut is not None:
                findings.append(_cut(event, lines[row], row, cut.end() - 2, file))
    return findings


def _cut(event: Any, line: str, row: int, hash: int, file: str) -> Finding:
    begin = event.start_mark.column if event.start_mark.line == row else len(line) - len(line.lstrip())
    message = f'"{line[hash:].rstrip()}" is dropped, because a space and a # begin a remark'
    whole = quoted(line[begin:].rstrip())
    hint = f"To keep it, put the whole text in quotes: {whole}; for a remark, put a space after the #."
    return CUT_BY_HASH.at(Place(file, row + 1, hash + 1), message, hint)
