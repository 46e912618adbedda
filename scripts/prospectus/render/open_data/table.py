"""A table of open data: its columns, each with what it holds, its rows, and the file they become.

The file is CSV as RFC 4180 has it: UTF-8, commas, a first line of names, lines that end in CR LF. Spreadsheets run a
cell that begins with =, +, - or @ as a formula; such a cell gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from prospectus.artifact import BuildContext, Job
from prospectus.model.profile import Sections
from prospectus.model.school import School
from prospectus.render import urls

Cell = str | int | bool | Decimal | date | None
"""What may stand in a cell; None leaves it empty."""

Row = tuple[Cell, ...]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the first line, and what it holds."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """One file of rows. `page` is the page whose part of the site it belongs to; `kinds` are all that its rows read."""

    name: str
    title: str
    about: str
    page: str
    kinds: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[School, BuildContext], Iterator[Row]]

    @property
    def path(self) -> str:
        """The file inside `docs/`."""
        return f"{urls.DATA}{self.name}.csv"

    def job(self, school: School, context: BuildContext) -> Job:
        """Promise the file."""
        reads = frozenset({*(f"{kind}:*" for kind in self.kinds), "profile:*", "as-of"})
        return Job(self.path, reads, partial(self.content, school, context))

    def content(self, school: School, context: BuildContext) -> bytes:
        """Write the file."""
        return written([column.name for column in self.columns], self.rows(school, context))


def is_offered(table: Table, school: School, sections: Sections) -> bool:
    """Say whether the school publishes this table: it has records for it, and the part of the site is on."""
    return urls.is_open(table.page, sections) and bool(school.shelf(table.kinds[0]))


def written(names: Iterable[str], rows: Iterable[Row]) -> bytes:
    """Write names and rows as CSV."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return file.getvalue().encode()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            flat = " ".join(cell.split())
            return f"'{flat}" if flat.startswith(_FORMULA) else flat
        case Decimal():
            return f"{cell:f}"
        case _:
            return str(cell)


def several(values: Iterable[str]) -> str:
    """Write several values into one cell."""
    return "; ".join(values)


def page_of(context: BuildContext, kind: str, id: str, sections: Sections) -> str:
    """Give the address of a record's page, whole where the site has one, from the site's root otherwise."""
    address = urls.address_of(kind, id, sections)
    return "" if address is None else f"{context.base_url or '/'}{address}"


def sections_of(school: School) -> Sections:
    """Give the parts of the site that are on."""
    return school.profile.sections if school.profile is not None else Sections()
