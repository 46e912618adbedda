"""A job names everything it reads, so that a saved file makes anew exactly the pages that show it.

Two proofs: every job runs on a school that notes each question it is asked, and every record is changed in all of its
texts to see whose bytes follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any, TypeVar

import pytest

from prospectus.artifact import BuildContext, Job
from prospectus.model.condition import Condition, TechniqueUse
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.reference import Reference
from prospectus.model.school import School
from prospectus.model.walk import FoundReference
from prospectus.render.formats import jobs_of, render_school
from prospectus.render.paper import documents_of, render_manuscripts
from tiny import CONTEXT, read_tiny

R = TypeVar("R", bound=Record)


@cache
def tiny_in_english() -> School:
    """Give the tiny school with the pages of one language: those of a second are made by the same jobs."""
    school = read_tiny().school
    assert school.profile is not None
    return school.with_records({school.profile.key: school.profile.with_values({"languages": ()})})


EVERYTHING = tiny_in_english().all_records()


class RecordingShelf(Mapping[str, Record]):
    """A shelf that notes which record it is asked for, and whether somebody goes through all of them."""

    def __init__(self, kind: str, shelf: Mapping[str, Record], seen: set[str]) -> None:
        self._kind, self._shelf, self._seen = kind, shelf, seen

    def __getitem__(self, id: str) -> Record:
        self._seen.add(f"{self._kind}:{id}")
        return self._shelf[id]

    def __iter__(self) -> Iterator[str]:
        self._seen.add(f"{self._kind}:*")
        return iter(self._shelf)

    def __len__(self) -> int:
        self._seen.add(f"{self._kind}:*")
        return len(self._shelf)


class RecordingSchool(School):
    """A school that notes every question in `seen`, by the names that jobs use."""

    def __init__(self, inner: School) -> None:
        super().__init__({}, inner.broken, inner.incomplete_kinds, inner.pictures, inner.kept)
        self._inner = inner
        self.seen: set[str] = set()

    def shelf(self, kind: str) -> Mapping[str, Record]:
        return RecordingShelf(kind, self._inner.shelf(kind), self.seen)

    def find(self, kind: str, id: str) -> Record | None:
        self.seen.add(f"{kind}:{id}")
        return self._inner.find(kind, id)

    def all_records(self) -> list[Record]:
        self.seen.add("*")
        return self._inner.all_records()

    def users_of(self, kind: str, id: str) -> tuple[tuple[Record, FoundReference], ...]:
        users = self._inner.users_of(kind, id)
        self._note_users(kind, id, [user for user, _ in users])
        return users

    def naming(self, model: type[R], kind: str, id: str) -> tuple[R, ...]:
        users = self._inner.naming(model, kind, id)
        self._note_users(kind, id, users)
        return users

    def conditions_using(self, technique_id: str) -> tuple[tuple[Condition, TechniqueUse], ...]:
        uses = self._inner.conditions_using(technique_id)
        self._note_users("technique", technique_id, [condition for condition, _ in uses])
        return uses

    def names_in(self, kind: str) -> frozenset[str]:
        return self._inner.names_in(kind)

    def without(self, keys: frozenset[str]) -> School:
        return self if not keys else RecordingSchool(self._inner.without(keys))

    def _note_users(self, kind: str, id: str, users: Any) -> None:
        self.seen |= {f"users-of:{kind}:{id}", *(user.key for user in users)}


def is_covered(name: str, reads: frozenset[str]) -> bool:
    """Say whether a job that names `reads` has named this: `kind:*` covers `kind:id`, and `*` covers all."""
    return name in reads or "*" in reads or f"{name.partition(':')[0]}:*" in reads


def jobs_by_path(school: School) -> dict[str, Job]:
    return {job.path: job for job in [*jobs_of(school, CONTEXT), *documents_of(school, CONTEXT)]}


@pytest.mark.parametrize("path", sorted(jobs_by_path(tiny_in_english())))
def test_a_job_names_all_that_it_reads(path: str) -> None:
    school = RecordingSchool(tiny_in_english())
    job = jobs_by_path(school)[path]
    named = job.reads
    school.seen.clear()
    job.run()
    unnamed = sorted(name for name in school.seen if not is_covered(name, named))
    assert unnamed == [], f"{path} reads these without naming them; add them where its job is made"


def test_the_recording_school_notes_what_it_is_asked() -> None:
    school = RecordingSchool(tiny_in_english())
    assert school.techniques.get("feather-stroke") is not None
    assert "slow-squeeze" in school.techniques
    assert list(school.claims)
    assert school.profile is not None
    school.courses_teaching("technique", "feather-stroke")
    assert {"technique:feather-stroke", "technique:slow-squeeze", "claim:*", "profile:*"} <= school.seen
    assert {"users-of:technique:feather-stroke", "course:tt-101"} <= school.seen
    assert "technique:*" not in school.seen


def altered(value: Any) -> Any:
    """Give a part with a word added to every text that people wrote; ids, dates and numbers stay."""
    if isinstance(value, Prose):
        return Prose(f"{value.text.rstrip()} zzz")
    if isinstance(value, tuple):
        return tuple(altered(item) for item in value)
    if type(value) is str:
        return f"{value} zzz"
    if not isinstance(value, Part):
        return value
    kept = {"formerly", "id", "pmid", "doi", "url", "email", "address", "telephone", "code", "record"}
    fields = {
        name: altered(getattr(value, name))
        for name, info in type(value).model_fields.items()
        if name not in kept and not any(isinstance(mark, Reference) for mark in info.metadata) and not _names(info)
    }
    return value.model_copy(update=fields)


def _names(info: Any) -> bool:
    """Say whether a field holds a list of ids."""
    return "Reference(" in repr(info.annotation)


def school_with(record: Record | None, without: Record | None = None) -> School:
    changed = {record.key: record} if record is not None else {}
    kinds: dict[str, dict[str, Record]] = {}
    for each in EVERYTHING:
        if without is None or each.key != without.key:
            kinds.setdefault(each.kind, {})[each.id] = changed.get(each.key, each)
    return School(kinds, kept=tiny_in_english().kept)


def bytes_by_path(school: School, context: BuildContext = CONTEXT) -> dict[str, bytes]:
    made = [*render_school(school, context), *render_manuscripts(school, context)]
    return {artifact.path: artifact.content for artifact in made}


@cache
def unchanged() -> tuple[dict[str, Job], dict[str, bytes]]:
    """Give the jobs of the tiny school and their bytes, made once a run."""
    school = tiny_in_english()
    return jobs_by_path(school), bytes_by_path(school)


@pytest.mark.parametrize("record", EVERYTHING, ids=lambda record: record.key)
def test_only_jobs_that_name_a_record_follow_its_change(record: Record) -> None:
    jobs, before = unchanged()
    after = bytes_by_path(school_with(altered(record)))
    followed = [path for path in before if before[path] != after.get(path)]
    assert followed or record.kind == "accepted-finding", "somebody must show a record"
    assert [path for path in followed if not is_covered(record.key, jobs[path].reads)] == []


@pytest.mark.parametrize("record", EVERYTHING, ids=lambda record: record.key)
def test_only_jobs_that_name_a_record_miss_it(record: Record) -> None:
    jobs, before = unchanged()
    after = bytes_by_path(school_with(None, without=record))
    changed = [path for path in before if path in after and before[path] != after[path]]
    assert [path for path in changed if not is_covered(record.key, jobs[path].reads)] == []


def test_only_jobs_that_name_the_date_follow_it() -> None:
    later = replace(CONTEXT, as_of=CONTEXT.as_of + timedelta(days=400))
    jobs, before = unchanged()
    after = bytes_by_path(tiny_in_english(), later)
    changed = [path for path in before if before[path] != after[path]]
    assert "programs/index.md" in changed
    assert [path for path in changed if "as-of" not in jobs[path].reads] == []


def test_two_runs_give_the_same_bytes() -> None:
    assert bytes_by_path(tiny_in_english()) == bytes_by_path(tiny_in_english())


def test_a_job_can_be_run_twice() -> None:
    for job in jobs_by_path(tiny_in_english()).values():
        assert job.run() == job.run()


def test_a_page_of_a_second_language_names_what_the_first_names() -> None:
    jobs = jobs_by_path(read_tiny().school)
    pages = [path for path in jobs if path.startswith("es/")]
    assert pages
    assert [path for path in pages if jobs[path].reads != jobs[path.removeprefix("es/")].reads] == []
