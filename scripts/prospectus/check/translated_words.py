"""Rules on what translations say: the numbers and links of the original, in other words, and in time with it.

All of them are warnings: only a reader of both languages can say whether a translation is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule
from prospectus.diagnostics import Severity
from prospectus.model.prose import Prose
from prospectus.model.record import Record
from prospectus.model.translated_texts import SPANISH, TranslatedText, matched, originals_hash
from prospectus.reckoning.translated_facts import links_lost, numbers_lost

SENTENCE = 4
"""From so many words on, a text that is the same in both languages is taken for one that nobody translated."""


def _proses(record: Record) -> Iterator[tuple[TranslatedText, Prose, Prose]]:
    for text in matched(record).texts:
        if isinstance(text.original, Prose) and isinstance(text.translation, Prose):
            yield text, text.original, text.translation


@record_rule("V106", "number-lost-in-translation", "*", Severity.WARNING)
def number_lost_in_translation(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A number of the original does not stand in its translation.

    Hours, prices and times are what readers act on. 10,995 and 10.995 count as the same, and so do 1 pm and 13:00.

    Wrong, for `The program has 650 hours.`:

        es:
          summary: El programa tiene 625 horas.

    Right:

        es:
          summary: El programa tiene 650 horas.
    """
    for text in matched(record).texts:
        lost = numbers_lost(_written(text.original), _written(text.translation))
        if lost:
            yield Fault(
                record,
                (SPANISH, *text.path),
                f"the original says {', '.join(lost)}, and the translation does not",
                "Compare the two, and write the number in digits.",
            )


def _written(text: str | Prose) -> str:
    return text.plain if isinstance(text, Prose) else text


@record_rule("V107", "link-lost-in-translation", "*", Severity.WARNING)
def link_lost_in_translation(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A link of the original is missing in its translation, or leads elsewhere.

    Readers of both languages should find the same way on. The words of a link are translated, its address is not.

    Wrong, for `See [the refund policy](policy:refund).`:

        es:
          tour: Vea [la política](policy:attendance).

    Right:

        es:
          tour: Vea [la política de reembolso](policy:refund).
    """
    for text, original, translation in _proses(record):
        lost = links_lost(original, translation)
        if lost:
            yield Fault(
                record,
                (SPANISH, *text.path),
                f"the original leads to {', '.join(lost)}, and the translation does not",
                "Write the link into the translation, with the same address in its round brackets.",
            )


@record_rule("V108", "translation-equals-original", "*", Severity.WARNING)
def translation_equals_original(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A sentence is the same in both languages.

    It was copied and then forgotten. Left out, it is shown in the original and marked so. Names may be the same.

    Wrong, for `summary: Long, slow strokes that help most people rest.`:

        es:
          summary: Long, slow strokes that help most people rest.

    Right: translate it, or take it out of the translation.
    """
    for text, original, translation in _proses(record):
        if original == translation and len(original.plain.split()) >= SENTENCE:
            yield Fault(
                record,
                (SPANISH, *text.path),
                "these words are the same as in the original, so nobody has translated them yet",
                "Translate them, or take them out of the translation.",
            )


@record_rule("V109", "original-changed-since", "*", Severity.WARNING)
def original_changed_since(record: Record, context: BuildContext) -> Iterator[Fault]:
    """The original has changed since it was translated.

    `of` in a translation holds eight signs that stand for the translated texts as they were. When they are others now,
    somebody must look whether the translation still says the same. A translation without `of` is not watched.

    Wrong, when the text behind it was edited:

        es:
          of: 5d41402a

    Right: compare the two, mend the translation, and write the signs that the hint gives.
    """
    if record.es is not None and record.es.of is not None and record.es.of != originals_hash(record):
        yield Fault(
            record,
            (SPANISH, "of"),
            "the original has changed since it was translated, so the two may differ",
            f"Compare the two, then write of: {originals_hash(record)}",
        )


RULES: tuple[Rule, ...] = (
    number_lost_in_translation,
    link_lost_in_translation,
    translation_equals_original,
    original_changed_since,
)
