"""Says the fixed words in the language that is being spoken.

Which language that is, is known for as long as one page is being made: its job opens `speaking` and closes it again.
Nothing outlives the page, so a job stays a pure function of what it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup, escape

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""The languages of the site by their code (BCP 47), each by its own name."""

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language: by the English text, and counted ones by their English singular.

    Counted words have two forms, for one and for all other numbers: so it is in every language of `LANGUAGES`.
    """

    language: str
    said: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, str]] = field(default_factory=dict)


_IN_ENGLISH = Catalogue(ENGLISH)
_spoken: ContextVar[Catalogue] = ContextVar("spoken", default=_IN_ENGLISH)


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Speak the language of this catalogue inside the block."""
    before = _spoken.set(catalogue)
    try:
        yield
    finally:
        _spoken.reset(before)


def language() -> str:
    """Give the code of the language that is being spoken."""
    return _spoken.get().language


def say(text: str, **values: object) -> str:
    """Say a text, with values in its places: `say("Page {number}", number=4)`.

    Text that the catalogue lacks is said in English. Where a value is safe HTML, so is what comes back: the words
    around and the other values are escaped. A place without a value raises KeyError.
    """
    catalogue = _spoken.get()
    text = catalogue.said.get(text, text)
    return _filled(text, values) if values else text


def say_count(amount: int | Decimal, one: str, many: str, **values: object) -> str:
    """Say a counted text: `say_count(2, "{count} course", "{count} courses")`.

    `count` is filled with the amount as readers see it.
    """
    catalogue = _spoken.get()
    forms = catalogue.counted.get(one, (one, many))
    return _filled(forms[0] if amount == 1 else forms[1], {"count": number(amount), **values})


def mark(text: str) -> str:
    """Tell the collector of messages that this text is said later, through a variable; gives it back unchanged."""
    return text


def number(value: Decimal | int) -> str:
    """1,000 or 12.5: thousands apart, no empty decimals, in English and in the Spanish of the United States alike."""
    decimal = Decimal(value)
    plain = decimal.quantize(Decimal(1)) if decimal == decimal.to_integral_value() else decimal.normalize()
    return f"{plain:,f}"


def _filled(text: str, values: Mapping[str, object]) -> str:
    if any(isinstance(value, Markup) for value in values.values()):
        parts = [
            str(escape(values[part])) if is_place else part.replace("&", "&amp;").replace("<", "&lt;")
            for is_place, part in _parts(text)
        ]
        return Markup("".join(parts))
    return "".join([str(values[part]) if is_place else part for is_place, part in _parts(text)])


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[tuple[bool, str], ...]:
    """Split a text into words and the names of its places."""
    pieces = _PLACE.split(text)
    return tuple((bool(index % 2), piece) for index, piece in enumerate(pieces) if piece)
