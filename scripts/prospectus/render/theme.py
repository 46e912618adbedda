"""The look of the site as files: overrides of the engine's theme, style sheets, scripts, icon, and the school's data.

Comes from the package's own `theme` folder, the school's colors, and a plain mapping that names the school and its
menus. Knows no record: whoever calls decides which links there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable

from prospectus.artifact import Job
from prospectus.reckoning.brand_palette import Palette
from prospectus.render.security import policy_tag
from prospectus.render.style_words import style_words

OVERRIDES = ".theme"
"""The folder inside `docs/` from which the engine takes the overrides; it is used and not published."""

ASSETS = "assets/prospectus"
"""Where style sheets, the script and the icon are published."""

STYLE_SHEETS = (
    "ground", "type", "header", "layout", "safety", "evidence", "figures", "lists", "compare", "differ", "matrix",
    "stages", "program", "curriculum", "sidebyside", "licensing", "calendar", "glossary", "home", "pages", "pictures",
    "policy", "school", "finder", "translation", "footer", "print",
)  # fmt: skip
"""The parts of site.css in their order: later ones may overrule earlier ones, and print has the last word."""

SCRIPTS = ("targets", "paper", "tables", "keys", "terms", "refund", "sidebyside", "matrix", "match", "narrow", "finder")
"""The parts of site.js: what HTML and CSS cannot do alone. Each closes itself in; everything works without them."""

SCHOOL_DATA = f"{OVERRIDES}/partials/school_data.html"

_LINKED_KINDS = (
    "program", "course", "jurisdiction", "catalog", "policy", "person", "campus", "approval", "catalog-item",
)  # fmt: skip
"""Kinds without a record of which the frame leaves out a link."""

_FILLED_FROM = frozenset(
    {"profile:*", "comparison:*", "license-path:*", "screening:*", "as-of", *(f"{k}:*" for k in _LINKED_KINDS)}
)
_COMMENT = re.compile(rb"^[ \t]*/\*.*?\*/[ \t]*\n|^[ \t]+", re.DOTALL | re.MULTILINE)
"""A comment on lines of its own, or the blanks before a line: a fifth of what a phone would load, and nothing to it."""

_COLORED_BY = frozenset({"profile:*"})
_AUBERGINE = "#4a1c43"


def theme_jobs(
    sites: Callable[[], Mapping[str, object]], palette: Palette | None = None, *, is_offline: bool = False
) -> Iterator[Job]:
    """Promise every file of the theme. `palette` holds the tokens that the school's own colors replace.

    `sites` gives the frame of each language by its code. A frame holds: language, languages (code, name), home (the
    address of the home page), words (what the templates say, by its English), name, names (language, name), short_name,
    sub_name, logo (url, alt, width, height; empty for the drawn mark), sample (true for a school that does not exist),
    sample_note, address_lines, phone, phone_href, email, nav (title, url, section), footer (title, links), find (the
    page that searches), ways (title, text, links), as_of_text, disclaimer. Addresses in it start at the site's root,
    without a slash: "conditions/".
    """
    source = files("prospectus.render") / "theme"
    yield from _override_jobs(source / "overrides", OVERRIDES)
    yield _job(f"{OVERRIDES}/partials/policy.html", partial(policy_tag, is_offline=is_offline))
    yield Job(f"{ASSETS}/tokens.css", _COLORED_BY, partial(_tokens, source / "css" / "tokens.css", palette))
    yield _job(f"{ASSETS}/site.css", lambda: style_words() + b"\n" + _joined(source / "css", STYLE_SHEETS, ".css"))
    yield _job(f"{ASSETS}/site.js", partial(_joined, source / "js", SCRIPTS, ".js"))
    yield Job(f"{ASSETS}/favicon.svg", _COLORED_BY, partial(_icon, source / "favicon.svg", palette))
    yield Job(SCHOOL_DATA, _FILLED_FROM, partial(_school_data, sites))


def jinja_literal(value: object) -> str:
    """Write text, numbers, truth values, lists and mappings as an expression that Jinja reads back as the same value.

    Inside quotes stand only letters, digits and blanks; every other character is written by its number. So no text can
    end the string, the block or the script around it. TypeError for any other type.
    """
    match value:
        case str():
            return '"' + "".join(map(_quoted, value)) + '"'
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Mapping():
            return "{" + ", ".join(f"{jinja_literal(key)}: {jinja_literal(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(jinja_literal, value)) + "]"
        case _:
            raise TypeError(f"a theme template cannot be given a {type(value).__name__}: {value!r}")


def _quoted(character: str) -> str:
    if character.isascii() and (character.isalnum() or character == " "):
        return character
    return f"\\U{ord(character):08x}"


def _override_jobs(folder: Traversable, target: str) -> Iterator[Job]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{target}/{entry.name}"
        if entry.is_dir():
            yield from _override_jobs(entry, path)
        else:
            yield _job(path, entry.read_bytes)


def _job(path: str, make: Callable[[], bytes]) -> Job:
    """Promise a file that comes from the package alone and so reads nothing of the school."""
    return Job(path, frozenset(), make)


def _joined(folder: Traversable, parts: tuple[str, ...], ending: str) -> bytes:
    return b"\n".join(_COMMENT.sub(b"", (folder / f"{name}{ending}").read_bytes()) for name in parts)


def _school_data(sites: Callable[[], Mapping[str, object]]) -> bytes:
    """Write the frames so that a template gets that of its page's language, the first where the page has none."""
    frames = sites()
    choice = "frames[(page.meta.language if page and page.meta) or first] or frames[first]"
    first = jinja_literal(next(iter(frames)))
    return (
        f"{{% set frames = {jinja_literal(frames)} %}}\n{{% set first = {first} %}}\n{{% set school = {choice} %}}\n"
    ).encode("ascii")


def _tokens(file: Traversable, palette: Palette | None) -> bytes:
    """Give the tokens, and after them the school's own colors; the doubled selector outweighs every other part."""
    tokens = _COMMENT.sub(b"", file.read_bytes())
    if palette is None:
        return tokens
    schemes = (("default", palette.light), ("slate", palette.dark))
    own = [
        f'[data-md-color-scheme][data-md-color-scheme="{scheme}"] {{\n'
        + "".join(f"  {name}: {color};\n" for name, color in colors.items())
        + "}\n"
        for scheme, colors in schemes
    ]
    return tokens + b"\n/* The school's own colors, from content/school.yml. */\n" + "\n".join(own).encode()


def _icon(file: Traversable, palette: Palette | None) -> bytes:
    icon = file.read_text(encoding="utf-8")
    return (icon.replace(_AUBERGINE, palette.light["--ps-brand"]) if palette is not None else icon).encode()
