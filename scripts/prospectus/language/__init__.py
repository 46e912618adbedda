"""The fixed words of the site in each of its languages.

English stands in the code, and is the key: `say("Other names: {names}", names=names)`. Every other language is a folder
of catalogues (`es/*.po`), one for each part of the site, which `catalogue.py` reads. A page is made while its language
is being spoken (`speaking`), so the same page module makes every language's page.

Ground floor: knows no record, no page and no format.
"""

from __future__ import annotations

from prospectus.language.spoken import (
    ENGLISH,
    LANGUAGES,
    Catalogue,
    language,
    mark,
    number,
    say,
    say_count,
    speaking,
)

__all__ = ["ENGLISH", "LANGUAGES", "Catalogue", "language", "mark", "number", "say", "say_count", "speaking"]
