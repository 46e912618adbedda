"""Makes a school of any size from the shipped one: techniques and conditions copied in generations.

Each generation refers to its own techniques and conditions, so that pages grow in number and not in length. Only ids,
names and references are changed; all else is the shipped text, so that a benchmark works on real material.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.model.walk import references_of
from prospectus.read import read_school

COPIED_KINDS = ("technique", "condition")
INPUTS = ("techniques", "conditions", "content", "mkdocs.yml")
# Two records may not answer to one word, so copies give theirs up.
OTHER_NAMES = re.compile(r"^(?:also_called|everyday_words|formerly):\n(?:[ -].*\n)*", re.MULTILINE)
NAME = re.compile(r'^name: "?(.+?)"?$', re.MULTILINE)


def write_synthetic_school(shipped: Path, target: Path, records: int) -> None:
    """Write a school with so many technique and condition files into the empty folder `target`."""
    for name in INPUTS:
        source = shipped / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            shutil.copy2(source, target / name)
    school = read_school(shipped).school
    originals = [record for kind in COPIED_KINDS for record in school.shelf(kind).values()]
    copies = _copies(shipped, school, originals)
    for _ in range(records - len(originals)):
        path, text = next(copies)
        (target / path).write_text(text, encoding="utf-8")


def _copies(shipped: Path, school: School, originals: list[Record]) -> Iterator[tuple[str, str]]:
    texts = {record.file: (shipped / record.file).read_text(encoding="utf-8") for record in originals}
    generation = 0
    while True:
        generation += 1
        for record in originals:
            text = _with_own_references(texts[record.file], record, school, generation)
            text = OTHER_NAMES.sub("", text)
            text = NAME.sub(rf'name: "\1 {generation}"', text, count=1)
            yield record.file.replace(".yml", f"-{generation}.yml"), text


def _with_own_references(text: str, record: Record, school: School, generation: int) -> str:
    """Lead the references to copied records to those of the same generation, from the last place to the first."""
    lines = text.split("\n")
    found = [ref for ref in references_of(record) if ref.kind in COPIED_KINDS and ref.id in school.shelf(ref.kind)]
    for reference in sorted(found, key=lambda ref: record.at(*ref.path), reverse=True):
        place = record.at(*reference.path)
        line, start = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = line[:start] + line[start:].replace(reference.id, f"{reference.id}-{generation}", 1)
    return "\n".join(lines)
