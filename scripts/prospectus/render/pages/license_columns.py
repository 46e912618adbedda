"""Licenses on the page that sets programs side by side: how many places ask for no more hours, and place by place.

Only programs that lead to a first license have a column. A verdict speaks of hours and of nothing else.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from prospectus.language import say, say_count
from prospectus.reckoning.licensing import HoursFinding, hours_finding, license_programs
from prospectus.render import urls, words
from prospectus.render.pages import license_words
from prospectus.render.sheet import Sheet


def columns_view(sheet: Sheet) -> dict[str, Any]:
    """Prepare the counts and the table of all places; {} where the part is off or no program leads to a license."""
    programs = license_programs(sheet.school)
    places = sorted(sheet.school.jurisdictions.values(), key=lambda place: place.name.casefold())
    if not sheet.has(urls.LICENSING) or not programs or not places:
        return {}
    findings = [[hours_finding(program, place) for program in programs] for place in places]
    return {
        "columns": [{"id": program.id, "name": program.name, "link": sheet.link(program)} for program in programs],
        "counts": _counts(findings),
        "places": [
            {"name": sheet.link(place), "cells": [_verdict(finding) for finding in row]}
            for place, row in zip(places, findings, strict=True)
        ],
        "title": say_count(len(places), "{count} place, one by one", "{count} places, one by one"),
    }


def _counts(findings: list[list[HoursFinding]]) -> list[dict[str, Any]]:
    """Prepare a row a verdict, with the number of places that each program has it in."""
    amounts = [Counter(row[number].verdict for row in findings) for number in range(len(findings[0]))]
    return [
        {
            "name": words.sentence_case(say(text)),
            "cells": [[license_words.places(amount[verdict])] if amount[verdict] else [] for amount in amounts],
        }
        for verdict, text in license_words.COUNTED.items()
        if any(amount[verdict] for amount in amounts)
    ]


def _verdict(finding: HoursFinding) -> dict[str, str]:
    """Say what is missing in as few words as there are; the number of hours asked stands beside it."""
    tone, said = license_words.verdict(finding.verdict)
    asked = license_words.asked(finding)
    return {"tone": tone, "text": said, "asked": say("{hours} asked", hours=asked) if asked else ""}
