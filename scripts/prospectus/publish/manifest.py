"""The list of files in `docs/` or `dist/` that the program owns: path, hash and the YAML file each comes from.

It is written last. Before the first file is touched, the list that is about to become true is put beside it as the
intention, so that after a killed run the half of the files that was already written is still known as ours.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prospectus.artifact import Artifact
from prospectus.errors import UserError
from prospectus.publish.target import stays_inside

MANIFEST = ".manifest.json"
INTENTION = ".manifest.next.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that the program wrote: the SHA-256 of its bytes and the YAML file it came from ("" for the package)."""

    sha256: str
    origin: str


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def entries_of(artifacts: Iterable[Artifact]) -> dict[str, Entry]:
    """Return the entry of every artifact, by path."""
    return {artifact.path: Entry(hash_of(artifact.content), artifact.origin) for artifact in artifacts}


def manifest_bytes(entries: Mapping[str, Entry]) -> bytes:
    """Return the manifest as stable JSON: sorted paths, one file a line."""
    rows = [
        f"  {json.dumps(path)}: {json.dumps({'sha256': entry.sha256, 'origin': entry.origin}, ensure_ascii=False)}"
        for path, entry in sorted(entries.items())
    ]
    return ('{"version": 1, "files": {\n' + ",\n".join(rows) + "\n}}\n").encode()


def read_manifest(file: Path) -> dict[str, Entry]:
    """Return the entries of a manifest, none when there is no such file.

    Raises UserError when the file cannot be understood: guessing at what we own could delete a page of the school's.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    try:
        rows = json.loads(text)["files"]
        entries = {path: Entry(str(row["sha256"]), str(row["origin"])) for path, row in rows.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise _unreadable(file) from fault
    if not all(stays_inside(path) for path in entries):
        raise _unreadable(file)
    return entries


def _unreadable(file: Path) -> UserError:
    folder = file.parent.name
    return UserError(
        f"{folder}/{file.name} cannot be understood, so it is not known which files in {folder}/ were generated. "
        "Restore it, or delete it together with the generated files, and try again."
    )


@dataclass(frozen=True, slots=True)
class Ownership:
    """Which files in a folder are ours, and which bytes of theirs we wrote, also in a run that was killed."""

    settled: Mapping[str, Entry]
    intended: Mapping[str, Entry]

    @classmethod
    def read(cls, docs: Path) -> Ownership:
        """Read both lists from `docs/` or `dist/`; UserError when one of them cannot be understood."""
        return cls(read_manifest(docs / MANIFEST), read_manifest(docs / INTENTION))

    @property
    def paths(self) -> set[str]:
        """Every path that either list names."""
        return {*self.settled, *self.intended}

    def wrote(self, path: str, sha256: str) -> bool:
        """Whether these very bytes at this path are the program's own work."""
        return any(path in known and known[path].sha256 == sha256 for known in (self.settled, self.intended))

    def on_disk(self, docs: Path) -> dict[str, Entry]:
        """Return what a killed run really left: for each path the entry whose bytes stand there now.

        A file that somebody has changed since keeps the entry that it had, so that it is still seen as changed.
        """
        found = dict(self.settled)
        for path, entry in self.intended.items():
            target = docs / path
            if target.is_file() and hash_of(target.read_bytes()) == entry.sha256:
                found[path] = entry
        return found
