"""From a folder to a School: every file read, all records on their shelves, all findings in order.

Given the reading before, it reads only files whose bytes changed and shares every other record. Nothing is raised, and
the order in which a system lists files makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from prospectus.collector import collector_held
from prospectus.diagnostics import Finding, sorted_findings
from prospectus.model.kinds import KINDS
from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.read.folder import SourceFile, list_files, list_kept, list_pictures
from prospectus.read.loader import FileReading, read_file


@dataclass(frozen=True, slots=True)
class SchoolReading:
    """A school as it stands in its files, what is wrong with them, and the reading of each file by its name."""

    school: School
    findings: tuple[Finding, ...]
    files: Mapping[str, FileReading]


def read_school(root: Path, previous: SchoolReading | None = None) -> SchoolReading:
    """Read a school's folder; records of files that did not change since `previous` are the same objects."""
    files, strays = list_files(root)
    return read_files(files, strays, previous, list_pictures(root), list_kept(root))


def read_files(
    files: Iterable[SourceFile],
    strays: Iterable[Finding] = (),
    previous: SchoolReading | None = None,
    pictures: frozenset[str] = frozenset(),
    kept: Mapping[str, bytes] = MappingProxyType({}),
) -> SchoolReading:
    """Read files in any order into one school."""
    known = previous.files if previous is not None else {}
    readings = {}
    with collector_held():
        for origin in files:
            before = known.get(origin.file)
            # Dataclasses compare by value: the same kind, the same bytes, the same fault of the file itself.
            readings[origin.file] = before if before is not None and before.origin == origin else read_file(origin)
    findings = sorted_findings([*strays, *(finding for reading in readings.values() for finding in reading.findings)])
    is_same = (
        previous is not None
        and findings == previous.findings
        and pictures == previous.school.pictures
        and kept == previous.school.kept
    )
    if previous is not None and is_same and _is_same(readings, known):
        return previous
    return SchoolReading(_school(readings, pictures, kept), findings, readings)


def _is_same(readings: Mapping[str, FileReading], known: Mapping[str, FileReading]) -> bool:
    return readings.keys() == known.keys() and all(readings[file] is known[file] for file in readings)


def _school(readings: Mapping[str, FileReading], pictures: frozenset[str], kept: Mapping[str, bytes]) -> School:
    shelves: dict[str, dict[str, Record]] = {kind.name: {} for kind in KINDS}
    broken: set[str] = set()
    incomplete: set[str] = set()
    for file in sorted(readings):
        reading = readings[file]
        kind = reading.kind.name
        shelves[kind].update(reading.records)
        broken.update(f"{kind}:{id}" for id in reading.broken)
        if reading.is_incomplete:
            incomplete.add(kind)
    return School(shelves, frozenset(broken), frozenset(incomplete), pictures, kept)
