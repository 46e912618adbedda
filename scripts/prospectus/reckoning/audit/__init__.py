"""The audit: the items of a regulator's list, each with what the school's records answer to it.

Comes from the school and the day; the items and lists are records of the school themselves. It says what is met, what
is missing and what does not apply. Whether that is enough is for the regulator to say, never for this program.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from prospectus.language import mark, say
from prospectus.model.catalog_rule import CatalogItem, CatalogProfile, ItemLevel
from prospectus.model.prose import Prose
from prospectus.reckoning.audit.answer import Answer, Look, Verdict
from prospectus.reckoning.audit.probes import PROBES

ALL_LISTS = "all"
"""What is typed for the items of all lists at once."""

UNTESTED = mark("a test for this item: the program has none, so look yourself")


@dataclass(frozen=True, slots=True)
class Row:
    """One item with its answer. `reason` is the school's own word on why it does not apply."""

    item: CatalogItem
    answer: Answer
    reason: Prose | None = None

    @property
    def is_gap(self) -> bool:
        """Say whether something that is asked for is missing; what is only recommended never is a gap."""
        return self.answer.verdict is Verdict.MISSING and self.item.level is not ItemLevel.RECOMMENDED


@dataclass(frozen=True, slots=True)
class Audit:
    """The items that one list asks for, or all items where `profile` is None."""

    profile: CatalogProfile | None
    rows: tuple[Row, ...]

    @property
    def is_part(self) -> bool:
        """Say whether only a part of the list's text was seen, so that it may ask for more."""
        return self.profile is not None and not self.profile.complete

    @property
    def has_gaps(self) -> bool:
        return any(row.is_gap for row in self.rows)

    def count(self, verdict: Verdict) -> int:
        """Count the items with this verdict."""
        return sum(row.answer.verdict is verdict for row in self.rows)


def audit_school(look: Look) -> Audit:
    """Answer every item that the list of `look` asks for; every item when it names none."""
    profile = look.school.catalog_profiles.get(look.profile)
    items = look.school.catalog_items.values()
    return Audit(profile, tuple(_row(item, look) for item in items if profile is None or _asks(profile, item)))


def find_profile(profiles: Iterable[CatalogProfile], name: str) -> CatalogProfile | None:
    """Find a list by what is typed for it, or by its id, in any letters."""
    wanted = name.casefold()
    return next((profile for profile in profiles if wanted in (profile.command.casefold(), profile.id)), None)


def _asks(profile: CatalogProfile, item: CatalogItem) -> bool:
    return any(basis.profile == profile.id for basis in item.asked_by)


def _row(item: CatalogItem, look: Look) -> Row:
    catalog = look.catalog
    for entry in catalog.not_applicable if catalog is not None else ():
        if entry.item == item.id:
            return Row(item, Answer(Verdict.NOT_APPLICABLE, entry.reason.plain), entry.reason)
    if (elsewhere := _elsewhere(item, look)) is not None:
        return Row(item, elsewhere)
    probe = PROBES.get(item.id)
    return Row(item, probe(look) if probe is not None else Answer(Verdict.MISSING, say(UNTESTED)))


def _elsewhere(item: CatalogItem, look: Look) -> Answer | None:
    """Answer that an item of some states only is asked for elsewhere, as long as no list is named that asks for it."""
    catalog = look.catalog
    place = look.school.jurisdictions.get(catalog.jurisdiction or "") if catalog is not None else None
    if item.level is not ItemLevel.STATE_SPECIFIC or look.profile or place is None or place.name in item.places:
        return None
    asked = reduce(lambda first, second: say("{first} and {second}", first=first, second=second), item.places)
    reason = say("Only {places} asks for it. This school is regulated in {place}.", places=asked, place=place.name)
    return Answer(Verdict.NOT_APPLICABLE, reason)
