"""The audit: every item of the lists has a probe, and every probe can say both that an item is met and what is missing.

Each item is tried on the shipped school, with what it still lacks put in where it does, and then with one thing broken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from prospectus.model.catalog import FixedStatement
from prospectus.model.course import Delivery
from prospectus.model.policy import PolicyTopic
from prospectus.model.prose import Prose
from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.read import read_school
from prospectus.reckoning.audit import Row, audit_school, find_profile
from prospectus.reckoning.audit.answer import PART_OF_KIND, PART_OF_PAGE, Editions, Look, Page, Verdict
from prospectus.reckoning.audit.closing import CALIFORNIA
from prospectus.reckoning.audit.probes import PROBES
from prospectus.render import urls
from prospectus.render.pages.audit import PAGES

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 23)
PUBLISHED = Editions(is_printed=True, has_addenda=True, are_kept=True)
PROGRAM, COURSE, CAMPUS = "program:massage-therapy", "course:mt-101", "campus:tannery-lane"
CATALOG, PROFILE, LICENSE = "catalog:catalog", "profile:school", "approval:state-license"

Change = Callable[[Record], Mapping[str, Any]]
Changes = Mapping[str, Change | Mapping[str, Any] | None]
"""What becomes of records, by key: fields with new values, a function that gives them, or None to take it away."""


@cache
def shipped() -> School:
    return read_school(ROOT).school


def changed(school: School, changes: Changes) -> School:
    """Give the school with some records changed; a key that ends in * speaks of every record of its kind."""
    shelves: dict[str, dict[str, Record]] = {}
    for record in school.all_records():
        change = changes.get(record.key, changes.get(f"{record.kind}:*", {}))
        if change is not None:
            fields = change(record) if callable(change) else change
            new = record.model_copy(update=dict(fields)) if fields else record
            if new is not record:
                new.keep_walked(None)  # what a walk found in the record before
            shelves.setdefault(record.kind, {})[record.id] = new
    return School(shelves)


def policies(topic: PolicyTopic, **fields: Any) -> Changes:
    """Change the policies on one topic; take them away when no field is named."""
    keys = [policy.key for policy in shipped().policies.values() if policy.topic is topic]
    assert keys, topic
    return dict.fromkeys(keys, fields or None)


def part(record: str, name: str, **fields: Any) -> Changes:
    """Change a part of a record."""
    return {record: lambda found: {name: getattr(found, name).model_copy(update=fields)}}


def refund(**fields: Any) -> Changes:
    key = next(policy.key for policy in shipped().policies.values() if policy.refund is not None)
    return part(key, "refund", **fields)


def of_topic(topic: PolicyTopic) -> str:
    return next(policy.key for policy in shipped().policies.values() if policy.topic is topic)


@dataclass(frozen=True)
class Case:
    """How an item is broken, what the answer then says, and what must be put in first for it to be met at all."""

    broken: Changes
    says: str
    first: Changes = field(default_factory=dict)
    editions: Editions = PUBLISHED
    profile: str = ""


WORDLESS = Prose("Nothing.")
STATEMENTS = tuple(FixedStatement(key=key, title=key, text=Prose("As the state words it.")) for key in CALIFORNIA)
CASES: dict[str, Case] = {
    "cat-01": Case({CATALOG: {"title": "School brochure"}}, "in the title"),
    "cat-02": Case({PROFILE: {"address": None}}, "web address"),
    "cat-03": Case({CATALOG: {"published": date(2027, 1, 1)}}, "day of publication"),
    "cat-04": Case({CATALOG: {"effective_to": date(2026, 1, 1)}}, "last day that comes after the first"),
    "cat-05": Case({}, "no catalog is printed"),
    "cat-06": Case({"person:*": None}, "owner, director or officer"),
    "cat-07": Case(part(LICENSE, "agency", telephone=None), "the telephone of"),
    "cat-08": Case({CATALOG: {"no_accreditation": None}}, "accreditation"),
    "cat-09": Case({CATALOG: None}, "a catalog"),
    "cat-10": Case({CAMPUS: {"equipment": ()}}, "equipment of Tannery Lane"),
    "cat-11": Case({PROGRAM: {"max_class_size": None}}, "the largest class of Massage therapy"),
    "cat-12": Case({PROGRAM: {"objectives": ()}}, "the objectives of Massage therapy"),
    "cat-13": Case({CATALOG: None}, "a catalog"),
    "cat-14": Case({PROGRAM: {"hours": Decimal(780)}}, "make 780 hours: they make 650"),
    "cat-15": Case({PROGRAM: {"lengths": ()}}, "the weeks of Massage therapy"),
    "cat-16": Case({"cohort:*": {"class_times": (), "meets_on": ()}}, "days and times of the day group"),
    "cat-17": Case({COURSE: {"description": WORDLESS}}, "a description of MT 101"),
    "cat-18": Case({COURSE: {"textbooks": (), "no_textbooks": False}}, "the books of MT 101"),
    "cat-19": Case(
        {COURSE: {"delivery": Delivery.SELF_PACED}, PROFILE: lambda profile: turned_off(profile, "programs")},
        "turned off",
        first={COURSE: {"delivery": Delivery.SELF_PACED}},
    ),
    "cat-20": Case({CATALOG: {"jurisdiction": None}}, "that regulates the school"),
    "cat-21": Case(
        {CATALOG: {"federal_aid": True}, "jurisdiction:*": None}, "places that ask",
        first={CATALOG: {"federal_aid": True}},
    ),
    "cat-22": Case({CATALOG: {"law": None}}, "where the law can be read", profile="tx-117-62"),
    "cat-23": Case({PROGRAM: {"admission": ()}}, "what an applicant to Massage therapy needs"),
    "cat-24": Case({CATALOG: {"languages": None}}, "language of teaching", profile="ca-71810"),
    "cat-25": Case(policies(PolicyTopic.TRANSFER_IN), "earlier study"),
    "cat-26": Case(policies(PolicyTopic.TRANSFER_OUT), "other schools"),
    "cat-27": Case({PROGRAM: {"total": Decimal(11000)}}, "that make 11000"),
    "cat-28": Case({CATALOG: {"interest": None}}, "interest"),
    "cat-29": Case({CATALOG: {"no_aid": None, "aid": ()}}, "financial aid"),
    "cat-30": Case(refund(cancel=None), "the time to cancel"),
    "cat-31": Case(refund(examples=()), "a worked example"),
    "cat-32": Case(refund(pay_within_days=None), "days until a refund is paid"),
    "cat-33": Case(refund(not_started_kept=None), "never starts"),
    "cat-34": Case({"holiday:*": None}, "holidays"),
    "cat-35": Case(part(of_topic(PolicyTopic.GRADING), "grading", passing=Decimal(71)), "on the scale"),
    "cat-36": Case(part(of_topic(PolicyTopic.PROGRESS), "progress", checkpoints=()), "when progress is looked at"),
    "cat-37": Case(
        part(of_topic(PolicyTopic.PROGRESS), "progress", reports=None), "a report on progress", profile="dc-8116"
    ),
    "cat-38": Case(part(of_topic(PolicyTopic.ATTENDANCE), "attendance", make_up_fee=None), "making up costs"),
    "cat-39": Case(policies(PolicyTopic.LEAVE), "leave of absence"),
    "cat-40": Case({PROGRAM: {"graduation": ()}}, "to graduate from Massage therapy"),
    "cat-41": Case(policies(PolicyTopic.DISMISSAL), "a policy on dismissal"),
    "cat-42": Case({LICENSE: {"takes_complaints": False}}, "an agency that takes complaints"),
    "cat-43": Case({"person:juniper-meadowrue": {"teaches": ()}}, "who teaches MT 101"),
    "cat-44": Case(policies(PolicyTopic.PLACEMENT), "help with placement"),
    "cat-45": Case(
        {"occupation-figure:*": {"sources": ()}}, "the source of", first={"occupation-figure:*": {"year": "2024"}}
    ),
    "cat-46": Case(policies(PolicyTopic.RECORDS), "transcripts and records"),
    "cat-47": Case({CATALOG: {"certification": None}}, "a signed statement"),
    "cat-48": Case(
        {CATALOG: {"statements": STATEMENTS[:-1]}}, "ca-recovery-fund", first={CATALOG: {"statements": STATEMENTS}},
        profile="ca-94909",
    ),
    "cat-49": Case({CATALOG: {"effective_to": date(2026, 11, 22)}}, "not over", editions=Editions(), profile="nc-0630"),
    "cat-50": Case({CATALOG: {"effective_to": date(2026, 11, 22)}}, "not over", editions=Editions()),
    "cat-51": Case({CATALOG: None}, "a catalog"),
    "cat-52": Case({}, "a kept edition"),
}  # fmt: skip


def turned_off(profile: Record, section: str) -> dict[str, Any]:
    return {"sections": profile.sections.model_copy(update={section: False})}  # type: ignore[attr-defined]


def answer(id: str, school: School, profile: str = "", editions: Editions = PUBLISHED) -> Row:
    return next(row for row in audit_school(Look(school, AS_OF, profile, editions)).rows if row.item.id == id)


def test_every_item_has_a_probe_and_every_probe_an_item_and_a_case() -> None:
    assert len(shipped().catalog_items) == 52
    assert PROBES.keys() == shipped().catalog_items.keys() == CASES.keys()


@pytest.mark.parametrize("id", CASES)
def test_an_item_is_met_and_says_where(id: str) -> None:
    case = CASES[id]
    row = answer(id, changed(shipped(), case.first), case.profile, PUBLISHED if id == "cat-05" else case.editions)
    assert (row.answer.verdict, row.is_gap) == (Verdict.MET, False), row.answer.text
    assert row.answer.where


@pytest.mark.parametrize("id", CASES)
def test_an_item_is_missing_and_says_what(id: str) -> None:
    case = CASES[id]
    editions = Editions() if id in ("cat-05", "cat-52") else case.editions
    row = answer(id, changed(shipped(), case.broken), case.profile, editions)
    assert row.answer.verdict is Verdict.MISSING
    assert case.says in row.answer.text
    assert row.answer.where == ()
    assert row.is_gap is (row.item.level.value != "recommended")


def test_a_school_without_anything_is_asked_without_a_fault() -> None:
    lists = ("catalog-item", "catalog-profile")
    bare = School({kind: dict(shipped().shelf(kind)) for kind in lists})
    for profile in ("", *bare.catalog_profiles):
        found = audit_school(Look(bare, AS_OF, profile))
        assert {row.answer.verdict for row in found.rows} <= {Verdict.MISSING, Verdict.NOT_APPLICABLE}


def test_the_north_carolina_list_is_met_as_far_as_it_is_known() -> None:
    found = audit_school(Look(shipped(), AS_OF, "nc-0630"))
    assert [
        f"{row.item.number}: {row.answer.text}" for row in found.rows if row.answer.verdict is not Verdict.MET
    ] == []
    assert len(found.rows) == 27
    assert found.is_part


@pytest.mark.parametrize("profile", ["", "ca-94909"])
def test_other_lists_tell_what_is_missing(profile: str) -> None:
    found = audit_school(Look(shipped(), AS_OF, profile))
    assert found.has_gaps
    assert all(row.answer.text for row in found.rows if row.answer.verdict is not Verdict.MET)


def test_an_item_that_does_not_apply_says_why() -> None:
    in_person = changed(shipped(), {"course:*": {"delivery": Delivery.IN_PERSON}})
    assert answer("cat-19", in_person).answer.text == "Every course is taught in person."
    assert answer("cat-21", shipped()).answer.text == "The school takes part in no federal aid."
    assert answer("cat-45", changed(shipped(), {"occupation-figure:*": None})).answer.verdict is Verdict.NOT_APPLICABLE
    elsewhere = answer("cat-48", shipped()).answer
    assert elsewhere.text == "Only California asks for it. This school is regulated in North Carolina."
    assert answer("cat-48", shipped(), "ca-94909").answer.verdict is Verdict.MISSING, "a list that asks for it is asked"


def test_an_addendum_is_asked_for_where_a_list_allows_nothing_else() -> None:
    assert answer("cat-49", shipped(), "ca-71810", Editions()).answer.verdict is Verdict.MISSING
    assert answer("cat-49", shipped(), "nc-0630", Editions()).answer.verdict is Verdict.MET
    old = changed(shipped(), {PROFILE: {"data_as_of": date(2024, 1, 1)}})
    assert "gone through" in answer("cat-49", old, "nc-0630", Editions()).answer.text


@pytest.mark.parametrize(("profile", "longest"), [("ca-71810", date(2027, 11, 19)), ("dc-8116", date(2028, 11, 19))])
def test_a_catalog_holds_no_longer_than_a_list_allows(profile: str, longest: date) -> None:
    for last, verdict in ((longest, Verdict.MET), (longest.replace(day=20), Verdict.MISSING)):
        school = changed(shipped(), {CATALOG: {"effective_from": date(2026, 11, 20), "effective_to": last}})
        assert answer("cat-04", school, profile).answer.verdict is verdict


def test_a_list_is_found_as_it_is_typed() -> None:
    profiles = shipped().catalog_profiles.values()
    for name in ("tx-807.175", "TX-807.175", "tx-807-175"):
        found = find_profile(profiles, name)
        assert found is not None and found.id == "tx-807-175"
    assert find_profile(profiles, "tx") is None


def test_a_page_and_its_part_of_the_site_agree_with_the_addresses() -> None:
    for page in Page:
        part = urls._SECTION_OF_PAGE[PAGES[page][1]]
        assert PART_OF_PAGE.get(page, "catalog") == part
    for kind in ("program", "course", "jurisdiction", "occupation-figure", "person", "campus", "approval", "policy"):
        page = urls._PAGES.get(kind) or urls._ANCHORS[kind]
        assert PART_OF_KIND.get(kind, "catalog") == urls._SECTION_OF_PAGE[page]


def test_a_promise_of_work_anywhere_in_the_schools_texts_is_named() -> None:
    promising = changed(shipped(), {COURSE: {"description": Prose("It leads to a guaranteed job in a spa.")}})
    assert 'the promise "guaranteed job"' in answer("cat-44", promising).answer.text


def test_a_word_is_looked_for_as_a_word() -> None:
    kept = {topic: policy for policy in shipped().policies.values() for topic in (policy.topic,)}
    conduct, dismissal = kept[PolicyTopic.CONDUCT], kept[PolicyTopic.DISMISSAL]

    def saying(text: str) -> Changes:
        part = conduct.sections[0].model_copy(update={"text": Prose(text)})
        only = {"sections": (part,), "summary": Prose("Ours.")}
        return {conduct.key: only, dismissal.key: only}

    told = answer("cat-41", changed(shipped(), saying("Come back in spring. Tips are no pay.")))
    assert told.answer.verdict is Verdict.MET
    told = answer("cat-41", changed(shipped(), saying("Come back in spring. Repay multiple loans.")))
    assert told.answer.text == "that students are not paid for massage"
