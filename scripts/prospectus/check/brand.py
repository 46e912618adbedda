"""Rules on what the school shows of itself: pictures with their words, credit and consent, and its colors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean, record_rule, school_rule
from prospectus.diagnostics import Severity
from prospectus.model.picture import Picture, pictures_of
from prospectus.model.profile import SchoolProfile
from prospectus.model.record import Record
from prospectus.model.school import School
from prospectus.reckoning.brand_palette import TEXT_CONTRAST, contrast_of_accent, contrast_on_ground

PICTURE_TYPES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")
LARGEST_PIXELS = 20_000
"""WebP ends at 16,383 pixels a side; a JPEG may be larger, but no school's page shows one."""
_FILE_NAME = re.compile(r"^[\w.-]+\.\w{2,5}$|^(?:img|dsc|dscn|image|photo|picture)[ _-]?\d*$", re.IGNORECASE)
_OPENING = re.compile(r"^(?:an? |the )?(?:picture|image|photo|photograph|graphic) (?:of|showing) ", re.IGNORECASE)


def _is_usable(picture: Picture) -> bool:
    return picture.file.lower().endswith(PICTURE_TYPES)


@school_rule("B101", "picture-without-file")
def picture_without_file(school: School, context: BuildContext) -> Iterator[Fault]:
    """A record shows a picture that is not among the school's assets.

    Readers would see a broken frame. Pictures lie in `docs/assets/` and are named from there.

    Wrong, when there is no such file: `file: assets/clinc.jpg`

    Right: put the file into `docs/assets/`, or correct its name.
    """
    for record in school.all_records():
        for path, picture in pictures_of(record):
            if picture.file not in school.pictures:
                yield Fault(
                    record,
                    (*path, "file"),
                    f'there is no picture "{picture.file}"' + did_you_mean(picture.file, school.pictures),
                    "Put the file into docs/assets/, or correct its name.",
                )


@school_rule("B102", "unusable-picture")
def unusable_picture(school: School, context: BuildContext) -> Iterator[Fault]:
    """A picture is in a form that browsers do not show.

    Every browser shows SVG, PNG, JPEG, WebP and AVIF. A document, or a picture as a camera or a drawing program keeps
    it, stays an empty frame for most readers.

    Wrong: `file: assets/clinic.heic`

    Right: save the picture as JPEG or WebP and name that file.
    """
    for record in school.all_records():
        for path, picture in pictures_of(record):
            if picture.file in school.pictures and not _is_usable(picture):
                yield Fault(
                    record,
                    (*path, "file"),
                    f'browsers do not show "{picture.file}"',
                    "Save it as SVG, PNG, JPEG, WebP or AVIF and name that file.",
                )


@record_rule("B103", "alternative-text-says-nothing", "*")
def alternative_text_says_nothing(record: Record, context: BuildContext) -> Iterator[Fault]:
    """The words for people who do not see a picture are a file name, or begin with "picture of".

    A screen reader says already that there is a picture; what counts is what it shows (WCAG 2.2, 1.1.1).

    Wrong: `alt: IMG_2041.jpg` or `alt: Picture of the clinic`

    Right: `alt: Six tables in two rows, each with a folded sheet`
    """
    for path, picture in pictures_of(record):
        if _FILE_NAME.match(picture.alt):
            message = "this is a file name; it does not say what the picture shows"
        elif opening := _OPENING.match(picture.alt):
            message = f'"{opening.group().strip()}" says nothing; a screen reader announces the picture already'
        else:
            continue
        yield Fault(record, (*path, "alt"), message, "Say in a few words what can be seen.")


@record_rule("B104", "people-without-consent", "*")
def people_without_consent(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A picture shows people who can be recognized, and nothing says that they agreed.

    Students and clients have a right to their own picture.

    Wrong:

        shows_people: true

    Right:

        shows_people: true
        consent: Written consent of both students, kept in the office.
    """
    for path, picture in pictures_of(record):
        if picture.shows_people and picture.consent is None:
            yield Fault(
                record,
                (*path, "shows_people"),
                "people can be recognized, and nothing says that they agreed",
                "Write under consent how they agreed, or show a picture without them.",
            )


@record_rule("B105", "half-measured-picture", "*", Severity.WARNING)
def half_measured_picture(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A picture has a width and no height, or the other way round.

    A browser keeps the space free only when it knows both; otherwise the page jumps while it loads.

    Wrong: `width: 1200` alone.

    Right: `width: 1200` and `height: 800`, or neither.
    """
    for path, picture in pictures_of(record):
        if (picture.width is None) != (picture.height is None):
            given, missing = ("height", "width") if picture.width is None else ("width", "height")
            yield Fault(
                record, (*path, given), f"{given} stands here without {missing}", f"Add the {missing} in pixels."
            )


@record_rule("B107", "picture-beyond-any-screen", "*", Severity.WARNING)
def picture_beyond_any_screen(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A picture is said to be larger than any that a browser shows.

    A page keeps space free in the stated proportions while the picture loads. A digit too many makes that space a
    thin line, and the page jumps.

    Wrong: `width: 120000` and `height: 800`.

    Right: `width: 1200` and `height: 800`.
    """
    for path, picture in pictures_of(record):
        for field, size in (("width", picture.width), ("height", picture.height)):
            if size is not None and size > LARGEST_PIXELS:
                message = f"{size:,} pixels are more than any browser shows"
                yield Fault(
                    record, (*path, field), message, f"Give the {field} of the file in pixels, or leave it out."
                )


@record_rule("B106", "unreadable-brand-color", "profile")
def unreadable_brand_color(profile: SchoolProfile, context: BuildContext) -> Iterator[Fault]:
    """One of the school's colors is too light for the text that goes with it.

    The home page, the footer and the main button set near-white text on `ground`; links are written in `accent` on
    white and cream. Text needs a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3).

    Wrong: `ground: "#d9a441"`

    Right: `ground: "#7a4f00"`, the same color darker.
    """
    colors = profile.brand.colors
    if colors is None:
        return
    found = [("ground", contrast_on_ground(colors), "white text on it")]
    if colors.accent is not None:
        found.append(("accent", contrast_of_accent(colors.accent), "links in it on cream"))
    for field, ratio, what in found:
        if ratio < TEXT_CONTRAST:
            yield Fault(
                profile,
                ("brand", "colors", field),
                f"{what} has a contrast of {int(ratio * 10) / 10} to 1, and text needs 4.5",
                "Take the same color darker.",
            )


RULES: tuple[Rule, ...] = (
    picture_without_file,
    unusable_picture,
    alternative_text_says_nothing,
    people_without_consent,
    half_measured_picture,
    picture_beyond_any_screen,
    unreadable_brand_color,
)
