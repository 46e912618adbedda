"""Rules on the form of translations: each piece has its place in the record.

A piece that does not fit is never printed; its place shows the original. So only slips of the pen are errors, and what
a later edit of the original can bring about is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean, record_rule, school_rule
from prospectus.diagnostics import Severity
from prospectus.model.profile import Language
from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.model.translated_texts import SPANISH, Misfit, Misfitting, matched
from prospectus.model.translation import shared_words


def _misfits(record: Record, *reasons: Misfit) -> Iterator[Misfitting]:
    return (misfit for misfit in matched(record).misfits if misfit.why in reasons)


def _name(misfit: Misfitting) -> str:
    return next((str(step) for step in reversed(misfit.path) if isinstance(step, str)), SPANISH)


@record_rule("V101", "unknown-field-in-translation", "*")
def unknown_field_in_translation(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A translation has a field that the record, or the part of it, does not have.

    The text would never be shown. A translation has the names of the fields in English, as the record has them.

    Wrong:

        es:
          sumary: Movimientos largos y lentos.

    Right:

        es:
          summary: Movimientos largos y lentos.
    """
    for misfit in _misfits(record, Misfit.UNKNOWN_FIELD):
        name = _name(misfit)
        yield Fault(
            record,
            (SPANISH, *misfit.path),
            f'the translation has "{name}", and the original has no such field{did_you_mean(name, misfit.known)}',
            f"Fields that can be translated here: {', '.join(misfit.known)}.",
        )


@record_rule("V102", "translated-field-without-words", "*")
def translated_field_without_words(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A translation has a field that holds no words: a number, a day, an id, a link to another record.

    Such facts are the same in every language and stand once, in the record itself. A second copy would go its own way.

    Wrong:

        es:
          hours: 650

    Right: leave the field out of the translation.
    """
    for misfit in _misfits(record, Misfit.NO_WORDS):
        yield Fault(
            record,
            (SPANISH, *misfit.path),
            f'"{_name(misfit)}" holds no words to translate, so the original serves every language',
            "Take it out of the translation.",
        )


@record_rule("V103", "translation-in-another-form", "*")
def translation_in_another_form(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A piece of a translation has another form than the original: a text for a list, a list for a text.

    Nobody can say which words belong where, so none of them is shown.

    Wrong, for a record with `admission: [Be 18 years old.]`:

        es:
          admission: Tener 18 años.

    Right:

        es:
          admission: [Tener 18 años.]
    """
    for misfit in _misfits(record, Misfit.ANOTHER_FORM, Misfit.UNUSABLE):
        message = f'"{_name(misfit)}" cannot be used: {misfit.expected}'
        hint = "Write it as the original is written."
        if misfit.why is Misfit.ANOTHER_FORM:
            message = f'"{_name(misfit)}" is {misfit.expected} in the original, and something else in the translation'
        yield Fault(record, (SPANISH, *misfit.path), message, hint)


@record_rule("V104", "translated-list-of-another-length", "*", Severity.WARNING)
def translated_list_of_another_length(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A list has more or fewer entries in the translation than in the original.

    Entries are matched by their order. With another number of them, words could end up at the wrong entry, so the
    whole list is shown in the original until the two are of one length again. An entry that is not translated yet has
    an empty place.

    Wrong, for a record with three objectives:

        es:
          objectives: [Dar un masaje seguro., Explicar en palabras sencillas.]

    Right:

        es:
          objectives: [Dar un masaje seguro., null, Explicar en palabras sencillas.]
    """
    for misfit in _misfits(record, Misfit.ANOTHER_LENGTH):
        given, expected = misfit.lengths
        yield Fault(
            record,
            (SPANISH, *misfit.path),
            f'"{_name(misfit)}" has {given} entries in the translation and {expected} in the original, '
            "so all of it is shown in the original",
            "Write as many entries as the original has, with null for one that is not translated yet.",
        )


@record_rule("V105", "translation-of-nothing", "*", Severity.WARNING)
def translation_of_nothing(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A text is translated that the record does not have.

    Either it was taken out of the original, and the translation was forgotten; or it was written in one language only.

    Wrong, for a record without `not_included`:

        es:
          not_included: El almuerzo.

    Right: write the original too, or take the translation out.
    """
    for misfit in _misfits(record, Misfit.NOT_THERE):
        yield Fault(
            record,
            (SPANISH, *misfit.path),
            f'"{_name(misfit)}" is translated, and the record itself has nothing there',
            "Write the original too, or take the translation out.",
        )


@school_rule("V110", "shared-word-translated-twice", Severity.WARNING)
def shared_word_translated_twice(school: School, context: BuildContext) -> Iterator[Fault]:
    """A word by which records find each other is translated in two ways, or two of them are translated alike.

    The name of a schedule, a subject, a choice or a measure stands in several records and ties them together. Its
    first translation holds for all of them; one that differs is not shown.

    Wrong, in two programs that both have `schedule: evening`:

        es: {lengths: [{schedule: vespertino}]}
        es: {lengths: [{schedule: nocturno}]}

    Right: the same word in both, or a translation in only one of them.
    """
    words = shared_words(school)
    for record in school.all_records():
        for text in matched(record).texts:
            if not text.family:
                continue
            holds = words.get((text.family, str(text.original)))
            if holds != text.translation:
                shown = f'"{holds}" holds everywhere' if holds else "another word has this translation already"
                yield Fault(
                    record,
                    (SPANISH, *text.path),
                    f'"{text.original}" is not shown as "{text.translation}": {shown}',
                    "Translate the word in one way, and two words in two.",
                )


@school_rule("V111", "translated-for-no-site", Severity.WARNING)
def translated_for_no_site(school: School, context: BuildContext) -> Iterator[Fault]:
    """A record is translated, and the school's site has no pages in that language.

    Nobody would ever see the translation. `languages` in content/school.yml turns the pages on.

    Wrong: `es:` in a record, and no `languages` in `content/school.yml`.

    Right, in `content/school.yml`:

        languages: [es]
    """
    if school.profile is None or Language.SPANISH in school.profile.languages:
        return
    translated = next((record for record in school.all_records() if record.es is not None), None)
    if translated is not None:
        yield Fault(
            translated,
            (SPANISH,),
            "this record is translated into Spanish, and the site has no Spanish pages",
            "Write languages: [es] into content/school.yml.",
        )


RULES: tuple[Rule, ...] = (
    unknown_field_in_translation,
    translated_field_without_words,
    translation_in_another_form,
    translated_list_of_another_length,
    translation_of_nothing,
    shared_word_translated_twice,
    translated_for_no_site,
)
