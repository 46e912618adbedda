"""Which files a school's folder holds for which kind of record: names, links and strays, each fault a finding.

Makes the list of files, with their bytes, from the table of kinds. Reads no YAML.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from prospectus.diagnostics import Finding, Place
from prospectus.model.edition import EDITIONS
from prospectus.model.kinds import KINDS, Kind, Layout
from prospectus.model.profile import SchoolProfile
from prospectus.read.fault import MISSING_FILE, STRAY_FILE, WRONG_EXTENSION
from prospectus.read.field_wording import did_you_mean
from prospectus.read.file_bytes import link_fault, read_bytes, unreadable
from prospectus.read.misplaced import kind_in_bytes, misplaced
from prospectus.read.record_id import id_findings, printable

EXTENSION = ".yml"
_OTHER_EXTENSIONS = (".yaml", ".YML", ".YAML", ".Yml", ".Yaml", ".yml.txt", ".yaml.txt")
"""Endings that were meant as .yml; Notepad adds .txt to every name."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of one kind: its name for findings, the id that its name gives, and its bytes.

    `source` is None when it cannot be read (and for a whole folder that cannot, with the id ""); `fault` is what is
    wrong with the file itself, whatever stands in it.
    """

    kind: Kind
    file: str
    id: str
    source: bytes | None
    fault: Finding | None = None


def list_files(root: Path) -> tuple[list[SourceFile], list[Finding]]:
    """Find every file of the school in the order of kinds and names, and everything that lies there astray."""
    strays: list[Finding] = []
    files: list[SourceFile] = []
    content = _folder_fault(root, "content")
    for kind in KINDS:
        if content is not None and kind.location.startswith("content/"):
            files.append(SourceFile(kind, kind.location, "", None, content))
        elif kind.layout is Layout.ONE_PER_FILE:
            files.extend(_files_in_folder(root, kind, strays))
        else:
            files.extend(_file_at(root, kind))
    files.extend(_files_in_content(root, strays))
    return files, strays


def _folder_fault(root: Path, location: str) -> Finding | None:
    """Say why a folder cannot be listed, if it is there at all."""
    folder = root / location
    try:
        if folder.is_symlink() and (fault := link_fault(root, folder, location)):
            return fault
        with os.scandir(folder):
            return None
    except FileNotFoundError:
        return None
    except OSError as error:
        return unreadable(location, error)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not _is_ignored(entry.name)]
    except OSError:
        return []
    return sorted(entries, key=lambda entry: os.fsencode(entry.name))


def _is_ignored(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name == "README.md"


def _files_in_folder(root: Path, kind: Kind, strays: list[Finding]) -> Iterator[SourceFile]:
    fault = _folder_fault(root, kind.location)
    if fault is not None:
        yield SourceFile(kind, kind.location, "", None, fault)
        return
    entries = _entries(root / kind.location)
    ids = [entry.name.removesuffix(EXTENSION) for entry in entries if entry.name.endswith(EXTENSION)]
    id_faults = id_findings({id: Place(f"{kind.location}/{printable(id)}{EXTENSION}") for id in ids})
    for entry in entries:
        file = f"{kind.location}/{printable(entry.name)}"
        if entry.name.endswith(EXTENSION):
            id = entry.name.removesuffix(EXTENSION)
            yield _read(root, kind, Path(entry.path), file, id, entry.is_symlink(), id_faults.get(id))
        elif entry.name.endswith(_OTHER_EXTENSIONS):
            yield SourceFile(kind, file, _stem(entry.name), None, _wrong_extension(file))
        elif not _is_kept(kind, entry, ids):
            below = [*_records_below(root, entry, file, kind)]
            yield from below
            if not below:
                strays.append(_stray(file, entry, []))


def _is_kept(kind: Kind, entry: os.DirEntry[str], ids: list[str]) -> bool:
    """Say whether this is the folder of an edition, which lies beside the record that describes it."""
    return kind.location == EDITIONS and entry.name in ids and entry.is_dir(follow_symlinks=False)


def _records_below(root: Path, entry: os.DirEntry[str], file: str, kind: Kind | None) -> Iterator[SourceFile]:
    """Find records in a folder that no page looks into. `kind` says what they are; else their fields do."""
    if not entry.is_dir(follow_symlinks=False):
        return
    for inner in _entries(Path(entry.path)):
        inner_file = f"{file}/{printable(inner.name)}"
        yield from _records_below(root, inner, inner_file, kind)
        if inner.name.endswith(EXTENSION) and inner.is_file(follow_symlinks=False):
            yield from _record_astray(root, Path(inner.path), inner_file, kind)


def _record_astray(root: Path, path: Path, file: str, kind: Kind | None) -> Iterator[SourceFile]:
    """Give the record of a file where no page looks, if it is one, with the fault that it lies there."""
    source = read_bytes(root, path, file, path.is_symlink())
    found = kind or (None if isinstance(source, Finding) else kind_in_bytes(source))
    if found is not None:
        yield SourceFile(found, file, path.stem, None, misplaced(file, path.stem, found))


def _file_at(root: Path, kind: Kind) -> Iterator[SourceFile]:
    path = root / kind.location
    if os.path.lexists(path):
        yield _read(root, kind, path, kind.location, path.stem, path.is_symlink(), None)
        return
    others = (path.with_name(path.stem + ending) for ending in _OTHER_EXTENSIONS)
    other = next((other for other in others if os.path.lexists(other)), None)
    if other is not None:
        file = str(PurePosixPath(kind.location).with_name(other.name))
        yield SourceFile(kind, kind.location, path.stem, None, _wrong_extension(file))
    elif kind.model is SchoolProfile:
        message = "this file is not here, and without it nobody knows whose site this is"
        hint = "Go to the school's folder, or start one: prospectus init DIR"
        yield SourceFile(kind, kind.location, path.stem, None, MISSING_FILE.at(Place(kind.location), message, hint))


def _read(
    root: Path, kind: Kind, path: Path, file: str, id: str, is_link: bool, id_fault: Finding | None
) -> SourceFile:
    source = read_bytes(root, path, file, is_link)
    if isinstance(source, Finding):
        return SourceFile(kind, file, id, None, source)
    return SourceFile(kind, file, id, source, id_fault)


def _stem(name: str) -> str:
    """Give a file's name without its endings, of which a name as Notepad saves it has two."""
    return Path(name.removesuffix(".txt")).stem


