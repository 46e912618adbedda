"""The small figure in a condition's masthead: part of the body with the condition's regions filled in."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from prospectus.render.figures.figure import REGIONS, WHOLE_BODY, half_fibers, region_outline, silhouette

_UPPER = frozenset(REGIONS[:8])
_LOWER = frozenset({"hip", "thigh", "knee", "lower-leg", "foot"})


def locator(uid: str, regions: Sequence[str], label: str, view: str = "back") -> Markup:
    """Draw the half of the body that holds the regions, or all of it if they lie in both halves.

    `label` says in words what is marked: the picture is one image to a screen reader. Returns nothing when no region
    is given, since a body without a mark tells nothing.
    """
    if not regions:
        return Markup("")
    top, height, size = _crop(regions)
    return Markup(
        '<svg class="locator {size}" viewBox="-108 {top} 216 {height}" role="img" aria-label="{label}"><defs>'
        '<path id="{uid}-s" d="{outline}"/><clipPath id="{uid}-c"><use href="#{uid}-s"/></clipPath></defs>'
        '<use class="bm-ground" href="#{uid}-s"/><g clip-path="url(#{uid}-c)"><path class="bm-on" d="{marked}"/></g>'
        '<g class="bm-fib"><path id="{uid}-f" d="{fibers}"/><use href="#{uid}-f" transform="scale(-1 1)"/></g>'
        '<use class="bm-out" href="#{uid}-s"/></svg>'
    ).format(
        uid=uid,
        size=size,
        top=top,
        height=height,
        label=label,
        outline=silhouette(),
        marked=_marked(regions),
        fibers=half_fibers(view, 0.8, above=top + height),
    )


def _crop(regions: Sequence[str]) -> tuple[int, int, str]:
    """Choose what is shown: the upper edge, the height, and the class that sizes the picture."""
    chosen = frozenset(regions)
    if chosen <= _UPPER:
        return 0, 300, "locator--half"
    if chosen <= _LOWER:
        return 196, 280, "locator--half"
    return 0, 476, "locator--whole"


def _marked(regions: Sequence[str]) -> str:
    chosen = REGIONS if WHOLE_BODY in regions else [key for key in REGIONS if key in regions]
    return "".join(region_outline(key) for key in chosen)
