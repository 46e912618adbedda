"""Findings: what is wrong with a school's data, where, and what to do about it.

A finding is a frozen value. It is collected, sorted by place and shown together with all the others;
it is never raised. This module knows nothing of YAML, records or output formats.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error holds the site back, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file of the school. Lines and columns count from 1; the path is relative, with slashes."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A second spot that a finding speaks of, with a few words that say what stands there."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: its rule, its weight, what is wrong and why in one or two sentences, and the remedy."""

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""
    related: tuple[RelatedPlace, ...] = ()

    @property
    def is_error(self) -> bool:
        """Say whether it holds the site back."""
        return self.severity is Severity.ERROR

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Place first, then code and message: the order in which findings are shown."""
        return (self.place, self.code, self.message)


def sorted_findings(findings: list[Finding]) -> tuple[Finding, ...]:
    """Order findings by place, then code, and drop exact repeats."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key))
