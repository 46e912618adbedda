"""What an audit answers about one item, and what a probe may look at: the school, the day, the list that asks.

An answer says where the item is met, what exactly is missing, or why it does not apply. It passes no judgment on the
catalog, and knows neither addresses nor how it will be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from prospectus.language import say
from prospectus.model.catalog import Catalog
from prospectus.model.policy import Policy, PolicyTopic
from prospectus.model.profile import SchoolProfile, Sections
from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.reckoning.editions import changes_since, editions_newest_first


class Verdict(StrEnum):
    """What an audit can say of an item."""

    MET = "met"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


class Page(StrEnum):
    """A page of the site by name, where an item is met by more than a single record."""

    CATALOG = "catalog"
    PEOPLE = "people"
    FACILITIES = "facilities"
    APPROVALS = "approvals"
    POLICIES = "policies"
    PROGRAMS = "programs"
    COURSES = "courses"
    COSTS = "costs"
    CALENDAR = "calendar"
    LICENSING = "licensing"
    CAREERS = "careers"


Where = Page | Record
"""Where an item is met: a page of the site by name, or the record that has a page or a place on one."""

PART_OF_PAGE = {
    Page.PROGRAMS: "programs",
    Page.COURSES: "programs",
    Page.COSTS: "programs",
    Page.CALENDAR: "programs",
    Page.LICENSING: "licensing",
    Page.CAREERS: "careers",
}
"""The part of the site that a page belongs to, by its name in `sections`; all others belong to `catalog`."""

PART_OF_KIND = {
    "program": "programs",
    "course": "programs",
    "jurisdiction": "licensing",
    "occupation-figure": "careers",
}
"""The same for records; all others that an answer names belong to `catalog`."""


@dataclass(frozen=True, slots=True)
class Editions:
    """What exists of the catalog beside the website: a printed one with numbered pages, addenda, kept editions.

    There are addenda when something is frozen that they can add to, and what has changed since has a number and a day.
    """

    is_printed: bool = False
    has_addenda: bool = False
    are_kept: bool = False

    @classmethod
    def of(cls, school: School) -> Editions:
        """Say what a school has."""
        catalog = school.catalog
        is_printed = catalog is not None and (school.profile is None or school.profile.sections.catalog)
        newest = next(iter(editions_newest_first(school)), None)
        told = catalog is not None and (catalog.addendum is not None or not newest or not changes_since(school, newest))
        return cls(is_printed, is_printed and newest is not None and told, newest is not None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: the verdict, in words what is missing or why it does not apply, and where it is met."""

    verdict: Verdict
    text: str = ""
    where: tuple[Where, ...] = ()


@dataclass(frozen=True)
class Look:
    """What a probe looks at. `profile` is the id of the list that asks, "" when all lists are asked at once."""

    school: School
    as_of: date
    profile: str = ""
    known_editions: Editions | None = None

    @cached_property
    def editions(self) -> Editions:
        """What there is beside the website; worked out from the school unless it was given."""
        return self.known_editions if self.known_editions is not None else Editions.of(self.school)

    @property
    def own(self) -> SchoolProfile | None:
        """The school's own file."""
        return self.school.profile

    @property
    def catalog(self) -> Catalog | None:
        return self.school.catalog

    @property
    def sections(self) -> Sections:
        return self.own.sections if self.own is not None else Sections()

    def policies(self, topic: PolicyTopic) -> tuple[Policy, ...]:
        """Give the policies on one topic."""
        return tuple(policy for policy in self.school.policies.values() if policy.topic is topic)

    def holds_today(self) -> bool:
        """Say whether the catalog is published and its period is not over."""
        catalog = self.catalog
        return catalog is not None and catalog.published <= self.as_of <= catalog.effective_to


Probe = Callable[[Look], Answer]
MOST_GAPS = 6
"""How many things one answer names; of the rest it gives the number."""


def found(look: Look, gaps: Iterable[str], *where: Where) -> Answer:
    """Answer with what is missing or, when nothing is, with where it is met, if that is a part of the site."""
    lacking = list(dict.fromkeys(gaps))
    if lacking:
        more = len(lacking) - MOST_GAPS
        named = lacking if more <= 0 else [*lacking[:MOST_GAPS], say("and {count} more", count=more)]
        return Answer(Verdict.MISSING, "; ".join(named))
    shown = tuple(place for place in where if getattr(look.sections, _part_of(place)))
    if not shown:
        return Answer(Verdict.MISSING, say("it is written, but the part of the site that would show it is turned off"))
    return Answer(Verdict.MET, "", shown)


def no_case(reason: str) -> Answer:
    """Answer that the case in which the item is asked for does not arise."""
    return Answer(Verdict.NOT_APPLICABLE, reason)


def no_catalog() -> Answer:
    """Answer where there is no catalog to look into."""
    return Answer(Verdict.MISSING, say("a catalog: the school has written none"))


def _part_of(place: Where) -> str:
    parts = PART_OF_PAGE.get(place) if isinstance(place, Page) else PART_OF_KIND.get(place.kind)
    return parts or "catalog"
