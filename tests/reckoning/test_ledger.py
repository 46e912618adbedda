"""Hours, measures, prices and the order of courses are summed as written: choices, schedules, terms, tax and plans."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from prospectus.model.course import Course
from prospectus.model.price import PriceList
from prospectus.model.program import Program
from prospectus.reckoning.ledger import courses_of, ledger_of, schedule_ledgers, terms_of
from prospectus.reckoning.measures import measure_sums
from prospectus.reckoning.prerequisites import circles_in, layers_of
from prospectus.reckoning.prices import cost_of_books, tax_on
from tiny import read_tiny

SCHOOL = read_tiny().school


def course(id: str, **fields: Any) -> Course:
    own = SCHOOL.courses["tt-103"].model_dump(exclude_unset=True)
    own |= {"one_of": [], "corequisites": [], "hours": {"lab": 10}} | fields
    return Course.model_validate(own).placed(id, f"content/courses/{id}.yml", {})


def program(**fields: Any) -> Program:
    own = SCHOOL.programs["tiny-shore"].model_dump(exclude_unset=True)
    own |= {"courses": ["a"], "electives": [], "terms": [], "lengths": []} | fields
    return Program.model_validate(own)


def shelf(*courses: Course) -> dict[str, Course]:
    return {each.id: each for each in courses}


def choose(count: int, *ids: str, hours: int | None = None) -> dict[str, Any]:
    return {"name": "Choice", "choose": count, "courses": list(ids)} | ({"hours": hours} if hours else {})


A, B, C = course("a"), course("b"), course("c", hours={"theory": 20})


def test_a_choice_among_courses_of_one_length_is_exact_and_keeps_its_split() -> None:
    ledger = ledger_of(shelf(A, B, course("d")), program(electives=[choose(2, "b", "d")]))
    assert ledger.is_settled
    assert (ledger.total, ledger.hours.lab, ledger.unsplit) == (30, 30, 0)


def test_a_choice_among_courses_that_differ_counts_what_the_school_states() -> None:
    open_choice = ledger_of(shelf(A, B, C), program(electives=[choose(1, "b", "c")]))
    assert not open_choice.is_settled
    assert (open_choice.choices[0].least, open_choice.choices[0].most) == (10, 20)
    stated = ledger_of(shelf(A, B, C), program(electives=[choose(1, "b", "c", hours=10)]))
    assert stated.is_settled
    assert (stated.total, stated.hours.total, stated.unsplit) == (20, 10, 10)


def test_two_courses_of_one_length_with_another_split_are_exact_but_unsplit() -> None:
    ledger = ledger_of(shelf(A, B, course("d", hours={"theory": 10})), program(electives=[choose(1, "b", "d")]))
    assert (ledger.is_settled, ledger.total, ledger.unsplit) == (True, 20, 10)


def test_more_courses_than_are_offered_leave_the_sum_open() -> None:
    assert not ledger_of(shelf(A, B), program(electives=[choose(2, "b", hours=10)])).is_settled


def test_a_course_that_is_missing_leaves_the_sum_open() -> None:
    ledger = ledger_of(shelf(A), program(courses=["a", "gone"]))
    assert (ledger.missing, ledger.is_settled) == (("gone",), False)


def test_schedules_have_ledgers_of_their_own_only_where_hours_differ() -> None:
    lengths = [{"schedule": "day", "weeks": 2}, {"schedule": "night", "weeks": 3}]
    assert schedule_ledgers(shelf(A), program(lengths=lengths)) == ()
    longer = course("a", hours_by_schedule=[{"schedule": "night", "hours": {"lab": 12}}])
    day, night = schedule_ledgers(shelf(longer), program(lengths=lengths))
    assert (day.total, night.total) == (10, 12)


def test_terms_sum_parts_whole_courses_and_choices() -> None:
    terms = [
        {"name": "First", "courses": [{"course": "a", "hours": {"lab": 4}}]},
        {"name": "Second", "courses": [{"course": "a", "hours": {"lab": 6}}, {"course": "c"}], "choices": ["Choice"]},
    ]
    made = program(courses=["a", "c"], electives=[choose(1, "b")], terms=terms)
    assert [term.total for term in terms_of(shelf(A, B, C), made)] == [4, 36]
    assert courses_of(made) == ("a", "c", "b")


def test_a_measure_is_summed_only_where_every_course_carries_it() -> None:
    credit = {"unit": "semester-credits", "amount": "1.5"}
    services = {"unit": "services", "amount": 5, "up_to": 8}
    first, second = course("a", measures=[credit, services]), course("b", measures=[credit])
    (made,) = measure_sums(shelf(first, second), program(courses=["a", "b"]))
    assert (made.key[0].value, made.least, made.most) == ("semester-credits", 3, 3)
    (one, other) = measure_sums(shelf(first), program())
    assert (one.least, other.least, other.most) == (Decimal("1.5"), 5, 8)


def test_tax_is_worked_out_to_the_cent_of_what_is_taxed() -> None:
    fees = [
        {"name": "Tuition", "kind": "tuition", "amount": "100.10"},
        {"name": "Oil", "kind": "supplies", "amount": 10},
        {"name": "Tax", "kind": "tax", "amount": 9},
    ]
    prices = {"name": "All", "fees": fees, "total": 1, "tax_percent": "7.5"}
    assert tax_on(PriceList.model_validate(prices)) == Decimal("8.26")
    assert tax_on(PriceList.model_validate(prices | {"taxed": ["supplies"]})) == Decimal("0.75")


def test_a_book_of_two_courses_is_paid_once_and_suggested_ones_not_at_all() -> None:
    book, more = {"title": "Atlas", "price": 9}, {"title": "More", "price": 3, "required": False}
    courses = shelf(course("a", textbooks=[book, more]), course("b", textbooks=[book]))
    assert cost_of_books(courses, program(courses=["a", "b"])) == (9, 9)
    assert cost_of_books(shelf(course("a")), program()) is None, "a course that says nothing proves nothing"


def test_courses_that_go_along_with_each_other_are_no_circle_unless_one_comes_first() -> None:
    along = shelf(course("a", corequisites=["b"]), course("b", corequisites=["a"]))
    assert circles_in(along) == []
    assert circles_in(shelf(course("a", corequisites=["b"]), course("b", prerequisites=["a"]))) == [("a", "b")]


def test_one_of_several_is_a_circle_only_when_each_leads_back() -> None:
    back = course("b", prerequisites=["a"])
    assert circles_in(shelf(course("a", one_of=[["b", "c"]]), back, C)) == []
    assert circles_in(shelf(course("a", one_of=[["b"]]), back)) == [("a", "b")]


def test_a_course_stands_one_layer_past_the_last_that_comes_before() -> None:
    courses = shelf(
        A, course("b", prerequisites=["a"]), course("d", prerequisites=["a", "b"]), course("e", corequisites=["b"])
    )
    assert layers_of(courses) == {"a": 0, "b": 1, "d": 2, "e": 1}
