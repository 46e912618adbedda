"""Rules on what is printed and kept: characters that no font holds, and editions that must stay as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.diagnostics import Severity
from prospectus.model.edition import Edition
from prospectus.model.prose import Prose
from prospectus.model.record import KeyPath, Part, Record
from prospectus.model.school import School
from prospectus.reckoning.editions import kept_state
from prospectus.reckoning.glyphs import glyph_name, missing_glyphs


def texts_of(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Give every text in a record, names and running texts alike, with the way to it."""
    if isinstance(value, Prose):
        yield path, value.text
    elif isinstance(value, str):
        yield path, value
    elif isinstance(value, Part):
        for name, inner in value.__dict__.items():
            if inner:
                yield from texts_of(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from texts_of(inner, (*path, index))


@record_rule("D101", "character-without-glyph", "*", Severity.WARNING)
def character_without_glyph(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A text holds a character that the fonts for print do not have.

    The site shows it with the reader's own fonts. On paper it would be an empty box, so the PDF prints its name in
    brackets instead.

    Wrong: `summary: Rest well 😀` prints as "Rest well [grinning face]".

    Right: `summary: Rest well.`
    """
    for path, text in texts_of(record):
        for character in missing_glyphs(text):
            yield Fault(
                record,
                path,
                f'the character "{character}" ({glyph_name(character)}, U+{ord(character):04X}) cannot be printed',
                "Write it in words, or leave it out; the PDF prints its name in brackets.",
            )


@school_rule("D102", "altered-edition")
def altered_edition(school: School, context: BuildContext) -> Iterator[Fault]:
    """A frozen edition is not what it was: a file of it was changed, lost or added, or its record tells another story.

    The record is held against the files: their sums, and the title, volume and dates that they keep.

    Students are held to the edition under which they enrolled, and so is the school. An edition is evidence only as
    long as nobody can have touched it.

    Wrong: `content/editions/2026-27/catalog.pdf` saved anew from another program.

    Right: put the file back as it was, from a copy or from the history, and freeze a new edition for what is new.
    """
    for edition in school.editions.values():
        known = {file.name for file in edition.files}
        for index, file in enumerate(edition.files):
            content = school.kept.get(f"{edition.id}/{file.name}")
            if content is None or hashlib.sha256(content).hexdigest() != file.sha256:
                what = "is missing" if content is None else "was altered"
                yield _fault_of(edition, ("files", index), f"{file.name} of this frozen edition {what}")
        for path in school.kept:
            folder, _, name = path.partition("/")
            if folder == edition.id and name not in known:
                yield _fault_of(edition, ("files",), f"{name} was added to this frozen edition")
        yield from _told_otherwise(edition, school)


def _told_otherwise(edition: Edition, school: School) -> Iterator[Fault]:
    """Yield what the record says of the edition and the records kept in it do not."""
    catalogs: object = (kept_state(school, edition.id) or {}).get("catalog")
    for catalog in catalogs.values() if isinstance(catalogs, Mapping) else ():
        if not isinstance(catalog, Mapping):
            continue
        for field in ("title", "volume", "published", "effective_from", "effective_to"):
            said, kept = str(getattr(edition, field)), str(catalog.get(field, ""))
            if said != kept:
                message = f'this says "{said}", but the records that were frozen say "{kept}"'
                yield Fault(edition, (field,), message, f"Write {kept} again; what is new belongs into a new edition.")


def _fault_of(edition: Record, path: tuple[str | int, ...], message: str) -> Fault:
    hint = "Bring the edition's folder back as it was; what is new belongs into a new edition."
    return Fault(edition, path, message, hint)


RULES: tuple[Rule, ...] = (character_without_glyph, altered_edition)
"""Both look at what leaves the house on paper."""
