"""Figures about the occupation for the page on careers: each with its year, whom it covers, and where it was read."""

from __future__ import annotations

from typing import Any

from prospectus.language import say
from prospectus.model.occupation import OccupationFigure
from prospectus.render import urls, words
from prospectus.render.pages.license_words import TOPICS
from prospectus.render.sheet import Sheet


def occupation_groups(sheet: Sheet) -> list[dict[str, Any]]:
    """Prepare the figures by topic; a figure without a year says so."""
    figures = list(sheet.school.occupation_figures.values())
    return [
        {"title": say(title), "rows": [_row(sheet, figure) for figure in figures if figure.topic is topic]}
        for topic, title in TOPICS.items()
        if any(figure.topic is topic for figure in figures)
    ]


def _row(sheet: Sheet, figure: OccupationFigure) -> dict[str, Any]:
    return {
        "id": urls.anchor_of(figure.kind, figure.id),
        "name": figure.name,
        "value": figure.value,
        "year": figure.year or say("Not given"),
        "scope": figure.scope,
        "note": sheet.line(figure.note) if figure.note is not None else "",
        "refs": sheet.refs(figure.sources),
        "read": words.short_date(figure.as_of),
    }
