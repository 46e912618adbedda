"""The large engraved back on the home page and the catalog's cover. It is ornament and hidden from screen readers."""

from __future__ import annotations

from markupsafe import Markup

from prospectus.render.figures.figure import half_fibers, silhouette

_FIBERS_TO, _OUTLINE_TO = 222, 250
"""Nothing is drawn far below the visible edge at 232: what is cut off still counts as lying over the next band."""


def hero(uid: str) -> Markup:
    """Draw head, shoulders and back down to the waist, in dense fibers."""
    return Markup(
        '<svg viewBox="-108 -6 216 238" preserveAspectRatio="xMidYMax meet" aria-hidden="true" focusable="false">'
        '<path class="sil" d="{outline}"/><g class="fib"><path id="{uid}-f" d="{fibers}"/>'
        '<use href="#{uid}-f" transform="scale(-1 1)"/></g></svg>'
    ).format(uid=uid, outline=silhouette(_OUTLINE_TO), fibers=half_fibers("back", 1.5, above=_FIBERS_TO))
