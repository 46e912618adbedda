"""The command `audit`: the school's catalog beside a regulator's list, item by item.

It reads the school as the public may see it and asks `reckoning/audit`. It writes nothing and judges nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from prospectus.artifact import BuildContext
from prospectus.commands.check import require_school
from prospectus.errors import UnreadableError, UsageError
from prospectus.model.profile import Sections
from prospectus.model.publication import public_school
from prospectus.model.school import School
from prospectus.read import read_school
from prospectus.reckoning.audit import ALL_LISTS, Audit, audit_school, find_profile
from prospectus.reckoning.audit.answer import Look, Where
from prospectus.render.pages.audit import place_of

PlaceOf = Callable[[Where], tuple[str, str]]
"""Gives the name of a place where an item is met, and its address on the site."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found, and how to name the places where items are met."""

    audit: Audit
    place_of: PlaceOf


def inspect(root: Path, context: BuildContext, name: str | None = None) -> Inspection:
    """Audit the school in `root` by the list with this name; by the catalog's own list, or by all, when none is named.

    Raise UsageError when there is no such list, UnreadableError when a file could not be read.
    """
    require_school(root)
    reading = read_school(root)
    if any(finding.is_error for finding in reading.findings):
        raise UnreadableError(
            "Some files could not be read, so an audit would miss what stands in them. "
            "Run prospectus check and mend what it finds."
        )
    school = public_school(reading.school, context.as_of)
    if not school.catalog_items:
        raise UsageError("This school keeps no regulators' lists: content/catalog-rules/ is empty or not there.")
    sections = school.profile.sections if school.profile is not None else Sections()
    audit = audit_school(Look(school, context.as_of, _profile(school, name)))
    return Inspection(audit, lambda where: place_of(where, sections))


def _profile(school: School, name: str | None) -> str:
    """Give the id of the list to ask; "" for all lists."""
    if name is None:
        own = school.catalog.profile if school.catalog is not None else None
        return own if own is not None and own in school.catalog_profiles else ""
    if name.casefold() == ALL_LISTS:
        return ""
    profile = find_profile(school.catalog_profiles.values(), name)
    if profile is None:
        known = [ALL_LISTS, *(profile.command for profile in school.catalog_profiles.values())]
        near = get_close_matches(name.casefold(), known, n=1)
        meant = f'; did you mean "{near[0]}"?' if near else f". There are: {', '.join(known)}."
        raise UsageError(f'there is no list "{name}"{meant}')
    return profile.id
