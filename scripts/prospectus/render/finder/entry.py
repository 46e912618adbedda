"""An entry of the finder, the kinds it may have, and the marks by which readers narrow what they see.

Knows no record. The order of kinds and facets here is their order on the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from prospectus.render import words


class FinderKind(NamedTuple):
    """A kind of entry: its key in addresses, its name in the plural and in the singular."""

    key: str
    plural: str
    noun: str


KINDS = (
    FinderKind("condition", "Conditions", "Condition"),
    FinderKind("technique", "Techniques", "Technique"),
    FinderKind("course", "Courses", "Course"),
    FinderKind("program", "Programs", "Program"),
    FinderKind("word", "Words explained", "Word explained"),
    FinderKind("claim", "Claims we checked", "Claim we checked"),
    FinderKind("license", "Licensing and exams", "Licensing"),
    FinderKind("work", "Work and careers", "Work and careers"),
    FinderKind("policy", "Policies", "Policy"),
    FinderKind("page", "Other pages", "Page"),
)

FACETS = {
    "region": "Body region",
    "evidence": "Evidence",
    "role": "Role",
    "pressure": "Pressure",
    "family": "Family of techniques",
    "level": "Training level",
    "hours": "Hours",
    "schedule": "Schedule",
    "start": "Start date",
    "cost": "Cost",
}
"""The facets beside the kind: key in addresses, name on the page."""

SHORTENED = 180
"""How long the text of a result may be."""


class Mark(NamedTuple):
    """One option of a facet that an entry falls under. `rank` and then the title give the order of options."""

    facet: str
    rank: int
    title: str
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    `also` are other words for it, with its codes; `near` names other entries by whose names it is found too
    (`kind:id`). `verdict` is what the school makes of a claim: wherever its words stand, this stands beside them.
    `pressure`, `hours`, `cost` and `start` are "" where they mean nothing. `lines` stand beside the text.
    """

    key: str
    kind: str
    name: str
    url: str
    text: str = ""
    verdict: str = ""
    also: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    pressure: str = ""
    hours: str = ""
    cost: str = ""
    start: str = ""
    lines: tuple[str, ...] = ()


def options_of(entries: Iterable[Entry], facet: str) -> list[tuple[Mark, int]]:
    """Give the options of a facet that some entry falls under, in their order, each with the number of its entries."""
    marks: dict[str, Mark] = {}
    counts: dict[str, int] = {}
    for entry in entries:
        for key, mark in {mark.key: mark for mark in entry.marks if mark.facet == facet}.items():
            marks[key] = min(mark, marks.get(key, mark))
            counts[key] = counts.get(key, 0) + 1
    return [(mark, counts[mark.key]) for mark in sorted(marks.values())]


def shortened(text: str) -> str:
    """Cut a text to the length of a result, at the end of a word."""
    flat = " ".join(text.split())
    if len(flat) <= SHORTENED:
        return flat
    return flat[: SHORTENED - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def band(facet: str, amount: int, limits: tuple[int, ...], currency: str = "") -> Mark:
    """Give the band of hours or money that an amount falls into; each limit begins a new band."""

    def written(number: int) -> str:
        return f"{currency}{number:,}"

    unit = "" if currency else " hours"
    rank = sum(amount >= limit for limit in limits)
    if rank == 0:
        title = f"Under {written(limits[0])}" if currency else f"Up to {written(limits[0] - 1)}{unit}"
        return Mark(facet, rank, title, f"under-{limits[0]}")
    least = limits[rank - 1]
    if rank == len(limits):
        return Mark(facet, rank, f"{written(least)}{unit} or more", f"from-{least}")
    most = limits[rank] - 1
    return Mark(facet, rank, f"{written(least)} to {written(most)}{unit}", f"{least}-{most}")


def key_of(text: str) -> str:
    """Make a key for an address out of any words."""
    kept = "".join(sign if sign.isalnum() else "-" for sign in text.casefold())
    return "-".join(part for part in kept.split("-") if part) or "other"


def free_mark(facet: str, text: str) -> Mark:
    """Give the mark for an option that a school words itself, such as a schedule."""
    return Mark(facet, 0, words.sentence_case(text), key_of(text))