def _wrong_extension(file: str) -> Finding:
    right = f"{_stem(PurePosixPath(file).name)}{EXTENSION}"
    return WRONG_EXTENSION.at(Place(file), f"only files that end in {EXTENSION} are read", f"Rename it to {right}.")


def _files_in_content(root: Path, strays: list[Finding]) -> Iterator[SourceFile]:
    """Find the records that lie in `content/` itself; whatever else has no place there is a stray."""
    known = {PurePosixPath(kind.location).name for kind in KINDS if kind.location.startswith("content/")}
    for entry in _entries(root / "content"):
        right = f"{_stem(entry.name)}{EXTENSION}"
        is_reported = (
            entry.name.endswith(_OTHER_EXTENSIONS) and right in known and not (root / "content" / right).exists()
        )
        if entry.name in known or is_reported:
            continue
        file = f"content/{printable(entry.name)}"
        is_file = entry.name.endswith(EXTENSION) and entry.is_file(follow_symlinks=False)
        records = _record_astray(root, Path(entry.path), file, None) if is_file else ()
        astray = [*records, *_records_below(root, entry, file, None)]
        yield from astray
        if not astray:
            strays.append(_stray(file, entry, sorted(known)))


def _stray(file: str, entry: os.DirEntry[str], known: list[str]) -> Finding:
    what = "folder" if entry.is_dir(follow_symlinks=False) else "file"
    near = did_you_mean(PurePosixPath(file).name, known)
    meant = f'; did you mean "{near}"?' if near else ""
    return STRAY_FILE.at(Place(file), f"no page looks into this {what}{meant}", "Rename it, or move it elsewhere.")


def list_kept(root: Path) -> dict[str, bytes]:
    """Give the files of frozen editions, "2026-27/catalog.pdf"; one that cannot be read is left out."""
    folders = (entry for entry in _entries(root / EDITIONS) if entry.is_dir(follow_symlinks=False))
    kept: dict[str, bytes] = {}
    for folder in folders:
        for entry in _entries(Path(folder.path)):
            if entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    kept[f"{printable(folder.name)}/{printable(entry.name)}"] = Path(entry.path).read_bytes()
    return kept


def list_pictures(root: Path) -> frozenset[str]:
    """Name the files under `docs/assets/` as authors write them: "assets/hands.jpg"."""
    docs = root / "docs"
    found = sorted((docs / "assets").rglob("*")) if (docs / "assets").is_dir() else []
    return frozenset(path.relative_to(docs).as_posix() for path in found if path.is_file())
