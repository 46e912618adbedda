"""From files to records: one file's records, what is wrong with them, and which ids exist but failed.

A file is read on its own and knows no other, so a file whose bytes did not change need not be read again. Knows the
models only through the table of kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import ValidationError

from prospectus.diagnostics import Finding, Place, Severity
from prospectus.model.kinds import Kind, Layout
from prospectus.model.prose_problem import PROSE_FAULTS
from prospectus.model.record import KeyPath, Record, Review, ReviewStatus
from prospectus.model.walk import proses_of
from prospectus.read.fault import EMPTY_VALUE, FIELDS_EXPECTED, MISSING_FIELD
from prospectus.read.field_errors import field_findings, unknown_field
from prospectus.read.folder import SourceFile
from prospectus.read.line_map import LineMap
from prospectus.read.misplaced import kind_meant, misplaced
from prospectus.read.record_id import id_findings, is_id, likely_id
from prospectus.read.yaml_source import read_yaml

_NO_REVIEW = Review(owner="nobody", status=ReviewStatus.DRAFT, reviewed_on=date.min, next_review=date.min)
"""Stands in where a file gives no usable review, so that all other faults come to light; no record keeps it."""

_PROSE_FAULT_NAMES = {fault.code: fault.name for fault in PROSE_FAULTS}


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file, read: its records by id, the ids that exist but failed, and all findings.

    `is_incomplete` says that it may hold more records than anybody could see; `belongs` is the kind of a file that lies
    in the folder of another.
    """

    origin: SourceFile
    records: Mapping[str, Record]
    broken: frozenset[str]
    is_incomplete: bool
    findings: tuple[Finding, ...]
    belongs: Kind | None = None

    @property
    def kind(self) -> Kind:
        """The kind of the records: the file's own, or the one that a file in the wrong folder was meant for."""
        return self.belongs or self.origin.kind


def read_file(origin: SourceFile) -> FileReading:
    """Read one file into records. Nothing is raised."""
    findings = [origin.fault] if origin.fault else []
    if origin.source is None:
        return _failed(origin, findings)
    reading = read_yaml(origin.source, origin.file)
    findings.extend(reading.findings)
    if reading.data is None:
        return _failed(origin, findings)
    if origin.kind.layout is Layout.MANY_PER_FILE:
        return _read_many(origin, reading.data, reading.places, findings)
    record = _read_record(origin.kind, reading.data, reading.places, (), origin.id, found := list(findings))
    if record is None and origin.kind.layout is Layout.ONE_PER_FILE:
        right = kind_meant(reading.data, origin.kind)
        if right is not None:
            failed = _failed(origin, [*findings, misplaced(origin.file, origin.id, right)])
            return replace(failed, belongs=right)
    findings = found
    if record is None or any(finding.severity is Severity.ERROR for finding in findings):
        return _failed(origin, findings)
    return FileReading(origin, {origin.id: record}, frozenset(), False, tuple(findings))


def _failed(origin: SourceFile, findings: list[Finding]) -> FileReading:
    is_whole_kind = origin.kind.layout is Layout.MANY_PER_FILE or not origin.id
    # Whoever refers to the record means the id that its file should have given it.
    broken = frozenset() if is_whole_kind else frozenset({origin.id, likely_id(origin.id)})
    return FileReading(origin, {}, broken, is_whole_kind, tuple(findings))


def _read_record(
    kind: Kind, data: Any, places: LineMap, prefix: KeyPath, id: str, findings: list[Finding]
) -> Record | None:
    """Read one record and place its faults; None when any of them is an error."""
    try:
        record = kind.model.model_validate(data)
    except ValidationError as error:
        findings.extend(field_findings(error, kind.model, places, prefix))
        return None
    faults = [
        Finding(
            problem.code,
            _PROSE_FAULT_NAMES.get(problem.code, "text"),
            Severity.ERROR,
            problem.message,
            Place(places.file, *places[(*prefix, *path, problem.line)]),
            problem.hint,
        )
        for path, prose in proses_of(record)
        for problem in prose.problems
    ]
    findings.extend(faults)
    return None if faults else record.placed(id, places.file, places, prefix)


def _read_many(origin: SourceFile, data: dict[str, Any], places: LineMap, findings: list[Finding]) -> FileReading:
    """Read a file that holds many records under their ids, and perhaps a review that serves them all."""
    # A key that stands twice, or is no word, may hide records.
    is_incomplete = any(finding.is_error for finding in findings)
    plural = origin.kind.plural
    findings.extend(unknown_field(key, ["review", plural], places, (key,)) for key in data.keys() - {"review", plural})
    review = _shared_review(data, places, findings)
    entries = data.get(plural)
    if not isinstance(entries, dict):
        # A misspelled name of the collection has been reported just now.
        if plural in data or data.keys() <= {"review"}:
            findings.append(_no_entries(origin.kind, data, places))
        return _failed(origin, findings)
    id_faults = id_findings({id: places.key_place((plural, id)) for id in _odd_ids(entries)})
    findings.extend(id_faults.values())
    records: dict[str, Record] = {}
    unreviewed: list[str] = []
    for id, entry in entries.items():
        own = isinstance(entry, dict) and "review" in entry
        if isinstance(entry, dict) and not own:
            entry["review"] = review or _NO_REVIEW
            if "review" not in data:
                unreviewed.append(id)
        record = _read_record(origin.kind, entry, places, (plural, id), id, findings)
        if record is not None and id not in id_faults and (own or review is not None):
            records[id] = record
    if unreviewed:
        findings.append(_no_review(unreviewed, plural, places))
    failed = entries.keys() - records.keys()
    broken = failed | {likely_id(id) for id in failed} - records.keys()
    return FileReading(origin, records, frozenset(broken), is_incomplete, tuple(findings))


def _odd_ids(entries: dict[str, Any]) -> list[str]:
    """Give the ids that are no address, with those that differ from them only by case."""
    odd = {id.casefold() for id in entries if not is_id(id)}
    return [id for id in entries if odd and id.casefold() in odd]


def _shared_review(data: dict[str, Any], places: LineMap, findings: list[Finding]) -> Review | None:
    if "review" not in data:
        return None
    try:
        return Review.model_validate(data["review"])
    except ValidationError as error:
        findings.extend(field_findings(error, Review, places, ("review",)))
        return None


def _no_entries(kind: Kind, data: dict[str, Any], places: LineMap) -> Finding:
    if kind.plural not in data:
        hint = f"Add {kind.plural}: and under it each {kind.noun} with its id."
        return MISSING_FIELD.at(Place(places.file), f'"{kind.plural}" is missing', hint)
    place = places.value_place((kind.plural,))
    if data[kind.plural] is None:
        return EMPTY_VALUE.at(place, f'nothing stands after "{kind.plural}"', f"Write each {kind.noun} under its id.")
    message = f'"{kind.plural}" is made of ids, each with its fields below it'
    return FIELDS_EXPECTED.at(place, message, f"Begin each {kind.noun} with its id and a colon, without a dash.")


def _no_review(unreviewed: list[str], plural: str, places: LineMap) -> Finding:
    which = f'"{unreviewed[0]}"' if len(unreviewed) == 1 else f'"{unreviewed[0]}" and {len(unreviewed) - 1} more'
    hint = "Write one review at the top of the file; it serves every entry without its own."
    return MISSING_FIELD.at(places.key_place((plural, unreviewed[0])), f'"review" is missing for {which}', hint)
