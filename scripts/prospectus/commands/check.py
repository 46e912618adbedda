"""The command `check`: read the school's files, look at them with every rule, and give all that was found.

It makes findings out of a folder of YAML files. It writes nothing and knows neither pages nor the site engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from prospectus.artifact import BuildContext
from prospectus.check import check_school
from prospectus.diagnostics import Finding, sorted_findings
from prospectus.errors import UserError
from prospectus.read import SchoolReading, read_school

INPUT_FOLDERS = ("techniques", "conditions", "content")


@dataclass(frozen=True, slots=True)
class Examination:
    """A school as it was read, with everything that was found in it, in the order of the places."""

    reading: SchoolReading
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Say whether anything found holds the site back."""
        return any(finding.is_error for finding in self.findings)


def examine(root: Path, context: BuildContext, previous: Examination | None = None) -> Examination:
    """Read and check the school in `root`; what has not changed since `previous` is not read again."""
    require_school(root)
    reading = read_school(root, previous.reading if previous else None)
    findings = [*reading.findings, *check_school(reading.school, context)]
    return Examination(reading, sorted_findings(findings))


def require_school(root: Path) -> None:
    """Raise UserError when `root` holds no school at all."""
    if not any((root / folder).is_dir() for folder in INPUT_FOLDERS):
        raise UserError(
            f"There is no school in {root}: none of the folders techniques, conditions and content is there. "
            "Name the school's folder with -C."
        )
