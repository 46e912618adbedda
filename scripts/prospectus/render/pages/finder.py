"""The finder: one page to look up everything, and the two files that its script reads.

Without scripts the page is a plain list of everything, kind by kind. With them the same list is searched and narrowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import mark, say, speaking
from prospectus.model.claim import Verdict
from prospectus.model.evidence import Grade
from prospectus.render import urls
from prospectus.render.desk import Desk
from prospectus.render.finder.entries import READ_KINDS, entries_of
from prospectus.render.finder.entry import FACETS, KINDS, Entry, options_of
from prospectus.render.finder.index import INDEX, TEXTS, in_language, index_bytes, texts_bytes, version_of
from prospectus.render.page import PageHead, View, grade_chip, page_job, pressure_pips, verdict_label
from prospectus.render.pages.finder_box import examples, what_to_find
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

SORTS = (
    ("best", mark("Best match"), ""),
    ("name", mark("Name, A to Z"), ""),
    ("evidence", mark("Evidence, strongest first"), "evidence"),
    ("hours", mark("Hours, fewest first"), "hours"),
    ("start", mark("Start date, soonest first"), "start"),
    ("cost", mark("Cost, lowest first"), "cost"),
)
"""Ways to sort: key, words, and the facet without which the order means nothing."""


def finder_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page and its two files."""
    reads = every(desk.school, *READ_KINDS) | {"users-of:*"}
    yield page_job(desk, urls.FIND, "finder.md.j2", reads, _finder, "every file", marks_terms=False)
    for path, write in ((INDEX, index_bytes), (TEXTS, texts_bytes)):
        yield Job(in_language(path, desk.language), reads | {"profile:*", "as-of"}, partial(_file, desk, write))


def _file(desk: Desk, write: Callable[[Sequence[Entry]], bytes]) -> bytes:
    with speaking(desk.catalogue):
        return write(entries_of(Sheet(desk, urls.FIND, marks_terms=False)))


def _finder(sheet: Sheet) -> tuple[PageHead, View]:
    entries = entries_of(sheet)
    head = PageHead(say("Find"), "finder", "find", _summary(sheet))
    facets = [_kinds(entries), *(_facet(facet, title, entries) for facet, title in FACETS.items())]
    present = {facet["key"] for facet in facets if facet["options"]}
    return head, {
        "title": what_to_find(sheet),
        "examples": examples(sheet),
        "index": f"{sheet.asset(in_language(INDEX, sheet.desk.language))}?{version_of(index_bytes(entries))}",
        "texts": f"{sheet.asset(in_language(TEXTS, sheet.desk.language))}?{version_of(texts_bytes(entries))}",
        "facets": [facet for facet in facets if facet["options"]],
        "sorts": [{"key": key, "title": say(title)} for key, title, needs in SORTS if not needs or needs in present],
        "groups": _groups(entries),
        "marks": _marks(entries),
    }


def _summary(sheet: Sheet) -> str:
    if sheet.has_filled(urls.COURSES):
        return say("Find a technique, condition or course by name, by everyday words, or by what you look for.")
    return say("Find a technique or condition by name, by everyday words, or by what you look for.")


def _kinds(entries: Sequence[Entry]) -> dict[str, Any]:
    counts = {kind: sum(entry.kind == kind.key for entry in entries) for kind in KINDS}
    options = [
        {"key": kind.key, "title": say(kind.plural), "noun": say(kind.noun), "count": count}
        for kind, count in counts.items()
        if count
    ]
    return {"key": "kind", "title": say("Kind"), "options": options}


def _facet(facet: str, title: str, entries: Sequence[Entry]) -> dict[str, Any]:
    options = [
        {"key": option.key, "title": option.title, "noun": "", "count": count}
        for option, count in options_of(entries, facet)
    ]
    return {"key": facet, "title": say(title), "options": options}


def _groups(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    groups = [
        {
            "title": say(kind.plural),
            "links": [
                {"title": entry.name, "url": entry.url, "verdict": entry.verdict, "is_left": entry.name_is_left}
                for entry in entries
                if entry.kind == kind.key
            ],
        }
        for kind in KINDS
    ]
    return [group for group in groups if group["links"]]


def _marks(entries: Sequence[Entry]) -> dict[str, Markup]:
    """Prepare what the script sets beside results: chips of grades, pips of pressure, labels of verdicts."""
    pressures = sorted({entry.pressure for entry in entries if entry.pressure})
    pips = {f"pressure-{pressure}": pressure_pips(*map(int, pressure.split("-"))) for pressure in pressures}
    grades = {option.key for option, _ in options_of(entries, "evidence")}
    verdicts = {verdict for entry in entries if (verdict := entry.verdict)}
    labels = {f"verdict-{verdict}": verdict_label(verdict) for verdict in Verdict if verdict in verdicts}
    return {f"evidence-{grade}": grade_chip(grade) for grade in Grade if grade in grades} | pips | labels
