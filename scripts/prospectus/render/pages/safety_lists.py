"""When not to massage, gathered for a page: the record's own contraindications and the standing rules it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup, escape

from prospectus.language import say
from prospectus.model.condition import Condition
from prospectus.model.safety import Element, Level
from prospectus.model.technique import Technique
from prospectus.render import words
from prospectus.render.sheet import Backed, Said, Sheet


def contraindication_columns(sheet: Sheet, record: Technique | Condition) -> dict[str, list[Said]]:
    """Give the three columns never, area and clearance, own entries first."""
    own = record.contraindications
    columns = {Level.ABSOLUTE: own.absolute, Level.LOCAL: own.local, Level.CLEARANCE: own.clearance}
    return {
        name: [*(_limited(sheet, entry) for entry in columns[level]), *_standing(sheet, record.standing_rules, level)]
        for name, level in (("never", Level.ABSOLUTE), ("area", Level.LOCAL), ("clearance", Level.CLEARANCE))
    }


def _standing(sheet: Sheet, ids: Iterable[str], level: Level) -> list[Said]:
    rules = [sheet.school.standing_rules[id] for id in ids if id in sheet.school.standing_rules]
    return [_limited(sheet, rule) for rule in rules if rule.level is level]


def _limited(sheet: Sheet, statement: Backed) -> Said:
    """Give a contraindication; where it limits one element of the work, the element's name stands before it."""
    said = sheet.said(statement)
    element = getattr(statement, "element", Element.ANY)
    if element is Element.ANY:
        return said
    return replace(said, text=Markup(f"<strong>{escape(say(words.ELEMENTS[element]))}.</strong> {said.text}"))
