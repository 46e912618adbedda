"""Words for what programs and courses hold: lengths, measures, areas, ways of teaching, names in other languages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup, escape

from prospectus.model.course import Course, Delivery
from prospectus.model.local_name import LocalName
from prospectus.model.measure import Hours, Measure, MeasureUnit, SubjectArea
from prospectus.model.program import Program
from prospectus.reckoning.measures import MeasureKey
from prospectus.render import words
from prospectus.render.escape import escape_markdown
from prospectus.render.sheet import Sheet

UNITS: dict[MeasureUnit, tuple[str, str]] = {
    MeasureUnit.CLOCK_HOURS: ("clock hour", "clock hours"),
    MeasureUnit.SEMESTER_CREDITS: ("semester credit", "semester credits"),
    MeasureUnit.QUARTER_CREDITS: ("quarter credit", "quarter credits"),
    MeasureUnit.COMPETENCY_UNITS: ("competency unit", "competency units"),
    MeasureUnit.SERVICES: ("service", "services"),
    MeasureUnit.OTHER: ("other unit", "other units"),
}
AREAS: dict[SubjectArea, str] = {
    SubjectArea.ANATOMY_PHYSIOLOGY: "Anatomy and physiology",
    SubjectArea.KINESIOLOGY: "Kinesiology",
    SubjectArea.PATHOLOGY: "Pathology",
    SubjectArea.MASSAGE_THEORY: "Massage theory",
    SubjectArea.TECHNIQUE: "Massage technique",
    SubjectArea.ASSESSMENT: "Assessment",
    SubjectArea.MODALITIES: "Other methods",
    SubjectArea.HYDROTHERAPY: "Heat, cold and water",
    SubjectArea.ETHICS: "Ethics",
    SubjectArea.LAW: "Law",
    SubjectArea.BUSINESS: "Business",
    SubjectArea.HYGIENE: "Hygiene and safety",
    SubjectArea.FIRST_AID: "First aid",
    SubjectArea.COMMUNICATION: "Communication",
    SubjectArea.RESEARCH: "Research",
    SubjectArea.CLINIC: "Student clinic",
}
DELIVERY: dict[Delivery, str] = {
    Delivery.IN_PERSON: "",
    Delivery.HYBRID: "Partly at a distance",
    Delivery.DISTANCE: "At a distance",
    Delivery.SELF_PACED: "At your own pace",
}
"""What stands beside a title when a course is not taught in person."""


def lengths(program: Program) -> str:
    """33 weeks (day) or 55 weeks (evening)."""
    parts = [f"{words.count(length.weeks, 'week')} ({length.schedule})" for length in program.lengths]
    return words.listing(parts, "or")


def measure(found: Measure) -> str:
    """12 semester credits; at least 20 services; 20 to 25 squeezed pebbles (counted by the harbor office)."""
    amount = words.number(found.amount)
    if found.up_to is not None and found.up_to != found.amount:
        amount = f"{amount} to {words.number(found.up_to)}"
    one, many = UNITS[found.unit]
    said = found.name or (one if found.amount == 1 and found.up_to is None else many)
    least = "at least " if found.at_least else ""
    return f"{least}{amount} {said}" + (f" ({found.note})" if found.note else "")


def measure_head(key: MeasureKey) -> str:
    """Name a measure at the head of a column."""
    unit, name = key
    return words.sentence_case(name or UNITS[unit][1])


def measure_amount(found: Measure | None) -> str:
    """Give a measure in its column: 1.5, 20 to 25, 20 or more; a dash where there is none."""
    if found is None:
        return "–"
    amount = words.number(found.amount)
    if found.up_to is not None and found.up_to != found.amount:
        return f"{amount} to {words.number(found.up_to)}"
    return f"{amount} or more" if found.at_least else amount


def span(least: Decimal, most: Decimal) -> str:
    """12, or 10 to 12."""
    return words.number(least) if least == most else f"{words.number(least)} to {words.number(most)}"


def local_names(names: Iterable[LocalName]) -> Markup:
    """Give names in other languages, each marked with its language."""
    marked = [Markup('<span lang="{}">{}</span>').format(name.language, escape_markdown(name.name)) for name in names]
    return Markup(", ").join(marked)


def split(hours: Hours, unsplit: Decimal = Decimal(0)) -> str:
    """20 theory, 50 lab; or all theory: the kinds that an amount of hours is made of."""
    parts = [(hours.theory, "theory"), (hours.lab, "lab"), (hours.clinic, "clinic"), (unsplit, "by choice")]
    filled = [(amount, name) for amount, name in parts if amount]
    if len(filled) == 1:
        return f"all {filled[0][1]}"
    return ", ".join(f"{words.number(amount)} {name}" for amount, name in filled)


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
    mark = DELIVERY[course.delivery]
    return link + Markup(' <span class="mode">{}</span>').format(escape(mark)) if mark else link
