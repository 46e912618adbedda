"""The fixed words of the site: what enumerations are called, how dates, numbers and lists are written.

English as spoken in the United States, and the other languages as their catalogues say it. The tables hold the English:
a table's word is said where it is used, `say(GRADES[grade])`. Dates and numbers are written without the machine's
locale, so that every machine writes the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from prospectus import language
from prospectus.language import mark, say
from prospectus.model.evidence import Grade
from prospectus.model.glossary import TermGroup
from prospectus.model.record import Review, ReviewStatus
from prospectus.model.safety import Element
from prospectus.model.source import Source, SourceKind
from prospectus.model.statement import Basis, Region, Role
from prospectus.model.technique import Family

_DAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"),
    mark("Friday"), mark("Saturday"), mark("Sunday"),
)  # fmt: skip
_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip

GRADES: dict[Grade, str] = {
    Grade.MODERATE: mark("Moderate evidence"),
    Grade.WEAK: mark("Weak evidence"),
    Grade.CONFLICTING: mark("Conflicting evidence"),
    Grade.INSUFFICIENT: mark("Insufficient evidence"),
    Grade.NONE_FOUND: mark("No evidence found"),
    Grade.WEAK_AGAINST: mark("Evidence points against"),
    Grade.NOT_A_TREATMENT: mark("A topic of safety"),
}
GRADE_MEANING: dict[Grade, str] = {
    Grade.MODERATE: mark("At least one good trial, a consistent review, or a guideline in favor."),
    Grade.WEAK: mark("Evidence in favor, of low or very low certainty."),
    Grade.CONFLICTING: mark("Reviews or guidelines disagree."),
    Grade.INSUFFICIENT: mark("Too little research, or too biased, to say."),
    Grade.NONE_FOUND: mark("No relevant research was found."),
    Grade.WEAK_AGAINST: mark("Reviews mostly find no benefit that matters."),
    Grade.NOT_A_TREATMENT: mark("Massage does not treat this. The page is about safety only."),
}
ROLES: dict[Role, str] = {
    Role.MEDICAL: mark("Medical massage"),
    Role.RELAXATION: mark("Relaxation massage"),
}
REGIONS: dict[Region, str] = {
    Region.HEAD: mark("Head and jaw"),
    Region.NECK: mark("Neck"),
    Region.SHOULDER: mark("Shoulder"),
    Region.CHEST_UPPER_BACK: mark("Chest and upper back"),
    Region.ABDOMEN_LOWER_BACK: mark("Abdomen and lower back"),
    Region.HIP: mark("Hip and buttock"),
    Region.ARM: mark("Arm and elbow"),
    Region.HAND: mark("Wrist and hand"),
    Region.THIGH: mark("Thigh"),
    Region.KNEE: mark("Knee"),
    Region.LOWER_LEG: mark("Lower leg"),
    Region.FOOT: mark("Ankle and foot"),
    Region.WHOLE_BODY: mark("Whole body"),
}
FAMILIES: dict[Family, str] = {
    Family.GLIDING: mark("Gliding"),
    Family.KNEADING: mark("Kneading"),
    Family.FRICTION: mark("Friction"),
    Family.PERCUSSION: mark("Percussion"),
    Family.VIBRATION: mark("Vibration"),
    Family.COMPRESSION: mark("Compression"),
    Family.STRETCHING: mark("Stretching and movement"),
    Family.FASCIAL: mark("Fascial work"),
    Family.LYMPHATIC: mark("Lymphatic work"),
    Family.WHOLE_SESSION: mark("Whole sessions"),
    Family.ADAPTED: mark("Adapted for a person"),
    Family.LIGHT_TOUCH: mark("Light touch"),
    Family.TOOLS_AND_HEAT: mark("Tools, heat and water"),
    Family.BODY_CARE: mark("Body care"),
}
TERM_GROUPS: dict[TermGroup, str] = {
    TermGroup.ANATOMY: mark("The body"),
    TermGroup.STROKES: mark("Strokes and techniques"),
    TermGroup.ASSESSMENT: mark("Assessment"),
    TermGroup.DOCUMENTATION: mark("Records"),
    TermGroup.LICENSING: mark("Training and licensing"),
    TermGroup.EVIDENCE: mark("Evidence"),
    TermGroup.SAFETY: mark("Safety"),
    TermGroup.ROLES: mark("Roles"),
    TermGroup.BUSINESS: mark("Work"),
    TermGroup.TISSUE_CLAIMS: mark("Words of doubtful claims"),
}
SOURCE_KINDS: dict[SourceKind, str] = {
    SourceKind.COCHRANE: mark("Cochrane review"),
    SourceKind.SYSTEMATIC_REVIEW: mark("Systematic review"),
    SourceKind.GUIDELINE: mark("Guideline"),
    SourceKind.TRIAL: mark("Trial"),
    SourceKind.OBSERVATIONAL: mark("Observational study"),
    SourceKind.CASE_REPORT: mark("Case report"),
    SourceKind.LABORATORY: mark("Laboratory study"),
    SourceKind.NARRATIVE_REVIEW: mark("Review article"),
    SourceKind.SURVEY: mark("Survey"),
    SourceKind.REFERENCE: mark("Reference"),
    SourceKind.GOVERNMENT: mark("Government page"),
    SourceKind.PROFESSIONAL: mark("Professional body"),
    SourceKind.TEXTBOOK: mark("Textbook"),
    SourceKind.ARTICLE: mark("Web article"),
    SourceKind.CLASSIFICATION: mark("Classification"),
}
SOURCE_GROUPS: dict[SourceKind, str] = {
    SourceKind.COCHRANE: mark("Cochrane reviews"),
    SourceKind.SYSTEMATIC_REVIEW: mark("Systematic reviews"),
    SourceKind.GUIDELINE: mark("Guidelines"),
    SourceKind.TRIAL: mark("Trials"),
    SourceKind.OBSERVATIONAL: mark("Observational studies"),
    SourceKind.CASE_REPORT: mark("Case reports"),
    SourceKind.LABORATORY: mark("Laboratory studies"),
    SourceKind.NARRATIVE_REVIEW: mark("Review articles"),
    SourceKind.SURVEY: mark("Surveys"),
    SourceKind.REFERENCE: mark("References and health pages"),
    SourceKind.GOVERNMENT: mark("Government pages"),
    SourceKind.PROFESSIONAL: mark("Professional bodies"),
    SourceKind.TEXTBOOK: mark("Textbooks"),
    SourceKind.ARTICLE: mark("Web articles"),
    SourceKind.CLASSIFICATION: mark("Classifications"),
}


BASES: dict[Basis, str] = {
    Basis.UNCHECKED: mark("not yet checked by a clinician"),
    Basis.PRACTICE: mark("general professional knowledge"),
}
"""Labels of statements that no source carries, where a text cannot hold tags."""
ELEMENTS: dict[Element, str] = {
    Element.PRESSURE: mark("Pressure"),
    Element.SITE: mark("Site"),
    Element.SPEED: mark("Speed"),
    Element.POSITION: mark("Position"),
    Element.ANY: mark("Any work"),
}


def day_in_year(day: date) -> str:
    """Monday 11 January: where the year stands beside it."""
    return say("{weekday} {date}", weekday=say(_DAYS[day.weekday()]), date=day_of_month(day))


def long_date(day: date) -> str:
    """Monday 11 January 2027."""
    return say("{weekday} {date}", weekday=say(_DAYS[day.weekday()]), date=short_date(day))


def short_date(day: date) -> str:
    """11 January 2027."""
    return say("{day} {month} {year}", day=day.day, month=_month_name(day), year=day.year)


def day_of_month(day: date) -> str:
    """11 January."""
    return say("{day} {month}", day=day.day, month=_month_name(day))


def date_span(first: date, last: date) -> str:
    """5 July 2027, 3 to 11 July 2027, 24 December 2027 to 2 January 2028: nothing said twice."""
    if first == last:
        return short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        begin = str(first.day)
    else:
        begin = day_of_month(first) if first.year == last.year else short_date(first)
    return say("{first_day} to {last_day}", first_day=begin, last_day=short_date(last))


def month(day: date) -> str:
    """January 2027."""
    return say("{month} {year}", month=_month_name(day), year=day.year)


def _month_name(day: date) -> str:
    return say(_MONTHS[day.month - 1])


def number(value: Decimal | int) -> str:
    """1,000 or 12.5: thousands apart, no empty decimals."""
    return language.number(value)


def money(amount: Decimal, currency: str) -> str:
    """$10,995, or $10,995.50 where there are cents."""
    whole = amount == amount.to_integral_value()
    return f"{currency}{amount:,.0f}" if whole else f"{currency}{amount:,.2f}"


def file_size(size: int) -> str:
    """1.4 MB, or 86 KB: bytes as a reader weighs a download."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1000), 1)} KB"


