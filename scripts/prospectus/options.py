"""What may be typed after a command's name: the school's folder, the day, the forms of an answer. It prints nothing."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class PlainFormat(StrEnum):
    """How an audit, changes between editions, and what is translated are written."""

    TEXT = "text"
    JSON = "json"


_YEARS = range(1970, 2106)
"""Years that the time stamps of the site's files can hold: 32 bits of seconds since 1970."""


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise typer.BadParameter(f'"{text}" is no date; write it like 2026-03-09.') from fault
    if day.year not in _YEARS:
        raise typer.BadParameter(f"{text} is too far away; give a day from {_YEARS.start} to {_YEARS.stop - 1}.")
    return day


Folder = Annotated[
    Path, typer.Option("-C", "--school", metavar="DIR", help="The school's folder.", file_okay=False, exists=True)
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", metavar="DATE", parser=_date, help="The day to build for, like 2026-03-09. [default: today]"
    ),
]
HERE = Path()
