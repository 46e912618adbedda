"""What a page in another language says about its own words: which of them are missing, and who has read them."""

from __future__ import annotations

from collections.abc import Sequence

from prospectus.language import say
from prospectus.model.record import Record
from prospectus.render import words
from prospectus.render.sheet import Sheet


def language_note(sheet: Sheet) -> dict[str, str]:
    """Prepare the note at the top of a page, and the line at its foot for a page without a review of its own.

    To be called when the page's texts are on the sheet. Pages in the original language have neither.
    """
    if sheet.desk.is_first:
        return {"language_note": "", "language_is_foreign": "", "unread": ""}
    note = ""
    if sheet.shows_foreign and sheet.shows_translated:
        note = say("Part of this page is not translated yet. What is still in English is marked EN.")
    elif sheet.shows_foreign:
        note = say("The text of this page is not translated yet. It is in English.")
    return {
        "language_note": note,
        "language_is_foreign": "" if sheet.shows_translated else "all",
        "unread": translation_state(sheet, []),
    }


def translation_state(sheet: Sheet, records: Sequence[Record]) -> str:
    """Say who has read the translation of these records; empty on pages in the original language.

    Of several records the least read speaks for all.
    """
    if sheet.desk.is_first:
        return ""
    readers = [record.es.reader for record in records if record.es is not None and record.es.reader is not None]
    if not records or len(readers) < len(records):
        return say("No translator has read the Spanish of this page yet.")
    reader = min(readers, key=lambda reader: reader.signed_on)
    return say(
        "The translation was read by {name}, {credential}, on {date}.",
        name=reader.name,
        credential=reader.credential,
        date=words.short_date(reader.signed_on),
    )
