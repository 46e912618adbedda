"""Probes on programs, courses, licensing, costs and the calendar: sums are worked out, dates are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from prospectus.language import mark, say
from prospectus.model.course import Course, Delivery
from prospectus.model.policy import PolicyTopic
from prospectus.model.price import FeeKind
from prospectus.model.program import Program
from prospectus.reckoning.audit.answer import Answer, Look, Page, found, no_case, no_catalog
from prospectus.reckoning.ledger import ledger_of, schedule_ledgers
from prospectus.reckoning.licensing import license_programs
from prospectus.reckoning.prerequisites import circles_in
from prospectus.reckoning.prices import cost_of_books, sum_of_lines

FEWEST_WORDS = 20
"""Words a course's description has at least."""

NEAR = Decimal("0.1")
"""How far weeks times hours a week may lie from a program's hours: holidays and the last week are rarely whole."""


def _of_programs(look: Look, gaps: list[str], *where: Page) -> Answer:
    """Answer on something that every program must have."""
    return found(look, gaps if look.school.programs else [say("a program")], *(where or (Page.PROGRAMS,)))


def class_size(look: Look) -> Answer:
    """CAT-11: the largest class, and students to an instructor."""
    gaps = []
    for program in look.school.programs.values():
        if program.max_class_size is None:
            gaps.append(say("the largest class of {program}", program=program.name))
        if program.students_per_instructor is None:
            gaps.append(say("students to an instructor in {program}", program=program.name))
    return _of_programs(look, gaps)


def objectives(look: Look) -> Answer:
    """CAT-12: objectives, and the occupation with its level."""
    gaps = []
    for program in look.school.programs.values():
        if not program.objectives:
            gaps.append(say("the objectives of {program}", program=program.name))
        if program.occupation is None:
            gaps.append(say("the occupation that {program} prepares for", program=program.name))
    return _of_programs(look, gaps)


def hour_unit(look: Look) -> Answer:
    """CAT-13: clock hours in all, and what an hour is; neither record can be written without them."""
    return no_catalog() if look.catalog is None else _of_programs(look, [], Page.CATALOG, Page.PROGRAMS)


def sums(look: Look) -> Answer:
    """CAT-14: hours of courses against those of the program; theory, lab and clinic make a course by themselves."""
    gaps = []
    for program in look.school.programs.values():
        own = {length.schedule: length.hours for length in program.lengths}
        usual = ledger_of(look.school.courses, program)
        for ledger in schedule_ledgers(look.school.courses, program) or (usual,):
            hours = own.get(ledger.schedule or "") or program.hours
            if not ledger.is_settled:
                gaps.append(say("courses of {program} whose hours are all known", program=program.name))
            elif ledger.total != hours:
                gaps.append(
                    say(
                        "courses of {program} that make {hours} hours: they make {total}",
                        program=program.name,
                        hours=f"{hours:f}",
                        total=f"{ledger.total:f}",
                    )
                )
    return _of_programs(look, gaps)


def lengths(look: Look) -> Answer:
    """CAT-15: weeks, the longest time, and weeks that fit the hours."""
    programs = look.school.programs.values()
    return _of_programs(look, [gap for program in programs for gap in _length_gaps(look, program)])


def _has_longest_time(look: Look, program: Program) -> bool:
    """Say whether the program, or a policy on progress that holds for it, gives the longest time."""
    limits = [policy for policy in look.policies(PolicyTopic.PROGRESS) if policy.progress is not None]
    in_policy = any(not policy.programs or program.id in policy.programs for policy in limits)
    return program.max_time_percent is not None or in_policy


def _length_gaps(look: Look, program: Program) -> Iterator[str]:
    if not program.lengths:
        yield say("the weeks of {program}", program=program.name)
    if not _has_longest_time(look, program):
        yield say("the longest time for {program}", program=program.name)
    for length in program.lengths:
        hours = length.hours or program.hours
        if length.hours_a_week is None:
            yield say("hours a week of {program} ({schedule})", program=program.name, schedule=length.schedule)
        elif abs(length.weeks * length.hours_a_week - hours) > NEAR * hours:
            yield say(
                "weeks of {program} ({schedule}) that fit its {hours} hours",
                program=program.name,
                schedule=length.schedule,
                hours=hours,
            )


