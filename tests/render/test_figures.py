"""Every figure is well-formed, keeps its weight, says in words what it shows, and cannot be broken by a name."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from prospectus.model.statement import Region
from prospectus.model.technique import Notation
from prospectus.render.figures import (
    FIGURES,
    body_map,
    hero,
    hours_bar,
    icon,
    locator,
    prerequisite_graph,
    pressure_pips,
    pressure_scale,
    refund_curve,
    role_wave,
    seat_row,
    stroke,
    stroke_large,
    strokes,
    tally_bar,
    tile_map,
    way_stage,
)
from prospectus.render.figures.curve import between, number, smooth
from prospectus.render.figures.figure import REGIONS, WHOLE_BODY, half_fibers, silhouette
from prospectus.render.figures.prerequisites import Box
from prospectus.render.figures.stroke import stroke_words
from prospectus.render.figures.tile_map import PLACES

HOSTILE = "\"><script>alert(1)</script> & ' {{ }} {% %}"
EVERY_REGION = [(key, key.title(), f"../regions/{key}/", "4 conditions") for key in REGIONS]

BOXES = [Box(f"c{n}", f"C {n}", f"Course number {n} with a long name", f"../c{n}/", n // 2) for n in range(4)]
LINES = [("c0", "c2", "prerequisites"), ("c1", "c2", "one_of"), ("c2", "c3", "corequisites")]

SAMPLES = {
    "body_map": body_map("m", EVERY_REGION),
    "hero": hero("h"),
    "hours_bar": hours_bar(330, 220, 100, 650),
    "icon": icon("tick"),
    "locator": locator("l", ["neck", "knee"], "Neck and knee marked"),
    "prerequisite_graph": prerequisite_graph("Courses", BOXES, LINES),
    "pressure_pips": pressure_pips(1, 3),
    "pressure_scale": pressure_scale(2, 4),
    "refund_curve": refund_curve([(Decimal(0), Decimal(90)), (Decimal(100), Decimal(0))]),
    "role_wave": role_wave("medical"),
    "seat_row": seat_row(18, 11),
    "stroke": stroke("glide"),
    "stroke_large": stroke_large("press"),
    "strokes": strokes(["press", "glide"]),
    "tally_bar": tally_bar(3, 19),
    "way_stage": way_stage(4, opens=True),
}


def parsed(figure: Markup) -> ElementTree.Element:
    return ElementTree.fromstring(figure)


def test_every_figure_of_the_table_has_a_sample() -> None:
    # The tiles of the states are a list of links and have tests of their own.
    assert set(FIGURES) - {"tile_map"} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_figure_is_well_formed_safe_markup_without_styles(name: str) -> None:
    figure = SAMPLES[name]
    assert isinstance(figure, Markup)
    root = parsed(figure)
    assert root.tag == "svg"
    assert "style=" not in figure and "<script" not in figure


@pytest.mark.parametrize("name", SAMPLES)
def test_a_figure_is_either_hidden_from_screen_readers_or_named(name: str) -> None:
    root = parsed(SAMPLES[name])
    if root.get("aria-hidden") != "true":
        assert root.get("role") in {"img", "group"} and root.get("aria-label")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_reference_inside_a_figure_finds_its_id(name: str) -> None:
    figure = SAMPLES[name] + (SAMPLES["strokes"] if name == "stroke" else "")
    ids = re.findall(r' id="([^"]+)"', figure)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:<use[^>]* href="#|url\(#)([^")]+)', figure)) <= set(ids)


def test_boxes_stand_where_their_lines_end_though_nothing_comes_before_them() -> None:
    later = [replace(box, layer=box.layer + 1) for box in BOXES]
    assert prerequisite_graph("Courses", later, LINES) == SAMPLES["prerequisite_graph"]


def test_two_figures_with_different_uids_share_no_id() -> None:
    first, second = (set(re.findall(r' id="([^"]+)"', body_map(uid, EVERY_REGION))) for uid in ("a", "b"))
    assert first and not first & second


@pytest.mark.parametrize(
    ("figure", "kilobytes"), [(SAMPLES["body_map"], 18), (SAMPLES["locator"], 10), (SAMPLES["hero"], 14)]
)
def test_a_figure_keeps_its_weight(figure: Markup, kilobytes: int) -> None:
    assert len(figure.encode()) <= kilobytes * 1024


def test_the_body_map_names_every_region_with_its_count_in_one_link() -> None:
    links = re.findall(r'<a class="bm-reg" href="([^"]+)" aria-label="([^"]+)"', SAMPLES["body_map"])
    assert links == [(href, f"{name}: {count}") for _, name, href, count in EVERY_REGION]


def test_a_region_without_an_address_is_drawn_but_leads_nowhere() -> None:
    figure = body_map("m", [("neck", "Neck", "", "")])
    assert "<a " not in figure
    assert figure.count('class="bm-reg"') == len(REGIONS)


def test_the_regions_are_those_of_the_model() -> None:
    assert {*REGIONS, WHOLE_BODY} == {region.value for region in Region}


def test_every_notation_of_the_model_has_a_glyph_and_words() -> None:
    for notation in Notation:
        drawn = parsed(strokes([notation.value, "", notation.value])).findall("symbol")
        assert [f"#{symbol.get('id')}" for symbol in drawn] == [parsed(stroke(notation.value))[0].get("href")]
        assert stroke_words(notation.value) in stroke_large(notation.value)


def test_names_cannot_leave_their_attribute() -> None:
    figures = [
        body_map("m", [("neck", HOSTILE, HOSTILE, HOSTILE)]),
        locator("l", ["neck"], HOSTILE),
        stroke_large("glide", HOSTILE),
    ]
    for figure in figures:
        assert "<script" not in figure
        assert HOSTILE in "".join(value for node in parsed(figure).iter() for value in node.attrib.values())


@pytest.mark.parametrize(
    ("regions", "box"),
    [
        (["neck", "hand"], "-108 0 216 300"),
        (["knee", "foot"], "-108 196 216 280"),
        (["neck", "knee"], "-108 0 216 476"),
        ([WHOLE_BODY], "-108 0 216 476"),
    ],
)
def test_the_locator_shows_the_half_that_holds_its_regions(regions: list[str], box: str) -> None:
    assert parsed(locator("l", regions, "x")).get("viewBox") == box


def test_a_locator_without_regions_is_left_out() -> None:
    assert locator("l", [], "x") == ""


def test_hours_stand_on_one_scale_and_leave_out_what_is_nothing() -> None:
    bar = parsed(hours_bar(Decimal(50), Decimal("12.5"), 0, 200))
    assert bar.get("viewBox") == "0 0 200 18"
    assert [(rect.get("class"), rect.get("x")) for rect in bar] == [("k-t", "0"), ("k-l", "50")]


def test_hours_without_a_scale_fill_the_width() -> None:
    assert parsed(hours_bar(30, 10, 10)).get("viewBox") == "0 0 50 18"


@pytest.mark.parametrize("bar", [hours_bar(0, 0, 0, 0), tally_bar(0, 0)])
def test_nothing_counted_is_an_empty_bar(bar: Markup) -> None:
    assert len(parsed(bar)) == 0


def test_one_square_a_seat_twenty_a_row() -> None:
    squares = parsed(seat_row(23, 21))
    assert [path.get("class") for path in squares] == ["taken", "free"]
    assert squares[0].get("d") == "M1 5.5h237M1 17.5h9"  # 20 and 1, as dashes of 9 with gaps of 3
    assert squares[1].get("d") == "M13 13h9v9h-9zM25 13h9v9h-9z"
    assert squares.get("viewBox") == "0 0 240 24"


@pytest.mark.parametrize(("taken", "kinds"), [(0, ["free"]), (4, ["taken"]), (9, ["taken"])])
def test_no_path_without_a_square(taken: int, kinds: list[str]) -> None:
    assert [path.get("class") for path in parsed(seat_row(4, taken))] == kinds


def test_a_course_whose_name_was_cut_keeps_the_whole_of_it() -> None:
    long = "Everything that hands can do about tired shoulders, necks, backs and feet in one very long evening"
    drawn = prerequisite_graph("Courses", [BOXES[0], Box("c2", "C 2", long, "../c2/", 1)], [LINES[0]])
    assert [title.text for title in parsed(drawn).iter("title")] == [f"C 2 {long}"]


@pytest.mark.parametrize("seats", [0, 61])
def test_no_squares_where_none_could_be_counted(seats: int) -> None:
    assert seat_row(seats, 0) == ""


def test_the_pressure_scale_fills_its_levels_and_points_at_the_deepest() -> None:
    layers = [group.get("class") for group in parsed(pressure_scale(2, 3)).iter("g")]
    assert [str(layer).endswith("--on") for layer in layers] == [False, True, True, False, False]
    assert "M66 0V112" in pressure_scale(2, 3)


@pytest.mark.parametrize(("lowest", "highest"), [(0, 3), (4, 3), (1, 6)])
def test_a_pressure_outside_the_scale_is_refused(lowest: int, highest: int) -> None:
    for draw in (pressure_scale, pressure_pips):
        with pytest.raises(ValueError, match="1 to 5"):
            draw(lowest, highest)


def test_an_unknown_role_has_no_picture() -> None:
    with pytest.raises(ValueError, match="dental"):
        role_wave("dental")


def test_fibers_have_two_segments_and_thicken_with_density() -> None:
    line = between([(0, 0), (0, 10), (0, 20)], [(9, 0), (9, 10), (9, 20)], 4)
    assert [len(points) for points in line] == [3, 3, 3, 3]
    assert smooth(line[0]).count("s") == 2
    assert half_fibers("back", 1.5).count("M") > half_fibers("back", 0.75).count("M")


def test_the_silhouette_is_mirrored_and_closed() -> None:
    path = silhouette()
    assert path.startswith("M0 8c") and path.endswith("z")


@pytest.mark.parametrize(("value", "text"), [(0.5, ".5"), (-0.25, "-.3"), (12.0, "12"), (0.04, "0"), (-3.14, "-3.1")])
def test_numbers_are_short_and_rounded_to_a_tenth(value: float, text: str) -> None:
    assert number(value) == text


# -- the states as tiles ---------------------------------------------------------------------------------------------


def tile(code: str, **more: str) -> dict[str, str]:
    return {"code": code, "number": "650", "tone": "ok", "url": f"../{code.lower()}/", "words": "enough", **more}


def test_every_state_has_a_tile_of_its_own() -> None:
    assert len(PLACES) == 51
    assert len(set(PLACES.values())) == 51
    drawn = parsed(tile_map([tile(code) for code in PLACES], "Hours by state"))
    assert drawn.get("aria-label") == "Hours by state"
    assert sorted(link.get("href") or "" for link in drawn.iter("a")) == sorted(
        f"../{code.lower()}/" for code in PLACES
    )


def test_a_tile_says_its_code_number_and_verdict_whatever_they_hold() -> None:
    (link,) = parsed(tile_map([tile("NC", words=HOSTILE, number="<5")], HOSTILE)).iter("a")
    assert "".join(link.itertext()) == f"NC<5 {HOSTILE}"


def test_a_place_without_a_tile_is_left_to_the_table() -> None:
    assert tile_map([tile("ON")], "Hours") == ""
    with pytest.raises(KeyError, match="red"):
        tile_map([tile("NC", tone="red")], "Hours")
