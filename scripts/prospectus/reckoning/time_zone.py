"""Time zones by their IANA names, from the table that comes with the program.

The machine's own table is never asked: two machines may know different rules, and the same school must give the same
bytes on both. Which table it is stands in the lock file (`tzdata`).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_NAME = re.compile(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*")


@cache
def known_time_zones() -> frozenset[str]:
    """Give the names of all time zones."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split())


@cache
def time_zone(name: str) -> ZoneInfo | None:
    """Give a time zone by its name; None when there is none of that name."""
    if not _NAME.fullmatch(name) or name not in known_time_zones():
        return None
    with (files("tzdata") / "zoneinfo").joinpath(*name.split("/")).open("rb") as data:
        return ZoneInfo.from_file(data, key=name)