def schedule(look: Look) -> Answer:
    """CAT-16: days and hours of every group to come, and when the school is open."""
    if look.catalog is None:
        return no_catalog()
    gaps = [] if look.catalog.class_hours is not None else [say("class hours and breaks")]
    coming = [cohort for cohort in look.school.cohorts.values() if cohort.start >= look.as_of]
    gaps += [
        say("days and times of the {group} of {isoformat}", group=cohort.group, isoformat=cohort.start.isoformat())
        for cohort in coming
        if not cohort.class_times and not cohort.meets_on
    ]
    return found(look, gaps, look.catalog, Page.CALENDAR)


def courses(look: Look) -> Answer:
    """CAT-17: code, title, hours, description and order of every course."""
    shelf = look.school.courses
    codes = Counter(course.code.casefold() for course in shelf.values())
    gaps = [] if shelf else [say("a course")]
    gaps += [
        say("a code of its own for {course}", course=course.name)
        for course in shelf.values()
        if codes[course.code.casefold()] > 1
    ]
    for course in shelf.values():
        gaps += _course_gaps(look, course)
    for circle in circles_in(shelf):
        gaps.append(
            say("an order of courses without a circle: {code} would come before itself", code=shelf[circle[0]].code)
        )
    return found(look, gaps, Page.COURSES)


def _course_gaps(look: Look, course: Course) -> Iterator[str]:
    if not course.hours.total:
        yield say("the hours of {course}", course=course.code)
    if len(course.description.plain.split()) < FEWEST_WORDS:
        yield say(
            "a description of {course} with {fewest_words} words or more", course=course.code, fewest_words=FEWEST_WORDS
        )
    for id in course.prerequisites:
        if id not in look.school.courses:
            yield say("the course {id} that must come before {course}", id=id, course=course.code)


def textbooks(look: Look) -> Answer:
    """CAT-18: books of every course, or that it needs none, and their sum against the program's fees."""
    gaps = []
    for course in look.school.courses.values():
        if not course.textbooks and not course.no_textbooks:
            gaps.append(say("the books of {course}, or that it needs none", course=course.code))
        elif any(book.price is None for book in course.textbooks if book.required):
            gaps.append(say("the price of a book of {course}", course=course.code))
    for program in look.school.programs.values():
        stated, books = sum_of_lines(program.fees, FeeKind.BOOKS), cost_of_books(look.school.courses, program)
        if books is not None and not books[0] <= stated <= books[1]:
            gaps.append(
                say(
                    "books of {program} that cost what its fees say ({stated}): they cost {books}",
                    program=program.name,
                    stated=f"{stated:f}",
                    books=f"{books[1]:f}",
                )
            )
    return found(look, gaps if look.school.courses else [say("a course")], Page.COURSES, Page.COSTS)


def delivery(look: Look) -> Answer:
    """CAT-19: courses that are not taught in person; their pages say so beside the title."""
    others = [course for course in look.school.courses.values() if course.delivery is not Delivery.IN_PERSON]
    return found(look, [], *others) if others else no_case(say("Every course is taught in person."))


def licensing(look: Look) -> Answer:
    """CAT-20: the place that regulates the school, dated and sourced, and the hours of programs beside it."""
    if look.catalog is None:
        return no_catalog()
    place = look.school.jurisdictions.get(look.catalog.jurisdiction or "")
    if place is None:
        return found(look, [say("the state, province or country that regulates the school")])
    gaps = [] if place.as_of is not None else [say("the day on which the facts on {place} were read", place=place.name)]
    if not any(position.sources for position in place.hours if position.holds):
        gaps.append(say("the hours that {place} asks for, with a source", place=place.name))
    if not license_programs(look.school):
        gaps.append(say("a program that leads to a license, so that its hours can be compared"))
    return found(look, gaps, place, Page.LICENSING)


