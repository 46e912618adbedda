"""Brings `docs/` up to date with a build's artifacts, touching only files that the program owns.

First the whole change is planned and every obstacle is collected; only a plan without obstacles is carried out.
What is ours is known from the manifest alone. This module knows paths and bytes, no record and no site engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prospectus.artifact import Artifact
from prospectus.errors import OwnershipError, UserError
from prospectus.publish.atomic import WorkFolder
from prospectus.publish.manifest import INTENTION, MANIFEST, Ownership, entries_of, hash_of, manifest_bytes
from prospectus.publish.target import check_targets

IGNORED_BY_GIT = ".gitignore"
WORK_FOLDER = ".writing"


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a run did to `docs/`, as sorted paths.

    `adopted` files stood there already with the very bytes of the build; `kept` ones are generated files of an earlier
    build that somebody has changed by hand: they are no longer made, but are left where they are.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    adopted: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def changed(self) -> bool:
        """Say whether any file in `docs/` is new, other or gone."""
        return bool(self.written or self.removed)


@dataclass(slots=True)
class _Plan:
    """What is to be done, and what stands in the way of it."""

    write: list[Artifact] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    adopted: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    unchanged: int = 0


def write_artifacts(root: Path, artifacts: Iterable[Artifact]) -> WriteReport:
    """Write every artifact whose bytes differ, and remove what an earlier build made and this one does not.

    Raises OwnershipError, having touched nothing, when two artifacts claim one path, a path leads out of `docs/`, or a
    file is in the way that the program did not make.
    """
    docs = root / "docs"
    owned = Ownership.read(docs)
    wanted = list(artifacts)
    check_targets(docs, wanted, owned.paths)
    made = {artifact.path: artifact for artifact in wanted}
    made[IGNORED_BY_GIT] = _ignore_file(made)
    plan = _plan(docs, made, owned)
    if plan.obstacles:
        raise OwnershipError(*plan.obstacles)
    try:
        _carry_out(docs, plan, made, owned)
    except PermissionError as fault:
        raise UserError(f"{fault.filename} cannot be written: permission is missing.") from fault
    return WriteReport(
        written=tuple(artifact.path for artifact in plan.write),
        removed=tuple(plan.remove),
        adopted=tuple(plan.adopted),
        kept=tuple(plan.kept),
        unchanged=plan.unchanged,
    )


def owned_paths(root: Path) -> frozenset[str]:
    """Return the paths inside `docs/` that the program made, so that a watcher can tell them from the school's own."""
    return frozenset(Ownership.read(root / "docs").paths)


def _ignore_file(made: Mapping[str, Artifact]) -> Artifact:
    """Return the list of generated files for git, so that hand-written pages beside them stay visible to it."""
    own = [IGNORED_BY_GIT, MANIFEST, INTENTION, f"{WORK_FOLDER}/"]
    lines = [f"/{_as_git_pattern(path)}" for path in sorted([*made, *own])]
    head = "# Written by the build: the files in docs/ that it makes. Pages written by hand are not listed here."
    return Artifact(IGNORED_BY_GIT, "\n".join([head, *lines, ""]).encode())


def _as_git_pattern(path: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\*?[] " else letter for letter in path)


def _plan(docs: Path, made: Mapping[str, Artifact], owned: Ownership) -> _Plan:
    """Compare the build with the disk. Nothing is written here."""
    plan = _Plan()
    for path in sorted(made):
        _plan_write(plan, docs / path, made[path], owned)
    for path in sorted(owned.paths - made.keys()):
        _plan_removal(plan, docs / path, path, owned)
    return plan


def _plan_write(plan: _Plan, target: Path, artifact: Artifact, owned: Ownership) -> None:
    found = _content(target)
    if found is None and (target.is_symlink() or target.exists()):
        plan.obstacles.append(_in_the_way(artifact, owned))
    elif found is None:
        plan.write.append(artifact)
    elif found == artifact.content:
        plan.unchanged += 1
        if artifact.path not in owned.paths:
            plan.adopted.append(artifact.path)
    elif owned.wrote(artifact.path, hash_of(found)):
        plan.write.append(artifact)
    else:
        plan.obstacles.append(_in_the_way(artifact, owned))


def _plan_removal(plan: _Plan, target: Path, path: str, owned: Ownership) -> None:
    found = _content(target)
    if found is not None and owned.wrote(path, hash_of(found)):
        plan.remove.append(path)
    elif found is not None or target.is_symlink():
        plan.kept.append(path)


def _content(target: Path) -> bytes | None:
    """Return the bytes of a regular file; None for anything else, a link to a file included."""
    if target.is_symlink() or not target.is_file():
        return None
    return target.read_bytes()


def _in_the_way(artifact: Artifact, owned: Ownership) -> str:
    source = artifact.origin or "the program itself"
    if artifact.path in owned.paths:
        return (
            f"docs/{artifact.path} was changed by hand since it was generated from {source}. "
            f"Make your change in {source}, delete docs/{artifact.path}, and build again."
        )
    return (
        f"docs/{artifact.path} is in the way: the page made from {source} goes there, but this file was not made by "
        f"Prospectus. Move it, or rename {source}, and build again."
    )


def _carry_out(docs: Path, plan: _Plan, made: Mapping[str, Artifact], owned: Ownership) -> None:
    """Do what was planned: the intention first, the manifest last."""
    entries = entries_of(made.values())
    settled = dict(owned.settled) == entries and not owned.intended
    if settled and not plan.write and not plan.remove:
        return
    docs.mkdir(parents=True, exist_ok=True)
    with WorkFolder(docs / WORK_FOLDER) as work:
        if owned.intended:
            # A killed run's intention would be lost under this one's: write down first what it really did.
            work.put(docs / MANIFEST, manifest_bytes(owned.on_disk(docs)))
        work.put(docs / INTENTION, manifest_bytes(entries))
        for path in plan.remove:
            (docs / path).unlink()
            _remove_empty_folders(docs, (docs / path).parent)
        for artifact in plan.write:
            work.put(docs / artifact.path, artifact.content)
        work.put(docs / MANIFEST, manifest_bytes(entries))
        (docs / INTENTION).unlink()


def _remove_empty_folders(docs: Path, folder: Path) -> None:
    while folder != docs and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
