"""Makes the Jinja environments, one for each language that templates are written in: Markdown (with HTML) and typst.

Whatever a template prints is escaped for its language, unless it is marked (`markupsafe.Markup`). The environment knows
no page; filters and globals are handed in by whoever renders.

Empty lines in a template are harmless inside an open block of HTML: Python-Markdown takes everything up to the closing
tag as it is, as long as the opening tag starts its line and an empty line stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from prospectus.render.escape import escape_markdown, escape_typst, typst_string
from prospectus.render.template_code import TemplateEnvironment

Language = Literal["markdown", "typst"]
Escape = Callable[[str], Markup]

TEMPLATES = Path(__file__).parent / "templates"

_ESCAPES: Mapping[Language, Escape] = {"markdown": escape_markdown, "typst": escape_typst}

# Filters of Jinja that mark text as safe, or escape it for HTML alone whatever the language; nothing needs them.
_UNSAFE_FILTERS = (
    *("safe", "escape", "e", "forceescape", "format", "pprint", "random"),
    *("striptags", "tojson", "urlize", "wordwrap", "xmlattr"),
)


class TemplateFault(Exception):
    """A template was handed something that has no place on a page: our fault, never the school's."""

    def __init__(self, template: str, reason: str) -> None:
        super().__init__(f"{template}: {reason}")
        self.template = template
        self.reason = reason


def make_environment(
    language: Language,
    filters: Mapping[str, Callable[..., Any]],
    globals: Mapping[str, Any],
    templates: Path = TEMPLATES,
) -> Environment:
    """Make the environment of a language, with templates from its folder.

    Making one and compiling its templates is what costs: call this from a function under `functools.cache`.
    Printing None, an undefined name, a truth value or anything that is not text or a number raises `TemplateFault`.
    """
    environment = TemplateEnvironment(
        loader=FileSystemLoader(templates / language),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalizer(_ESCAPES[language]),
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.join_marked = _joiner(_ESCAPES[language])
    for name in _UNSAFE_FILTERS:
        del environment.filters[name]
    environment.filters["join"] = _join_filter(_ESCAPES[language])
    if language == "typst":
        environment.filters["string_literal"] = typst_string
    environment.filters.update(filters)
    environment.globals.update(globals)
    return environment


def _finalizer(escape: Escape) -> Callable[[Context, object], Markup]:
    @pass_context
    def finalize(context: Context, value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        return escape(value if type(value) is str else _text(value, context.name))

    return finalize


def _text(value: object, template: str | None = None) -> str:
    """Give text and numbers as text; refuse all else."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float | Decimal | date) and not isinstance(value, bool):
        return str(value)
    template = template or "a template"
    if isinstance(value, Undefined):
        raise TemplateFault(template, value._undefined_message)
    if value is None:
        raise TemplateFault(template, "None was to be printed; ask whether there is a value first")
    raise TemplateFault(template, f"a {type(value).__name__} was to be printed, which is neither text nor number")


def _joiner(escape: Escape) -> Callable[[Iterable[object]], str]:
    """Make what stands behind the ~ of templates: plain parts stay plain until one of them is marked."""

    def join_marked(values: Iterable[object]) -> str:
        parts = [_text(value) for value in values]
        if any(isinstance(part, Markup) for part in parts):
            return Markup("").join(part if isinstance(part, Markup) else escape(part) for part in parts)
        return "".join(parts)

    return join_marked


def _join_filter(escape: Escape) -> Callable[[Iterable[object], str], Markup]:
    def join(values: Iterable[object], between: str = "") -> Markup:
        """Join texts; each, and what stands between them, is escaped unless it is marked."""
        parts = [_text(value) for value in values]
        safe = [part if isinstance(part, Markup) else escape(part) for part in parts]
        gap = between if isinstance(between, Markup) or not between else escape(between)
        return Markup(gap).join(safe)

    return join
