"""Where sources differ: every disagreement of the library with all positions, the school's decision and its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
from prospectus.model.comparison import Aspect, Disagreement
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages.record_parts import differ_item, kinds_behind, pages_to_read_on
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

_READ_ON = (
    (mark("Claims we checked"), urls.CLAIMS),
    (mark("About the evidence"), urls.EVIDENCE),
    (mark("Training requirements"), urls.TRAINING),
)


def difference_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the page, where the school has a disagreement and shows the comparison."""
    disagreements = desk.school.disagreements
    if disagreements and urls.is_open(urls.DIFFERENCES, desk.sections):
        reads = every(
            desk.school, "comparison", "disagreement", "source", "technique", "condition", *kinds_behind(_READ_ON)
        )
        origin = next(iter(disagreements.values())).file
        yield page_job(desk, urls.DIFFERENCES, "differences.md.j2", reads, _prepare, origin)


def _prepare(sheet: Sheet) -> tuple[PageHead, View]:
    disagreements = list(sheet.school.disagreements.values())
    title = say("Where sources differ")
    compare = sheet.school.comparison
    head = PageHead(
        title, "differences", "compare",
        say_count(
            len(disagreements),
            "{count} question on which the articles do not agree: every position, what we teach, and why.",
            "{count} questions on which the articles do not agree: every position, what we teach, and why.",
        ),
        crumbs=((compare.title, urls.COMPARE),) if compare is not None else (),
    )  # fmt: skip
    return head, {
        "title": title,
        "count": len(disagreements),
        "groups": [_group(sheet, *group) for group in _by_aspect(sheet, disagreements)],
        "read_on": pages_to_read_on(sheet, _READ_ON),
        "review": review_of_all(sheet, disagreements, clinical=False),
    }


def _by_aspect(sheet: Sheet, disagreements: list[Disagreement]) -> Iterator[tuple[Aspect | None, list[Disagreement]]]:
    """Sort the disagreements under the first aspect that names them; those that none names come last."""
    comparison = sheet.school.comparison
    left = {disagreement.id: disagreement for disagreement in disagreements}
    for aspect in comparison.aspects if comparison is not None else ():
        found = [left.pop(id) for id in aspect.disagreements if id in left]
        if found:
            yield aspect, found
    if left:
        yield None, list(left.values())


def _group(sheet: Sheet, aspect: Aspect | None, disagreements: list[Disagreement]) -> dict[str, Any]:
    return {
        "id": f"on-{aspect.id}" if aspect is not None else "on-more",
        "title": aspect.name if aspect is not None else "",
        "url": f"{sheet.to(urls.COMPARE)}#{aspect.id}" if aspect is not None else "",
        "items": [_question(sheet, disagreement) for disagreement in disagreements],
    }


def _question(sheet: Sheet, disagreement: Disagreement) -> dict[str, Any]:
    return {
        **differ_item(sheet, disagreement),
        "title": words.sentence_case(disagreement.topic),
        "names": [
            *sheet.links("technique", disagreement.techniques),
            *sheet.links("condition", disagreement.conditions),
        ],
    }
