"""The school: every record, frozen, with look-ups forwards and backwards.

A `School` is a snapshot. The next one, after a file was saved, shares every record that did not change; nothing here
changes one. Reverse look-ups are worked out on first use and belong to the snapshot.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from prospectus.model.cohort import Cohort
from prospectus.model.condition import Condition, TechniqueUse
from prospectus.model.course import Course
from prospectus.model.record import Record
from prospectus.model.shelves import R, Shelf, Shelves
from prospectus.model.walk import FoundReference, names_of, references_of


class School(Shelves):
    """All that a school teaches, as one frozen snapshot.

    `records` maps a kind's name to its records by id. `broken` names records whose file exists but could not be read
    (`kind:id`); `incomplete_kinds` names kinds whose file could not be read, so that a missing id proves nothing.
    `pictures` are the files of `docs/assets/` as texts name them ("assets/photo.jpg"). `kept` are the bytes of frozen
    editions by edition and file ("2026-27/catalog.pdf").
    """

    def __init__(
        self,
        records: Mapping[str, Mapping[str, Record]],
        broken: frozenset[str] = frozenset(),
        incomplete_kinds: frozenset[str] = frozenset(),
        pictures: frozenset[str] = frozenset(),
        kept: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        self._records = MappingProxyType({kind: MappingProxyType(dict(shelf)) for kind, shelf in records.items()})
        self.broken = broken
        self.incomplete_kinds = incomplete_kinds
        self.pictures = pictures
        self.kept = MappingProxyType(dict(kept))

    # -- forwards ----------------------------------------------------------------------------------------------------

    def shelf(self, kind: str) -> Shelf[Record]:
        """Give all records of a kind by id; empty when there are none."""
        return self._records.get(kind, MappingProxyType({}))

    def find(self, kind: str, id: str) -> Record | None:
        """Give a record; None when there is none with this id, or its file could not be read."""
        return self.shelf(kind).get(id)

    def is_unreadable(self, kind: str, id: str) -> bool:
        """Say whether a record may exist although it is not here, because its file could not be read."""
        return kind in self.incomplete_kinds or f"{kind}:{id}" in self.broken

    @property
    def is_whole(self) -> bool:
        """Say whether every file could be read; only then does it prove anything that a record is named nowhere."""
        return not self.broken and not self.incomplete_kinds

    def all_records(self) -> list[Record]:
        """Give every record, kind by kind."""
        return [record for shelf in self._records.values() for record in shelf.values()]

    def without(self, keys: frozenset[str]) -> School:
        """Give a snapshot that lacks the records with these keys (`kind:id`) and shares all others."""
        kept = {
            kind: {id: record for id, record in shelf.items() if record.key not in keys}
            for kind, shelf in self._records.items()
        }
        return School(kept, self.broken | keys, self.incomplete_kinds, self.pictures, self.kept)

    def with_records(self, others: Mapping[str, Record]) -> School:
        """Give a snapshot in which these records, by key (`kind:id`), stand for those of the same key."""
        replaced = {
            kind: {id: others.get(record.key, record) for id, record in shelf.items()}
            for kind, shelf in self._records.items()
        }
        return School(replaced, self.broken, self.incomplete_kinds, self.pictures, self.kept)

    # -- backwards ---------------------------------------------------------------------------------------------------

    @cached_property
    def _users(self) -> dict[str, list[tuple[Record, FoundReference]]]:
        users: dict[str, list[tuple[Record, FoundReference]]] = {}
        for record in self.all_records():
            for reference in references_of(record):
                users.setdefault(f"{reference.kind}:{reference.id}", []).append((record, reference))
        return users

    def users_of(self, kind: str, id: str) -> tuple[tuple[Record, FoundReference], ...]:
        """Give every record that names this one, with the reference that does, in the order of the records."""
        return tuple(self._users.get(f"{kind}:{id}", ()))

    def naming(self, model: type[R], kind: str, id: str) -> tuple[R, ...]:
        """Give the records of one kind that name this one anywhere, each once."""
        found = {user.id: user for user, _ in self._users.get(f"{kind}:{id}", ()) if isinstance(user, model)}
        return tuple(found.values())

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        return {kind: frozenset().union(*map(names_of, shelf.values())) for kind, shelf in self._records.items()}

    def names_in(self, kind: str) -> frozenset[str]:
        """Give the look-up names (`kind:id`) of all that the records of a kind name, in fields and in texts."""
        return self._names.get(kind, frozenset())

    @cached_property
    def _uses_by_technique(self) -> dict[str, list[tuple[Condition, TechniqueUse]]]:
        uses: dict[str, list[tuple[Condition, TechniqueUse]]] = {}
        for condition in self.conditions.values():
            for use in condition.techniques:
                uses.setdefault(use.technique, []).append((condition, use))
        return uses

    def conditions_using(self, technique_id: str) -> tuple[tuple[Condition, TechniqueUse], ...]:
        """Give the conditions that recommend a technique, each with its reason and grade."""
        return tuple(self._uses_by_technique.get(technique_id, ()))

    def courses_teaching(self, kind: str, id: str) -> tuple[Course, ...]:
        """Answer "which courses teach this?" for a technique, a condition or a training requirement."""
        return self.naming(Course, kind, id)

    @cached_property
    def _cohorts_by_program(self) -> dict[str, list[Cohort]]:
        groups: dict[str, list[Cohort]] = {}
        for cohort in sorted(self.cohorts.values(), key=lambda cohort: (cohort.start, cohort.id)):
            groups.setdefault(cohort.program, []).append(cohort)
        return groups

    def cohorts_of(self, program_id: str) -> tuple[Cohort, ...]:
        """Give a program's groups, the earliest start first."""
        return tuple(self._cohorts_by_program.get(program_id, ()))
