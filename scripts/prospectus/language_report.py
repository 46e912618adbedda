"""Puts into words how much of a site is translated, for a terminal and as JSON.

It makes text and prints nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from prospectus.reckoning.translation_coverage import KindCoverage, LanguageSurvey

NAME, NUMBER = 24, 9
"""Widths of the columns: what is counted, and each number."""


def as_text(seen: LanguageSurvey, *, missing: bool = False) -> str:
    """Return a table, a kind of record a row; with `missing`, where each text stands that is not translated."""
    if missing:
        return "".join(f"{line}\n" for line in _missing(seen))
    return "\n".join(_table(seen)) + "\n"


def _table(seen: LanguageSurvey) -> Iterator[str]:
    yield f"{seen.name} ({seen.code})"
    yield ""
    yield _row("", "texts", "done", "percent")
    yield _counted("fixed words", seen.messages, seen.messages - len(seen.untranslated))
    begun = [entry for entry in seen.kinds if entry.begun]
    for entry in begun:
        yield _counted(entry.kind.plural.replace("_", " "), entry.texts, entry.translated)
    yield ""
    rest = [entry for entry in seen.kinds if not entry.begun]
    if rest:
        texts = sum(entry.texts for entry in rest)
        yield _counted("all other records", texts, sum(entry.translated for entry in rest))
    records, read = sum(entry.begun for entry in begun), sum(entry.read for entry in begun)
    yield f"Records that are translated, all or in part: {records:,}. Read by a translator: {read:,}."
    if not seen.is_on:
        yield f"The site has no pages in this language: write languages: [{seen.code}] into content/school.yml."
    yield "Add --missing to see where each text stands that is not translated."


def _counted(name: str, total: int, done: int) -> str:
    return _row(name, f"{total:,}", f"{done:,}", str(done * 100 // total) if total else "")


def _row(name: str, *numbers: str) -> str:
    return (name.ljust(NAME) + "".join(number.rjust(NUMBER) for number in numbers)).rstrip()


def _missing(seen: LanguageSurvey) -> Iterator[str]:
    if len(seen.kinds) != 1:  # whoever asks for one kind of record does not look for the program's own words
        yield from (f"fixed words: {text}" for text in seen.untranslated)
    for entry in seen.kinds:
        yield from (f"{text.place}: {text.name}" for text in entry.missing)


def as_json(seen: LanguageSurvey, *, missing: bool = False) -> str:
    """Return the same as one JSON object."""
    words: dict[str, Any] = {"texts": seen.messages, "translated": seen.messages - len(seen.untranslated)}
    if missing:
        words["missing"] = list(seen.untranslated)
    kinds = [_kind(entry, missing=missing) for entry in seen.kinds]
    language = {"code": seen.code, "name": seen.name, "is_on": seen.is_on, "fixed_words": words, "kinds": kinds}
    return json.dumps({"version": 1, "languages": [language]}, ensure_ascii=False, indent=2) + "\n"


def _kind(entry: KindCoverage, *, missing: bool) -> dict[str, Any]:
    counts = {
        "kind": entry.kind.name,
        "records": entry.records,
        "begun": entry.begun,
        "read": entry.read,
        "texts": entry.texts,
        "translated": entry.translated,
    }
    if not missing:
        return counts
    return {**counts, "missing": [{"place": str(text.place), "path": text.name} for text in entry.missing]}
