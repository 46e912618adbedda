"""The tables of what places ask for a license: every number of hours that a document gives, and the subjects.

Facts of law keep the day they were read and the document. Where documents differ there is a row for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from prospectus.artifact import BuildContext
from prospectus.language import mark
from prospectus.model.jurisdiction import Jurisdiction
from prospectus.model.school import School
from prospectus.render import urls, words
from prospectus.render.open_data.table import Cell, Column, Row, Table, page_of, sections_of, several


def _licensing(school: School, context: BuildContext) -> Iterator[Row]:
    sections = sections_of(school)
    for place in school.jurisdictions.values():
        page = page_of(context, "jurisdiction", place.id, sections)
        opening: Row = (
            place.id, place.code, place.name, place.country, place.credential.value, place.regulator, place.status.value
        )  # fmt: skip
        for position in place.hours:
            yield (
                *opening,
                position.hours,
                position.holds,
                position.says.plain,
                position.level.value,
                place.hour_kind,
                position.effective,
                position.page_date,
                *_read(school, position.as_of or place.as_of, position.sources),
                page,
            )
        if not place.hours:
            yield (*opening, *[None] * 7, *_read(school, place.as_of, ()), page)


def _subjects(school: School, context: BuildContext) -> Iterator[Row]:
    for place in school.jurisdictions.values():
        yield from _subject_rows(school, place)


def _subject_rows(school: School, place: Jurisdiction) -> Iterator[Row]:
    table = place.subjects
    if table is None:
        return
    for line in table.lines:
        yield (
            place.id,
            place.code,
            place.name,
            line.name,
            line.hours,
            line.any_area,
            several(area.value for area in line.areas),
            line.note,
            table.complete,
            table.holds,
            table.page_date,
            *_read(school, table.as_of or place.as_of, table.sources),
        )


def _read(school: School, day: date | None, ids: Iterable[str]) -> tuple[Cell, ...]:
    """Say when and where a fact was read."""
    sources = [school.sources[id] for id in ids if id in school.sources]
    addresses = [address for source in sources if (address := words.source_address(source))]
    return (day, several(source.title for source in sources), several(addresses))


_ID = Column("id", mark("The id of the place, as files and addresses use it."))
_CODE = Column("code", mark("Its short code, as maps print it."))
_NAME = Column("name", mark("Its name."))
_READ = (
    Column("as_of", mark("The day the fact was read.")),
    Column("sources", mark("The documents it was read in.")),
    Column("source_addresses", mark("Their addresses on the web, where they have one.")),
)

LICENSING = Table(
    "licensing",
    mark("License hours by place"),
    mark("One line for each number of hours that a document gives. Where documents differ, all of them stand here."),
    urls.LICENSING,
    ("jurisdiction", "source"),
    (
        _ID,
        _CODE,
        _NAME,
        Column("country", mark("The country's two letters.")),
        Column("credential", mark("license, registration, voluntary-certification or none.")),
        Column("regulator", mark("Who regulates massage there, or whom to ask.")),
        Column("status", mark("How firm the hours are: confirmed, changed, disputed or not-seen.")),
        Column("hours", mark("Hours of education the document asks for; empty when none were seen.")),
        Column("holds", mark("false for a number that no longer holds but is still printed.")),
        Column("says", mark("What the document says, in our words.")),
        Column("level", mark("What sort of document it is: primary, association or secondary.")),
        Column("hour_kind", mark("What sort of hours they are.")),
        Column("effective", mark("From when it holds, as read.")),
        Column("page_date", mark("The date that the document shows.")),
        *_READ,
        Column("page", mark("The place's page on this site.")),
    ),
    _licensing,
)
SUBJECTS = Table(
    "licensing-subjects",
    mark("License hours by subject"),
    mark("One line for each subject that a place asks for, as far as it was seen."),
    urls.LICENSING,
    ("jurisdiction", "source"),
    (
        _ID,
        _CODE,
        _NAME,
        Column("subject", mark("The subject, in plain words.")),
        Column("hours", mark("Hours asked for; empty for what remains.")),
        Column("any_area", mark("true for hours of choice.")),
        Column("areas", mark("The areas whose hours count here.")),
        Column("note", mark("What the rule adds.")),
        Column("complete", mark("false when not every subject was seen.")),
        Column("holds", mark("false for the split of an older rule.")),
        Column("page_date", mark("The date that the document shows.")),
        *_READ,
    ),
    _subjects,
)
