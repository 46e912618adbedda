"""Sums that probes compare with what is printed: hours of courses, lines of a price, books."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from prospectus.model.price import FeeKind
from prospectus.model.program import Program
from prospectus.model.school import School

NOTHING = Decimal(0)


def hours_of_courses(school: School, program: Program) -> Decimal:
    """Give the hours that a program's courses make."""
    found = (school.courses.get(id) for id in program.courses)
    return sum((course.hours.total for course in found if course is not None), NOTHING)


def lines_total(program: Program) -> Decimal:
    """Give the sum of what a program costs, line by line."""
    return sum((fee.amount for fee in program.fees), NOTHING)


def book_price(school: School, program: Program) -> tuple[Decimal, Decimal]:
    """Give what the program's fees say of books, and what the books of its courses cost."""
    stated = sum((fee.amount for fee in program.fees if fee.kind is FeeKind.BOOKS), NOTHING)
    courses = [course for id in program.courses if (course := school.courses.get(id)) is not None]
    books = {book.isbn or book.title: book.price or NOTHING for course in courses for book in course.textbooks}
    return stated, sum(books.values(), NOTHING)


def circle_among(links: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Give one circle among prerequisites; empty when there is none."""
    done: set[str] = set()
    for start in links:
        way: list[str] = []
        waiting = [start]
        while waiting:
            id = waiting.pop()
            if id == start and way:
                return tuple(way)
            if id not in done and id not in way:
                way.append(id)
                waiting += links.get(id, ())
        done.add(start)
    return ()
