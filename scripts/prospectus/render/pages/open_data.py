"""The page about open data: what each file holds, how it is written, how it may be used, and who made the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import say, say_count
from prospectus.model.picture import Picture, pictures_of
from prospectus.model.record import Record
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.escape import escape_markdown
from prospectus.render.open_data.records import data_path, data_schema_path, published_kinds
from prospectus.render.open_data.table import Table
from prospectus.render.open_data.tables import tables_of
from prospectus.render.page import PageHead, View, page_job
from prospectus.render.pages import kind_words
from prospectus.render.sheet import Sheet

_CODE = Markup("<code>{}</code>")


def open_data_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page about open data."""
    everything = frozenset({"*"})
    yield page_job(desk, urls.DATA, "open_data.md.j2", everything, _prepare, "content/school.yml", marks_terms=False)


def _prepare(sheet: Sheet) -> tuple[PageHead, View]:
    head = PageHead(
        say("Open data"),
        "data",
        "evidence",
        say("What this school publishes as files that other programs can read."),
    )
    profile = sheet.school.profile
    day = profile.data_as_of if profile is not None and profile.data_as_of is not None else sheet.context.as_of
    terms = profile.data_terms if profile is not None else None
    return head, {
        "title": head.title,
        "lead": say("What stands on these pages, as files for a spreadsheet or a program."),
        "facts": [{"label": say("Data of"), "text": words.short_date(day)}],
        "tables": [_table(sheet, table) for table in tables_of(sheet.school)],
        "records": _records(sheet),
        "index": sheet.asset(f"{urls.DATA}index.json"),
        "terms": sheet.line(terms) if terms is not None else "",
        "pictures": _pictures(sheet),
        "review": "",
    }


def _table(sheet: Sheet, table: Table) -> dict[str, Any]:
    return {
        "title": say(table.title),
        "url": sheet.asset(table.path),
        "file": table.path.removeprefix(urls.DATA),
        "about": say(table.about),
        "summary": say_count(len(table.columns), "What its {count} column holds", "What its {count} columns hold"),
        "columns": [[_CODE.format(escape_markdown(column.name)), say(column.says)] for column in table.columns],
    }


def _records(sheet: Sheet) -> list[list[object]]:
    return [
        [
            _file(sheet, data_path(kind)),
            kind_words.counted(kind.name, len(sheet.school.shelf(kind.name))),
            _file(sheet, data_schema_path(kind), say("Schema: {kind}", kind=kind_words.noun_of(kind.name))),
        ]
        for kind in published_kinds(sheet.school)
    ]


def _file(sheet: Sheet, path: str, name: str = "") -> Markup:
    shown = escape_markdown(name or path.removeprefix(urls.DATA))
    return Markup('<a href="{}">{}</a>').format(sheet.asset(path), shown)


def _pictures(sheet: Sheet) -> list[list[object]]:
    found = [(record, picture) for record in sheet.school.all_records() for _, picture in pictures_of(record)]
    return [[picture.alt, _shown_with(sheet, record), picture.credit, _consent(picture)] for record, picture in found]


def _shown_with(sheet: Sheet, record: Record) -> Markup:
    if record.kind == "profile":
        return Markup('<a href="{}">{}</a>').format(sheet.to(urls.HOME), say("The school"))
    return sheet.link(record)


def _consent(picture: Picture) -> str:
    return picture.consent or say("Nobody in it can be recognized.")
