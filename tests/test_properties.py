"""What must hold for any text and any file: words come out as themselves, nothing is injected, nothing is raised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from pydantic import TypeAdapter, ValidationError

from prospectus.check import check_school
from prospectus.model.plain_text import PlainText
from prospectus.model.prose import Prose
from prospectus.model.prose_tree import Paragraph
from prospectus.model.record import KeyPath, Part, Record
from prospectus.model.reference import Reference
from prospectus.model.school import School
from prospectus.read.folder import SourceFile, list_files, list_kept
from prospectus.read.school_reading import read_files
from prospectus.render.formats import jobs_of, render_school
from render.markdown_site import MISCHIEF, normalized, parsed, prose_texts, texts, to_html, words_of
from tiny import CONTEXT, TINY, read_tiny

PLAIN_TEXT: TypeAdapter[str] = TypeAdapter(PlainText)
PROSE_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "img", "br", "table", "thead", "tbody", "tr", "th", "td"}
PROSE_TAGS |= {"div", "button", "code", "bdi"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
FRAME = ".theme/partials/school_data.html"
UNSHOWN = {"review", "formerly", "id", "address", "email", "telephone", "emergency_number", "currency", "hours"}
UNSHOWN |= {"currency_code", "data_terms", "file", "colors", "width", "height", "language", "credit", "consent", "es"}
"""Fields that are no running text, or that stand on a page in another form."""

quick = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


# -- texts -----------------------------------------------------------------------------------------------------------


def spots_of(part: Part, path: KeyPath = ()) -> Iterator[tuple[KeyPath, type]]:
    """Give the way to every text that people wrote in a record, and its type: str for a name, Prose for a text."""
    for name, info in type(part).model_fields.items():
        is_id = "Reference(" in repr(info.annotation) or any(isinstance(m, Reference) for m in info.metadata)
        if name not in UNSHOWN and not is_id:
            yield from _spots_in(getattr(part, name), (*path, name))


def _spots_in(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, type]]:
    if isinstance(value, Part):
        yield from spots_of(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _spots_in(item, (*path, index))
    elif type(value) in (str, Prose):
        yield path, type(value)


def with_text(value: Any, path: KeyPath, text: object) -> Any:
    """Give a copy of a record with another text at this place."""
    if not path:
        return text
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], with_text(value[step], rest, text), *value[step + 1 :])
    return value.model_copy(update={step: with_text(getattr(value, step), rest, text)})


def school_with(record: Record) -> School:
    kinds: dict[str, dict[str, Record]] = {}
    for each in read_tiny().school.all_records():
        kinds.setdefault(each.kind, {})[each.id] = record if each.key == record.key else each
    # A copied record brings along what the walk through its original found.
    record.keep_walked(None)
    return School(kinds)


def made(school: School, *paths: str) -> dict[str, str]:
    return {job.path: job.make().decode() for job in jobs_of(school, CONTEXT) if job.path in paths}


def split(page: str) -> tuple[dict[str, Any], str]:
    """Part a page into its front matter, read as MkDocs reads it, and its body as HTML."""
    _, head, body = page.split("---\n", 2)
    return yaml.safe_load(head), to_html(body)


def squeezed(text: str) -> str:
    return "".join(normalized(text).split())


def is_shown(text: str | Prose, page: str) -> bool:
    """Say whether a text stands on a page: as a whole, or word after word where numbers of a list stand between."""
    if isinstance(text, str) or all(isinstance(block, Paragraph) for block in text.blocks):
        return squeezed(text if isinstance(text, str) else text.plain) in squeezed(page)
    end = 0
    for word in normalized(text.plain).split():
        at = page.find(word, end)
        if at < 0:
            return False
        end = at + len(word)
    return True


@cache
def before(path: str) -> tuple[dict[str, Any], str]:
    return split(made(read_tiny().school, path)[path])


def valid(text: str, kind: type) -> Any:
    """Give the text as the reader would keep it; skip the example when the reader refuses it."""
    if kind is Prose:
        prose = Prose(text)
        assume(not prose.problems and prose.plain.strip())
        return prose
    try:
        return PLAIN_TEXT.validate_python(text)
    except ValidationError:
        assume(False)


def assert_nothing_is_injected(path: str, page: str) -> None:
    meta, html = split(page)
    meta_before, html_before = before(path)
    assert meta.keys() == meta_before.keys()
    now, then = list(_elements(html)), list(_elements(html_before))
    assert {element.tag for element in now} <= {element.tag for element in then} | PROSE_TAGS
    assert _count(now, HEADINGS) == _count(then, HEADINGS)
    assert {key for element in now for key in element.attrib if key.lower().startswith("on")} == set()
    schemes = {urlsplit(element.attrib.get("href", "")).scheme for element in now if element.tag == "a"}
    assert schemes <= {"", "https", "mailto", "tel"}


def _elements(html: str) -> Iterator[Element]:
    return (element for element in parsed(html).iter() if isinstance(element.tag, str))


def _count(elements: list[Element], tags: set[str]) -> int:
    return sum(element.tag in tags for element in elements)


@pytest.mark.parametrize("key", ["technique:feather-stroke", "condition:knotted-calf"])
@quick
@given(data=st.data())
def test_any_text_of_a_record_comes_out_as_itself(key: str, data: st.DataObject) -> None:
    kind, _, id = key.partition(":")
    record = read_tiny().school.find(kind, id)
    assert record is not None
    path, text_kind = data.draw(st.sampled_from(sorted(spots_of(record), key=str)), label="place")
    text = valid(data.draw(prose_texts if text_kind is Prose else texts, label="text"), text_kind)
    address = f"{kind}s/{id}.md"
    page = made(school_with(with_text(record, path, text)), address)[address]
    meta, html = split(page)
    assert is_shown(text, words_of(html))
    if path == ("name",):
        assert squeezed(str(meta["title"])) == squeezed(text)
    assert_nothing_is_injected(address, page)


@quick
@given(data=st.data())
def test_any_text_of_the_school_comes_out_as_itself(data: st.DataObject) -> None:
    profile = read_tiny().school.profile
    assert profile is not None
    path, text_kind = data.draw(st.sampled_from(sorted(spots_of(profile), key=str)), label="place")
    text = valid(data.draw(prose_texts if text_kind is Prose else texts, label="text"), text_kind)
    paths = ("index.md", "programs/index.md", "data/index.md")
    pages = made(school_with(with_text(profile, path, text)), *paths, FRAME)
    values = Environment(autoescape=False).from_string(pages[FRAME] + "{{ school.values() | list }}").render()
    shown = text.plain if isinstance(text, Prose) else text
    everywhere = " ".join(words_of(split(pages[each])[1]) for each in paths)
    assert is_shown(text, everywhere) or squeezed(repr(shown)[1:-1]) in squeezed(values)
    for each in paths:
        assert_nothing_is_injected(each, pages[each])


def test_the_places_are_found() -> None:
    technique = read_tiny().school.techniques["feather-stroke"]
    places = dict(spots_of(technique))
    assert places["name",] is str
    assert places["method", "steps", 0, "text"] is Prose
    assert ("definition", "sources", 0) not in places
    assert len(places) > 30


# -- files -----------------------------------------------------------------------------------------------------------


@cache
def files() -> tuple[SourceFile, ...]:
    return tuple(list_files(TINY)[0])


@settings(deadline=None, max_examples=8)
@given(order=st.permutations(range(len(files()))))
def test_files_in_any_order_give_the_same_artifacts(order: list[int]) -> None:
    school = read_files([files()[index] for index in order], kept=list_kept(TINY)).school
    assert render_school(school, CONTEXT) == expected_artifacts()


@cache
def expected_artifacts() -> Any:
    return render_school(read_tiny().school, CONTEXT)


def _truncated(source: bytes, data: st.DataObject) -> bytes:
    return source[: data.draw(st.integers(0, len(source)))]


def _with_bytes(source: bytes, data: st.DataObject) -> bytes:
    at = data.draw(st.integers(0, len(source)))
    return source[:at] + data.draw(st.binary(min_size=1, max_size=6)) + source[at:]


def _with_mischief(source: bytes, data: st.DataObject) -> bytes:
    at = data.draw(st.integers(0, len(source)))
    return source[:at] + data.draw(st.sampled_from(MISCHIEF)).encode() + source[at:]


def _with_lines_swapped(source: bytes, data: st.DataObject) -> bytes:
    lines = source.splitlines(keepends=True)
    first, second = data.draw(st.integers(0, len(lines) - 1)), data.draw(st.integers(0, len(lines) - 1))
    lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def _with_a_line_twice(source: bytes, data: st.DataObject) -> bytes:
    lines = source.splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    return b"".join([*lines[: at + 1], *lines[at:]])


def _without_a_line(source: bytes, data: st.DataObject) -> bytes:
    lines = source.splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    return b"".join([*lines[:at], *lines[at + 1 :]])


OTHER_VALUES = (b"", b"0", b"-1", b"1e999", b"9999-12-31", b"[]", b"{}", b"null", b"no", b"x" * 99)


def _with_another_value(source: bytes, data: st.DataObject) -> bytes:
    values = list(re.finditer(rb"(?<=: )[^\n]+", source))
    value = data.draw(st.sampled_from(values))
    other = data.draw(st.sampled_from(OTHER_VALUES))
    return source[: value.start()] + other + source[value.end() :]


DAMAGES = (
    _truncated, _with_bytes, _with_mischief, _with_lines_swapped, _with_a_line_twice, _without_a_line,
    _with_another_value,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
@quick
@given(data=st.data())
def test_no_damaged_file_makes_anything_raise(damage: Any, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(files()), label="file")
    damaged = replace(whole, source=damage(whole.source, data))
    others = [file for file in files() if file is not whole]
    reading = read_files([*others, damaged], previous=read_tiny())
    findings = [*reading.findings, *check_school(reading.school, CONTEXT)]
    for finding in findings:
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert finding.message
    if not any(finding.is_error for finding in findings):
        assert render_school(reading.school, CONTEXT)
