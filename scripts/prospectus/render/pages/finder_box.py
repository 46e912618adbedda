"""The field that leads to the finder, as other pages have it, with everyday words that find something here."""

from __future__ import annotations

from prospectus.language import ENGLISH, language, say
from prospectus.render import urls
from prospectus.render.sheet import Sheet

LIKED = ("knots", "pinched nerve", "can't sleep")
"""Examples that people know at once; shown where a condition has them among its everyday words."""


def finder_box(sheet: Sheet, kind: str = "", label: str = "") -> dict[str, str]:
    """Prepare the field; `kind` keeps it to one kind of entry, named in `label`."""
    return {
        "url": sheet.to(urls.FIND),
        "label": label or what_to_find(sheet),
        "kind": kind,
        "hint": examples(sheet) if not kind else "",
    }


def what_to_find(sheet: Sheet) -> str:
    """Say what the school has to find, as the title of the finder and the label of its field."""
    if sheet.has_filled(urls.COURSES):
        return say("Find a technique, condition or course")
    return say("Find a technique or condition")


def examples(sheet: Sheet) -> str:
    """Give up to three everyday words that lead to a condition of this school; "" where no condition has any.

    Everyday words are English; readers of another language are told instead that not everything is in theirs.
    """
    if language() != ENGLISH:
        return say("What is not translated yet is found and shown in English.")
    spoken = [condition.everyday_words for condition in sheet.school.conditions.values() if condition.everyday_words]
    known = {word for words in spoken for word in words}
    chosen = [liked for liked in LIKED if any(liked in word for word in known)]
    chosen += [words[0] for words in spoken if words[0] not in chosen][: 3 - len(chosen)]
    quoted = ", ".join(f"“{word}”" for word in chosen).replace("'", "’")
    return f"Everyday words work: {quoted}." if quoted else ""
