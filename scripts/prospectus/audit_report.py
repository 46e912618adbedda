"""Puts an audit into words for a terminal, and for other programs as JSON.

It makes text and prints nothing. A list of which only a part was seen says so before anything else. It never says
whether a catalog is enough: that is the regulator's word.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from prospectus.reckoning.audit import Audit, Row
from prospectus.reckoning.audit.answer import Verdict, Where

PlaceOf = Callable[[Where], tuple[str, str]]
"""Gives the name of a place where an item is met, and its address on the site."""

WIDTH = 96
NUMBER, ANSWER = 8, 16
"""Widths of the columns before the words, the blank behind each included."""

WORDS = {Verdict.MET: "met", Verdict.MISSING: "missing", Verdict.NOT_APPLICABLE: "not applicable"}
STYLES = {Verdict.MET: "32", Verdict.MISSING: "1;31", Verdict.NOT_APPLICABLE: "2"}


def as_text(audit: Audit, place_of: PlaceOf, *, color: bool = False) -> str:
    """Return the audit as a table: number, answer, what is asked for, and where it stands or what is missing."""
    lines = [*_head(audit), "", *(line for row in audit.rows for line in _row(row, place_of, color))]
    return "\n".join([*lines, "", _summary(audit)]) + "\n"


def as_json(audit: Audit, place_of: PlaceOf, as_of: date) -> str:
    """Return the audit as one JSON object."""
    profile = audit.profile
    told = {"command": profile.command, "name": profile.name, "body": profile.body} if profile is not None else None
    counts = {verdict.value.replace("-", "_"): audit.count(verdict) for verdict in Verdict}
    fields = {
        "version": 1,
        "profile": told,
        "seen_in_part": audit.is_part,
        "as_of": as_of.isoformat(),
        **counts,
        "items": [_item(row, place_of) for row in audit.rows],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _head(audit: Audit) -> Iterator[str]:
    profile = audit.profile
    if profile is None:
        yield "All items of all lists. No single regulator asks for all of them."
        return
    if audit.is_part:
        part = f"Only a part of {profile.name} was seen. It may ask for more than stands here: read the rule itself."
        yield from textwrap.wrap(part, WIDTH)
    yield from textwrap.wrap(f"{profile.name}, {profile.body}", WIDTH)


def _row(row: Row, place_of: PlaceOf, color: bool) -> Iterator[str]:
    number, verdict = row.item.number, row.answer.verdict
    answer = WORDS[verdict].ljust(ANSWER)
    shown = f"\x1b[{STYLES[verdict]}m{answer}\x1b[0m" if color else answer
    first, *rest = _wrapped(row.item.requirement.plain)
    yield f"{number.ljust(NUMBER)}{shown}{first}"
    details = [line for text in _details(row, place_of) for line in _wrapped(text, "  ")]
    yield from (f"{' ' * (NUMBER + ANSWER)}{line}" for line in [*rest, *details])


def _details(row: Row, place_of: PlaceOf) -> Iterator[str]:
    if row.answer.verdict is Verdict.MISSING:
        yield f"missing: {row.answer.text}"
    elif row.answer.text:
        yield row.answer.text
    addresses = [address or name for name, address in map(place_of, row.answer.where)]
    if addresses:
        yield ", ".join(dict.fromkeys(addresses))


def _wrapped(text: str, indent: str = "") -> Sequence[str]:
    width = WIDTH - NUMBER - ANSWER
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _summary(audit: Audit) -> str:
    parts = [f"{audit.count(verdict)} {word}" for verdict, word in WORDS.items()]
    optional = sum(row.answer.verdict is Verdict.MISSING and not row.is_gap for row in audit.rows)
    more = f" Of the missing, {optional} is only recommended." if optional == 1 else ""
    more = f" Of the missing, {optional} are only recommended." if optional > 1 else more
    return f"{', '.join(parts)}.{more}"


def _item(row: Row, place_of: PlaceOf) -> dict[str, object]:
    places = [{"name": name, "address": address} for name, address in map(place_of, row.answer.where)]
    return {
        "id": row.item.id,
        "number": row.item.number,
        "section": row.item.section,
        "level": row.item.level.value,
        "requirement": row.item.requirement.plain,
        "verdict": row.answer.verdict.value,
        "text": row.answer.text,
        "places": places,
        "asked_by": [{"profile": basis.profile, "clause": basis.clause} for basis in row.item.asked_by],
    }
