"""Words for what programs and courses hold: lengths, measures, areas, ways of teaching, names in other languages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup, escape

from prospectus.language import mark, say, say_count
from prospectus.model.course import Course, Delivery
from prospectus.model.local_name import LocalName
from prospectus.model.measure import Hours, Measure, MeasureUnit, SubjectArea
from prospectus.model.program import Length, Program
from prospectus.reckoning.measures import MeasureKey
from prospectus.render import words
from prospectus.render.escape import escape_markdown
from prospectus.render.sheet import Sheet

UNITS: dict[MeasureUnit, tuple[str, str]] = {
    MeasureUnit.CLOCK_HOURS: (mark("clock hour"), mark("clock hours")),
    MeasureUnit.SEMESTER_CREDITS: (mark("semester credit"), mark("semester credits")),
    MeasureUnit.QUARTER_CREDITS: (mark("quarter credit"), mark("quarter credits")),
    MeasureUnit.COMPETENCY_UNITS: (mark("competency unit"), mark("competency units")),
    MeasureUnit.SERVICES: (mark("service"), mark("services")),
    MeasureUnit.OTHER: (mark("other unit"), mark("other units")),
}
AREAS: dict[SubjectArea, str] = {
    SubjectArea.ANATOMY_PHYSIOLOGY: mark("Anatomy and physiology"),
    SubjectArea.KINESIOLOGY: mark("Kinesiology"),
    SubjectArea.PATHOLOGY: mark("Pathology"),
    SubjectArea.MASSAGE_THEORY: mark("Massage theory"),
    SubjectArea.TECHNIQUE: mark("Massage technique"),
    SubjectArea.ASSESSMENT: mark("Assessment"),
    SubjectArea.MODALITIES: mark("Other methods"),
    SubjectArea.HYDROTHERAPY: mark("Heat, cold and water"),
    SubjectArea.ETHICS: mark("Ethics"),
    SubjectArea.LAW: mark("Law"),
    SubjectArea.BUSINESS: mark("Business"),
    SubjectArea.HYGIENE: mark("Hygiene and safety"),
    SubjectArea.FIRST_AID: mark("First aid"),
    SubjectArea.COMMUNICATION: mark("Communication"),
    SubjectArea.RESEARCH: mark("Research"),
    SubjectArea.CLINIC: mark("Student clinic"),
}
DELIVERY: dict[Delivery, str] = {
    Delivery.IN_PERSON: "",
    Delivery.HYBRID: mark("Partly at a distance"),
    Delivery.DISTANCE: mark("At a distance"),
    Delivery.SELF_PACED: mark("At your own pace"),
}
"""What stands beside a title when a course is not taught in person."""


def delivery(course: Course) -> str:
    """Say how a course is taught where that is not in person; "" where it is."""
    mode = DELIVERY[course.delivery]
    return say(mode) if mode else ""


def hours(amount: Decimal | int) -> str:
    """1 hour, 650 hours."""
    return say_count(amount, "{count} hour", "{count} hours")


def weeks(amount: Decimal | int) -> str:
    """1 week, 33 weeks."""
    return say_count(amount, "{count} week", "{count} weeks")


def length(found: Length) -> str:
    """33 weeks (day)."""
    return say("{weeks} ({schedule})", weeks=weeks(found.weeks), schedule=found.schedule)


def lengths(program: Program) -> str:
    """33 weeks (day) or 55 weeks (evening)."""
    return words.listing([length(found) for found in program.lengths], "or")


def measure(found: Measure) -> str:
    """12 semester credits; at least 20 services; 20 to 25 squeezed pebbles (counted by the harbor office)."""
    amount = _span_of(found)
    one, many = UNITS[found.unit]
    said = found.name or say(one if found.amount == 1 and found.up_to is None else many)
    whole = f"{amount} {said}"
    if found.at_least:
        whole = say("at least {amount}", amount=whole)
    return whole + (f" ({found.note})" if found.note else "")


def measure_head(key: MeasureKey) -> str:
    """Name a measure at the head of a column."""
    unit, name = key
    return words.sentence_case(name or say(UNITS[unit][1]))


def measure_amount(found: Measure | None) -> str:
    """Give a measure in its column: 1.5, 20 to 25, 20 or more; a dash where there is none."""
    if found is None:
        return "–"
    if found.at_least and (found.up_to is None or found.up_to == found.amount):
        return say("{amount} or more", amount=words.number(found.amount))
    return _span_of(found)


def _span_of(found: Measure) -> str:
    return span(found.amount, found.amount if found.up_to is None else found.up_to)


def span(least: Decimal, most: Decimal) -> str:
    """12, or 10 to 12."""
    if least == most:
        return words.number(least)
    return say("{least} to {most}", least=words.number(least), most=words.number(most))


def local_names(names: Iterable[LocalName]) -> Markup:
    """Give names in other languages, each marked with its language."""
    marked = [Markup('<span lang="{}">{}</span>').format(name.language, escape_markdown(name.name)) for name in names]
    return Markup(", ").join(marked)


def split(taught: Hours, unsplit: Decimal = Decimal(0)) -> str:
    """20 theory, 50 lab; or all theory: the kinds that an amount of hours is made of."""
    kinds = ((taught.theory, *_KINDS[0]), (taught.lab, *_KINDS[1]), (taught.clinic, *_KINDS[2]), (unsplit, *_KINDS[3]))
    filled = [kind for kind in kinds if kind[0]]
    if len(filled) == 1:
        return say(filled[0][2])
    return ", ".join(say(some, hours=words.number(amount)) for amount, some, _ in filled)


_KINDS = (
    (mark("{hours} theory"), mark("all theory")),
    (mark("{hours} lab"), mark("all lab")),
    (mark("{hours} clinic"), mark("all clinic")),
    (mark("{hours} by choice"), mark("all by choice")),
)


def coded(course: Course) -> str:
    """MT 101 Touch and safety."""
    return f"{course.code} {course.name}"


def money(sheet: Sheet, amount: Decimal, currency: str | None = None) -> str:
    """Give an amount with the school's sign, or with that of a price list."""
    own = sheet.school.profile.currency if sheet.school.profile is not None else "$"
    return words.money(amount, currency or own)


def course_link(sheet: Sheet, course: Course) -> Markup:
    """Link a course by code and name, with the way it is taught where that is not in person."""
    link = sheet.link(course, coded(course))
    mode = delivery(course)
    return link + Markup(' <span class="mode">{}</span>').format(escape(mode)) if mode else link
