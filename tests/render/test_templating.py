"""Templates: escaped by default for their language, nothing undefined, nothing empty by accident."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from jinja2 import Environment, TemplateAssertionError, UndefinedError
from markupsafe import Markup

from prospectus.model.prose import Prose
from prospectus.render.escape import escape_markdown, escape_typst
from prospectus.render.paper.typesetting import paper_environment
from prospectus.render.templating import TEMPLATES, TemplateFault, make_environment
from render.markdown_site import normalized, texts, to_html, words_of

MARKDOWN = make_environment("markdown", {"shout": lambda text: text.upper()}, {"school": "A & B"})
TYPST = make_environment("typst", {}, {})
NAME = "*a* <b> #c _d_"


def printed(environment: Environment, source: str, **values: object) -> str:
    return environment.from_string(source).render(**values)


def test_text_is_escaped_for_the_language() -> None:
    assert printed(MARKDOWN, "{{ name }}", name=NAME) == escape_markdown(NAME)
    assert printed(TYPST, "{{ name }}", name=NAME) == escape_typst(NAME)
    assert printed(TYPST, "#link({{ url|string_literal }})[a]", url='a"b') == '#link("a\\"b")[a]'


def test_marked_text_and_macros_pass_once() -> None:
    source = "{% macro row(x) %}<b>{{ x }}</b>{% endmacro %}{% set y %}{{ row(name) }}{% endset %}{{ y }}{{ safe }}"
    assert printed(MARKDOWN, source, name=NAME, safe=Markup("<i>")) == f"<b>{escape_markdown(NAME)}</b><i>"


@pytest.mark.parametrize(("environment", "escape"), [(MARKDOWN, escape_markdown), (TYPST, escape_typst)])
@pytest.mark.parametrize(
    "source",
    [
        "{{ safe ~ name }}",
        "{{ [safe, name]|join }}",
        "{% macro m() %}{{ safe }}{% endmacro %}{{ m() ~ name }}",
        "{% for x in [safe, name] %}{{ x }}{% endfor %}",
    ],
)
def test_joining_with_marked_text_marks_nothing_else(environment: Environment, escape: object, source: str) -> None:
    assert callable(escape)
    assert printed(environment, source, safe=Markup("<i>"), name=NAME) == f"<i>{escape(NAME)}"


def test_joined_plain_text_is_still_escaped() -> None:
    assert printed(MARKDOWN, "{{ 'a_' ~ name }}", name="*") == "a&#95;&#42;"
    assert printed(MARKDOWN, "{{ names|join(', ') }}", names=["<a>", "b"]) == "&lt;a&gt;, b"


def test_numbers_and_dates_are_text() -> None:
    assert (
        printed(MARKDOWN, "{{ n }} {{ d }} {{ loops }}", n=650, d=date(2026, 3, 9), loops=1.5) == "650 2026-03-09 1.5"
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{{ nothing }}", "None was to be printed"),
        ("{{ 'a' ~ nothing }}", "None was to be printed"),
        ("{{ [nothing]|join }}", "None was to be printed"),
        ("{{ missing }}", "'missing' is undefined"),
        ("{{ 'a' if false }}", "no else section"),
        ("{{ true }}", "a bool was to be printed"),
        ("{{ ['a'] }}", "a list was to be printed"),
        ("{{ prose }}", "a Prose was to be printed"),
    ],
)
def test_what_is_no_text_is_our_fault(source: str, reason: str) -> None:
    with pytest.raises(TemplateFault, match=reason):
        printed(MARKDOWN, source, nothing=None, prose=Prose("a"))


def test_a_fault_names_its_template(tmp_path: Path) -> None:
    (tmp_path / "markdown").mkdir()
    (tmp_path / "markdown" / "page.md.j2").write_text("{% import 'row.md.j2' as rows %}{{ rows.row(x) }}")
    (tmp_path / "markdown" / "row.md.j2").write_text("{% macro row(x) %}{{ x }}{% endmacro %}")
    environment = make_environment("markdown", {}, {}, templates=tmp_path)
    with pytest.raises(TemplateFault, match=r"row\.md\.j2: None") as caught:
        environment.get_template("page.md.j2").render(x=None)
    assert caught.value.template == "row.md.j2"


def test_an_unknown_attribute_is_an_error() -> None:
    with pytest.raises((UndefinedError, TemplateFault)):
        printed(MARKDOWN, "{% if name.missing %}a{% endif %}", name=NAME)


@pytest.mark.parametrize("name", ["safe", "e", "escape", "tojson", "xmlattr"])
def test_nothing_marks_text_as_safe_in_a_template(name: str) -> None:
    with pytest.raises(TemplateAssertionError):
        MARKDOWN.from_string(f"{{{{ name|{name} }}}}")


def test_filters_and_globals_are_handed_in() -> None:
    assert printed(MARKDOWN, "{{ school }} {{ 'a<'|shout }}") == "A &amp; B A&lt;"


def test_lines_of_statements_leave_nothing_behind() -> None:
    assert printed(MARKDOWN, "a\n  {% if true %}\nb\n  {% endif %}\nc\n") == "a\nb\nc\n"


@settings(max_examples=200, deadline=None)
@given(texts.map(str.strip).filter(bool))
def test_empty_lines_inside_an_open_block_do_no_harm(text: str) -> None:
    source = printed(
        MARKDOWN,
        '<section class="sec" title="{{ text }}">\n\n<h2>{{ text }}</h2>\n\n\n<ul>\n{% for x in [text, text] %}\n\n'
        "    <li>{{ x }}</li>\n\n{% endfor %}\n</ul>\n\n</section>\n",
        text=text,
    )
    html = to_html(f"before\n\n{source}\nafter")
    assert words_of(html) == normalized(f"before {text} {text} {text} after")
    assert html.count("<p>") == 2


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.j2")), ids=lambda path: path.name)
def test_every_shipped_template_compiles(path: Path) -> None:
    folder = path.relative_to(TEMPLATES).parts[0]
    environment = {"markdown": MARKDOWN, "typst": paper_environment()}[folder]
    assert environment.compile(path.read_text(encoding="utf-8"), filename=str(path)) is not None
