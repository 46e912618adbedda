"""A reader on a phone waits for bytes: pages of records stay light, as HTML and with all that a first visit loads."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest

FOLDERS = ("techniques", "conditions", "programs", "courses")
MOST_HTML = 60_000
"""Bytes of HTML, as it stands in the file."""
HEAVIER = {"es/techniques/swedish-massage/index.html": 64_000}
"""Pages that may be heavier: this one has the most statements of all, and in Spanish each is marked as English."""
MOST_LOADED = 300_000
"""Bytes that a first visit loads, each file gzipped as a host sends it."""
LOADED = re.compile(r'(?:src|href)="([^"#?:]+\.(?:css|js|svg|png|jpg|jpeg|webp|woff2))[?"]')


@cache
def packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def pages_of_records(site: Path) -> dict[str, Path]:
    """Give the page of every record of the shipped school, in every language."""
    files = (file for folder in FOLDERS for file in site.glob(f"**/{folder}/*/index.html"))
    return {file.relative_to(site).as_posix(): file for file in files if file.parent.name != "compare"}


def loaded(page: Path) -> int:
    names = set(LOADED.findall(page.read_text(encoding="utf-8")))
    assert any(name.endswith("site.css") for name in names)
    return packed(page) + sum(packed((page.parent / name).resolve()) for name in names)


@pytest.mark.parametrize("language", ["", "es/"])
def test_pages_of_records_are_light(language: str, built: Path) -> None:
    pages = {
        name: file
        for name, file in pages_of_records(built / "site").items()
        if name.startswith("es/") is bool(language)
    }
    assert len(pages) > 90
    sizes = {name: file.stat().st_size for name, file in pages.items()}
    assert {name: size for name, size in sizes.items() if size > HEAVIER.get(name, MOST_HTML)} == {}
    assert [name for name in HEAVIER if sizes.get(name, MOST_HTML + 1) <= MOST_HTML] == [], "light by now"
    assert {name: size for name, file in pages.items() if (size := loaded(file)) > MOST_LOADED} == {}
