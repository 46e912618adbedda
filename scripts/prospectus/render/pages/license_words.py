"""The words of licensing: verdicts on hours, credentials, documents, and sentences that say what is missing.

A verdict on hours names hours and nothing else. Nothing here says that a program meets a requirement but the school's
own signed word.
"""

from __future__ import annotations

from decimal import Decimal

from prospectus.language import mark, say, say_count
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
    Reading,
    SubjectFinding,
    readings_of,
)
from prospectus.render import words

VERDICTS: dict[HoursVerdict, tuple[str, str]] = {
    HoursVerdict.ENOUGH: ("ok", mark("Enough hours")),
    HoursVerdict.SHORT: ("no", mark("Hours missing")),
    HoursVerdict.DEPENDS: ("open", mark("Depends on the source")),
    HoursVerdict.NOT_SEEN: ("open", mark("Hours not seen")),
    HoursVerdict.VOLUNTARY: ("none", mark("Voluntary")),
    HoursVerdict.NO_LICENSE: ("none", mark("No state license")),
}
"""The tone of a tile or label, and its words."""

COUNTED: dict[HoursVerdict, str] = {
    HoursVerdict.ENOUGH: mark("enough hours"),
    HoursVerdict.SHORT: mark("hours missing"),
    HoursVerdict.DEPENDS: mark("depends on which source is right"),
    HoursVerdict.NOT_SEEN: mark("no number of hours seen"),
    HoursVerdict.VOLUNTARY: mark("a voluntary certificate, no license"),
    HoursVerdict.NO_LICENSE: mark("no state license"),
}
CREDENTIALS: dict[CredentialKind, str] = {
    CredentialKind.LICENSE: mark("License"),
    CredentialKind.REGISTRATION: mark("Registration"),
    CredentialKind.VOLUNTARY_CERTIFICATION: mark("Voluntary certificate, no license"),
    CredentialKind.NONE: mark("No license"),
}
LEVELS: dict[EvidenceLevel, str] = {
    EvidenceLevel.PRIMARY: mark("Law, rule or board page"),
    EvidenceLevel.ASSOCIATION: mark("Page of an association"),
    EvidenceLevel.SECONDARY: mark("Page of a third party"),
}
STATUSES: dict[FactStatus, str] = {
    FactStatus.CONFIRMED: "",
    FactStatus.CHANGED: mark("The number changed not long ago, and older pages still show another one."),
    FactStatus.DISPUTED: mark("Sources disagree. We keep every number that we read."),
    FactStatus.UNCERTAIN: mark("The number was read only in an old copy, or on a page that is not the regulator's."),
    FactStatus.NOT_SEEN: mark("We have not seen a number of hours in any document."),
}
FINDINGS: dict[LicenseFinding, tuple[str, str]] = {
    LicenseFinding.MEETS: ("ok", mark("Meets")),
    LicenseFinding.DOES_NOT_MEET: ("no", mark("Does not meet")),
}
NOT_DETERMINED = ("open", mark("Not determined"))
NONE_TO_MEET = ("none", mark("None to meet"))
LINES: dict[LineVerdict, tuple[str, str]] = {
    LineVerdict.ENOUGH: ("ok", mark("Enough hours")),
    LineVerdict.SHORT: ("no", mark("Hours missing")),
    LineVerdict.UNSURE: ("open", mark("Our courses do not say")),
    LineVerdict.UNCOMPARED: ("open", mark("Cannot be compared")),
    LineVerdict.NO_NUMBER: ("none", mark("No number named")),
}
TOPICS: dict[FigureTopic, str] = {
    FigureTopic.EMPLOYMENT: mark("How many work in it"),
    FigureTopic.PAY: mark("Pay"),
    FigureTopic.GROWTH: mark("How it may change"),
    FigureTopic.OPENINGS: mark("Openings"),
    FigureTopic.WORKING: mark("How people work"),
    FigureTopic.OTHER: mark("Other figures"),
}


def asked(finding: HoursFinding) -> str:
    """Give the numbers that hold: 650, or 500 or 625 where sources disagree; "" where none was read."""
    return words.listing([words.number(reading.asked) for reading in finding.readings], "or")


def why(place: Jurisdiction, finding: HoursFinding) -> str:
    """Say in numbers what a verdict on hours rests on."""
    taught = words.number(finding.taught)
    if finding.verdict is HoursVerdict.NO_LICENSE:
        return say("There is no license to ask for.")
    if not finding.readings:
        return say("No number of hours was seen. {taught} taught.", taught=taught)
    if finding.verdict is HoursVerdict.DEPENDS:
        answers = ", ".join(_answer(reading) for reading in finding.readings)
        return say("{taught} taught: {answers}.", taught=taught, answers=answers)
    text = _compared(finding, taught)
    if len(finding.readings) > 1:
        return say("{sentence} Sources disagree.", sentence=text)
    if place.status is FactStatus.UNCERTAIN:
        return say("{sentence} Read in an old or unofficial copy.", sentence=text)
    return text


