"""Techniques side by side: pressure, evidence, limits, training and where it is used, a column a technique.

As for programs, the page holds all of them and the reader's script leaves standing what the reader chose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
from prospectus.model.technique import Technique
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, grade_chip, page_job, pressure_pips, review_of_all, statement_html
from prospectus.render.reads import every
from prospectus.render.sheet import Backed, Said, Sheet

LONGEST_LIST = 4
"""Conditions that a column names; the technique's own page has all."""

Fact = Callable[[Sheet, Technique], list[Any]]
"""The lines of one cell."""


def technique_comparison_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page that sets techniques side by side, where there are two at least and not too many."""
    if desk.compares_techniques:
        reads = every(desk.school, "technique", "condition", "course") | {"users-of:*"}
        address = urls.TECHNIQUE_COMPARISON
        yield page_job(
            desk, address, "technique_comparison.md.j2", reads, _comparison, "techniques/", marks_terms=False
        )


def technique_comparison_with(sheet: Sheet, *techniques: Technique) -> str:
    """Give the way to the page with these techniques chosen; "" where the site has no such page."""
    if not sheet.desk.compares_techniques:
        return ""
    chosen = ",".join(technique.id for technique in techniques)
    return sheet.to(urls.TECHNIQUE_COMPARISON) + (f"?with={chosen}" if chosen else "")


def _comparison(sheet: Sheet) -> tuple[PageHead, View]:
    techniques = sorted(sheet.school.techniques.values(), key=lambda technique: technique.name.casefold())
    head = PageHead(
        say("Techniques side by side"), "technique-compare", "techniques",
        say("Pressure, evidence, limits and training of the techniques you choose, side by side."),
        ((say("Techniques"), urls.TECHNIQUES),),
    )  # fmt: skip
    rows = [(say(name), [fact(sheet, technique) for technique in techniques]) for name, fact in FACTS]
    return head, {
        "title": head.title,
        "columns": [
            {
                "id": technique.id,
                "name": technique.name,
                "link": sheet.link(technique),
                "former": " ".join(technique.formerly),
            }
            for technique in techniques
        ],
        "rows": [{"name": name, "cells": cells} for name, cells in rows if any(cells)],
        "grades": sheet.to(urls.EVIDENCE),
        "matrix": sheet.to(urls.MATRIX) if sheet.has(urls.MATRIX) else "",
        "review": review_of_all(sheet, techniques, clinical=True, place="techniques/"),
    }


def _kind(sheet: Sheet, technique: Technique) -> list[Any]:
    return [say(words.FAMILIES[technique.family])]


def _roles(sheet: Sheet, technique: Technique) -> list[Any]:
    return [say(words.ROLES[use.role]) for use in technique.roles]


def _pressure(sheet: Sheet, technique: Technique) -> list[Any]:
    return [pressure_pips(technique.pressure.lowest, technique.pressure.highest)]


def _evidence(sheet: Sheet, technique: Technique) -> list[Any]:
    return [grade_chip(technique.evidence.grade.value), sheet.line(technique.evidence.says)]


def _never(sheet: Sheet, technique: Technique) -> list[Any]:
    """Say what forbids it outright, and lead to the page that also has the limits of place and the sources."""
    standing = [sheet.school.standing_rules[id] for id in technique.standing_rules if id in sheet.school.standing_rules]
    forbidden = [*technique.contraindications.absolute, *(rule for rule in standing if rule.level.value == "absolute")]
    way = f"{sheet.address('technique', technique.id) or ''}#not"
    all_limits = Markup('<a href="{}">{}</a>').format(way, say("All limits, with their sources"))
    return [*(_labelled(sheet, entry) for entry in forbidden), all_limits]


def _labelled(sheet: Sheet, entry: Backed) -> Markup:
    """Give a statement with its label, where it has one; its sources stand on the technique's own page."""
    return statement_html(Said(sheet.line(entry.text), [], entry.basis.value))


def _conditions(sheet: Sheet, technique: Technique) -> list[Any]:
    used = [condition for condition, _ in sheet.school.conditions_using(technique.id)]
    links: list[Any] = [sheet.link(condition) for condition in used[:LONGEST_LIST]]
    more = len(used) - LONGEST_LIST
    return [*links, say_count(more, "and {count} more", "and {count} more")] if more > 0 else links


def _duration(sheet: Sheet, technique: Technique) -> list[Any]:
    return [sheet.line(technique.method.duration)]


def _training(sheet: Sheet, technique: Technique) -> list[Any]:
    return [_labelled(sheet, entry) for entry in technique.training[:1]]


def _courses(sheet: Sheet, technique: Technique) -> list[Any]:
    if not sheet.sections.programs:
        return []
    return [sheet.link(course) for course in sheet.school.courses_teaching("technique", technique.id)[:2]]


FACTS: tuple[tuple[str, Fact], ...] = (
    (mark("Family"), _kind),
    (mark("Pressure"), _pressure),
    (mark("Used in"), _roles),
    (mark("Evidence"), _evidence),
    (mark("Never"), _never),
    (mark("Used for"), _conditions),
    (mark("How long"), _duration),
    (mark("Training it needs"), _training),
    (mark("Courses that teach it"), _courses),
)
"""The facts in the order a student asks for them."""
