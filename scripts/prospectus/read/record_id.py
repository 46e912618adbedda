"""Ids of records: which names can be an address, and how any name is written so that it can be printed.

Makes findings about names. Looks at no file and at no record.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

from prospectus.diagnostics import Finding, Place, RelatedPlace
from prospectus.read.fault import BAD_ID, ID_CLASH
from prospectus.read.source_text import UNWANTED

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
"""Letters an id may have, so that every address and file name made from it stays within what systems take."""


def is_id(name: str) -> bool:
    """Say whether a name can be an id."""
    return len(name) <= LONGEST_ID and ID.fullmatch(name) is not None


def printable(name: str) -> str:
    """Write a file's name so that it can be printed, whatever bytes it is made of."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace").replace(os.sep, "/")
    return UNWANTED.sub(lambda match: f"\\x{ord(match.group()):02x}", text).replace("\n", "\\x0a")


def likely_id(name: str) -> str:
    """Give the id that was probably meant by a name that is none; "" when nothing of it can be used."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:LONGEST_ID].strip("-")


def id_findings(places: Mapping[str, Place]) -> dict[str, Finding]:
    """Find the ids that are no address, or would share one: those among the given ids that are at fault."""
    twins = _by_address(places)
    return {id: _id_fault(id, twins[id.casefold()], places) for id in places if not is_id(id)}


def _by_address(ids: Iterable[str]) -> dict[str, list[str]]:
    twins: dict[str, list[str]] = {}
    for id in ids:
        twins.setdefault(id.casefold(), []).append(id)
    return twins


def _id_fault(id: str, twins: list[str], places: Mapping[str, Place]) -> Finding:
    other = next((twin for twin in sorted(twins, reverse=True) if twin != id), None)
    if other is not None:
        message = (
            f'"{printable(id)}" and "{printable(other)}" differ only in capital letters and would share one address'
        )
        related = (RelatedPlace(places[other], "the other one"),)
        return ID_CLASH.at(places[id], message, "Rename one of the two, or remove it.", related)
    likely = likely_id(id)
    message = f'"{printable(id)[:100]}" cannot be an address: small letters, digits and single hyphens only'
    return BAD_ID.at(places[id], message, f'Rename it, for example to "{likely}".' if likely else "Rename it.")
