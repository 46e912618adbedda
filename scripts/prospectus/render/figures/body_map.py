"""The body map: front and back of one figure, where every region is a link that covers both views.

Classes stand on groups, never on shapes that are drawn a second time: a copy inherits from where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from prospectus.language import say
from prospectus.render.figures.figure import REGIONS, half_fibers, region_outline, silhouette

_FRONT_AT, _BACK_AT = 118, 362


def body_map(uid: str, regions: Iterable[tuple[str, str, str, str]]) -> Markup:
    """Draw both views from (region, name, address, count in words), as in ("neck", "Neck", "…", "4 conditions").

    A region that is not listed, or whose address is empty, is drawn but leads nowhere. Other keys are passed over,
    since "whole body" has no place of its own. `uid` keeps the ids of two figures on a page apart.
    """
    listed = {key: (name, href, count) for key, name, href, count in regions}
    drawn = Markup("").join(_region(uid, key, *listed.get(key, ("", "", ""))) for key in REGIONS)
    return Markup(
        '<svg class="bodymap__svg" viewBox="0 0 480 474" role="group" aria-label="{label}">'
        '<defs><path id="{uid}-s" d="{outline}"/><clipPath id="{uid}-c"><use href="#{uid}-s"/></clipPath></defs>'
        "{drawn}{front}{back}</svg>"
    ).format(
        uid=uid,
        label=say("Body map, front and back"),
        outline=silhouette(),
        drawn=drawn,
        front=_engraving(uid, "front", _FRONT_AT),
        back=_engraving(uid, "back", _BACK_AT),
    )


def _region(uid: str, key: str, name: str, href: str, count: str) -> Markup:
    shape = Markup(
        '<path id="{uid}-{key}" clip-path="url(#{uid}-c)" transform="translate({at})" d="{outline}"/>'
        '<use href="#{uid}-{key}" x="{apart}"/>'
    ).format(uid=uid, key=key, at=_FRONT_AT, apart=_BACK_AT - _FRONT_AT, outline=region_outline(key))
    if not href:
        return Markup('<g class="bm-reg">{}</g>').format(shape)
    label = say("{region}: {count}", region=name, count=count) if count else name
    return Markup('<a class="bm-reg" href="{href}" aria-label="{label}"><title>{label}</title>{shape}</a>').format(
        href=href, label=label, shape=shape
    )


def _engraving(uid: str, view: str, at: int) -> Markup:
    """Lay fibers and outline over the regions; they let every touch through."""
    return Markup(
        '<g class="bm-lines" transform="translate({at})"><g class="bm-fib"><path id="{uid}-{view}" d="{fibers}"/>'
        '<use href="#{uid}-{view}" transform="scale(-1 1)"/></g><use class="bm-out" href="#{uid}-s"/></g>'
    ).format(at=at, uid=uid, view=view, fibers=half_fibers(view, 0.75))