def count(amount: int | Decimal, one: str, many: str = "") -> str:
    """1 course, 2 courses. In English only: where readers may have another language, `say_count`."""
    return f"{number(amount)} {one if amount == 1 else many or one + 's'}"


_SMALL_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def in_words(amount: int) -> str:
    """no, one, nine, for `say_count(…, count=in_words(amount))`; figures above twelve, and in other languages."""
    if language.language() != language.ENGLISH or amount >= len(_SMALL_NUMBERS):
        return number(amount)
    return _SMALL_NUMBERS[amount]


def count_in_words(amount: int, one: str, many: str = "") -> str:
    """no bodies, one body, nine bodies; figures above twelve."""
    if amount < len(_SMALL_NUMBERS):
        return f"{_SMALL_NUMBERS[amount]} {one if amount == 1 else many or one + 's'}"
    return count(amount, one, many)


def listing(items: Sequence[str], last: str = "and") -> str:
    """a, b and c."""
    if len(items) < 2:
        return items[0] if items else ""
    # Links stay links: a text of safe HTML makes the whole safe.
    comma = Markup(", ") if any(isinstance(item, Markup) for item in items) else ", "
    before = comma.join(items[:-1])
    if language.language() == "es":
        other, same_sound = _SPANISH_JOINTS[last]
        if same_sound.match(items[-1]):
            return f"{before} {other} {items[-1]}"
    return say(_JOINED[last], items=before, last=items[-1])


