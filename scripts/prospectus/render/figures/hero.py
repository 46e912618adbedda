"""The large engraved back on the home page and the catalog's cover. It is ornament and hidden from screen readers."""

from __future__ import annotations

from markupsafe import Markup

from prospectus.render.figures.figure import half_fibers, silhouette

_LOWER_EDGE = 244


def hero(uid: str) -> Markup:
    """Draw head, shoulders and back down to the waist, in dense fibers."""
    return Markup(
        '<svg viewBox="-108 -6 216 250" preserveAspectRatio="xMidYMin slice" aria-hidden="true" focusable="false">'
        '<path class="sil" d="{outline}"/><path id="{uid}-f" class="fib" d="{fibers}"/>'
        '<use href="#{uid}-f" transform="scale(-1 1)"/></svg>'
    ).format(uid=uid, outline=silhouette(), fibers=half_fibers("back", 1.5, above=_LOWER_EDGE))