def three_lists(look: Look) -> Answer:
    """CAT-21: for schools with federal aid, each place once: meets, does not meet, not determined."""
    if look.catalog is None:
        return no_catalog()
    if not look.catalog.federal_aid:
        return no_case(say("The school takes part in no federal aid."))
    gaps = [] if look.school.jurisdictions else [say("the places that ask for a license")]
    for program in look.school.programs.values():
        signed = Counter(entry.jurisdiction for entry in program.determinations)
        twice = [id for id, times in signed.items() if times > 1]
        names = [look.school.jurisdictions[id].name for id in twice if id in look.school.jurisdictions]
        gaps += [
            say("one determination only of {program} for {name}", program=program.name, name=name) for name in names
        ]
    return found(look, gaps, Page.LICENSING)


def background(look: Look) -> Answer:
    """CAT-22: a criminal record and the license; where the law can be read."""
    if look.catalog is None:
        return no_catalog()
    told = {
        mark("what a criminal record may mean for a license"): look.catalog.background_notice,
        mark("where the law can be read"): look.catalog.law,
    }
    return found(look, [say(what) for what, text in told.items() if text is None], look.catalog)


def costs(look: Look) -> Answer:
    """CAT-27: every line of every program, and the total they make."""
    gaps = []
    for program in look.school.programs.values():
        if not program.fees or program.total is None:
            gaps.append(say("what {program} costs, line by line and in all", program=program.name))
        elif (made := sum_of_lines(program.fees)) != program.total:
            gaps.append(
                say(
                    "lines of {program} that make {total}: they make {made}",
                    program=program.name,
                    total=f"{program.total:f}",
                    made=f"{made:f}",
                )
            )
    return _of_programs(look, gaps, Page.COSTS, Page.PROGRAMS)


def payment(look: Look) -> Answer:
    """CAT-28: ways to pay, interest, and that nothing else is charged."""
    if look.catalog is None:
        return no_catalog()
    told = {
        mark("ways to pay"): look.catalog.payment_methods,
        mark("interest on payment plans, or that there is none"): look.catalog.interest,
        mark("that a charge not listed is not made"): look.catalog.unlisted_charges,
    }
    return found(look, [say(what) for what, text in told.items() if not text], look.catalog)


def aid(look: Look) -> Answer:
    """CAT-29: financial aid, or that there is none."""
    if look.catalog is None:
        return no_catalog()
    told = look.catalog.aid or look.catalog.no_aid is not None
    return found(look, [] if told else [say("financial aid, or that there is none")], look.catalog)


def calendar(look: Look) -> Answer:
    """CAT-34: a group of every program that starts while the catalog holds, and the days off."""
    catalog = look.catalog
    if catalog is None:
        return no_catalog()
    gaps = [] if look.school.holidays else [say("holidays and days off")]
    for program in look.school.programs.values():
        cohorts = look.school.cohorts_of(program.id)
        if not any(catalog.effective_from <= cohort.start <= catalog.effective_to for cohort in cohorts):
            gaps.append(say("a first and last day of {program} while the catalog holds", program=program.name))
        gaps += [
            say("a last day after the first for the {group} of {program}", group=cohort.group, program=program.name)
            for cohort in cohorts
            if cohort.end < cohort.start
        ]
    if catalog.calendar_note is None and not any(cohort.enroll_until for cohort in look.school.cohorts.values()):
        gaps.append(say("when one can enroll"))
    return _of_programs(look, gaps, Page.CALENDAR)


def graduation(look: Look) -> Answer:
    """CAT-40: what it takes to graduate; no program can be written without its credential."""
    programs = look.school.programs.values()
    return _of_programs(
        look, [say("what it takes to graduate from {program}", program=p.name) for p in programs if not p.graduation]
    )
