"""Checks where a build's artifacts want to go, before anything is written: inside `docs/`, and one file a path.

A path may come from a school's ids, so it is not trusted. Paths are compared as disks do that ignore case and the way
an accent is stored, since a school's folder travels between systems. Nothing here writes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from prospectus.artifact import Artifact
from prospectus.errors import OwnershipError

RESERVED = frozenset({".manifest.json", ".manifest.next.json", ".gitignore", ".writing"})


def check_targets(docs: Path, artifacts: Sequence[Artifact], owned: Iterable[str]) -> None:
    """Raise OwnershipError with one line for every bad path and every clash.

    `owned` are the paths of earlier builds, which may be removed: no link may lead out on their way either.
    """
    bad = [artifact for artifact in artifacts if _is_bad(artifact.path)]
    obstacles = [f'the path "{artifact.path}" made from {_name(artifact)} is not one inside docs/' for artifact in bad]
    obstacles = obstacles or [*_clashes(artifacts), *_links_out(docs, [*(a.path for a in artifacts), *owned])]
    if obstacles:
        raise OwnershipError(*(f"Nothing was written: {obstacle}." for obstacle in obstacles))


def stays_inside(path: str) -> bool:
    """Whether a path stays inside its folder on every system: relative, slashes only, no dots or drives."""
    printable = path.isprintable() and not any(letter in path for letter in '\\:*?"<>|')
    return printable and all(part.strip(" .") and part == part.rstrip(" .") for part in path.split("/"))


def _is_bad(path: str) -> bool:
    return path.split("/")[0] in RESERVED or not stays_inside(path)


def _name(artifact: Artifact) -> str:
    return artifact.origin or "the program itself"


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _clashes(artifacts: Iterable[Artifact]) -> Iterator[str]:
    """Yield a line for every two artifacts on one path, and for every artifact where another needs a folder."""
    taken: dict[str, Artifact] = {}
    for artifact in artifacts:
        first = taken.setdefault(_folded(artifact.path), artifact)
        if first is not artifact:
            case = "" if first.path == artifact.path else f', as "{first.path}" in other letter case'
            yield f'"{artifact.path}" is made twice, from {_name(first)} and from {_name(artifact)}{case}'
    for artifact in artifacts:
        for parent in PurePosixPath(_folded(artifact.path)).parents:
            blocker = taken.get(str(parent))
            if blocker:
                yield (
                    f'"{artifact.path}" made from {_name(artifact)} needs a folder, '
                    f'but "{blocker.path}" made from {_name(blocker)} is a file'
                )


def _links_out(docs: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield a line for every folder on the way that is a link and leads out of `docs/`."""
    home = docs.resolve()
    if not home.is_relative_to(docs.parent.resolve()):
        yield "docs/ is a link that leads out of the school's folder"
        return
    for parent in sorted({parent for path in paths for parent in PurePosixPath(path).parents}):
        folder = docs / parent
        if folder.is_symlink() and not folder.resolve().is_relative_to(home):
            yield f"docs/{parent} is a link that leads out of docs/"
