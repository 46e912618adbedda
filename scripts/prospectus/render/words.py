"""The fixed words of the site: what enumerations are called, how dates, numbers and lists are written.

English as spoken in the United States. Dates and numbers are written without the machine's locale, so that every
machine writes the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from prospectus.model.evidence import Grade
from prospectus.model.glossary import TermGroup
from prospectus.model.record import Review, ReviewStatus
from prospectus.model.safety import Element
from prospectus.model.source import Source, SourceKind
from prospectus.model.statement import Basis, Region, Role
from prospectus.model.technique import Family

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

GRADES: dict[Grade, str] = {
    Grade.MODERATE: "Moderate evidence",
    Grade.WEAK: "Weak evidence",
    Grade.CONFLICTING: "Conflicting evidence",
    Grade.INSUFFICIENT: "Insufficient evidence",
    Grade.NONE_FOUND: "No evidence found",
    Grade.WEAK_AGAINST: "Evidence points against",
    Grade.NOT_A_TREATMENT: "A topic of safety",
}
GRADE_MEANING: dict[Grade, str] = {
    Grade.MODERATE: "At least one good trial, a consistent review, or a guideline in favor.",
    Grade.WEAK: "Evidence in favor, of low or very low certainty.",
    Grade.CONFLICTING: "Reviews or guidelines disagree.",
    Grade.INSUFFICIENT: "Too little research, or too biased, to say.",
    Grade.NONE_FOUND: "No relevant research was found.",
    Grade.WEAK_AGAINST: "Reviews mostly find no benefit that matters.",
    Grade.NOT_A_TREATMENT: "Massage does not treat this. The page is about safety only.",
}
ROLES: dict[Role, str] = {Role.MEDICAL: "Medical massage", Role.RELAXATION: "Relaxation massage"}
REGIONS: dict[Region, str] = {
    Region.HEAD: "Head and jaw",
    Region.NECK: "Neck",
    Region.SHOULDER: "Shoulder",
    Region.CHEST_UPPER_BACK: "Chest and upper back",
    Region.ABDOMEN_LOWER_BACK: "Abdomen and lower back",
    Region.HIP: "Hip and buttock",
    Region.ARM: "Arm and elbow",
    Region.HAND: "Wrist and hand",
    Region.THIGH: "Thigh",
    Region.KNEE: "Knee",
    Region.LOWER_LEG: "Lower leg",
    Region.FOOT: "Ankle and foot",
    Region.WHOLE_BODY: "Whole body",
}
FAMILIES: dict[Family, str] = {
    Family.GLIDING: "Gliding",
    Family.KNEADING: "Kneading",
    Family.FRICTION: "Friction",
    Family.PERCUSSION: "Percussion",
    Family.VIBRATION: "Vibration",
    Family.COMPRESSION: "Compression",
    Family.STRETCHING: "Stretching and movement",
    Family.FASCIAL: "Fascial work",
    Family.LYMPHATIC: "Lymphatic work",
    Family.WHOLE_SESSION: "Whole sessions",
    Family.ADAPTED: "Adapted for a person",
    Family.LIGHT_TOUCH: "Light touch",
    Family.TOOLS_AND_HEAT: "Tools, heat and water",
    Family.BODY_CARE: "Body care",
}
TERM_GROUPS: dict[TermGroup, str] = {
    TermGroup.ANATOMY: "The body",
    TermGroup.STROKES: "Strokes and techniques",
    TermGroup.ASSESSMENT: "Assessment",
    TermGroup.DOCUMENTATION: "Records",
    TermGroup.LICENSING: "Training and licensing",
    TermGroup.EVIDENCE: "Evidence",
    TermGroup.SAFETY: "Safety",
    TermGroup.ROLES: "Roles",
    TermGroup.BUSINESS: "Work",
    TermGroup.TISSUE_CLAIMS: "Words of doubtful claims",
}
SOURCE_KINDS: dict[SourceKind, str] = {
    SourceKind.COCHRANE: "Cochrane review",
    SourceKind.SYSTEMATIC_REVIEW: "Systematic review",
    SourceKind.GUIDELINE: "Guideline",
    SourceKind.TRIAL: "Trial",
    SourceKind.OBSERVATIONAL: "Observational study",
    SourceKind.CASE_REPORT: "Case report",
    SourceKind.LABORATORY: "Laboratory study",
    SourceKind.NARRATIVE_REVIEW: "Review article",
    SourceKind.SURVEY: "Survey",
    SourceKind.REFERENCE: "Reference",
    SourceKind.GOVERNMENT: "Government page",
    SourceKind.PROFESSIONAL: "Professional body",
    SourceKind.TEXTBOOK: "Textbook",
    SourceKind.ARTICLE: "Web article",
    SourceKind.CLASSIFICATION: "Classification",
}
SOURCE_GROUPS: dict[SourceKind, str] = {
    SourceKind.COCHRANE: "Cochrane reviews",
    SourceKind.SYSTEMATIC_REVIEW: "Systematic reviews",
    SourceKind.GUIDELINE: "Guidelines",
    SourceKind.TRIAL: "Trials",
    SourceKind.OBSERVATIONAL: "Observational studies",
    SourceKind.CASE_REPORT: "Case reports",
    SourceKind.LABORATORY: "Laboratory studies",
    SourceKind.NARRATIVE_REVIEW: "Review articles",
    SourceKind.SURVEY: "Surveys",
    SourceKind.REFERENCE: "References and health pages",
    SourceKind.GOVERNMENT: "Government pages",
    SourceKind.PROFESSIONAL: "Professional bodies",
    SourceKind.TEXTBOOK: "Textbooks",
    SourceKind.ARTICLE: "Web articles",
    SourceKind.CLASSIFICATION: "Classifications",
}


BASES: dict[Basis, str] = {
    Basis.UNCHECKED: "not yet checked by a clinician",
    Basis.PRACTICE: "general professional knowledge",
}
"""Labels of statements that no source carries, where a text cannot hold tags."""
ELEMENTS: dict[Element, str] = {
    Element.PRESSURE: "Pressure",
    Element.SITE: "Site",
    Element.SPEED: "Speed",
    Element.POSITION: "Position",
    Element.ANY: "Any work",
}


def long_date(day: date) -> str:
    """Monday 11 January 2027."""
    return f"{_DAYS[day.weekday()]} {short_date(day)}"


def short_date(day: date) -> str:
    """11 January 2027."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_span(first: date, last: date) -> str:
    """5 July 2027, 3 to 11 July 2027, 24 December 2027 to 2 January 2028: nothing said twice."""
    if first == last:
        return short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {short_date(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {short_date(last)}"
    return f"{short_date(first)} to {short_date(last)}"


def month(day: date) -> str:
    """January 2027."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def number(value: Decimal | int) -> str:
    """1,000 or 12.5: thousands apart, no empty decimals."""
    decimal = Decimal(value)
    plain = decimal.quantize(Decimal(1)) if decimal == decimal.to_integral_value() else decimal.normalize()
    return f"{plain:,f}"


def money(amount: Decimal, currency: str) -> str:
    """$10,995, or $10,995.50 where there are cents."""
    whole = amount == amount.to_integral_value()
    return f"{currency}{amount:,.0f}" if whole else f"{currency}{amount:,.2f}"


def file_size(size: int) -> str:
    """1.4 MB, or 86 KB: bytes as a reader weighs a download."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1000), 1)} KB"


def count(amount: int | Decimal, one: str, many: str = "") -> str:
    """1 course, 2 courses."""
    return f"{number(amount)} {one if amount == 1 else many or one + 's'}"


_SMALL_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def count_in_words(amount: int, one: str, many: str = "") -> str:
    """no bodies, one body, nine bodies; figures above twelve."""
    if amount < len(_SMALL_NUMBERS):
        return f"{_SMALL_NUMBERS[amount]} {one if amount == 1 else many or one + 's'}"
    return count(amount, one, many)


def listing(items: Sequence[str], last: str = "and") -> str:
    """a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


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
    labels = [] if source.citable else ["seen in part"]
    return labels if source.verified else [*labels, "not yet checked"]


def review_state(review: Review, as_of: date, *, clinical: bool) -> str:
    """Say in words how far a record has been checked."""
    if review.status is ReviewStatus.CLINICALLY_REVIEWED and review.reviewer is not None:
        reviewer = review.reviewer
        state = f"Reviewed by {reviewer.name}, {reviewer.credential}, on {short_date(reviewer.signed_on)}."
        return state if review.next_review >= as_of else f"{state} That review has run out."
    if review.status is ReviewStatus.DRAFT:
        return "Draft. Not ready for readers."
    return "Sourced. No clinician has reviewed this page yet." if clinical else "Read by the school."


def review_dates(review: Review, as_of: date) -> str:
    """Say when a record was last read, and when the next reading is due or that it is late."""
    last = f"Last read on {short_date(review.reviewed_on)}."
    if review.next_review < as_of:
        return f"{last} The next reading was due in {month(review.next_review)}."
    return f"{last} Next review: {month(review.next_review)}."
