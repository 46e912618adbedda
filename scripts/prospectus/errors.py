"""What can be wrong with the surroundings, and the exit code of each kind: the only place that holds exit codes.

Ground floor: imports nothing of the package. A fault in the school's data is a `Finding` and is never raised;
what is raised here is shown as plain lines with a remedy, without a traceback. Any other exception is our fault.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the program tells the shell when it ends."""

    CLEAN = 0
    """Done; there may be warnings."""
    FAULTS = 1
    """The school's files hold errors: nothing was published."""
    USAGE = 2
    """The command was not understood."""
    SURROUNDINGS = 3
    """A tool, a file of the project or a permission is missing."""
    OUR_FAULT = 70
    """The program itself failed (sysexits' EX_SOFTWARE)."""
    LOCKED = 75
    """Another build of this school is running (sysexits' EX_TEMPFAIL)."""


class UserError(Exception):
    """Something around the school's data is wrong. Each of its lines is one fault with its remedy."""

    exit_code = ExitCode.SURROUNDINGS

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class UsageError(UserError):
    """The command was given something that does not exist or cannot be understood."""

    exit_code = ExitCode.USAGE


class UnreadableError(UserError):
    """A file of the school could not be read, and what was asked for needs all of them."""

    exit_code = ExitCode.FAULTS


class OwnershipError(UserError):
    """A file that the build would write is not the build's own: it was made, or changed, by somebody else."""

    exit_code = ExitCode.FAULTS


class PageError(UserError):
    """The finished pages hold something that the site engine warns of, such as a link to a page that is not there."""

    exit_code = ExitCode.FAULTS


class LockedError(UserError):
    """Another build of this school is running."""

    exit_code = ExitCode.LOCKED
