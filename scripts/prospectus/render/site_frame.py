"""The frame around every page: the school's name, navigation and footer. The theme prints what is prepared here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prospectus.artifact import BuildContext, Job
from prospectus.model.profile import SchoolProfile, is_old
from prospectus.model.school import School
from prospectus.reckoning.brand_palette import palette_of
from prospectus.render import urls, words
from prospectus.render.desk import Desk
from prospectus.render.pages.home import ways_in
from prospectus.render.sheet import Sheet
from prospectus.render.theme import theme_jobs

SAMPLE_NOTE = "This is a sample school. It does not exist, enrolls nobody and holds no approval."
DISCLAIMER = "General information for students and clients. It does not replace advice from a clinician who knows you."
NAVIGATION = (
    ("Conditions", urls.CONDITIONS, "conditions"),
    ("Techniques", urls.TECHNIQUES, "techniques"),
    ("Medical or relaxation", urls.COMPARE, "compare"),
    ("Programs", urls.PROGRAMS, "programs"),
    ("Evidence", urls.EVIDENCE, "evidence"),
    ("Catalog", urls.CATALOG, "school"),
)
FOOTER = (
    (
        "Understand",
        (
            ("Techniques", urls.TECHNIQUES),
            ("Conditions", urls.CONDITIONS),
            ("Medical or relaxation", urls.COMPARE),
            ("Glossary", urls.GLOSSARY),
        ),
    ),
    (
        "Study",
        (
            ("Programs and dates", urls.PROGRAMS),
            ("Courses", urls.COURSES),
            ("Calendar", urls.CALENDAR),
            ("Costs", urls.COSTS),
            ("Licensing, place by place", urls.LICENSING),
            ("Training requirements", urls.TRAINING),
            ("Careers", urls.CAREERS),
        ),
    ),
    (
        "The school",
        (
            ("Catalog", urls.CATALOG),
            ("Policies", urls.POLICIES),
            ("People", urls.PEOPLE),
            ("Facilities", urls.FACILITIES),
            ("Approvals", urls.APPROVALS),
        ),
    ),
    (
        "How we know",
        (
            ("About the evidence", urls.EVIDENCE),
            ("Claims we checked", urls.CLAIMS),
            ("Sources", urls.SOURCES),
            ("Open data", urls.DATA),
        ),
    ),
)


def frame_jobs(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield the theme's files with the school's own frame in them."""
    profile = school.profile
    if profile is not None:
        sheet = Sheet(Desk.for_school(school, context), urls.HOME, marks_terms=False)
        colors = profile.brand.colors
        yield from theme_jobs(_frame(sheet, profile), palette_of(colors) if colors is not None else None)


def _frame(sheet: Sheet, profile: SchoolProfile) -> dict[str, object]:
    contact = profile.contact
    return {
        "name": profile.name,
        "names": [{"language": name.language, "name": name.name} for name in profile.names],
        "short_name": profile.brand.name,
        "sub_name": profile.brand.line or "",
        "logo": _logo(profile),
        "sample": profile.sample,
        "sample_note": SAMPLE_NOTE,
        "address_lines": [contact.street, contact.town],
        "phone": contact.telephone,
        "phone_href": "tel:" + "".join(sign for sign in contact.telephone if sign.isdigit() or sign == "+"),
        "email": contact.email,
        "nav": [
            {"title": title, "url": page, "section": section}
            for title, page, section in NAVIGATION
            if sheet.has_filled(page)
        ],
        "footer": [
            {"title": title, "links": [{"title": name, "url": page} for name, page in links if sheet.has_filled(page)]}
            for title, links in FOOTER
            if any(sheet.has_filled(page) for _, page in links)
        ],
        "find": urls.FIND,
        "ways": [
            {**way, "links": [{**link, "url": "" if link["url"] == "./" else link["url"]} for link in way["links"]]}
            for way in ways_in(sheet)
        ],
        "as_of_text": _data_date(profile, sheet.context.as_of),
        "disclaimer": DISCLAIMER,
    }


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
    return f"{words.short_date(day)}, which is long ago" if is_old(day, as_of) else words.short_date(day)
