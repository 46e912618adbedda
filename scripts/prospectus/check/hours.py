"""Rules on hours that must add up: courses to programs and terms, areas to courses, measures, fees to their totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, in_digits, record_rule, school_rule
from prospectus.model.course import Course
from prospectus.model.measure import Hours
from prospectus.model.price import Fee
from prospectus.model.program import Program
from prospectus.model.record import KeyPath
from prospectus.model.school import School
from prospectus.reckoning.ledger import Ledger, choices_of, ledger_of, terms_of
from prospectus.reckoning.prices import sum_of_lines


@school_rule("H101", "hours-do-not-add-up", excusable=False)
def hours_do_not_add_up(school: School, context: BuildContext) -> Iterator[Fault]:
    """A program states another number of hours than its courses make, in all or on one of its schedules.

    Hours decide where a graduate can be licensed; a catalog with two numbers is a broken promise. The program's
    `hours` must equal the sum of theory, lab and clinic of its courses and of what its electives count. No exception
    silences this: a number that must be printed all the same stands in `stated_hours` with its reason, and the page
    shows both.

    Wrong: `hours: 650`, and courses that make 640.

    Right: correct the courses or the total.
    """
    for program in school.programs.values():
        ledger = ledger_of(school.courses, program)
        if not ledger.is_settled:
            continue
        if ledger.total != program.hours:
            yield Fault(
                program,
                ("hours",),
                f"the program states {in_digits(program.hours)} hours, but its courses make "
                f"{in_digits(ledger.total)} ({_gap(program.hours, ledger.total)})",
                "Correct the program's hours or the hours of its courses.",
            )
        yield from _schedules_that_differ(school, program, ledger)


def _schedules_that_differ(school: School, program: Program, usual: Ledger) -> Iterator[Fault]:
    for index, length in enumerate(program.lengths):
        stated = length.hours or program.hours
        taught = ledger_of(school.courses, program, length.schedule).total
        # Where both numbers are those of the whole program, the fault has been found there.
        if taught != stated and (taught, stated) != (usual.total, program.hours):
            yield Fault(
                program,
                ("lengths", index, "hours" if length.hours else "schedule"),
                f"on the {length.schedule} schedule the program states {in_digits(stated)} hours, but its courses "
                f"make {in_digits(taught)} ({_gap(stated, taught)})",
                "Correct the hours of the schedule, or of its courses under hours_by_schedule.",
            )


def _gap(stated: Decimal, made: Decimal) -> str:
    return f"{in_digits(stated - made)} {'missing' if stated > made else 'too many'}"


@record_rule("H102", "course-without-hours", "course")
def course_without_hours(course: Course, context: BuildContext) -> Iterator[Fault]:
    """A course has no hours at all, or none on one of its schedules.

    Wrong:

        hours: {}

    Right:

        hours: {theory: 20, lab: 10}
    """
    hint = "Enter theory, lab or clinic hours."
    if course.hours.total == 0:
        yield Fault(course, ("hours",), "this course has no hours", hint)
    for index, entry in enumerate(course.hours_by_schedule):
        if entry.hours.total == 0:
            message = f"this course has no hours on the {entry.schedule} schedule"
            yield Fault(course, ("hours_by_schedule", index, "hours"), message, hint)


@record_rule("H103", "fees-do-not-total", "program")
def fees_do_not_total(program: Program, context: BuildContext) -> Iterator[Fault]:
    """The lines of what a program costs do not make its total, or those of one of its price lists.

    Students plan with the total. Both numbers are printed beside each other.

    Wrong: lines of 9000 and 500 with `total: 9600`.

    Right: `total: 9500`.
    """
    if program.fees and program.total is None:
        yield Fault(program, ("fees",), "the costs have lines but no total", "Add total.")
    priced: list[tuple[KeyPath, Decimal | None, Sequence[Fee]]] = [(("total",), program.total, program.fees)]
    priced += [(("prices", index, "total"), prices.total, prices.fees) for index, prices in enumerate(program.prices)]
    for path, total, fees in priced:
        lines = sum_of_lines(fees)
        if total is not None and lines != total:
            message = f"the total says {total:f}, but the lines make {lines:f}"
            yield Fault(program, path, message, "Correct the total or the lines.")


@record_rule("H104", "course-listed-twice", "program")
def course_listed_twice(program: Program, context: BuildContext) -> Iterator[Fault]:
    """A program lists a course twice, so its hours would count twice.

    A course that everybody takes cannot be chosen as well.

    Wrong: `courses: [mt-101, mt-101]`

    Right: `courses: [mt-101]`
    """
    yield from _repeated(program, ("courses",), program.courses, ())
    for index, choice in enumerate(program.electives):
        yield from _repeated(program, ("electives", index, "courses"), choice.courses, program.courses)


def _repeated(program: Program, path: KeyPath, courses: Sequence[str], before: Sequence[str]) -> Iterator[Fault]:
    for index, course in enumerate(courses):
        if course in before or course in courses[:index]:
            yield Fault(program, (*path, index), f'the course "{course}" is listed twice', "Remove one of the two.")


@record_rule("H105", "areas-do-not-add-up", "course")
def areas_do_not_add_up(course: Course, context: BuildContext) -> Iterator[Fault]:
    """The areas of a course make another number of hours than the course has.

    Boards count hours by area. The page of every program and state is summed from these.

    Wrong, for a course of 40 hours:

        areas:
          - {area: ethics, hours: 30}

    Right: areas that make 40 together, or none at all.
    """
    made = sum((entry.hours for entry in course.areas), Decimal(0))
    if course.areas and made != course.hours.total:
        yield Fault(
            course,
            ("areas",),
            f"the areas make {in_digits(made)} hours, but the course has {in_digits(course.hours.total)} "
            f"({_gap(course.hours.total, made)})",
            "Correct the areas or the hours of the course.",
        )


@school_rule("H106", "choice-without-hours")
def choice_without_hours(school: School, context: BuildContext) -> Iterator[Fault]:
    """A choice of electives can make different hours, and no number says which counts; or that number cannot be made.

    The hours of a program are one number. Where the courses to choose from differ, `hours` says what counts.

    Wrong: choose one of two courses with 20 and 30 hours, and no `hours`.

    Right: `hours: 20`, with a sentence in the program that the rest is on top.
    """
    for program in school.programs.values():
        for index, choice in enumerate(choices_of(school.courses, program)):
            electives = choice.electives
            if len(choice.entries) < len(electives.courses) or electives.choose > len(electives.courses):
                continue
            span = f"{in_digits(choice.least)} to {in_digits(choice.most)}"
            if choice.counted is None:
                message = f"this choice can make {span} hours, and nothing says how many count"
                yield Fault(program, ("electives", index, "name"), message, "Add hours to the choice.")
            elif not choice.least <= choice.counted <= choice.most:
                makes = in_digits(choice.least) if choice.is_exact else span
                message = f"this choice counts {in_digits(choice.counted)} hours, but its courses make {makes}"
                yield Fault(program, ("electives", index, "hours"), message, "Correct the hours or the courses.")


@school_rule("H107", "term-hours-do-not-add-up")
def term_hours_do_not_add_up(school: School, context: BuildContext) -> Iterator[Fault]:
    """A term states another number of hours than what is taught in it.

    Wrong: `hours: 180` for a term with courses of 100 and 75 hours.

    Right: `hours: 175`, or the courses and parts that make 180.
    """
    for program in school.programs.values():
        ledger = ledger_of(school.courses, program)
        wrong = {course for _, course, _ in _parts_that_differ(school.courses, program)}
        for index, taught in enumerate(terms_of(school.courses, program)):
            stated = taught.term.hours
            if stated is None or stated == taught.total or not ledger.is_settled:
                continue
            # A course that changed is found at the hours of the program, and a wrong part at the part.
            if taught.total - stated == ledger.total - program.hours:
                continue
            if wrong.isdisjoint(part.course for part in taught.term.courses):
                yield Fault(
                    program,
                    ("terms", index, "hours"),
                    f"the term states {in_digits(stated)} hours, but {in_digits(taught.total)} are taught in it "
                    f"({_gap(stated, taught.total)})",
                    "Correct the hours of the term, or what is taught in it.",
                )


@school_rule("H108", "course-parts-do-not-add-up")
def course_parts_do_not_add_up(school: School, context: BuildContext) -> Iterator[Fault]:
    """The parts of a course that is spread over several terms do not make its hours.

    Wrong: 30 hours in the first term and 20 in the second of a course that has 60.

    Right: 30 and 30.
    """
    for program in school.programs.values():
        for path, course, parts in _parts_that_differ(school.courses, program):
            whole = school.courses[course].hours
            made = (
                f"make {in_digits(parts.total)} hours, but it has {in_digits(whole.total)}"
                if parts.total != whole.total
                else "split theory, lab and clinic in another way than the course does"
            )
            yield Fault(program, path, f'the parts of "{course}" {made}', "Correct its parts or its hours.")


def _parts_that_differ(courses: Mapping[str, Course], program: Program) -> Iterator[tuple[KeyPath, str, Hours]]:
    """Give each course whose parts do not make it: where it first stands, its id, and what the parts make."""
    first: dict[str, KeyPath] = {}
    sums: dict[str, Hours] = {}
    for number, term in enumerate(program.terms):
        for index, part in enumerate(term.courses):
            course = courses.get(part.course)
            if course is not None:
                first.setdefault(part.course, ("terms", number, "courses", index, "course"))
                sums[part.course] = sums.get(part.course, Hours()) + (part.hours or course.hours)
    for id, parts in sums.items():
        if parts != courses[id].hours:
            yield first[id], id, parts


RULES: tuple[Rule, ...] = (
    hours_do_not_add_up,
    course_without_hours,
    fees_do_not_total,
    course_listed_twice,
    areas_do_not_add_up,
    choice_without_hours,
    term_hours_do_not_add_up,
    course_parts_do_not_add_up,
)
