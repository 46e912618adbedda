"""Probes on what a catalog promises and how it changes: services, statements, addenda, editions."""

from __future__ import annotations

from functools import lru_cache

from prospectus.language import mark, say
from prospectus.model.policy import PolicyTopic
from prospectus.model.profile import is_old
from prospectus.model.school import School
from prospectus.model.walk import lines_of, proses_of
from prospectus.reckoning.audit.answer import Answer, Look, Page, Verdict, found, no_case, no_catalog
from prospectus.reckoning.promises import WORK, promise_in

KEPT_CURRENT = "nc-0630"
"""The list that lets an online edition be kept up to date, where a printed one needs addenda."""

OWN_KINDS = ("profile", "catalog", "campus", "person", "approval", "policy", "program", "course", "cohort")
"""Kinds that speak of the school itself, in whose texts a promise of work would be its own."""

CALIFORNIA = {
    "ca-questions": mark("whom to ask about the catalog"),
    "ca-fact-sheet": mark("reading the catalog and the fact sheet"),
    "ca-complaint": mark("complaints"),
    "ca-student-assistance": mark("the student assistance office"),
    "ca-recovery-fund": mark("the tuition recovery fund"),
}
"""Keys under which California's fixed statements stand in the catalog. Their wording is the state's, never ours."""


def services(look: Look) -> Answer:
    """CAT-44: services, the limits of help with placement, and no promise anywhere in the school's texts."""
    if look.catalog is None:
        return no_catalog()
    gaps = [] if look.catalog.services else [say("services to students, or that there are none")]
    placement = look.policies(PolicyTopic.PLACEMENT)
    if not placement:
        gaps.append(say("help with placement and its limits, or that there is none"))
    gaps += [say('texts without the promise "{promise}"', promise=promise) for promise in _promises(look.school)]
    return found(look, gaps, look.catalog, *placement)


@lru_cache(maxsize=1)
def _promises(school: School) -> tuple[str, ...]:
    """Give the promises of work in the texts of the school's own records; read once for all lists that ask."""
    found: list[str] = []
    for record in (record for kind in OWN_KINDS for record in school.shelf(kind).values()):
        texts = [*(prose.plain for _, prose in proses_of(record)), *(line for _, line in lines_of(record))]
        found += filter(None, (promise_in(text, WORK) for text in texts))
    return tuple(found)


def figures(look: Look) -> Answer:
    """CAT-45: year, source and scope of every figure on the occupation."""
    shelf = look.school.occupation_figures.values()
    if not shelf:
        return no_case(say("The school gives no rate of pay, placement, completion or exams."))
    gaps = []
    for figure in shelf:
        if figure.year is None:
            gaps.append(say("the year of {figure}", figure=figure.name))
        if not figure.sources:
            gaps.append(say("the source of {figure}", figure=figure.name))
    return found(look, gaps, Page.CAREERS)


def records(look: Look) -> Answer:
    """CAT-46: what records are kept, and how to get a transcript."""
    kept = look.policies(PolicyTopic.RECORDS)
    return found(look, [] if kept else [say("a policy on transcripts and records")], *kept)


def certification(look: Look) -> Answer:
    """CAT-47: signed as true and correct, not later than the period's end."""
    if look.catalog is None:
        return no_catalog()
    signed = look.catalog.certification
    gaps = []
    if signed is None:
        gaps.append(say("a signed statement that the contents are true and correct"))
    elif signed.signed_on > min(look.as_of, look.catalog.effective_to):
        gaps.append(say("a signature of a day that has come and lies before the end of the period"))
    return found(look, gaps, look.catalog)


def fixed_statements(look: Look) -> Answer:
    """CAT-48: the presence of California's statements; their wording is not looked at."""
    if look.catalog is None:
        return no_catalog()
    held = {statement.key for statement in look.catalog.statements}
    gaps = [
        say("California's statement on {topic} ({key})", topic=say(what), key=key)
        for key, what in CALIFORNIA.items()
        if key not in held
    ]
    return found(look, gaps, look.catalog)


def addenda(look: Look) -> Answer:
    """CAT-49: numbered addenda; for North Carolina's list an online edition that is kept up to date is enough."""
    if look.editions.has_addenda:
        return found(look, [], Page.CATALOG)
    if look.profile != KEPT_CURRENT:
        return found(look, [say("a frozen edition to which numbered addenda can be made: prospectus edition freeze")])
    gaps = [] if look.holds_today() else [say("an online edition that is published and whose period is not over")]
    gone_through = look.own.data_as_of if look.own is not None else None
    if gone_through is None or is_old(gone_through, look.as_of):
        gaps.append(say("a recent day on which the school's facts were gone through"))
    answer = found(look, gaps, Page.CATALOG)
    if answer.verdict is Verdict.MET:
        return Answer(
            answer.verdict, say("This edition is online and is kept up to date, as the list allows."), answer.where
        )
    return answer


def same_content(look: Look) -> Answer:
    """CAT-50: print and web from the same files; a single online edition has nothing to differ from."""
    gaps = [] if look.holds_today() else [say("an edition that is published and whose period is not over")]
    answer = found(look, gaps, Page.CATALOG)
    if answer.verdict is Verdict.MET and not look.editions.is_printed:
        only = say("There is one edition, the online one, and every page is made from the same files.")
        return Answer(answer.verdict, only, answer.where)
    return answer


def given_before(look: Look) -> Answer:
    """CAT-51: when an applicant is given the catalog; a catalog cannot be written without it."""
    return no_catalog() if look.catalog is None else found(look, [], look.catalog)


def kept_editions(look: Look) -> Answer:
    """CAT-52: earlier editions, kept."""
    return found(
        look, [] if look.editions.are_kept else [say("a kept edition: prospectus edition freeze")], Page.CATALOG
    )
