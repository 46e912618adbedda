"""Rules on what a program holds together: courses, terms, choices, techniques, schedules and assessments."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean, in_digits, record_rule, school_rule
from prospectus.model.course import Course
from prospectus.model.program import Program
from prospectus.model.school import School
from prospectus.reckoning.ledger import courses_of, schedules_of
from prospectus.reckoning.prerequisites import circles_in


@school_rule("U101", "course-in-no-program")
def course_in_no_program(school: School, context: BuildContext) -> Iterator[Fault]:
    """A course stands in no program, neither among its courses nor among its electives.

    A catalog that prints it offers what nobody can enroll in, and its hours count nowhere.

    Wrong: a file in `content/courses/` that no program names.

    Right: add it to a program's `courses` or `electives`, or remove it.
    """
    if not school.is_whole:
        return
    taught = {course for program in school.programs.values() for course in courses_of(program)}
    for id, course in school.courses.items():
        if id not in taught:
            message = f'the course "{course.code} {course.name}" is in no program, so nobody can enroll in it'
            yield Fault(course, ("code",), message, "Add it to a program's courses or electives, or remove it.")


@school_rule("U102", "technique-that-no-course-teaches")
def technique_that_no_course_teaches(school: School, context: BuildContext) -> Iterator[Fault]:
    """A program says that it teaches a technique, and none of its courses does.

    Wrong: `techniques: [shiatsu]` in a program whose courses name other techniques.

    Right: add the technique to the course that teaches it, or take it out of the program.
    """
    for program in school.programs.values():
        courses = [school.courses.get(id) for id in courses_of(program)]
        if None in courses:
            continue
        taught = {technique for course in courses if course is not None for technique in course.techniques}
        for index, technique in enumerate(program.techniques):
            if technique not in taught and school.find("technique", technique) is not None:
                message = f'the program says it teaches "{technique}", but none of its courses does'
                hint = "Add it to the course that teaches it, or take it out of the program."
                yield Fault(program, ("techniques", index), message, hint)


@school_rule("U103", "course-of-a-term-not-in-program")
def course_of_a_term_not_in_program(school: School, context: BuildContext) -> Iterator[Fault]:
    """A term names a course or a choice that the program does not have.

    Wrong: a term with `course: mt-150`, which stands neither in `courses` nor in `electives`.

    Right: add the course to the program, or take it out of the term.
    """
    for program in school.programs.values():
        yield from _strangers_in_terms(school, program)


def _strangers_in_terms(school: School, program: Program) -> Iterator[Fault]:
    known, choices = courses_of(program), [choice.name for choice in program.electives]
    unclear = any(id not in school.courses for id in known)
    for number, term in enumerate(program.terms):
        for index, part in enumerate(term.courses):
            # An id that no course has is told of already, and may be meant for this one.
            if part.course not in known and part.course in school.courses and not unclear:
                yield Fault(
                    program,
                    ("terms", number, "courses", index, "course"),
                    f'the term names "{part.course}", which is not a course of this program'
                    + did_you_mean(part.course, known),
                    "Add the course to the program, or take it out of the term.",
                )
        for index, name in enumerate(term.choices):
            if name not in choices:
                message = f'the term names a choice "{name}", which this program does not have'
                hint = "Write the choice as its name stands under electives."
                yield Fault(program, ("terms", number, "choices", index), message + did_you_mean(name, choices), hint)


@school_rule("U104", "course-in-no-term")
def course_in_no_term(school: School, context: BuildContext) -> Iterator[Fault]:
    """A program has terms, and a course that everybody takes stands in none of them.

    Wrong: three quarters that leave out the student clinic.

    Right: name every course in the term, or the terms, in which it is taught.
    """
    for program in school.programs.values():
        placed = {part.course for term in program.terms for part in term.courses}
        unclear = any(id not in school.courses for id in placed)
        for index, course in enumerate(program.courses):
            if program.terms and not unclear and course in school.courses and course not in placed:
                message = f'the course "{course}" is in no term'
                yield Fault(program, ("courses", index), message, "Add it to the term in which it is taught.")


@record_rule("U105", "choice-too-large", "program")
def choice_too_large(program: Program, context: BuildContext) -> Iterator[Fault]:
    """A choice asks for more courses than it offers.

    Wrong: `choose: 3` out of two courses.

    Right: `choose: 2`, or one more course to choose from.
    """
    for index, choice in enumerate(program.electives):
        offered = len(set(choice.courses))
        if choice.choose > offered:
            message = f"students are to choose {choice.choose} courses, but there are only {offered}"
            yield Fault(program, ("electives", index, "choose"), message, "Ask for fewer, or offer more.")


@record_rule("U106", "assessments-do-not-total", "course")
def assessments_do_not_total(course: Course, context: BuildContext) -> Iterator[Fault]:
    """The parts of a course's grade do not make 100 percent.

    Wrong: a written exam with 40 and a practical exam with 50.

    Right: weights that make 100 together.
    """
    made = sum((part.weight for part in course.assessments), Decimal(0))
    if course.assessments and made != 100:
        message = f"the parts of the grade make {in_digits(made)} percent"
        yield Fault(course, ("assessments",), message, "Correct the weights; 100 together.")


@school_rule("U107", "schedule-that-nobody-offers")
def schedule_that_nobody_offers(school: School, context: BuildContext) -> Iterator[Fault]:
    """A course or a price list names a schedule that no length of its program has.

    Its hours or its prices would stand on no page.

    Wrong: `schedule: evenings`, where the program's length is called `evening`.

    Right: `schedule: evening`
    """
    for program in school.programs.values():
        offered = schedules_of(program)
        for index, prices in enumerate(program.prices):
            if prices.schedule is not None and prices.schedule not in offered:
                path = ("prices", index, "schedule")
                yield _unknown_schedule(program, path, prices.schedule, offered)
    offered_for: dict[str, set[str]] = {}
    for program in school.programs.values():
        for id in courses_of(program):
            offered_for.setdefault(id, set()).update(schedules_of(program))
    for id, course in school.courses.items():
        for index, entry in enumerate(course.hours_by_schedule):
            known = tuple(sorted(offered_for.get(id, ())))
            if id in offered_for and entry.schedule not in known:
                yield _unknown_schedule(course, ("hours_by_schedule", index, "schedule"), entry.schedule, known)


def _unknown_schedule(
    record: Course | Program, path: tuple[str | int, ...], schedule: str, offered: tuple[str, ...]
) -> Fault:
    message = f'no program offers this on a schedule called "{schedule}"{did_you_mean(schedule, offered)}'
    return Fault(record, path, message, "Write the schedule as it stands under lengths.")


@school_rule("U108", "prerequisite-out-of-reach")
def prerequisite_out_of_reach(school: School, context: BuildContext) -> Iterator[Fault]:
    """A course asks for another that students of the program never take.

    What must come before has to stand in the same program, or in one that comes `after`. Where `permission` may stand
    in for it, nothing is wrong.

    Wrong: a program with `mt-104`, which asks for `mt-102`, but without `mt-102`.

    Right: add the course that must come before, or take the prerequisite away.
    """
    for program in school.programs.values():
        reach = _within_reach(school, program)
        for id in courses_of(program) if reach else ():
            course = school.courses.get(id)
            if course is None or course.permission is not None:
                continue
            missing = [other for other in (*course.prerequisites, *course.corequisites) if other not in reach]
            missing += [" or ".join(others) for others in course.one_of if others and reach.isdisjoint(others)]
            for other in missing:
                if other in school.courses or " or " in other:
                    message = f'"{id}" asks for "{other}", which is not in the program "{program.id}"'
                    hint = "Add it to the program, or take the prerequisite away."
                    yield Fault(program, ("courses",), message, hint)


@record_rule("U110", "schedule-listed-twice", "program")
def schedule_listed_twice(program: Program, context: BuildContext) -> Iterator[Fault]:
    """Two lengths of a program have the same schedule, so nobody can tell which of them holds.

    Wrong: `schedule: day` with 33 weeks, and `schedule: day` with 40.

    Right: one length a schedule, each with its own name.
    """
    seen: set[str] = set()
    for index, length in enumerate(program.lengths):
        if length.schedule in seen:
            message = f'there is a length for the schedule "{length.schedule}" already'
            yield Fault(
                program, ("lengths", index, "schedule"), message, "Give it another name, or remove one of the two."
            )
        seen.add(length.schedule)


def _within_reach(school: School, program: Program) -> set[str]:
    """Name the courses of a program and of all that come before it; none when one of those cannot be read."""
    reach: set[str] = set()
    waiting, seen = [program], set[str]()
    while waiting:
        each = waiting.pop()
        reach |= set(courses_of(each))
        seen.add(each.id)
        if any(id not in school.programs for id in each.after):
            return set()
        waiting += [school.programs[id] for id in each.after if id not in seen]
    return reach


@school_rule("U109", "prerequisite-in-a-later-term")
def prerequisite_in_a_later_term(school: School, context: BuildContext) -> Iterator[Fault]:
    """A course is taught in an earlier term than one that must come before it.

    Wrong: the student clinic in the first quarter, and the course it asks for in the second.

    Right: put the course that must come before into the same term or an earlier one.
    """
    in_circles = {course for circle in circles_in(school.courses) for course in circle}
    for program in school.programs.values():
        first: dict[str, int] = {}
        for number, term in enumerate(program.terms):
            for part in term.courses:
                first.setdefault(part.course, number)
        for number, term in enumerate(program.terms):
            for index, part in enumerate(term.courses):
                course = school.courses.get(part.course)
                late = [o for o in course.prerequisites if first.get(o, -1) > number] if course is not None else []
                if late and first[part.course] == number and part.course not in in_circles:
                    message = f'"{part.course}" asks for "{late[0]}", which comes in a later term'
                    path = ("terms", number, "courses", index, "course")
                    yield Fault(program, path, message, "Move one of the two to another term.")


RULES: tuple[Rule, ...] = (
    course_in_no_program,
    technique_that_no_course_teaches,
    course_of_a_term_not_in_program,
    course_in_no_term,
    choice_too_large,
    assessments_do_not_total,
    schedule_that_nobody_offers,
    prerequisite_out_of_reach,
    prerequisite_in_a_later_term,
    schedule_listed_twice,
)
