"""The registers: glossary, claims with hoped-for outcomes, sources, and the page on how evidence is graded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.artifact import Job
from prospectus.language import mark, say, say_count
from prospectus.model.claim import Claim, ClaimType
from prospectus.model.evidence import Grade
from prospectus.model.glossary import Term
from prospectus.model.profession import Outcome
from prospectus.model.source import Source, SourceKind
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all
from prospectus.render.pages.record_parts import claim_row
from prospectus.render.reads import every
from prospectus.render.sheet import Sheet

CLAIM_TYPES: dict[ClaimType, str] = {
    ClaimType.EFFICACY: mark("What massage is said to do"),
    ClaimType.MECHANISM: mark("How it is said to work"),
    ClaimType.LEGAL: mark("Law and license"),
    ClaimType.PROCEDURE: mark("How the work is said to go"),
    ClaimType.EDUCATION: mark("Training"),
    ClaimType.TEACHING: mark("Teaching"),
    ClaimType.ROLE: mark("The roles"),
    ClaimType.GOAL: mark("Goals"),
    ClaimType.POPULARITY: mark("How common"),
    ClaimType.FINANCIAL: mark("Money"),
    ClaimType.ADVICE: mark("Advice"),
}


def register_jobs(desk: Desk) -> Iterator[Job]:
    """Yield glossary, claims, sources and the page about evidence; those that are turned off are left out."""
    if urls.is_open(urls.GLOSSARY, desk.sections):
        yield page_job(
            desk,
            urls.GLOSSARY,
            "glossary.md.j2",
            every(desk.school, "term", "source"),
            _glossary,
            "content/glossary.yml",
        )
    if urls.is_open(urls.CLAIMS, desk.sections):
        reads = every(desk.school, "claim", "outcome", "source")
        yield page_job(desk, urls.CLAIMS, "claims.md.j2", reads, _claims, "content/claims.yml")
    everything = frozenset({"*"})
    yield page_job(desk, urls.SOURCES, "sources.md.j2", everything, _sources, "content/sources.yml", marks_terms=False)
    reads = every(desk.school, "technique", "condition", "source")
    yield page_job(desk, urls.EVIDENCE, "evidence.md.j2", reads, _evidence, "content/sources.yml")


def _glossary(sheet: Sheet) -> tuple[PageHead, View]:
    terms = sorted(sheet.school.terms.values(), key=lambda term: term.name.casefold())
    groups = [
        {
            "id": group.value,
            "title": say(title),
            "terms": [_term(sheet, term) for term in terms if term.group is group],
        }
        for group, title in words.TERM_GROUPS.items()
    ]
    head = PageHead(
        say("Glossary"), "glossary", "evidence", say("Words of massage, anatomy and licensing in plain language.")
    )
    lead = say_count(
        len(terms),
        "{count} word you meet in class, in records and on this site.",
        "{count} words you meet in class, in records and on this site.",
    )
    return head, {
        "title": head.title,
        "lead": lead,
        "groups": [g for g in groups if g["terms"]],
        "review": review_of_all(sheet, terms, clinical=False),
    }


def _term(sheet: Sheet, term: Term) -> dict[str, Any]:
    related = sheet.links("term", term.see)
    return {
        "id": urls.anchor_of("term", term.id),
        "term": words.sentence_case(term.name),
        "also": list(term.forms),
        "text": sheet.line(term.definition),
        "refs": sheet.refs(term.sources),
        "basis": term.basis.value if term.sources or term.basis.value == "unchecked" else "sourced",
        "see": related,
        "claims": sheet.links("claim", term.claims) if sheet.sections.claims else [],
    }


def _claims(sheet: Sheet) -> tuple[PageHead, View]:
    claims = list(sheet.school.claims.values())
    groups = [
        {
            "id": type.value,
            "title": say(title),
            "claims": [_register_row(sheet, claim) for claim in claims if claim.type is type],
        }
        for type, title in CLAIM_TYPES.items()
    ]
    outcomes = [_outcome(sheet, outcome) for outcome in sheet.school.outcomes.values()]
    head = PageHead(
        say("Claims we checked"),
        "claims",
        "evidence",
        say("What is said about massage, what the evidence carries, what we say."),
    )
    lead = say_count(
        len(claims),
        "{count} sentence that people say about massage. Beside it stands what is known and how we word it.",
        "{count} sentences that people say about massage. Beside each stands what is known and how we word it.",
    )
    return head, {
        "title": head.title,
        "lead": lead,
        "groups": [group for group in groups if group["claims"]],
        "outcomes": outcomes,
        "review": review_of_all(sheet, claims, clinical=True),
    }


def _register_row(sheet: Sheet, claim: Claim) -> dict[str, Any]:
    return claim_row(sheet, claim, linked=False)


def _outcome(sheet: Sheet, outcome: Outcome) -> dict[str, Any]:
    ties = [*sheet.links("technique", outcome.techniques), *sheet.links("condition", outcome.conditions)]
    return {
        "id": urls.anchor_of("outcome", outcome.id),
        "name": outcome.name,
        "roles": words.listing([say(words.ROLES[role]) for role in outcome.roles]),
        "text": sheet.line(outcome.answer),
        "refs": sheet.refs(outcome.said_by),
        "basis": "sourced",
        "ties": ties,
        "claims": sheet.links("claim", outcome.claims),
    }


def _sources(sheet: Sheet) -> tuple[PageHead, View]:
    cited = [source for id, source in sheet.school.sources.items() if sheet.school.users_of("source", id)]
    groups = [
        {
            "id": kind.value,
            "title": say(words.SOURCE_GROUPS[kind]),
            "sources": [_source(sheet, source) for source in sorted(members, key=_by_author)],
        }
        for kind in SourceKind
        if (members := [source for source in cited if source.type is kind])
    ]
    head = PageHead(
        say("Sources"),
        "sources",
        "evidence",
        say("Every document this site rests on, what it found, and what cites it."),
    )
    partly = sum(not source.citable for source in cited)
    documents = say_count(len(cited), "{count} document.", "{count} documents.")
    seen_in_part = say_count(
        partly, "{count} was seen only in part; it is marked.", "{count} were seen only in part; they are marked."
    )
    lead = f"{documents} {say('We print only what we have seen.')} {seen_in_part}"
    return head, {
        "title": head.title,
        "lead": lead,
        "groups": groups,
        "review": review_of_all(sheet, cited, clinical=False),
    }


def _by_author(source: Source) -> tuple[str, str]:
    return ((source.authors or source.title).casefold(), source.id)


def _source(sheet: Sheet, source: Source) -> dict[str, Any]:
    users = {user.key: user for user, _ in sheet.school.users_of("source", source.id)}
    named = [link for user in users.values() if (link := _named(sheet, user)) is not None]
    claims = [user for user in users.values() if isinstance(user, Claim)]
    if claims:
        named.append(sheet.link(claims[0], say_count(len(claims), "{count} claim", "{count} claims")))
    return {
        "id": urls.anchor_of("source", source.id),
        "by": words.source_byline(source),
        "title": source.title,
        "container": source.container or "",
        "url": words.source_address(source),
        "says": sheet.line(source.finding),
        "certainty": source.certainty or "",
        "doi": source.doi or "",
        "pmid": source.pmid or "",
        "note": sheet.line(source.note) if source.note is not None else "",
        "labels": words.source_labels(source),
        "cited_by": named,
    }


def _named(sheet: Sheet, user: Any) -> Any:
    if user.kind in ("technique", "condition", "program", "course", "accountability-body", "setting", "requirement"):
        return sheet.link(user)
    fixed = {
        "comparison": say("the comparison"),
        "disagreement": say("on {topic}", topic=getattr(user, "topic", "")),
    }
    return sheet.link(user, fixed[user.kind]) if user.kind in fixed else None


def _evidence(sheet: Sheet) -> tuple[PageHead, View]:
    graded = {
        title: [record.evidence.grade for record in shelf.values()]
        for title, shelf in (
            (say("Conditions by grade"), sheet.school.conditions),
            (say("Techniques by grade"), sheet.school.techniques),
        )
    }
    tallies = [
        {
            "title": title,
            "rows": [{"grade": grade.value, "count": grades.count(grade)} for grade in Grade],
            "scale": max((grades.count(grade) for grade in Grade), default=1) or 1,
        }
        for title, grades in graded.items()
        if grades
    ]
    head = PageHead(
        say("About the evidence"),
        "evidence",
        "evidence",
        say("How this site grades research on massage, and what the grades mean."),
    )
    return head, {
        "title": head.title,
        "grades": [[say(words.GRADES[grade]), say(words.GRADE_MEANING[grade])] for grade in Grade],
        "tallies": tallies,
        "sources_page": sheet.to(urls.SOURCES),
        "claims_page": sheet.to(urls.CLAIMS) if sheet.has(urls.CLAIMS) else "",
        "review": review_of_all(sheet, [*sheet.school.sources.values()], clinical=False),
    }
