"""The words of licensing: verdicts on hours, credentials, documents, and sentences that say what is missing.

A verdict on hours names hours and nothing else. Nothing here says that a program meets a requirement but the school's
own signed word.
"""

from __future__ import annotations

from decimal import Decimal

from prospectus.model.exam import ExamOutline
from prospectus.model.jurisdiction import CredentialKind, EvidenceLevel, FactStatus, Jurisdiction
from prospectus.model.occupation import FigureTopic
from prospectus.model.program import Determination, LicenseFinding
from prospectus.reckoning.coverage import areas_without_weight, weight_seen
from prospectus.reckoning.licensing import (
    HoursFinding,
    HoursVerdict,
    LineFinding,
    LineVerdict,
    SubjectFinding,
    readings_of,
)
from prospectus.render import words

VERDICTS: dict[HoursVerdict, tuple[str, str]] = {
    HoursVerdict.ENOUGH: ("ok", "Enough hours"),
    HoursVerdict.SHORT: ("no", "Hours missing"),
    HoursVerdict.DEPENDS: ("open", "Depends on the source"),
    HoursVerdict.NOT_SEEN: ("open", "Hours not seen"),
    HoursVerdict.VOLUNTARY: ("none", "Voluntary"),
    HoursVerdict.NO_LICENSE: ("none", "No state license"),
}
"""The tone of a tile or label, and its words."""

COUNTED: dict[HoursVerdict, str] = {
    HoursVerdict.ENOUGH: "enough hours",
    HoursVerdict.SHORT: "hours missing",
    HoursVerdict.DEPENDS: "depends on which source is right",
    HoursVerdict.NOT_SEEN: "no number of hours seen",
    HoursVerdict.VOLUNTARY: "a voluntary certificate, no license",
    HoursVerdict.NO_LICENSE: "no state license",
}
CREDENTIALS: dict[CredentialKind, str] = {
    CredentialKind.LICENSE: "License",
    CredentialKind.REGISTRATION: "Registration",
    CredentialKind.VOLUNTARY_CERTIFICATION: "Voluntary certificate, no license",
    CredentialKind.NONE: "No license",
}
LEVELS: dict[EvidenceLevel, str] = {
    EvidenceLevel.PRIMARY: "Law, rule or board page",
    EvidenceLevel.ASSOCIATION: "Page of an association",
    EvidenceLevel.SECONDARY: "Page of a third party",
}
STATUSES: dict[FactStatus, str] = {
    FactStatus.CONFIRMED: "",
    FactStatus.CHANGED: "The number changed not long ago, and older pages still show another one.",
    FactStatus.DISPUTED: "Sources disagree. We keep every number that we read.",
    FactStatus.UNCERTAIN: "The number was read only in an old copy, or on a page that is not the regulator's.",
    FactStatus.NOT_SEEN: "We have not seen a number of hours in any document.",
}
FINDINGS: dict[LicenseFinding, tuple[str, str]] = {
    LicenseFinding.MEETS: ("ok", "Meets"),
    LicenseFinding.DOES_NOT_MEET: ("no", "Does not meet"),
}
NOT_DETERMINED = ("open", "Not determined")
NONE_TO_MEET = ("none", "None to meet")
LINES: dict[LineVerdict, tuple[str, str]] = {
    LineVerdict.ENOUGH: ("ok", "Enough hours"),
    LineVerdict.SHORT: ("no", "Hours missing"),
    LineVerdict.UNSURE: ("open", "Our courses do not say"),
    LineVerdict.UNCOMPARED: ("open", "Cannot be compared"),
    LineVerdict.NO_NUMBER: ("none", "No number named"),
}
TOPICS: dict[FigureTopic, str] = {
    FigureTopic.EMPLOYMENT: "How many work in it",
    FigureTopic.PAY: "Pay",
    FigureTopic.GROWTH: "How it may change",
    FigureTopic.OPENINGS: "Openings",
    FigureTopic.WORKING: "How people work",
    FigureTopic.OTHER: "Other figures",
}


