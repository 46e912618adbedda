"""A school four times as large takes about four times as long: nothing in reading, checking or rendering is quadratic.

Only the ratio of two sizes counts, in processor time, and the best of several tries: other programs on the machine can
only make a try slower.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bench.synthetic_school import write_synthetic_school
from prospectus.artifact import BuildContext
from prospectus.check import check_school
from prospectus.read import read_school
from prospectus.render.formats import jobs_of

ROOT = Path(__file__).resolve().parents[1]
CONTEXT = BuildContext(date(2026, 11, 23), "test")
FEW, MANY = 150, 600
ALLOWED, TRIES = 1.5, 4


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    roots = {size: tmp_path_factory.mktemp(f"school-{size}") for size in (FEW, MANY)}
    for size, root in roots.items():
        write_synthetic_school(ROOT, root, size)
    return roots


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def growth(few: Callable[[], object], many: Callable[[], object]) -> float:
    """Give the growth as a multiple of linear, from the best time of each size; stop as soon as it is small enough."""
    best = {"few": float("inf"), "many": float("inf")}
    ratio = float("inf")
    few()  # what happens once in a process belongs to neither
    for _ in range(TRIES):
        best["few"] = min(best["few"], seconds(few))
        best["many"] = min(best["many"], seconds(many))
        ratio = best["many"] / best["few"] / (MANY / FEW)
        if ratio <= ALLOWED:
            break
    return ratio


def test_reading_grows_with_the_number_of_records(schools: dict[int, Path]) -> None:
    ratio = growth(lambda: read_school(schools[FEW]), lambda: read_school(schools[MANY]))

    assert ratio <= ALLOWED, f"reading {MANY} records takes {ratio:.1f} times what {FEW} let expect"


def test_checking_and_rendering_grow_with_the_number_of_records(schools: dict[int, Path]) -> None:
    few, many = (read_school(schools[size]).school for size in (FEW, MANY))

    checking = growth(lambda: check_school(few, CONTEXT), lambda: check_school(many, CONTEXT))
    rendering = growth(
        lambda: [job.run() for job in jobs_of(few, CONTEXT)], lambda: [job.run() for job in jobs_of(many, CONTEXT)]
    )

    assert checking <= ALLOWED, f"checking {MANY} records takes {checking:.1f} times what {FEW} let expect"
    assert rendering <= ALLOWED, f"rendering {MANY} records takes {rendering:.1f} times what {FEW} let expect"
