"""Catalogues and code agree: every message has its Spanish and keeps its places, and no page speaks past them."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO

import pytest
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from fixed_words import messages, places_of, untranslated
from prospectus.language.catalogue import catalogue_of
from spoken_pages import unspoken

FILES = sorted(entry.name for entry in (files("prospectus.language") / "es").iterdir() if entry.name.endswith(".po"))


def entries(name: str) -> list[Entry]:
    content = (files("prospectus.language") / "es" / name).read_bytes()
    return [entry for entry in read_po(BytesIO(content), abort_invalid=True) if entry.id]


def test_the_collector_finds_messages_of_modules_and_templates() -> None:
    found = {(message.text, message.file.rpartition(".")[2]) for message in messages()}
    assert {("Menu", "py"), ("Where it is now", "j2")} <= found
    assert any(message.plural for message in messages())


def test_every_message_has_its_spanish() -> None:
    assert [f"{message.file}: {message.text}" for message in untranslated()] == []


@pytest.mark.parametrize("name", FILES)
def test_a_catalogue_holds_only_messages_of_the_code_and_keeps_their_places(name: str) -> None:
    said = {message.text for message in messages()}
    first = [entry.id[0] if isinstance(entry.id, tuple) else entry.id for entry in entries(name)]
    assert [text for text in first if text not in said] == [], "nobody says these any more"
    for entry in entries(name):
        ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        strings = entry.string if isinstance(entry.string, tuple) else (entry.string or "",)
        assert not entry.fuzzy and all(strings), ids[0]
        wanted = set().union(*map(places_of, ids))
        for english, spanish in zip(ids, strings, strict=True):
            # "One more" may leave out the number, in either language.
            assert places_of(spanish) <= wanted, spanish
            assert places_of(english) - {"count"} <= places_of(spanish), spanish


def test_all_catalogues_agree() -> None:
    assert catalogue_of("es").said and catalogue_of("es").counted


def test_no_page_speaks_past_the_catalogue() -> None:
    assert unspoken() == {}
