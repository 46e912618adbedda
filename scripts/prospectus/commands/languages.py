"""The command `languages`: how much of the site is translated, in its fixed words and in the school's records."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from prospectus.commands.check import require_school
from prospectus.errors import UsageError
from prospectus.language import LANGUAGES
from prospectus.language.messages import messages, untranslated
from prospectus.model.translated_texts import SPANISH
from prospectus.read import read_school
from prospectus.reckoning.translation_coverage import LanguageSurvey, translation_coverage


def survey(root: Path, kind: str = "") -> LanguageSurvey:
    """Count what is translated into Spanish in the school in `root`: of all kinds of record, or of one.

    Raise UsageError when the school has no records of this kind. What cannot be read is left out; `check` says why.
    """
    require_school(root)
    school = read_school(root).school
    kinds = translation_coverage(school)
    if kind:
        known = [entry.kind.name for entry in kinds]
        if kind not in known:
            near = get_close_matches(kind, known, n=1)
            raise UsageError(
                f'there are no records of the kind "{kind}"'
                + (f'; did you mean "{near[0]}"?' if near else f". There are: {', '.join(known)}.")
            )
        kinds = [entry for entry in kinds if entry.kind.name == kind]
    is_on = school.profile is not None and SPANISH in school.profile.languages
    left = tuple(dict.fromkeys(message.text for message in untranslated(SPANISH)))
    total = len({message.text for message in messages()})
    return LanguageSurvey(SPANISH, LANGUAGES[SPANISH], is_on, total, left, kinds)
