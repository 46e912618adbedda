"""What all pages of one run share. Made once from the published records and handed to every page job."""

from __future__ import annotations

from dataclasses import dataclass

from prospectus.artifact import BuildContext
from prospectus.model.profile import Sections
from prospectus.model.school import School
from prospectus.render.vocabulary import Vocabulary, vocabulary_of


@dataclass(frozen=True, slots=True)
class Desk:
    """The published records, the context of the build, the open parts of the site, and the words to mark."""

    school: School
    context: BuildContext
    sections: Sections
    vocabulary: Vocabulary | None

    @classmethod
    def for_school(cls, school: School, context: BuildContext) -> Desk:
        """Lay the desk; a school without its own file has every part of the site open."""
        sections = school.profile.sections if school.profile is not None else Sections()
        return cls(school, context, sections, vocabulary_of(school) if sections.glossary else None)
