"""The frame around every page: the school's name, navigation and footer. The theme prints what is prepared here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from prospectus.artifact import BuildContext, Job
from prospectus.language import LANGUAGES, mark, say, speaking
from prospectus.model.profile import SchoolProfile, is_old
from prospectus.model.school import School
from prospectus.reckoning.brand_palette import palette_of
from prospectus.render import urls, words
from prospectus.render.desk import Desk, languages_of
from prospectus.render.pages.home import ways_in
from prospectus.render.sheet import Sheet
from prospectus.render.theme import theme_jobs

SAMPLE_NOTE = mark("This is a sample school. It does not exist, enrolls nobody and holds no approval.")
DISCLAIMER = mark(
    "General information for students and clients. It does not replace advice from a clinician who knows you."
)
NAVIGATION = (
    (mark("Conditions"), urls.CONDITIONS, "conditions"),
    (mark("Techniques"), urls.TECHNIQUES, "techniques"),
    (mark("Medical or relaxation"), urls.COMPARE, "compare"),
    (mark("Programs"), urls.PROGRAMS, "programs"),
    (mark("Evidence"), urls.EVIDENCE, "evidence"),
    (mark("Catalog"), urls.CATALOG, "school"),
)
FOOTER = (
    (
        mark("Understand"),
        (
            (mark("Techniques"), urls.TECHNIQUES),
            (mark("Conditions"), urls.CONDITIONS),
            (mark("Medical or relaxation"), urls.COMPARE),
            (mark("Glossary"), urls.GLOSSARY),
        ),
    ),
    (
        mark("Study"),
        (
            (mark("Programs and dates"), urls.PROGRAMS),
            (mark("Courses"), urls.COURSES),
            (mark("Calendar"), urls.CALENDAR),
            (mark("Costs"), urls.COSTS),
            (mark("Licensing, place by place"), urls.LICENSING),
            (mark("Training requirements"), urls.TRAINING),
            (mark("Careers"), urls.CAREERS),
        ),
    ),
    (
        mark("The school"),
        (
            (mark("Catalog"), urls.CATALOG),
            (mark("Policies"), urls.POLICIES),
            (mark("People"), urls.PEOPLE),
            (mark("Facilities"), urls.FACILITIES),
            (mark("Approvals"), urls.APPROVALS),
        ),
    ),
    (
        mark("How we know"),
        (
            (mark("About the evidence"), urls.EVIDENCE),
            (mark("Claims we checked"), urls.CLAIMS),
            (mark("Sources"), urls.SOURCES),
            (mark("Open data"), urls.DATA),
        ),
    ),
)

WORDS = (
    mark("Menu"),
    mark("Main"),
    mark("Search"),
    mark("Home"),
    mark("Breadcrumb"),
    mark("Language"),
    mark("This page is not here"),
    mark("It may have moved, or the address may have a slip in it. These are the ways in."),
    mark("Search this site"),
    mark("Find"),
    mark("The home page"),
    mark("Switch to dark colors"),
    mark("Switch to light colors"),
    mark("Table, scrolls sideways"),
)
"""What the theme's own templates say, by the English words that they ask with."""


def frame_jobs(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield the theme's files with the school's own frame in them, in each of its languages."""
    profile = school.profile
    if profile is not None:
        desks = [Desk.for_school(school, context, language) for language in languages_of(school)]
        colors = profile.brand.colors
        palette = palette_of(colors) if colors is not None else None
        yield from theme_jobs(partial(_frames, desks), palette, is_offline=context.is_offline)


def _frames(desks: Sequence[Desk]) -> dict[str, object]:
    frames: dict[str, object] = {}
    for desk in desks:
        profile = desk.school.profile
        if profile is not None:
            with speaking(desk.catalogue):
                frames[desk.language] = _frame(Sheet(desk, urls.HOME, marks_terms=False), profile)
    return frames


def _frame(sheet: Sheet, profile: SchoolProfile) -> dict[str, object]:
    contact = profile.contact
    page = sheet.desk.page
    return {
        "language": sheet.desk.language,
        "languages": [{"code": code, "name": LANGUAGES[code]} for code in sheet.desk.languages],
        "home": page(urls.HOME) or ".",
        "words": {text: say(text) for text in WORDS},
        "name": profile.name,
        "names": [{"language": name.language, "name": name.name} for name in profile.names],
        "short_name": profile.brand.name,
        "sub_name": profile.brand.line or "",
        "logo": _logo(profile),
        "sample": profile.sample,
        "sample_note": say(SAMPLE_NOTE),
        "address_lines": [contact.street, contact.town],
        "phone": contact.telephone,
        "phone_href": "tel:" + "".join(sign for sign in contact.telephone if sign.isdigit() or sign == "+"),
        "email": contact.email,
        "nav": [
            {"title": say(title), "url": page(there), "section": section}
            for title, there, section in NAVIGATION
            if sheet.has_filled(there)
        ],
        "footer": [{"title": say(title), "links": shown} for title, links in FOOTER if (shown := _shown(sheet, links))],
        "find": page(urls.FIND),
        "ways": [
            {**way, "links": [{**link, "url": page(link["url"].removeprefix("./"))} for link in way["links"]]}
            for way in ways_in(sheet)
        ],
        "as_of_text": _data_date(profile, sheet.context.as_of),
        "disclaimer": say(DISCLAIMER),
    }


def _shown(sheet: Sheet, links: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    return [{"title": say(name), "url": sheet.desk.page(page)} for name, page in links if sheet.has_filled(page)]


def _logo(profile: SchoolProfile) -> dict[str, object]:
    """Give the school's own mark. Where it shows nothing but the name beside it, it needs no words of its own."""
    logo = profile.brand.logo
    if logo is None:
        return {}
    named = logo.alt.casefold() in f"{profile.name} {profile.brand.name}".casefold()
    return {
        "url": logo.file,
        "alt": "" if named else logo.alt,
        "width": logo.width or 0,
        "height": logo.height or 0,
    }


def _data_date(profile: SchoolProfile, as_of: date) -> str:
    """Say of which day the school's facts are, and that they are old when they are."""
    day = profile.data_as_of or as_of
    when = words.short_date(day)
    if is_old(day, as_of):
        return say("Site built from data of {day}, which is long ago", day=when)
    return say("Site built from data of {day}", day=when)
