"""Makes a school of any size from the shipped one: its records, shortened to a modest length, in generations.

A generation repeats every technique, condition, course and program, the groups of students, some claims, and the
sources that all of these cite. It refers to itself alone, so that a school grows in records and not in the length of
its pages. All other kinds stay as shipped. Names and ids are changed; all else is real material.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prospectus.model.claim import Claim
from prospectus.model.kinds import KIND_BY_NAME
from prospectus.model.record import KeyPath, Record
from prospectus.model.school import School
from prospectus.model.walk import references_of
from prospectus.read import read_school
from prospectus.read.yaml_source import read_yaml

PAGE_KINDS = ("technique", "condition", "course", "program")
COPIED_KINDS = (*PAGE_KINDS, "cohort", "claim", "source")
CLAIMS_A_GENERATION = 10
# A text of every third record links to another one, as a modest author would.
LINK_EVERY = 3
# What is cut, so that techniques and conditions have 1.5 to 2.5 kB; the shipped ones have three times as much.
LONGEST_LIST = {"red_flags": 2, "steps": 2, "sources": 2, "techniques": 2, "conditions": 2, "also_called": 2}
WHOLE_LISTS = frozenset({"courses", "fees", "lengths", "prerequisites"})
LEFT_OUT = frozenset(
    {"history", "self_check", "adverse_events", "codes", "how_common", "named_by", "formerly", "self_care", "training"}
    | {"disagreements", "everyday_words", "safety_notes", "reviews", "medications", "indications"}
)


def write_synthetic_school(shipped: Path, target: Path, records: int) -> None:
    """Write a school with so many technique, condition, course and program files into the empty folder `target`.

    Sources, claims and groups of students are not counted.
    """
    shutil.copytree(shipped / "content", target / "content")
    shutil.copy2(shipped / "mkdocs.yml", target / "mkdocs.yml")
    for folder in PAGE_KINDS:
        (target / KIND_BY_NAME[folder].location).mkdir(exist_ok=True)
    copier = Copier(shipped, read_school(shipped).school)
    originals = [record for kind in PAGE_KINDS for record in copier.school.shelf(kind).values()]
    whole = records // len(originals)
    for number in range(records):
        generation, place = divmod(number, len(originals))
        # A generation that is cut off has not all of its records, so its references lead to the one before.
        data = copier.copy(originals[place], generation, generation if generation < whole else whole - 1)
        if number % LINK_EVERY == 0:
            data["summary"] += f" Compare it with [another](condition:{next(iter(copier.school.conditions))})."
        path = originals[place].file.replace(".yml", f"{_ending(generation)}.yml")
        (target / path).write_text("\n".join(yaml_lines(data)) + "\n", encoding="utf-8")
    for kind, entries in copier.shelves(whole).items():
        _extend(target / KIND_BY_NAME[kind].location, entries)


@dataclass
class Copier:
    """Copies records under new ids, and keeps in mind which sources the copies cite."""

    shipped: Path
    school: School
    cited: set[tuple[str, int]] = field(default_factory=set)
    _files: dict[str, Any] = field(default_factory=dict)

    @property
    def claims(self) -> list[Claim]:
        """The claims that every generation repeats."""
        return [claim for claim in self.school.claims.values() if claim.techniques][:CLAIMS_A_GENERATION]

    def copy(self, record: Record, generation: int, home: int) -> dict[str, Any]:
        """Copy a record; its references lead to the records of the generation `home`."""
        data = modest(self._data_of(record))
        for reference in references_of(record):
            is_copied = reference.kind in COPIED_KINDS and self.school.find(reference.kind, reference.id) is not None
            if reference.kind == "claim" and reference.id not in {claim.id for claim in self.claims}:
                continue  # this claim has no copy: the copied record leads to the shipped one
            if is_copied and _lead(data, reference.path, f"{reference.id}{_ending(home)}"):
                self.cited |= {(reference.id, home)} if reference.kind == "source" else set()
        for name in ("name", "title", "code"):
            if name in data and generation:
                data[name] = f"{data[name]} {generation}"
        if "also_called" in data and generation:
            data["also_called"] = [f"{name} {generation}" for name in data["also_called"]]
        return data

    def shelves(self, generations: int) -> dict[str, dict[str, Any]]:
        """Copy what stands in one file for all: groups of students, some claims, and every source that is cited."""
        made: dict[str, dict[str, Any]] = defaultdict(dict)
        for generation in range(1, generations):
            for record in (*self.school.cohorts.values(), *self.claims):
                made[record.kind][f"{record.id}-{generation}"] = self.copy(record, generation, generation)
        for id, generation in sorted(self.cited):
            if generation:
                copy = self.copy(self.school.sources[id], generation, generation)
                made["source"][f"{id}-{generation}"] = copy
        return made

    def _data_of(self, record: Record) -> dict[str, Any]:
        if record.file not in self._files:
            self._files[record.file] = read_yaml((self.shipped / record.file).read_bytes(), record.file).data
        data: Any = self._files[record.file]
        return data if record.kind in PAGE_KINDS else data[KIND_BY_NAME[record.kind].plural][record.id]


def modest(value: Any, name: str = "") -> Any:
    """Cut lists short and leave out long optional fields; everything is a copy."""
    if isinstance(value, list):
        end = len(value) if name in WHOLE_LISTS else LONGEST_LIST.get(name, 1)
        return [modest(item) for item in value[:end]]
    if isinstance(value, dict):
        return {key: modest(item, key) for key, item in value.items() if key not in LEFT_OUT}
    return value


def yaml_lines(value: Any, indent: str = "") -> Iterator[str]:
    """Write YAML in the form of the shipped files."""
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list) and item:
                yield f"{indent}{key}:"
                yield from yaml_lines(item, f"{indent}  ")
            else:
                yield f"{indent}{key}: {_scalar(item)}"
    else:
        for item in value:
            first, *rest = yaml_lines(item, f"{indent}  ") if isinstance(item, dict) else [f"  {_scalar(item)}"]
            yield f"{indent}- {first[len(indent) + 2 :] if isinstance(item, dict) else first[2:]}"
            yield from rest


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value.rstrip("\n"), ensure_ascii=False)
    return json.dumps(value)


def _ending(generation: int) -> str:
    return f"-{generation}" if generation else ""


def _lead(data: Any, path: KeyPath, id: str) -> bool:
    """Put an id in the place of another; False when the place was cut away."""
    holder: Any = None
    for part in path:
        if not (part < len(data) if isinstance(part, int) else part in data):
            return False
        holder, data = data, data[part]
    holder[path[-1]] = id
    return True


def _extend(file: Path, entries: dict[str, Any]) -> None:
    """Add records to a file that holds many; its collection is the last thing in it."""
    with file.open("a", encoding="utf-8") as lines:
        lines.write("\n".join(yaml_lines(entries, "  ")) + "\n")
