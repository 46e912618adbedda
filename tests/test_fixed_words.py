"""The catalogues and the code agree: no translation without its message, no place lost or made up."""

from __future__ import annotations

from fixed_words import messages
from prospectus.language.catalogue import catalogue_of

SPANISH = catalogue_of("es")


def test_the_collector_finds_messages_of_modules_templates_and_scripts() -> None:
    assert {message.text for message in messages()} >= {"Menu", "Home"}