_JOINED = {"and": mark("{items} and {last}"), "or": mark("{items} or {last}")}
_SPANISH_JOINTS = {
    "and": ("e", re.compile("h?[ií](?![aeo])", re.IGNORECASE)),
    "or": ("u", re.compile("h?[oó]", re.IGNORECASE)),
}
"""In Spanish "y" and "o" give way to another word before one that begins with their own sound."""


def sentence_case(text: str) -> str:
    """Begin with a capital letter and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def source_byline(source: Source) -> str:
    """Authors and year as far as the record has them."""
    parts = [part for part in (source.authors, str(source.year) if source.year else None) if part]
    return ", ".join(parts)


def source_address(source: Source) -> str:
    """Give the best address of a source: its DOI, its PubMed entry, its own page; "" when there is none."""
    if source.doi:
        return f"https://doi.org/{source.doi}"
    if source.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
    return source.url or ""


def source_labels(source: Source) -> list[str]:
    """Give what a reader must know about a reference: seen in part only, or not yet checked."""
    labels = [] if source.citable else [say("seen in part")]
    return labels if source.verified else [*labels, say("not yet checked")]


def review_state(review: Review, as_of: date, *, clinical: bool) -> str:
    """Say in words how far a record has been checked."""
    if review.status is ReviewStatus.CLINICALLY_REVIEWED and review.reviewer is not None:
        reviewer = review.reviewer
        signed = {"name": reviewer.name, "credential": reviewer.credential, "day": short_date(reviewer.signed_on)}
        state = say("Reviewed by {name}, {credential}, on {day}.", **signed)
        return state if review.next_review >= as_of else say("{state} That review has run out.", state=state)
    if review.status is ReviewStatus.DRAFT:
        return say("Draft. Not ready for readers.")
    return say("Sourced. No clinician has reviewed this page yet.") if clinical else say("Read by the school.")


def review_dates(review: Review, as_of: date) -> str:
    """Say when a record was last read, and when the next reading is due or that it is late."""
    days = {"day": short_date(review.reviewed_on), "month": month(review.next_review)}
    if review.next_review < as_of:
        return say("Last read on {day}. The next reading was due in {month}.", **days)
    return say("Last read on {day}. Next review: {month}.", **days)
