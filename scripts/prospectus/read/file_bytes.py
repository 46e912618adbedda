"""The bytes of one file, or why there are none: links that lead astray, folders, pipes, permissions.

Knows nothing of kinds, records or YAML. Follows a link only inside the school's folder.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from prospectus.diagnostics import Finding, Place
from prospectus.read.fault import FOLDER_NAMED_AS_FILE, LINK_LOOP, LINK_OUT_OF_TREE, UNREADABLE_FILE
from prospectus.read.source_text import LARGEST_FILE


def read_bytes(root: Path, path: Path, file: str, is_link: bool) -> bytes | Finding:
    """Read a file, one byte past the largest size at most."""
    fault = link_fault(root, path, file) if is_link else None
    if fault is not None:
        return fault
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return FOLDER_NAMED_AS_FILE.at(
                Place(file), "this is a folder, and a file belongs here", "Rename the folder."
            )
        if not stat.S_ISREG(status.st_mode):
            # Opening a pipe would wait for ever.
            return UNREADABLE_FILE.at(Place(file), "this is a device or a pipe, not a file", "Remove it.")
        with path.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1 if status.st_size > LARGEST_FILE else -1)
    except OSError as error:
        return unreadable(file, error)


def unreadable(file: str, error: OSError) -> Finding:
    """Word what the system said when it refused a file or a folder."""
    reason = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    hint = "Let the program read it: look at its permissions."
    return UNREADABLE_FILE.at(Place(file), f"this cannot be read: {reason}", hint)


def link_fault(root: Path, path: Path, file: str) -> Finding | None:
    """Say what is wrong with where a symbolic link leads, if anything."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        # Python before 3.13 raises RuntimeError for a loop, later ones OSError.
        if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
            return LINK_LOOP.at(Place(file), "this link leads back to itself", "Remove the link.")
        return UNREADABLE_FILE.at(Place(file), "this link leads to nothing", "Remove the link, or restore its file.")
    top = root.resolve()
    if not target.is_relative_to(top):
        message = "this link leads out of the school's folder, so the school is not whole without that place"
        return LINK_OUT_OF_TREE.at(Place(file), message, "Put a copy here in place of the link.")
    if target.is_dir() and path.absolute().is_relative_to(target):
        return LINK_LOOP.at(Place(file), "this link leads to a folder that it lies in", "Remove the link.")
    return None
