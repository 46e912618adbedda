"""The body as point lists: one silhouette, muscles of the back and the front, and the regions that a reader can choose.

One gender-neutral figure without a face. Half of it is listed, from the axis (x = 0) to the right, in a box that is
about 216 wide and 480 high; the other half is its mirror image. Knows nothing of links, labels or pages.

The paths are remembered: they follow from constants, and a school of 3,000 records draws the same one 3,000 times.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from prospectus.render.figures.curve import Line, between, mirrored, smooth, straight

Muscle = tuple[Line, Line, int]
"""Two edge curves along the fibers, and how many fibers are drawn from one edge to the other."""

_HEAD_AND_NECK: Line = (
    (0, 8), (9, 9.5), (16, 15), (19.5, 25), (19.3, 36), (17.5, 45), (14.5, 53), (11.5, 59),
    (10.8, 64), (11, 71), (13, 77),
)  # fmt: skip
_ARM: Line = (
    (21, 82), (34, 86.5), (45, 90.5), (54, 96), (60, 105), (63, 117), (66, 134), (70, 152), (74, 168), (79, 182),
    (83.5, 198), (87.5, 216), (91, 232), (93.5, 242), (98, 250), (101, 260), (102, 272), (100.5, 284), (97.5, 291),
    (93.5, 291), (90.5, 284), (88, 275), (85.8, 266), (84.6, 256), (84, 246), (81, 234), (75.5, 217), (69, 199),
    (63.5, 184), (59.5, 170), (55.5, 155), (51.5, 140),
)  # fmt: skip
_SIDE_AND_LEG: Line = (
    (49.5, 136), (48, 146), (45.5, 162), (41.5, 180), (38, 196), (37.6, 206), (40, 219), (44, 232), (47.5, 247),
    (49.2, 264), (48.5, 284), (45.5, 306), (41.5, 328), (38.2, 346), (38, 358), (39.6, 372), (39.4, 388), (36, 408),
    (31, 428), (27.8, 442), (28.2, 450), (32, 458), (35.5, 465), (34, 470), (25, 471), (15, 470), (11.5, 464),
    (12, 452), (13, 440), (12.2, 426), (10.4, 406), (9, 388), (9.6, 370), (12, 354), (12.2, 344), (10, 326),
    (6.6, 304), (3.6, 282), (1.6, 264), (0, 258),
)  # fmt: skip

_BACK: Mapping[str, Muscle] = MappingProxyType({
    "trapezius, upper": (((3, 55), (8, 76), (24, 87), (46, 93)), ((1.5, 100), (10, 100), (20, 100), (34, 101)), 9),
    "trapezius, middle": (
        ((1.5, 103), (12, 102), (24, 102.5), (34, 103.5)), ((1.5, 120), (10, 114.5), (19, 110.5), (29, 107.5)), 5,
    ),
    "trapezius, lower": (
        ((1.5, 124), (9, 118.5), (17, 113), (27, 109.5)), ((1.2, 172), (4.5, 154), (11, 130), (21, 112)), 9,
    ),
    "deltoid": (((37, 104), (46, 114), (56, 129), (64.5, 147)), ((50, 96), (59, 106), (64, 124), (67, 146)), 8),
    "infraspinatus": (((27, 113), (36, 112), (44, 113), (51, 117)), ((21, 138), (32, 138), (43, 133), (51.5, 125)), 7),
    "teres": (((20.5, 142), (32, 143), (43, 139), (51, 131)), ((22, 147), (33, 148), (43, 144), (50, 136)), 3),
    "latissimus": (((13, 144), (26, 152), (38, 151), (48, 141)), ((21, 218), (33, 202), (42, 178), (48, 148)), 11),
    "lumbar fascia": (((1.5, 176), (2.4, 190), (2.4, 206), (2, 222)), ((10, 152), (12, 172), (13, 196), (10, 222)), 6),
    "gluteus medius": (((23, 223), (31, 226), (38, 233), (44, 243)), ((40, 222), (42, 227), (44, 234), (46, 244)), 4),
    "gluteus maximus": (((3, 228), (16, 234), (30, 244), (46, 262)), ((2.5, 258), (12, 266), (24, 271), (38, 273)), 10),
    "hamstrings": (((8, 276), (10, 300), (13, 324), (14, 343)), ((46, 272), (44, 298), (40, 324), (35.5, 343)), 9),
    "calf": (((14, 352), (11, 372), (13, 392), (19, 414)), ((36, 352), (38.5, 372), (36, 394), (26, 414)), 8),
    "heel tendon": (
        ((20, 418), (20.5, 428), (20, 438), (19.5, 450)), ((25, 418), (24.5, 428), (24, 438), (24.5, 450)), 3,
    ),
    "triceps": (((56, 140), (60, 154), (65, 168), (70, 178)), ((66, 146), (69, 156), (72.5, 166), (75, 176)), 5),
    "forearm": (((66, 186), (73, 204), (80, 224), (85, 240)), ((80, 188), (84, 204), (88, 224), (91, 240)), 6),
})  # fmt: skip

_FRONT: Mapping[str, Muscle] = MappingProxyType({
    "sternomastoid": (((4, 78), (5.5, 72), (7.5, 66), (10.5, 61)), ((8, 80), (9, 74), (10, 69), (11, 64)), 3),
    "pectoralis": (((2, 94), (18, 93), (34, 96), (51, 112)), ((2.5, 126), (18, 129), (34, 126), (50, 117)), 10),
    "deltoid": (((38, 91), (49, 98), (57, 118), (63.5, 142)), ((55, 97), (61, 107), (65, 124), (67, 141)), 7),
    "abdominals": (((2, 134), (2, 160), (2, 190), (2, 226)), ((15, 132), (16, 160), (15, 190), (7, 228)), 6),
    "oblique": (((20, 146), (26, 160), (33, 172), (42, 178)), ((13, 214), (20, 220), (28, 222), (37, 218)), 8),
    "serratus": (((30, 136), (36, 140), (42, 141), (48, 139)), ((24, 158), (32, 160), (40, 160), (45, 156)), 4),
    "quadriceps": (((6, 268), (9, 296), (13, 320), (17, 340)), ((46, 258), (46, 290), (42, 318), (34, 340)), 9),
    "sartorius": (((42, 232), (34, 254), (20, 290), (13, 338)), ((45, 236), (37, 258), (23, 292), (15, 340)), 2),
    "shin": (((17, 360), (14, 380), (15, 404), (17, 430)), ((37, 360), (37.5, 380), (34, 404), (26, 430)), 7),
    "biceps": (((55, 134), (58, 148), (62, 162), (66, 174)), ((66, 140), (69, 152), (72, 164), (74, 172)), 5),
    "forearm": (((65, 184), (72, 204), (79, 224), (84, 240)), ((80, 186), (84, 204), (88, 222), (91, 238)), 6),
})  # fmt: skip

MUSCLES: Mapping[str, Mapping[str, Muscle]] = MappingProxyType({"front": _FRONT, "back": _BACK})

_ON_THE_AXIS: Mapping[str, Line] = MappingProxyType({
    "head": ((-30, 0), (30, 0), (30, 58), (0, 63), (-30, 58)),
    "neck": ((-30, 58), (0, 63), (30, 58), (16, 79), (24, 84), (0, 90), (-24, 84), (-16, 79)),
    "chest-upper-back": (
        (-24, 84), (0, 90), (24, 84), (29, 90), (36, 116), (52, 138), (46, 164), (0, 170), (-46, 164), (-52, 138),
        (-36, 116), (-29, 90),
    ),
    "abdomen-lower-back": ((-47, 164), (0, 170), (47, 164), (46, 222), (0, 226), (-46, 222)),
    "hip": ((-46, 222), (0, 226), (46, 222), (60, 240), (60, 274), (0, 276), (-60, 274), (-60, 240)),
})  # fmt: skip

_ON_BOTH_SIDES: Mapping[str, Line] = MappingProxyType({
    "shoulder": ((24, 70), (80, 80), (80, 134), (52, 138), (36, 116), (28, 88)),
    "arm": ((52, 138), (80, 134), (110, 240), (96, 240), (80, 240)),
    "hand": ((78, 236), (112, 236), (112, 300), (78, 300)),
    "thigh": ((0, 276), (60, 274), (60, 334), (0, 334)),
    "knee": ((0, 334), (60, 334), (60, 362), (0, 362)),
    "lower-leg": ((0, 362), (60, 362), (60, 434), (0, 434)),
    "foot": ((0, 434), (60, 434), (60, 480), (0, 480)),
})  # fmt: skip

REGIONS: tuple[str, ...] = (
    "head", "neck", "shoulder", "chest-upper-back", "abdomen-lower-back", "hip",
    "arm", "hand", "thigh", "knee", "lower-leg", "foot",
)  # fmt: skip
"""Every region that can be chosen, from head to foot."""

WHOLE_BODY = "whole-body"


@cache
def silhouette(above: float = 480) -> str:
    """Write the outline of the body as path data: the whole, or what lies above a height, closed just below it."""
    half = [point for point in (*_HEAD_AND_NECK, *_ARM, *_SIDE_AND_LEG) if point[1] <= above]
    return smooth([*half, *reversed(mirrored([point for point in half if point[0] > 0]))], closed=True)


@cache
def region_outline(region: str) -> str:
    """Write the generous polygon of a region; clipped by the silhouette it becomes the region. KeyError if unknown."""
    if region in _ON_THE_AXIS:
        return straight(_ON_THE_AXIS[region])
    side = _ON_BOTH_SIDES[region]
    return straight(side) + straight(mirrored(side))


@cache
def half_fibers(view: str, density: float = 1.0, above: float = 480) -> str:
    """Write the right half's fibers of one view ("front" or "back"), for muscles that begin above a height.

    `density` multiplies the fibers of each muscle; two at least are drawn.
    """
    path = ""
    for first, last, count in MUSCLES[view].values():
        if first[0][1] < above:
            path += "".join(smooth(line) for line in between(first, last, max(2, int(count * density + 0.5))))
    return path
