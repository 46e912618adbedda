"""Pictures made of facts: every figure of the site, drawn as SVG from plain values.

A figure takes strings and numbers, never a record, and returns markup that is safe to print. `FIGURES` is the table
of those that templates may call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import Markup

from prospectus.render.figures.bars import hours_bar, tally_bar
from prospectus.render.figures.body_map import body_map
from prospectus.render.figures.hero import hero
from prospectus.render.figures.icons import icon
from prospectus.render.figures.locator import locator
from prospectus.render.figures.prerequisites import prerequisite_graph
from prospectus.render.figures.pressure import pressure_pips, pressure_scale
from prospectus.render.figures.refund_curve import refund_curve
from prospectus.render.figures.role_panel import role_wave
from prospectus.render.figures.seats import seat_row
from prospectus.render.figures.stroke import stroke, stroke_large, strokes
from prospectus.render.figures.tile_map import tile_map
from prospectus.render.figures.way import way_stage

FIGURES: Mapping[str, Callable[..., Markup]] = MappingProxyType({
    "body_map": body_map,
    "hero": hero,
    "hours_bar": hours_bar,
    "icon": icon,
    "locator": locator,
    "prerequisite_graph": prerequisite_graph,
    "pressure_pips": pressure_pips,
    "pressure_scale": pressure_scale,
    "refund_curve": refund_curve,
    "role_wave": role_wave,
    "seat_row": seat_row,
    "stroke": stroke,
    "stroke_large": stroke_large,
    "strokes": strokes,
    "tally_bar": tally_bar,
    "tile_map": tile_map,
    "way_stage": way_stage,
})  # fmt: skip

__all__ = [
    "FIGURES", "body_map", "hero", "hours_bar", "icon", "locator", "prerequisite_graph", "pressure_pips",
    "pressure_scale", "refund_curve", "role_wave", "seat_row", "stroke", "stroke_large", "strokes", "tally_bar",
    "tile_map", "way_stage",
]  # fmt: skip
