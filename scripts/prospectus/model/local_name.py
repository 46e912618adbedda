"""A name in another language than the site's, as a school prints it beside its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from prospectus.model.plain_text import FixedText
from prospectus.model.record import Part

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
"""A language as HTML names it (BCP 47): es, fr, zh-Hant."""


class LocalName(Part):
    """A name and the language it is in."""

    language: LanguageTag = Field(description="The language's code, for example es or fr.")
    name: FixedText = Field(description="The name in that language.")
