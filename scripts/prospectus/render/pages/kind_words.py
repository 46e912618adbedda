"""What kinds of records are called where their files are listed: one by one, and counted."""

from __future__ import annotations

from collections.abc import Callable

from prospectus.language import mark, say, say_count

_NOUNS: dict[str, str] = {
    "profile": mark("school"),
    "source": mark("source"),
    "claim": mark("claim"),
    "standing-rule": mark("standing rule"),
    "screening": mark("screening checklist"),
    "technique": mark("technique"),
    "condition": mark("condition"),
    "comparison": mark("comparison"),
    "disagreement": mark("disagreement"),
    "requirement": mark("training requirement"),
    "license-path": mark("way to a license"),
    "accountability-body": mark("accountability body"),
    "setting": mark("work setting"),
    "professional": mark("professional"),
    "career-path": mark("career path"),
    "outcome": mark("hoped-for outcome"),
    "presentation": mark("presentation"),
    "term": mark("glossary term"),
    "course": mark("course"),
    "program": mark("program"),
    "cohort": mark("cohort"),
    "holiday": mark("holiday"),
    "campus": mark("campus"),
    "person": mark("person"),
    "catalog": mark("catalog"),
    "policy": mark("policy"),
    "refund-rule": mark("refund rule"),
    "approval": mark("approval"),
    "jurisdiction": mark("jurisdiction"),
    "exam": mark("exam"),
    "occupation-figure": mark("occupation figure"),
    "catalog-profile": mark("catalog profile"),
    "catalog-item": mark("catalog item"),
    "edition": mark("edition"),
    "accepted-finding": mark("accepted finding"),
}
_COUNTED: dict[str, Callable[[int], str]] = {
    "profile": lambda amount: say_count(amount, "{count} school", "{count} school"),
    "source": lambda amount: say_count(amount, "{count} source", "{count} sources"),
    "claim": lambda amount: say_count(amount, "{count} claim", "{count} claims"),
    "standing-rule": lambda amount: say_count(amount, "{count} standing rule", "{count} standing rules"),
    "screening": lambda amount: say_count(amount, "{count} screening checklist", "{count} screening"),
    "technique": lambda amount: say_count(amount, "{count} technique", "{count} techniques"),
    "condition": lambda amount: say_count(amount, "{count} condition", "{count} conditions"),
    "comparison": lambda amount: say_count(amount, "{count} comparison", "{count} comparison"),
    "disagreement": lambda amount: say_count(amount, "{count} disagreement", "{count} disagreements"),
    "requirement": lambda amount: say_count(amount, "{count} training requirement", "{count} requirements"),
    "license-path": lambda amount: say_count(amount, "{count} way to a license", "{count} license path"),
    "accountability-body": lambda amount: say_count(amount, "{count} accountability body", "{count} bodies"),
    "setting": lambda amount: say_count(amount, "{count} work setting", "{count} settings"),
    "professional": lambda amount: say_count(amount, "{count} professional", "{count} professionals"),
    "career-path": lambda amount: say_count(amount, "{count} career path", "{count} career paths"),
    "outcome": lambda amount: say_count(amount, "{count} hoped-for outcome", "{count} outcomes"),
    "presentation": lambda amount: say_count(amount, "{count} presentation", "{count} presentations"),
    "term": lambda amount: say_count(amount, "{count} glossary term", "{count} terms"),
    "course": lambda amount: say_count(amount, "{count} course", "{count} courses"),
    "program": lambda amount: say_count(amount, "{count} program", "{count} programs"),
    "cohort": lambda amount: say_count(amount, "{count} cohort", "{count} cohorts"),
    "holiday": lambda amount: say_count(amount, "{count} holiday", "{count} holidays"),
    "campus": lambda amount: say_count(amount, "{count} campus", "{count} campuses"),
    "person": lambda amount: say_count(amount, "{count} person", "{count} people"),
    "catalog": lambda amount: say_count(amount, "{count} catalog", "{count} catalog"),
    "policy": lambda amount: say_count(amount, "{count} policy", "{count} policies"),
    "refund-rule": lambda amount: say_count(amount, "{count} refund rule", "{count} refund rules"),
    "approval": lambda amount: say_count(amount, "{count} approval", "{count} approvals"),
    "jurisdiction": lambda amount: say_count(amount, "{count} jurisdiction", "{count} jurisdictions"),
    "exam": lambda amount: say_count(amount, "{count} exam", "{count} exams"),
    "occupation-figure": lambda amount: say_count(amount, "{count} occupation figure", "{count} occupation figures"),
    "catalog-profile": lambda amount: say_count(amount, "{count} catalog profile", "{count} catalog profiles"),
    "catalog-item": lambda amount: say_count(amount, "{count} catalog item", "{count} catalog items"),
    "edition": lambda amount: say_count(amount, "{count} edition", "{count} editions"),
    "accepted-finding": lambda amount: say_count(amount, "{count} accepted finding", "{count} exceptions"),
}


def noun_of(kind: str) -> str:
    """Name one record of a kind."""
    return say(_NOUNS[kind])


def counted(kind: str, amount: int) -> str:
    """374 sources."""
    return _COUNTED[kind](amount)
