"""Programs, courses and the groups that are to begin, as structured data. Never work, pay or a license."""

from __future__ import annotations

from prospectus.model.cohort import Cohort
from prospectus.model.course import Course, Delivery
from prospectus.model.program import Program
from prospectus.reckoning.ledger import courses_of
from prospectus.reckoning.prices import prices_on
from prospectus.render import urls
from prospectus.render.jsonld.node import Node, Value, absolute, node, of_hours
from prospectus.render.jsonld.school import image, place, provider
from prospectus.render.sheet import Sheet

MODES = {
    Delivery.IN_PERSON: "onsite",
    Delivery.HYBRID: "blended",
    Delivery.DISTANCE: "online",
    Delivery.SELF_PACED: "online",
}


def program(sheet: Sheet, record: Program) -> Node:
    """Describe a program: what it leads to, how long it takes, what it costs, and its courses."""
    coming = _coming(sheet, record)
    courses = [sheet.school.courses[id] for id in courses_of(record) if id in sheet.school.courses]
    return node(
        "EducationalOccupationalProgram",
        name=record.name,
        alternateName=[name.name for name in record.names],
        url=absolute(sheet, f"{urls.PROGRAMS}{record.id}/"),
        description=record.summary.plain,
        provider=provider(sheet),
        educationalCredentialAwarded=record.credential,
        occupationalCategory=_occupation(record),
        timeToComplete=list(dict.fromkeys(f"P{length.weeks}W" for length in record.lengths)),
        programPrerequisites=[entry.plain for entry in record.admission],
        startDate=[cohort.start.isoformat() for cohort in coming],
        offers=_offers(sheet, record),
        hasCourse=[_named(sheet, course) for course in courses],
        image=image(sheet, record.picture),
    )


def _occupation(record: Program) -> Value:
    work = record.occupation
    if work is None:
        return ""
    return node("CategoryCode", name=work.title, codeValue=work.code) if work.code else work.title


def _offers(sheet: Sheet, record: Program) -> list[Value]:
    """Give each total that still holds, where the school says in which currency it counts."""
    profile = sheet.school.profile
    code = profile.currency_code if profile is not None else None
    if code is None:
        return []
    own = [] if record.total is None else [("Total cost", record.total)]
    lists = [(prices.name, prices.total) for prices in prices_on(record, sheet.context.as_of) if not prices.currency]
    return [node("Offer", name=name, price=str(total), priceCurrency=code) for name, total in (*own, *lists)]


def course(sheet: Sheet, record: Course) -> Node:
    """Describe a course, with an instance for each group that is to begin in a program it belongs to."""
    named_by = sheet.school.naming(Program, "course", record.id)
    programs = [program for program in named_by if record.id in courses_of(program)]
    before = [sheet.school.courses[id] for id in record.prerequisites if id in sheet.school.courses]
    instances = [_instance(record, program, cohort) for program in programs for cohort in _coming(sheet, program)]
    return node(
        "Course",
        **_named(sheet, record, full=True),
        alternateName=[name.name for name in record.names],
        description=record.summary.plain,
        provider=provider(sheet),
        timeRequired=of_hours(record.hours.total),
        coursePrerequisites=[_named(sheet, other) for other in before],
        teaches=[objective.plain for objective in record.objectives],
        hasCourseInstance=instances,
        image=image(sheet, record.picture),
    )


def _named(sheet: Sheet, record: Course, *, full: bool = False) -> dict[str, Value]:
    named = node(
        "Course",
        name=record.name,
        courseCode=record.code,
        url=absolute(sheet, f"{urls.COURSES}{record.id}/"),
    )
    return {key: value for key, value in named.items() if key != "@type"} if full else named


def _instance(record: Course, program: Program, cohort: Cohort) -> Node:
    """Give the course in one group. Its own days are known only where it is the whole program."""
    whole = program.courses == (record.id,)
    group = node(
        "EducationEvent",
        name=f"{program.name}, {cohort.group}",
        startDate=cohort.start.isoformat(),
        endDate=cohort.end.isoformat(),
    )
    return node(
        "CourseInstance",
        courseMode=MODES[record.delivery],
        courseWorkload=of_hours(record.hours_on(cohort.length).total),
        location=cohort.place,
        startDate=cohort.start.isoformat() if whole else "",
        endDate=cohort.end.isoformat() if whole else "",
        superEvent=None if whole else group,
    )


def events(sheet: Sheet) -> list[Value]:
    """Give every group that is to begin, the earliest first."""
    coming = [
        (cohort.start, cohort.id, program, cohort)
        for program in sheet.school.programs.values()
        for cohort in _coming(sheet, program)
    ]
    return [_event(sheet, program, cohort) for _, _, program, cohort in sorted(coming, key=lambda row: row[:2])]


def _event(sheet: Sheet, record: Program, cohort: Cohort) -> Node:
    campus = sheet.school.campuses.get(cohort.campus) if cohort.campus is not None else None
    return node(
        "EducationEvent",
        name=f"{record.name}, {cohort.group}",
        url=absolute(sheet, f"{urls.PROGRAMS}{record.id}/"),
        startDate=cohort.start.isoformat(),
        endDate=cohort.end.isoformat(),
        location=place(sheet, campus) if campus is not None else cohort.place,
        organizer=provider(sheet),
        maximumAttendeeCapacity=cohort.seats,
        remainingAttendeeCapacity=cohort.seats_left,
    )


def _coming(sheet: Sheet, record: Program) -> list[Cohort]:
    return [cohort for cohort in sheet.school.cohorts_of(record.id) if cohort.start >= sheet.context.as_of]
