"""Rules on money beside the totals: tax, payment plans, books, price lists and discounts."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean, in_digits, record_rule, school_rule
from prospectus.diagnostics import Severity
from prospectus.model.price import Fee, FeeKind
from prospectus.model.program import Program
from prospectus.model.record import KeyPath
from prospectus.model.school import School
from prospectus.reckoning.prices import cost_of_books, sum_of_lines, sum_of_payments, tax_on, totals_of
from prospectus.reckoning.timetable import is_offered_at


@record_rule("M101", "tax-does-not-fit", "program")
def tax_does_not_fit(program: Program, context: BuildContext) -> Iterator[Fault]:
    """The tax line of a price list is not what its rate makes.

    Tax is worked out of all other lines, or of the kinds named under `taxed`, to the cent.

    Wrong: tuition of 1000, `tax_percent: 5` and a tax line of 60.

    Right: a tax line of 50, with `kind: tax`.
    """
    for index, prices in enumerate(program.prices):
        due, line = tax_on(prices), sum_of_lines(prices.fees, FeeKind.TAX)
        if due is not None and due != line:
            yield Fault(
                program,
                ("prices", index, "tax_percent"),
                f"a tax of {in_digits(prices.tax_percent or due)} percent is {due:f}, but the tax line says {line:f}",
                "Correct the tax line or the rate, or name under taxed what is taxed.",
            )


@record_rule("M102", "payment-plan-does-not-fit", "program")
def payment_plan_does_not_fit(program: Program, context: BuildContext) -> Iterator[Fault]:
    """The payments of a plan do not make its total, or its total is not a price of the program and the plan's charge.

    Wrong: 12 payments of 100, no charge, and a program that costs 1250.

    Right: `down: 50`, 12 payments of 100 and `total: 1250`.
    """
    # A total that is wrong is found there (H103); the plan may fit the lines.
    prices = (*totals_of(program), sum_of_lines(program.fees))
    for index, plan in enumerate(program.payment_plans):
        paid, price = sum_of_payments(plan), plan.total - plan.charge
        if paid != plan.total:
            message = f"the payments make {paid:f}, but the total of the plan says {plan.total:f}"
            yield Fault(program, ("payment_plans", index, "total"), message, "Correct the payments or the total.")
        elif price not in prices:
            known = " or ".join(f"{total:f}" for total in dict.fromkeys(prices) if total)
            message = f"without its charge the plan comes to {price:f}, but the program costs {known or 'nothing'}"
            yield Fault(program, ("payment_plans", index, "total"), message, "Correct the plan, or state its charge.")


@school_rule("M103", "books-do-not-match")
def books_do_not_match(school: School, context: BuildContext) -> Iterator[Fault]:
    """The line for books is another sum than the required books of the courses cost together.

    The page of a course and the page of costs would tell students two prices. It is compared where every course of the
    program names its books with their prices, or says that it has none. A book that two courses use is paid once.

    Wrong: a line of 420 with `kind: books`, and required books that cost 380.

    Right: `amount: 380`, or the price that a book has now.
    """
    for program in school.programs.values():
        books = cost_of_books(school.courses, program)
        if books is None:
            continue
        told: set[str] = set()
        for path, fees in _price_lines(program):
            line = sum_of_lines(fees, FeeKind.BOOKS)
            index = next((number for number, fee in enumerate(fees) if fee.kind is FeeKind.BOOKS), None)
            if index is None or books[0] <= line <= books[1] or f"{line:f}" in told:
                continue
            told.add(f"{line:f}")
            cost = f"{books[0]:f}" if books[0] == books[1] else f"{books[0]:f} to {books[1]:f}"
            message = f"the books line says {line:f}, but the required books of the courses cost {cost}"
            yield Fault(program, (*path, index, "amount"), message, "Correct the line or the prices of the books.")


def _price_lines(program: Program) -> Iterator[tuple[KeyPath, tuple[Fee, ...]]]:
    yield ("fees",), program.fees
    for index, prices in enumerate(program.prices):
        if prices.currency is None:
            yield ("prices", index, "fees"), prices.fees


@school_rule("M104", "price-list-for-nobody")
def price_list_for_nobody(school: School, context: BuildContext) -> Iterator[Fault]:
    """A price list holds for a campus that does not offer the program, or for no date at all.

    Wrong: `campus: harbor` in the prices of a program with `campuses: [main]`.

    Right: add the campus to the program, or take the price list away.
    """
    for program in school.programs.values():
        for index, prices in enumerate(program.prices):
            if prices.campus is not None and not is_offered_at(school, program, prices.campus):
                meant = did_you_mean(prices.campus, program.campuses)
                message = f'these prices hold for "{prices.campus}", where the program is not offered{meant}'
                hint = "Correct the campus, or add it to the program."
                yield Fault(program, ("prices", index, "campus"), message, hint)
            if prices.starts_from and prices.starts_until and prices.starts_until < prices.starts_from:
                message = f"these prices end on {prices.starts_until}, before they begin on {prices.starts_from}"
                yield Fault(program, ("prices", index, "starts_until"), message, "Correct one of the two dates.")


@record_rule("M105", "discount-unclear", "program")
def discount_unclear(program: Program, context: BuildContext) -> Iterator[Fault]:
    """A discount states neither a sum nor a percentage, or both.

    Wrong: a discount with `amount: 200` and `percent: 5`.

    Right: one of the two.
    """
    for index, discount in enumerate(program.discounts):
        if (discount.amount is None) == (discount.percent is None):
            both = "both a sum and a percentage" if discount.amount is not None else "neither a sum nor a percentage"
            message = f'the discount "{discount.name}" states {both}'
            yield Fault(program, ("discounts", index, "name"), message, "State amount or percent.")


@record_rule("M106", "price-has-run-out", "program", Severity.WARNING)
def price_has_run_out(program: Program, context: BuildContext) -> Iterator[Fault]:
    """The last day of a price list or of a discount has passed; pages no longer show it.

    Nothing is wrong with the site. It can be removed once nobody needs it.

    Wrong, in a build of 2027-02-02: a discount with `until: 2027-02-01`.

    Right: remove it, or set the day until which it holds now.
    """
    for index, prices in enumerate(program.prices):
        if prices.starts_until is not None and prices.starts_until < context.as_of:
            message = f'the prices "{prices.name}" held for starts until {prices.starts_until}'
            hint = "Remove them when they are no longer needed."
            yield Fault(program, ("prices", index, "starts_until"), message, hint)
    for index, discount in enumerate(program.discounts):
        if discount.until is not None and discount.until < context.as_of:
            message = f'the discount "{discount.name}" could be asked for until {discount.until}'
            hint = "Remove it when it is no longer needed."
            yield Fault(program, ("discounts", index, "until"), message, hint)


RULES: tuple[Rule, ...] = (
    tax_does_not_fit,
    payment_plan_does_not_fit,
    books_do_not_match,
    price_list_for_nobody,
    discount_unclear,
    price_has_run_out,
)
