"""One document as typst source: what its template makes of a view, with the notes that the typesetter reads.

Documents decide what is printed; templates decide how it reads. Nothing here starts typst.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from prospectus.artifact import Job, Reads
from prospectus.reckoning.glyphs import on_paper
from prospectus.render.desk import Desk
from prospectus.render.paper.sheet import PaperSheet
from prospectus.render.templating import make_environment

View = Mapping[str, Any]
PAPER, SCREEN = "style.typ.j2", "style_screen.typ.j2"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the document says of itself: its title, its day, and the line at the foot of each page."""

    title: str
    dated: date
    foot: str


@cache
def paper_environment() -> Environment:
    """Give the one environment for documents."""
    return make_environment("typst", {"int_literal": _int_literal, "comment": _comment}, {})


def _int_literal(number: int) -> Markup:
    """Write a whole number where typst expects code."""
    return Markup(str(int(number)))


def _comment(text: str) -> Markup:
    """Write a file's name inside a comment, where it must not end its line."""
    return Markup(" ".join(text.split()))


def document_job(
    desk: Desk,
    path: str,
    template: str,
    reads: Reads,
    prepare: Callable[[PaperSheet], tuple[Imprint, View]],
    origin: str,
    printed: frozenset[str] = frozenset(),
    *,
    style: str = PAPER,
) -> Job:
    """Make the job of one document; `prepare` builds imprint and view on a fresh sheet when the job runs.

    `style` is the template of the look: on paper, or for the screen as one page of HTML.
    """

    def make() -> bytes:
        sheet = PaperSheet(desk, printed)
        imprint, view = prepare(sheet)
        profile = desk.school.profile
        school = {"name": profile.name if profile else "", "sample": bool(profile and profile.sample)}
        body = (
            paper_environment()
            .get_template(template)
            .render(**view, imprint=imprint, school=school, style=style, is_paper=style == PAPER)
        )
        notes = [f"// from: {origin}", *(f"// picture: {picture}" for picture in dict.fromkeys(sheet.pictures))]
        return on_paper("\n".join([*notes, body.strip(), ""])).encode()

    def named() -> frozenset[str]:
        return (reads if isinstance(reads, frozenset) else reads()) | {"profile:*"}

    return Job(path, named, make, origin)
