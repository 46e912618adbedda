"""What a text may not hold: each fault by its code and line, each with a remedy."""

from __future__ import annotations

import pytest

from prospectus.model.prose import Prose
from prospectus.model.prose_problem import PROSE_FAULTS

CASES: list[tuple[str, list[tuple[str, int]]]] = [
    ("ok\n\n# Head", [("R401", 2)]),
    ("ok\n\nHead\n===", [("R401", 2)]),
    ("Head\n---\nmore", [("R401", 0)]),
    ("ok\n> said", [("R402", 1)]),
    ("> said\n> # Head", [("R402", 0), ("R401", 1)]),
    ("ok\n```\ncode\n```", [("R403", 1)]),
    ("ok\nthe `code` here", [("R403", 1)]),
    ("ok\n\n~~~", [("R403", 2)]),
    ("ok\n\n---\n\n***", [("R404", 2), ("R404", 4)]),
    ("ok\n[a](http://example.org)", [("R405", 1)]),
    ("[a](javascript:alert%281%29)", [("R405", 0)]),
    ("[a](JavaScript:alert)", [("R405", 0)]),
    ("[a](java&#115;cript:alert)", [("R405", 0)]),
    ("[a](data:text/html;base64,xx)", [("R405", 0)]),
    ("[a](mailto:a@example.org)", [("R405", 0)]),
    ("[a](tel:+1-555-0100)", [("R405", 0)]),
    ("[a](https://)", [("R405", 0)]),
    ("[a](https://[)", [("R405", 0)]),
    ('[a](https://x.org/"onclick=)', [("R405", 0)]),
    ("[a](other/page.md)", [("R406", 0)]),
    ("[a](//example.org)", [("R406", 0)]),
    ("[a](#part)", [("R406", 0)]),
    ("[a](tecnique:rest)", [("R407", 0)]),
    ("[a](Technique:rest)", [("R407", 0)]),
    ("[a](technique:Deep_Tissue)", [("R408", 0)]),
    ("[a](technique:rest#how)", [("R408", 0)]),
    ("ok\n![](assets/a.jpg)", [("R409", 1)]),
    ("![a](https://example.org/a.jpg)", [("R410", 0)]),
    ("![a](assets/../a.jpg)", [("R410", 0)]),
    ("![a](/assets/a.jpg)", [("R410", 0)]),
    ("ok\n\n[a]: https://example.org", [("R411", 2)]),
    ("ok [^1] there", [("R412", 0)]),
    ("ok[^1]\n\n[^1]: note", [("R412", 0), ("R412", 2)]),
    ("- a\n  - b\n    - c\n      - d\n        - e", [("R413", 3)]),
    ("*a **b *c **d *e* f** g* h** i*", [("R413", 0)]),
    ("|a|b|\n|-|-|\n|1|2|\n|1|\n|1|2|3|\nword", [("R414", 3), ("R414", 4), ("R414", 5)]),
    ("[](technique:rest)", [("R415", 0)]),
    ("[a]()", [("R415", 0)]),
    ('[a](https://example.org "title")', [("R416", 0)]),
    ('![a](assets/a.jpg "title")', [("R416", 0)]),
    ("- a\n-\n- b", [("R417", 1)]),
    ("see\n[a](technique:deep tissue)", [("R418", 1)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_fault_is_one_problem_on_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(problem.code, problem.line) for problem in Prose(text).problems] == expected


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_a_faulty_link_never_becomes_a_link(text: str) -> None:
    prose = Prose(text)
    assert (
        prose.links == () and prose.images == () if prose.problems[0].code in {"R405", "R406", "R407", "R410"} else True
    )


def test_every_fault_has_a_case_a_remedy_and_a_code_of_its_own() -> None:
    assert {fault.code for fault in PROSE_FAULTS} == {code for _, expected in CASES for code, _ in expected}
    assert (
        len({fault.name for fault in PROSE_FAULTS}) == len({fault.code for fault in PROSE_FAULTS}) == len(PROSE_FAULTS)
    )
    for text, _ in CASES:
        assert all(problem.message and problem.hint and problem.name for problem in Prose(text).problems)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[a](http://example.org)", 'did you mean "https://example.org"?'),
        ("[a](www.example.org/b)", 'did you mean "https://www.example.org/b"?'),
        ("[a](tecnique:rest)", 'did you mean "technique:rest"?'),
        ("[a](Technique:rest)", 'did you mean "technique:rest"?'),
        ("[a](technique:Deep_Tissue)", 'did you mean "technique:deep-tissue"?'),
    ],
)
def test_a_likely_intention_is_named(text: str, hint: str) -> None:
    assert Prose(text).problems[0].hint == hint


def test_words_of_a_forbidden_construct_stay_in_sight() -> None:
    assert Prose("# Head\n\n> said\n\n```\ncode\n```\n\n[go](http://x.org)").plain == "Head said code go"


def test_braces_in_what_authors_wrote_are_only_words() -> None:
    assert "{x}" in Prose("[a]({x})").problems[0].message
