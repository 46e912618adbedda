"""What a page reads, named for its job: the record, what it names, who names it, and what those name in turn."""

from __future__ import annotations

from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.model.walk import names_of

QUOTED_KINDS = ("disagreement", "standing-rule", "technique")
"""Kinds whose texts stand on the page of a record that names them, with their own links and sources."""


def reads_of(school: School, *records: Record) -> frozenset[str]:
    """Name everything around these records: what they name, who names them, and what each of those names in turn."""
    reads: set[str] = set()
    for record in records:
        reads |= _outward(record)
        reads.add(f"users-of:{record.key}")
        for user, _ in school.users_of(record.kind, record.id):
            reads |= _outward(user)
        for name in names_of(record):
            kind, _, id = name.partition(":")
            quoted = school.find(kind, id) if kind in QUOTED_KINDS else None
            if quoted is not None:
                reads |= names_of(quoted)
    return frozenset(reads)


def every(school: School, *kinds: str) -> frozenset[str]:
    """Name all records of these kinds, also their number and order, and every record that they name."""
    named = (name for kind in kinds for name in school.names_in(kind) if name.partition(":")[0] not in kinds)
    return frozenset([*(f"{kind}:*" for kind in kinds), *named])


def _outward(record: Record) -> set[str]:
    return {record.key, *names_of(record)}
