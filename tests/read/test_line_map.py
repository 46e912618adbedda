"""Where values stand: keys, values, items, and the lines of a text however it is written."""

from __future__ import annotations

import pytest

from prospectus.read.line_map import LineMap

TEXT = """\
# A remark.
name: Effleurage
roles:
  - medical
  - role: relaxation
    sources: [a, "b"]
how: |
  First line.

  Third line, with a [link](technique:petrissage).
folded: >-
  One long
  line.

  Another
  one.
plain: one
  two
quoted: "one

  two"
empty:
"""
PLACES = LineMap("a.yml", TEXT.encode())


@pytest.mark.parametrize(
    ("path", "position"),
    [
        (("name",), (2, 7)),
        (("roles",), (3, 1)),
        (("roles", 0), (4, 5)),
        (("roles", 1), (5, 5)),
        (("roles", 1, "role"), (5, 11)),
        (("roles", 1, "sources"), (6, 5)),
        (("roles", 1, "sources", 1), (6, 18)),
        (("how",), (7, 1)),
        (("how", 0), (8, 3)),
        (("how", 2), (10, 3)),
        (("folded", 0), (12, 3)),
        (("folded", 1), (15, 3)),
        (("plain", 0), (17, 8)),
        (("quoted", 1), (21, 3)),
        (("empty",), (22, 1)),
        ((), (2, 1)),
    ],
)
def test_positions(path: tuple[str | int, ...], position: tuple[int, int]) -> None:
    assert PLACES[path] == position


def test_what_is_not_written_has_no_position_but_its_nearest_parent_has_a_place() -> None:
    assert ("roles", 5) not in PLACES
    assert not PLACES.knows(("how", 0))
    assert str(PLACES.value_place(("roles", 1, "sources", 9))) == "a.yml:6:5"
    assert str(PLACES.key_place(("roles", 1, "role"))) == "a.yml:5:5"


def test_columns_count_characters_and_not_bytes() -> None:
    places = LineMap("a.yml", "é: ['ü', b]\r\nc: d\r\n".encode())
    assert places[("é", 1)] == (1, 10)
    assert places[("c",)] == (2, 4)


def test_a_map_lists_what_it_knows() -> None:
    places = LineMap("a.yml", b"a: [b]\n")
    assert list(places) == [(), ("a",), ("a", 0)]
    assert len(places) == 3