def _answer(reading: Reading) -> str:
    if reading.missing:
        missing, asked = words.number(reading.missing), words.number(reading.asked)
        return say("{missing} missing if {asked} is right", missing=missing, asked=asked)
    return say("enough if {asked} is right", asked=words.number(reading.asked))


def _compared(finding: HoursFinding, taught: str) -> str:
    """Set the hours asked beside those taught, and name what is missing."""
    missing = words.listing([words.number(reading.missing) for reading in finding.readings if reading.missing], "or")
    numbers = {"asked": asked(finding), "taught": taught, "missing": missing}
    if finding.verdict is HoursVerdict.VOLUNTARY:
        if missing:
            return say("{asked} asked for a certificate, {taught} taught, {missing} missing.", **numbers)
        return say("{asked} asked for a certificate, {taught} taught.", **numbers)
    if missing:
        return say("{asked} asked, {taught} taught, {missing} missing.", **numbers)
    return say("{asked} asked, {taught} taught.", **numbers)


def verdict(of: HoursVerdict) -> tuple[str, str]:
    """Give the tone of a verdict on hours, and its words."""
    tone, said = VERDICTS[of]
    return tone, say(said)


def counted(of: HoursVerdict, amount: int) -> str:
    """36 places: enough hours."""
    return say("{places}: {verdict}", places=places(amount), verdict=say(COUNTED[of]))


def signed_words(finding: LicenseFinding) -> tuple[str, str]:
    """Give tone and words of a signed finding."""
    tone, said = FINDINGS[finding]
    return tone, say(said)


def determination_words(entry: Determination | None, place: Jurisdiction) -> tuple[str, str]:
    """Give tone and words of the school's word on license requirements."""
    if entry is not None:
        return signed_words(entry.finding)
    tone, said = NONE_TO_MEET if place.credential is CredentialKind.NONE else NOT_DETERMINED
    return tone, say(said)


def unsigned(place: Jurisdiction) -> str:
    """Say why no word of the school stands here."""
    if place.credential is CredentialKind.NONE:
        return say("There is no state license here.")
    return say("The school has not signed its word on this.")


def hours_asked(place: Jurisdiction) -> str:
    """Give the numbers of hours a place asks for; where it licenses nobody, there is none to see."""
    numbers = words.listing([words.number(reading.asked) for reading in readings_of(place)], "or")
    return numbers or (say("None") if place.credential is CredentialKind.NONE else say("Not seen"))


def line_words(finding: LineFinding) -> str:
    """Say what a subject lacks, as far as it can be said."""
    if finding.verdict is LineVerdict.SHORT:
        return say("{missing} missing", missing=words.number(finding.missing))
    if finding.verdict is LineVerdict.UNSURE:
        return say("{missing} not placed in any area", missing=words.number(finding.missing))
    return say(LINES[finding.verdict][1])


def subjects_in_words(finding: SubjectFinding) -> str:
    """Sum up the subjects in a sentence or two."""
    text = say("{parts}.", parts=words.listing(_subject_parts(finding)))
    if not finding.table.holds:
        return say("{sentence} These subjects belong to an older rule.", sentence=text)
    return text if finding.table.complete else say("{sentence} Not every subject was seen.", sentence=text)


def _subject_parts(finding: SubjectFinding) -> list[str]:
    enough = words.number(finding.count(LineVerdict.ENOUGH))
    parts = [
        say_count(
            len(finding.lines),
            "{enough} of {count} subject with enough hours",
            "{enough} of {count} subjects with enough hours",
            enough=enough,
        )
    ]
    if amount := finding.count(LineVerdict.SHORT):
        parts.append(say("{number} with hours missing", number=words.number(amount)))
    if amount := finding.count(LineVerdict.UNSURE):
        parts.append(say("{number} that our courses do not answer", number=words.number(amount)))
    if amount := finding.count(LineVerdict.UNCOMPARED):
        parts.append(say_count(amount, "{count} that cannot be compared", "{count} that cannot be compared"))
    if amount := finding.count(LineVerdict.NO_NUMBER):
        parts.append(say("{number} without a number", number=words.number(amount)))
    return parts


def weights_in_words(outline: ExamOutline) -> str:
    """Say what the weights add up to, and what areas without one share."""
    seen, unseen = weight_seen(outline), areas_without_weight(outline)
    if not unseen:
        return say("The weights add up to {number} percent.", number=words.number(seen))
    rest: Decimal = max(Decimal(0), 100 - seen)
    return say_count(
        len(unseen),
        "The weights that were seen add up to {seen} percent. No weight was seen for {areas}; if the whole is 100, it "
        "takes {rest} percent.",
        "The weights that were seen add up to {seen} percent. No weight was seen for {areas}; if the whole is 100, "
        "they share {rest} percent.",
        seen=words.number(seen),
        areas=words.listing([area.name for area in unseen]),
        rest=words.number(rest),
    )


def places(amount: int) -> str:
    """1 place, 36 places."""
    return say_count(amount, "{count} place", "{count} places")


def hours(amount: Decimal | int) -> str:
    """1 hour, 650 hours."""
    return say_count(amount, "{count} hour", "{count} hours")
