"""The sheet a document is written on: it turns authors' text into typst and knows what the document itself prints.

A link to something that the document prints leads there; any other leads to the site, where the site has an address.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from prospectus.model.prose import Prose
from prospectus.model.record import Record
from prospectus.render import urls
from prospectus.render.desk import Desk
from prospectus.render.escape import escape_typst, typst_string
from prospectus.render.prose_typst import prose_to_typst, prose_to_typst_inline


class PaperSheet:
    """One document being written. `printed` holds the keys (`kind:id`) of the records that have their own place."""

    def __init__(self, desk: Desk, printed: Iterable[str]) -> None:
        self.desk = desk
        self.school = desk.school
        self.context = desk.context
        self.printed = frozenset(printed)
        self.pictures: list[str] = []

    def address(self, kind: str, id: str) -> str | None:
        """Give a label of this document, an address on the web, or None where there is neither."""
        if f"{kind}:{id}" in self.printed:
            return f"#{label_of(kind, id)}"
        if self.school.find(kind, id) is None:
            return None
        there = urls.address_of(kind, id, self.desk.sections)
        return f"{self.context.base_url}{there}" if there is not None and self.context.base_url else None

    def asset(self, path: str) -> str:
        """Give a picture's place as typst looks for it, and note that the document shows it."""
        self.pictures.append(path)
        return f"/{path}"

    def prose(self, text: Prose) -> Markup:
        """Give a text as blocks."""
        return prose_to_typst(text, self)

    def line(self, text: Prose) -> Markup:
        """Give a text inside a block that the template opens itself."""
        return prose_to_typst_inline(text, self)

    def link(self, record: Record | None, words: str | None = None) -> Markup:
        """Give a record's name, linked where it is printed or published."""
        if record is None:
            return Markup("")
        name = words if words is not None else str(getattr(record, "name", record.id))
        target = self.address(record.kind, record.id)
        if target is None:
            return escape_typst(name)
        there = f"label({typst_string(target[1:])})" if target.startswith("#") else typst_string(target)
        return Markup(f"#link({there})[{escape_typst(name)}];")

    def links(self, kind: str, ids: Iterable[str]) -> list[Markup]:
        """Give linked names for those ids that exist."""
        return [self.link(record) for id in ids if (record := self.school.find(kind, id)) is not None]

    def page(self, address: str) -> str:
        """Give a page of the site as it is read aloud, or "" when the site has no address."""
        return f"{self.context.base_url}{address}" if self.context.base_url else ""


def label_of(kind: str, id: str) -> str:
    """Give the label under which a record stands in a document."""
    return f"{kind}-{id}"
