"""Policies: an index with the refund rules we know, and a page for each with its numbers as tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from prospectus.artifact import Job
from prospectus.language import say
from prospectus.model.approval import Approval
from prospectus.model.policy import GradingScale, Policy, PolicyTopic
from prospectus.render import contacts, policy_words, urls, words
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job, review_of_all, review_strip
from prospectus.render.pages.refunds import money_of, refund_view, rule_view
from prospectus.render.pages.school import catalog_crumb
from prospectus.render.reads import every, reads_of
from prospectus.render.sheet import Sheet


def policy_jobs(desk: Desk) -> Iterator[Job]:
    """Yield the index and a page for each policy, unless the school has turned the catalog off or has none."""
    school = desk.school
    if not urls.is_open(urls.POLICIES, desk.sections) or not (school.policies or school.refund_rules):
        return
    lists = every(school, "policy", "refund-rule", "program", "catalog")
    yield page_job(desk, urls.POLICIES, "policies.md.j2", lists, _index, "content/policies/")
    for policy in school.policies.values():
        address = f"{urls.POLICIES}{policy.id}/"
        reads = partial(_reads, desk, policy)
        yield page_job(desk, address, "policy.md.j2", reads, partial(_policy, policy=policy), policy.file)


def _reads(desk: Desk, policy: Policy) -> frozenset[str]:
    kinds = ["catalog", *(["approval"] if policy.topic is PolicyTopic.GRIEVANCE else [])]
    if policy.programs or policy.topic is PolicyTopic.REFUND:
        kinds += ["program", "refund-rule"]
    return reads_of(desk.school, policy) | every(desk.school, *kinds)


def _index(sheet: Sheet) -> tuple[PageHead, View]:
    policies, rules = list(sheet.school.policies.values()), list(sheet.school.refund_rules.values())
    head = PageHead(
        say("Policies"),
        "policies",
        "school",
        say("What holds at the school: from admission to refunds, complaints and records."),
        catalog_crumb(sheet),
    )
    groups = [
        {
            "id": f"group-{number}",
            "title": say(title),
            "items": [_item(sheet, policy) for topic in topics for policy in policies if policy.topic is topic],
        }
        for number, (title, topics) in enumerate(policy_words.TOPIC_GROUPS, start=1)
    ]
    return head, {
        "title": head.title,
        "groups": [group for group in groups if group["items"]],
        "rules": [rule_view(sheet, rule) for rule in rules],
        "review": review_of_all(sheet, [*policies, *rules], clinical=False, place="content/policies/"),
    }


def _item(sheet: Sheet, policy: Policy) -> dict[str, Any]:
    return {
        "kind": "",
        "title": policy.name,
        "url": sheet.address("policy", policy.id) or "",
        "text": sheet.line(policy.summary),
        "meta": [say("For {programs}", programs=_names_of_programs(sheet, policy))] if policy.programs else [],
    }


def _names_of_programs(sheet: Sheet, policy: Policy) -> str:
    return words.listing([p.name for id in policy.programs if (p := sheet.school.programs.get(id)) is not None])


def _policy(sheet: Sheet, policy: Policy) -> tuple[PageHead, View]:
    head = PageHead(
        policy.name, "policy", "school", policy.summary.plain, (*catalog_crumb(sheet), (say("Policies"), urls.POLICIES))
    )

    def money(amount: Decimal) -> str:
        return money_of(sheet, amount)

    in_force = words.short_date(policy.effective) if policy.effective is not None else ""
    facts = [
        {"label": say("In force since"), "text": in_force},
        {"label": say("Holds for"), "text": _names_of_programs(sheet, policy) or say("All programs")},
    ]
    attendance, progress = policy.attendance, policy.progress
    numbers = policy_words.attendance_rows(attendance, money) if attendance is not None else []
    numbers += policy_words.progress_rows(progress) if progress is not None else []
    return head, {
        "title": sheet.name(policy),
        "lead": sheet.line(policy.summary),
        "facts": [fact for fact in facts if fact["text"]],
        "grades": _grades(policy.grading) if policy.grading is not None else {},
        "numbers": [list(row) for row in numbers],
        "refund": refund_view(sheet, policy, policy.refund) if policy.refund is not None else {},
        "parts": [
            {"id": f"part-{number}", "title": section.title, "text": sheet.prose(section.text)}
            for number, section in enumerate(policy.sections, start=1)
        ],
        **(_outside(sheet) if policy.topic is PolicyTopic.GRIEVANCE else {"agencies": [], "approvals": ""}),
        "index": sheet.to(urls.POLICIES),
        "review": review_strip(sheet, policy, clinical=False),
    }


def _grades(grading: GradingScale) -> dict[str, Any]:
    """Prepare the scale as a table: each grade from its own percentage to just below the better one's."""
    has_points = any(step.points is not None for step in grading.steps)
    rows: list[list[str]] = []
    above = ""
    for step in grading.steps:
        lowest = words.number(step.lowest)
        points = [words.number(step.points) if step.points is not None else "–"] if has_points else []
        span = say("{lowest} to 100", lowest=lowest)
        if above:
            span = say("{lowest} to below {limit}", lowest=lowest, limit=above)
        rows.append([step.letter, span, *points, step.meaning])
        above = lowest
    return {
        "head": [say("Letter grade"), say("Percent"), *([say("Points")] if has_points else []), say("What it means")],
        "rows": rows,
        "passing": policy_words.percent(grading.passing),
    }


def _outside(sheet: Sheet) -> dict[str, Any]:
    """Give the agencies that take complaints, each once, with how to reach them."""
    approvals: list[Approval] = [entry for entry in sheet.school.approvals.values() if entry.takes_complaints]
    agencies = {approval.agency.name: approval.agency for approval in approvals}
    listed = [
        {
            "name": agency.name,
            "address": ", ".join(part for part in (agency.street, agency.town) if part),
            "telephone": contacts.telephone(agency.telephone) if agency.telephone else "",
            "web": contacts.web(agency.url) if agency.url else "",
        }
        for agency in agencies.values()
    ]
    page = sheet.to(urls.APPROVALS) if sheet.school.approvals and sheet.has(urls.APPROVALS) else ""
    return {"agencies": listed, "approvals": page}