def asked(place: Jurisdiction, finding: HoursFinding, between: str = " or ") -> str:
    """Give the numbers that hold: 650, or 500 or 625 where sources disagree; "" where none was read."""
    return between.join(words.number(reading.asked) for reading in finding.readings)


def why(place: Jurisdiction, finding: HoursFinding) -> str:
    """Say in numbers what a verdict on hours rests on."""
    taught = f"{words.number(finding.taught)} taught"
    if finding.verdict is HoursVerdict.NO_LICENSE:
        return "There is no license to ask for."
    if not finding.readings:
        return f"No number of hours was seen. {taught}."
    if finding.verdict is HoursVerdict.DEPENDS:
        answers = [
            f"{f'{words.number(reading.missing)} missing' if reading.missing else 'enough'} if "
            f"{words.number(reading.asked)} is right"
            for reading in finding.readings
        ]
        return f"{taught}: {', '.join(answers)}."
    missing = [words.number(reading.missing) for reading in finding.readings if reading.missing]
    gap = f", {' or '.join(missing)} missing" if missing else ""
    purpose = " for a certificate" if finding.verdict is HoursVerdict.VOLUNTARY else ""
    text = f"{asked(place, finding)} asked{purpose}, {taught}{gap}."
    if len(finding.readings) > 1:
        return f"{text} Sources disagree."
    return f"{text} Read in an old or unofficial copy." if place.status is FactStatus.UNCERTAIN else text


def determination_words(entry: Determination | None, place: Jurisdiction) -> tuple[str, str]:
    """Give tone and words of the school's word on license requirements."""
    if entry is None and place.credential is CredentialKind.NONE:
        return NONE_TO_MEET
    return FINDINGS[entry.finding] if entry is not None else NOT_DETERMINED


def unsigned(place: Jurisdiction) -> str:
    """Say why no word of the school stands here."""
    if place.credential is CredentialKind.NONE:
        return "There is no state license here."
    return "The school has not signed its word on this."


def hours_asked(place: Jurisdiction) -> str:
    """Give the numbers of hours a place asks for; where it licenses nobody, there is none to see."""
    numbers = [words.number(reading.asked) for reading in readings_of(place)]
    return " or ".join(numbers) or ("None" if place.credential is CredentialKind.NONE else "Not seen")


def line_words(finding: LineFinding) -> str:
    """Say what a subject lacks, as far as it can be said."""
    if finding.verdict is LineVerdict.SHORT:
        return f"{words.number(finding.missing)} missing"
    if finding.verdict is LineVerdict.UNSURE:
        return f"{words.number(finding.missing)} not placed in any area"
    return LINES[finding.verdict][1]


def subjects_in_words(finding: SubjectFinding) -> str:
    """Sum up the subjects in a sentence or two."""
    total = words.count(len(finding.lines), "subject")
    parts = [f"{finding.count(LineVerdict.ENOUGH)} of {total} with enough hours"]
    parts += [
        f"{amount} {text}"
        for verdict, text in (
            (LineVerdict.SHORT, "with hours missing"),
            (LineVerdict.UNSURE, "that our courses do not answer"),
            (LineVerdict.UNCOMPARED, "that cannot be compared"),
            (LineVerdict.NO_NUMBER, "without a number"),
        )
        if (amount := finding.count(verdict))
    ]
    text = f"{words.listing(parts)}."
    if not finding.table.holds:
        return f"{text} These subjects belong to an older rule."
    return text if finding.table.complete else f"{text} Not every subject was seen."


def weights_in_words(outline: ExamOutline) -> str:
    """Say what the weights add up to, and what areas without one share."""
    seen, unseen = weight_seen(outline), areas_without_weight(outline)
    if not unseen:
        return f"The weights add up to {words.number(seen)} percent."
    rest: Decimal = max(Decimal(0), 100 - seen)
    share = "share" if len(unseen) > 1 else "takes"
    names = words.listing([area.name for area in unseen])
    return (
        f"The weights that were seen add up to {words.number(seen)} percent. No weight was seen for {names}; "
        f"if the whole is 100, {'they' if len(unseen) > 1 else 'it'} {share} {words.number(rest)} percent."
    )


def places(amount: int) -> str:
    """1 place, 36 places."""
    return words.count(amount, "place")
