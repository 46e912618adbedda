"""What a page reads, named for its job: the record, what it names, who names it, and what those name in turn."""

from __future__ import annotations

from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.model.walk import names_of


def reads_of(school: School, *records: Record) -> frozenset[str]:
    """Name everything one step around these records: their own references, and those of the records that use them."""
    reads: set[str] = set()
    for record in records:
        reads |= _outward(record)
        reads.add(f"users-of:{record.key}")
        for user, _ in school.users_of(record.kind, record.id):
            reads |= _outward(user)
    return frozenset(reads)


def every(*kinds: str) -> frozenset[str]:
    """Name all records of these kinds, also their number and order."""
    return frozenset(f"{kind}:*" for kind in kinds)


def _outward(record: Record) -> set[str]:
    return {record.key, *names_of(record)}
