"""An entry of the finder, the kinds it may have, and the marks by which readers narrow what they see.

Knows no record. The order of kinds and facets here is their order on the page;
their names are said where they are used.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from prospectus.language import mark, say
from prospectus.render import words


class FinderKind(NamedTuple):
    """A kind of entry: its key in addresses, its name in the plural and in the singular."""

    key: str
    plural: str
    noun: str


KINDS = (
    FinderKind("condition", mark("Conditions"), mark("Condition")),
    FinderKind("technique", mark("Techniques"), mark("Technique")),
    FinderKind("course", mark("Courses"), mark("Course")),
    FinderKind("program", mark("Programs"), mark("Program")),
    FinderKind("word", mark("Words explained"), mark("Word explained")),
    FinderKind("claim", mark("Claims we checked"), mark("Claim we checked")),
    FinderKind("license", mark("Licensing and exams"), mark("Licensing")),
    FinderKind("work", mark("Work and careers"), mark("Work and careers")),
    FinderKind("policy", mark("Policies"), mark("Policy")),
    FinderKind("page", mark("Other pages"), mark("Page")),
)

FACETS = {
    "region": mark("Body region"),
    "evidence": mark("Evidence"),
    "role": mark("Role"),
    "pressure": mark("Pressure"),
    "family": mark("Family of techniques"),
    "level": mark("Training level"),
    "hours": mark("Hours"),
    "schedule": mark("Schedule"),
    "start": mark("Start date"),
    "cost": mark("Cost"),
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
    `pressure`, `hours`, `cost` and `start` are "" where they mean nothing. `lines` stand beside the text. Where name or
    text are not in the language of the page, `name_is_left` or `text_is_left` says so.
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
    name_is_left: bool = False
    text_is_left: bool = False


def options_of(entries: Iterable[Entry], facet: str) -> list[tuple[Mark, int]]:
    """Give the options of a facet that some entry falls under, in their order, each with the number of its entries."""
    marks: dict[str, Mark] = {}
    counts: dict[str, int] = {}
    for entry in entries:
        for key, option in {option.key: option for option in entry.marks if option.facet == facet}.items():
            marks[key] = min(option, marks.get(key, option))
            counts[key] = counts.get(key, 0) + 1
    return [(option, counts[option.key]) for option in sorted(marks.values())]


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

    rank = sum(amount >= limit for limit in limits)
    if rank == 0:
        title = mark("Under {limit}") if currency else mark("Up to {most} hours")
        return Mark(
            facet, rank, say(title, limit=written(limits[0]), most=written(limits[0] - 1)), f"under-{limits[0]}"
        )
    least = limits[rank - 1]
    if rank == len(limits):
        title = mark("{least} or more") if currency else mark("{least} hours or more")
        return Mark(facet, rank, say(title, least=written(least)), f"from-{least}")
    most = limits[rank] - 1
    title = mark("{least} to {most}") if currency else mark("{least} to {most} hours")
    return Mark(facet, rank, say(title, least=written(least), most=written(most)), f"{least}-{most}")


def key_of(text: str) -> str:
    """Make a key for an address out of any words."""
    kept = "".join(sign if sign.isalnum() else "-" for sign in text.casefold())
    return "-".join(part for part in kept.split("-") if part) or "other"


def free_mark(facet: str, text: str) -> Mark:
    """Give the mark for an option that a school words itself, such as a schedule."""
    return Mark(facet, 0, words.sentence_case(text), key_of(text))
