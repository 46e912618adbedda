"""Sums of money: what the lines of a price make, the tax on them, what a payment plan comes to, what books cost.

Comes from programs and courses, in the numbers that are written; nothing is rounded but tax, to the cent. Knows no rule
and no page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from prospectus.model.course import Course, Textbook
from prospectus.model.price import Discount, Fee, FeeKind, PaymentPlan, PriceList
from prospectus.model.program import Program
from prospectus.reckoning.ledger import NOTHING, courses_of, extremes

CENT = Decimal("0.01")


def sum_of_lines(fees: Sequence[Fee], *kinds: FeeKind) -> Decimal:
    """Give the sum of the lines, or of those of some kinds."""
    return sum((fee.amount for fee in fees if not kinds or fee.kind in kinds), NOTHING)


def tax_on(prices: PriceList) -> Decimal | None:
    """Work out the tax from its rate, to the cent; None where no rate is given."""
    if prices.tax_percent is None:
        return None
    kinds = prices.taxed or tuple(kind for kind in FeeKind if kind is not FeeKind.TAX)
    return (sum_of_lines(prices.fees, *kinds) * prices.tax_percent / 100).quantize(CENT, ROUND_HALF_UP)


def sum_of_payments(plan: PaymentPlan) -> Decimal:
    """Give what a student has paid at the end of a plan."""
    return plan.down + plan.payments * plan.amount


def totals_of(program: Program) -> tuple[Decimal, ...]:
    """Give every total that a program states, in the order of its prices."""
    own = () if program.total is None else (program.total,)
    return tuple(dict.fromkeys((*own, *(prices.total for prices in program.prices))))


def prices_on(program: Program, day: date) -> tuple[PriceList, ...]:
    """Give the price lists whose last start date has not passed."""
    return tuple(prices for prices in program.prices if prices.starts_until is None or prices.starts_until >= day)


def discounts_on(program: Program, day: date) -> tuple[Discount, ...]:
    """Give the discounts that can still be asked for."""
    return tuple(discount for discount in program.discounts if discount.until is None or discount.until >= day)


def books_of(course: Course) -> dict[str, Textbook]:
    """Give the books and materials that a course requires, each under what makes it the same in another course."""
    return {_identity(book): book for book in course.textbooks if book.required}


def _identity(book: Textbook) -> str:
    return book.isbn or f"{book.title}, {book.edition or ''}".casefold()


def cost_of_books(courses: Mapping[str, Course], program: Program) -> tuple[Decimal, Decimal] | None:
    """Give the least and the most that required books cost; None where a course does not say, or a price is missing.

    A book that two courses ask for is paid once.
    """
    found = [course for id in courses_of(program) if (course := courses.get(id)) is not None]
    if not found or any(not course.textbooks and not course.no_textbooks for course in found):
        return None
    if any(book.price is None for course in found for book in books_of(course).values()):
        return None
    always = {key for course in found if course.id in program.courses for key in books_of(course)}
    least = most = _price(found, always)
    for choice in program.electives:
        each = [_price([courses[id]], set(books_of(courses[id])) - always) for id in choice.courses if id in courses]
        fewest, dearest = extremes(each, choice.choose)
        least, most = least + fewest, most + dearest
    return least, most


def _price(courses: Sequence[Course], keys: set[str]) -> Decimal:
    books = {key: book for course in courses for key, book in books_of(course).items() if key in keys}
    return sum((book.price or NOTHING for book in books.values()), NOTHING)
