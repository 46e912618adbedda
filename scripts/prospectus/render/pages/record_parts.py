"""Parts that pages of several kinds share: evidence, claims about a record, disagreements, courses that teach it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prospectus.language import say, say_count
from prospectus.model.claim import Claim
from prospectus.model.comparison import Disagreement
from prospectus.model.evidence import Evidence
from prospectus.render import urls, words
from prospectus.render.sheet import Sheet

Titled = tuple[tuple[str, str], ...]
"""Pages of the site as marked titles and addresses."""


def other_names(names: Sequence[str]) -> str:
    """Give the line of other names below a title; "" for none."""
    return say("Other names: {names}", names=words.listing(names)) if names else ""


def evidence_view(sheet: Sheet, evidence: Evidence) -> dict[str, Any]:
    """Prepare the gauge, the summary, and one sentence for each review."""
    return {
        "grade": evidence.grade.value,
        "says": sheet.line(evidence.says),
        "summary": {"text": sheet.line(evidence.summary), "refs": sheet.refs(evidence.sources), "basis": "sourced"},
        "reviews": [
            {"text": sheet.line(review.says), "refs": sheet.refs([review.source]), "basis": "sourced"}
            for review in evidence.reviews
        ],
        "grade_name": say(words.GRADES[evidence.grade]),
        "grade_meaning": say(words.GRADE_MEANING[evidence.grade]),
        "about": sheet.to(urls.EVIDENCE),
    }


def claim_rows(sheet: Sheet, kind: str, id: str) -> list[dict[str, Any]]:
    """Prepare the claims of the register that are about a record; none when the register is turned off."""
    if not sheet.sections.claims:
        return []
    return [claim_row(sheet, claim, linked=True) for claim in sheet.school.naming(Claim, kind, id)]


def claim_row(sheet: Sheet, claim: Claim, *, linked: bool) -> dict[str, Any]:
    """Prepare one claim; `linked` points to its entry in the register, otherwise this is the entry."""
    url = (sheet.address("claim", claim.id) or "") if linked else ""
    return {
        "id": "" if linked else urls.anchor_of("claim", claim.id),
        "verdict": claim.verdict.value,
        # A link holds nothing else to press: no link, and no word that opens its meaning.
        "quote": sheet.plain(claim.text) if url else sheet.line(claim.text),
        "evidence": sheet.line(claim.evidence),
        "refs": sheet.refs((*claim.said_by, *claim.sources)),
        "we_say": sheet.line(claim.we_say),
        "url": url,
    }


def differ_item(sheet: Sheet, disagreement: Disagreement) -> dict[str, Any]:
    """Prepare a disagreement: every position with its sources, then the decision or that it is left open.

    Behind the reason stand the sources that no position has named a line above.
    """
    named = {source for position in disagreement.positions for source in position.sources}
    positions = [sheet.row(position, label="") for position in disagreement.positions]
    rests_on = sheet.raised(source for source in disagreement.sources if source not in named)
    return {
        "id": urls.anchor_of("disagreement", disagreement.id),
        "topic": disagreement.topic,
        "positions": positions,
        "decision": sheet.line(disagreement.decision) if disagreement.decision is not None else "",
        "reason": sheet.line(disagreement.reason) + rests_on if disagreement.reason else "",
        "left_open": disagreement.left_open,
    }


WHOLE_DISAGREEMENTS = 2
"""How many a record tells position by position; those after them lead to the page of disagreements, which tells all."""


def record_differs(sheet: Sheet, ids: tuple[str, ...]) -> dict[str, list[dict[str, Any]]]:
    """Prepare a record's disagreements: the first in full, further ones by topic and decision with the way to the rest.

    All are told in full where the site has no page of disagreements to lead to.
    """
    found = [sheet.school.disagreements[id] for id in ids if id in sheet.school.disagreements]
    full = WHOLE_DISAGREEMENTS if sheet.has(urls.DIFFERENCES) else len(found)
    return {
        "boxes": [differ_item(sheet, disagreement) for disagreement in found[:full]],
        "more": [differ_line(sheet, disagreement) for disagreement in found[full:]],
    }


def differ_line(sheet: Sheet, disagreement: Disagreement) -> dict[str, Any]:
    """Prepare a disagreement in short: what it is about and what the school teaches; the rest is behind its link."""
    return {
        "id": urls.anchor_of("disagreement", disagreement.id),
        "topic": disagreement.topic,
        "url": sheet.address("disagreement", disagreement.id) or "",
        "decision": sheet.line(disagreement.decision) if disagreement.decision is not None else "",
        "left_open": disagreement.left_open,
    }


def differ_lines(sheet: Sheet, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """Prepare the disagreements with these ids in short; those that are not there are left out."""
    found = [sheet.school.disagreements[id] for id in ids if id in sheet.school.disagreements]
    return [differ_line(sheet, disagreement) for disagreement in found]


def course_links(sheet: Sheet, kind: str, id: str) -> list[dict[str, str]]:
    """Prepare the courses that teach a record; none when programs are turned off."""
    if not sheet.sections.programs:
        return []
    return [
        {
            "title": f"{course.code} {course.name}",
            "url": sheet.address("course", course.id) or "",
            "note": say_count(course.hours.total, "{count} hour", "{count} hours"),
        }
        for course in sheet.school.courses_teaching(kind, id)
    ]


def kinds_behind(pages: Titled) -> tuple[str, ...]:
    """Give the kinds of records without which one of these pages is not there."""
    return tuple(dict.fromkeys(kind for _, page in pages for kind in urls.NEEDED_BY_PAGE.get(page, ())))


def pages_to_read_on(sheet: Sheet, pages: Titled) -> list[dict[str, str]]:
    """Prepare links to other pages of the site, those left out that the school does not have."""
    return [{"title": say(title), "url": sheet.to(page), "note": ""} for title, page in pages if sheet.has_filled(page)]
