"""What all pages of one run share. Made once from the published records and handed to every page job."""

from __future__ import annotations

from dataclasses import dataclass

from prospectus.artifact import BuildContext
from prospectus.language import ENGLISH, Catalogue
from prospectus.language.catalogue import catalogue_of
from prospectus.model.profile import Sections
from prospectus.model.school import School
from prospectus.model.translation import translated_school
from prospectus.render import urls
from prospectus.render.vocabulary import Vocabulary, vocabulary_of

MOST_COMPARED = 120
"""Above so many techniques no page sets them side by side: it holds all, and would weigh more than all else."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The published records, the context of the build, the open parts of the site, and the words to mark.

    A desk is for the pages of one language. `languages` are all that the site has, this one among them. Texts that are
    not translated are shown in the original, with the words of `original_vocabulary` marked in them. `original` is the
    school as its authors wrote it, for what asks whether a record has changed.
    """

    school: School
    original: School
    context: BuildContext
    sections: Sections
    vocabulary: Vocabulary | None
    original_vocabulary: Vocabulary | None
    catalogue: Catalogue
    languages: tuple[str, ...]
    compares_techniques: bool
    """Whether there are two techniques at least, and not too many for one page, so that they stand side by side."""

    @classmethod
    def for_school(cls, school: School, context: BuildContext, language: str = ENGLISH) -> Desk:
        """Lay the desk with the school's texts in a language; without its own file every part of the site is open."""
        sections = school.profile.sections if school.profile is not None else Sections()
        written = school
        original = vocabulary = vocabulary_of(school) if sections.glossary else None
        if language != ENGLISH:
            school = translated_school(school, language)
            vocabulary = vocabulary_of(school, only_translated=True) if sections.glossary else None
        languages, compares = languages_of(school), 2 <= len(school.techniques) <= MOST_COMPARED
        catalogue = catalogue_of(language)
        return cls(school, written, context, sections, vocabulary, original, catalogue, languages, compares)

    @property
    def language(self) -> str:
        """The language of the pages that are made here."""
        return self.catalogue.language

    @property
    def is_first(self) -> bool:
        """Whether this is the desk of the site's first language, whose pages also bring the files that all share."""
        return self.language == ENGLISH

    def page(self, address: str, language: str = "") -> str:
        """Give a page's address from the site's root, in this language or another."""
        page = urls.file_of(address) if self.context.is_offline else address
        return f"{urls.language_folder(language or self.language)}{page}"


def languages_of(school: School) -> tuple[str, ...]:
    """Give the languages of a school's site: English, and those that its profile adds."""
    added = school.profile.languages if school.profile is not None else ()
    return (ENGLISH, *(language.value for language in added))
