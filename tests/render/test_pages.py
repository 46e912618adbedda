"""The pages of the tiny school: every text is shown, a part that is off leaves no trace, old addresses lead on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from prospectus.model.profile import Sections
from prospectus.model.prose import Prose
from prospectus.model.record import Part, Record
from prospectus.model.school import School
from prospectus.read import read_school
from prospectus.render.formats import render_school
from render.markdown_site import normalized, to_html, words_of
from tiny import CONTEXT, edited, read_tiny

KEPT_INSIDE = {"accepted-finding"}
UNSHOWN = {
    "es",
    "files",
    "ground",
    "accent",
    "review",
    "formerly",
    "address",
    "currency_code",
    "file",
    "url",
    "emergency_number",
    "hours",
    "email",
    "id",
    "time_zone",
}
"""Fields that stand on pages in another form, or behind a link."""

PAGE_OF_SECTION = {
    "compare": "compare",
    "matrix": "matrix",
    "training": "training/",
    "careers": "careers",
    "glossary": "glossary",
    "claims": "claims",
    "screening": "screening",
    "programs": "programs/",
    "licensing": "licensing/",
    "catalog": "catalog/",
}


def pages_of(school: School) -> dict[str, str]:
    made = (artifact for artifact in render_school(school, CONTEXT) if artifact.path.endswith(".md"))
    return {artifact.path: artifact.content.decode() for artifact in made}


@cache
def tiny_pages() -> dict[str, str]:
    """Give the pages of the tiny school, made once a run."""
    return pages_of(read_tiny().school)


@cache
def all_words() -> str:
    bodies = (text.split("\n---\n", 1)[1] for text in tiny_pages().values())
    frame = read_tiny().school.profile
    contact = [frame.contact.street, frame.contact.town, frame.contact.telephone] if frame is not None else []
    names = (
        [frame.name, frame.brand.name, frame.brand.line or "", *(n.name for n in frame.names)]
        if frame is not None
        else []
    )
    return " ".join([*(words_of(to_html(body)) for body in bodies), *contact, *names])


def texts_of(value: object, field: str = "") -> Iterator[str]:
    if isinstance(value, Part):
        for name, info in type(value).model_fields.items():
            if name not in UNSHOWN and "Reference(" not in f"{info.annotation!r}{info.metadata!r}":
                yield from texts_of(getattr(value, name), name)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item, field)
    elif isinstance(value, Prose):
        yield value.plain
    elif type(value) is str:
        yield value


def is_announced(record: Record) -> bool:
    start = getattr(record, "start", None)
    return record.kind not in KEPT_INSIDE and (start is None or start >= CONTEXT.as_of)


@pytest.mark.parametrize("record", read_tiny().school.all_records(), ids=lambda record: record.key)
def test_every_text_stands_on_a_page(record: Record) -> None:
    page = all_words().casefold()
    texts = [normalized(text).rstrip(".").casefold() for text in texts_of(record)] if is_announced(record) else []
    assert [text for text in texts if text not in page] == [], "show the field, or say in UNSHOWN why not"


def test_a_group_that_has_started_is_not_announced() -> None:
    past = read_tiny().school.cohorts["basics-2026"]
    assert past.start < CONTEXT.as_of
    assert past.group not in all_words()


@pytest.mark.parametrize("path", sorted(tiny_pages()))
def test_a_page_has_its_front_matter_and_names_its_origin(path: str) -> None:
    page = tiny_pages()[path]
    head, body = page.removeprefix("---\n").split("\n---\n", 1)
    meta = yaml.safe_load(head)
    assert meta["title"]
    assert meta["kind"]
    assert body.lstrip().startswith("<!-- Made from ")


@pytest.mark.parametrize("section", sorted(Sections.model_fields))
def test_a_section_that_is_off_leaves_no_page_and_no_link(section: str, tmp_path: Path) -> None:
    off = {"file": "content/school.yml", "find": f"  {section}: true", "replace": f"  {section}: false"}
    made = {
        artifact.path: artifact.content.decode(errors="replace")
        for artifact in render_school(read_school(edited(tmp_path / "school", [off])).school, CONTEXT)
    }
    page = PAGE_OF_SECTION[section]
    assert [path for path in made if path.endswith(".md") and path.startswith(page.rstrip("/"))] == []
    href = f'"{page.rstrip("/")}/'
    linking = [path for path, text in made.items() if path.endswith(".md") and _links_to(text, page.rstrip("/"))]
    assert linking == []
    assert href not in made[".theme/partials/school_data.html"]


def _links_to(markdown: str, page: str) -> bool:
    return any(f'href="{climb}{page}/' in markdown for climb in ("", "../", "../../"))


def test_the_links_are_looked_for() -> None:
    made = tiny_pages()
    for page in PAGE_OF_SECTION.values():
        assert any(_links_to(text, page.rstrip("/")) for text in made.values()), page


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("techniques/wing-stroke.md", "../../techniques/feather-stroke/"),
        ("conditions/pebble-calf.md", "../../conditions/knotted-calf/"),
        ("programs/pebble-basics.md", "../../programs/tiny-basics/"),
    ],
)
def test_a_former_address_leads_on(path: str, there: str) -> None:
    page = tiny_pages()[path]
    assert f'moved_to: "{there}"' in page
    assert "unlisted: true" in page
    assert f'href="{there}"' in page


def test_a_condition_that_waits_says_so_and_nothing_else(tmp_path: Path) -> None:
    gate = {"file": "content/school.yml", "find": "clinical_review: banner", "replace": "clinical_review: required"}
    school = read_school(edited(tmp_path / "school", [gate])).school
    made = pages_of(school)
    waiting = made["conditions/humming-knee.md"]
    assert "This page waits for review." in waiting
    assert "hum gets louder" not in waiting
    elsewhere = {path: text for path, text in made.items() if not path.endswith("conditions/humming-knee.md")}
    assert [path for path, text in elsewhere.items() if "conditions/humming-knee/" in text] == []
