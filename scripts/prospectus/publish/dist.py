"""Puts what was exported into `dist/`: a folder and a zip file of it, in one step each, over nothing that is not ours.

What is ours is known from a manifest, as in `docs/`. The same files give the same zip file: the build's date is the
time of each of them. Knows paths and bytes, no page and no engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from prospectus.errors import OwnershipError, UserError
from prospectus.publish.atomic import WorkFolder
from prospectus.publish.exchange import fresh_folder, replace_folder
from prospectus.publish.manifest import INTENTION, MANIFEST, Entry, Ownership, hash_of, manifest_bytes

DIST = "dist"
WORK_FOLDER = ".writing"
FIRST_YEAR_OF_ZIP = 1980
NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Exported:
    """What stands in `dist/` now: the folder, the zip file and its bytes, as paths from the school's folder."""

    folder: Path
    archive: Path
    size: int


def next_folder(root: Path, name: str) -> Path:
    """Make an empty folder in `dist/` to export into; UserError when nothing can be written there."""
    dist = root / DIST
    folder = dist / f".{name}.next"
    try:
        dist.mkdir(exist_ok=True)
        fresh_folder(folder, dist / name)
    except OSError as fault:
        raise UserError(f"{dist} cannot be written: {fault.strerror}.") from fault
    return folder


def refuse_foreign(root: Path, name: str) -> None:
    """Raise OwnershipError when an export of this name would overwrite or remove a file that it did not make."""
    dist = root / DIST
    if dist.exists() and not dist.is_dir():
        raise UserError(f"{dist} is not a folder. Move it away and export again.")
    owned = Ownership.read(dist)
    foreign = [path for path in _standing(dist, name) if not _is_ours(dist / path, path, owned)]
    if foreign:
        told = [f"{DIST}/{path} was not made by an export, or was changed since." for path in foreign[:NAMED_AT_MOST]]
        more = len(foreign) - NAMED_AT_MOST
        told += [f"The same holds for {more} more in {DIST}/{name}."] if more > 0 else []
        raise OwnershipError(*told, "Nothing was exported. Move what you want to keep out of the way, or delete it.")


def put_in_place(root: Path, name: str, top: str, day: date) -> Exported:
    """Put the folder of `next_folder` and a zip file of it in place. In the zip file all stands in a folder `top`."""
    dist = root / DIST
    folder, live, archive = dist / f".{name}.next", dist / name, dist / f"{name}.zip"
    refuse_foreign(root, name)
    try:
        with WorkFolder(dist / WORK_FOLDER) as work:
            packed = work.folder / archive.name
            _pack(folder, packed, top, day)
            kept = Ownership.read(dist).on_disk(dist)
            entries = {path: entry for path, entry in kept.items() if not _is_part(path, name)}
            entries |= {f"{name}/{path}": Entry(hash_of(file.read_bytes()), "") for path, file in _files(folder)}
            entries[archive.name] = Entry(hash_of(packed.read_bytes()), "")
            work.put(dist / MANIFEST, manifest_bytes(kept))
            work.put(dist / INTENTION, manifest_bytes(entries))
            replace_folder(folder, live)
            packed.replace(archive)
            work.put(dist / MANIFEST, manifest_bytes(entries))
            (dist / INTENTION).unlink()
    except OSError as fault:
        raise UserError(f"{fault.filename or dist} cannot be written: {fault.strerror}.") from fault
    return Exported(live.relative_to(root), archive.relative_to(root), archive.stat().st_size)


def _standing(dist: Path, name: str) -> Iterator[str]:
    """Yield every path below `dist/` that an export of this name takes the place of."""
    live, archive = dist / name, dist / f"{name}.zip"
    if live.is_symlink() or live.is_file():
        yield name
    elif live.is_dir():
        yield from (f"{name}/{path}" for path, _ in _files(live))
    if archive.is_symlink() or archive.exists():
        yield archive.name


def _is_ours(file: Path, path: str, owned: Ownership) -> bool:
    return file.is_file() and not file.is_symlink() and owned.wrote(path, hash_of(file.read_bytes()))


def _is_part(path: str, name: str) -> bool:
    return path == f"{name}.zip" or path.startswith(f"{name}/")


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Give everything in a folder but folders, by its path in it, in one order on every system."""
    found = (entry for entry in folder.rglob("*") if entry.is_symlink() or not entry.is_dir())
    return sorted((entry.relative_to(folder).as_posix(), entry) for entry in found)


def _pack(folder: Path, archive: Path, top: str, day: date) -> None:
    """Write a zip file that depends on names, bytes and day alone, not on whose files these are or when they came."""
    with ZipFile(archive, "w") as packed:
        for path, file in _files(folder):
            info = ZipInfo(f"{top}/{path}", (max(day.year, FIRST_YEAR_OF_ZIP), day.month, day.day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            packed.writestr(info, file.read_bytes())
