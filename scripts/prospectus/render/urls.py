"""Every public address is made here, and nowhere else.

Addresses are relative to the site's root, without a leading slash, as readers see them ("techniques/effleurage/").
Files are paths inside `docs/`. A record kind without a page of its own has an anchor on the page that lists it.
"""

from __future__ import annotations

from prospectus.language import ENGLISH
from prospectus.model.profile import Sections

HOME = ""
COMPARE = "compare/"
DIFFERENCES = "compare/differences/"
TECHNIQUES = "techniques/"
TECHNIQUE_COMPARISON = "techniques/compare/"
CONDITIONS = "conditions/"
MATRIX = "matrix/"
SCREENING = "screening/"
TRAINING = "training/"
LICENSE = "training/license/"
PROGRAMS = "programs/"
COURSES = "courses/"
CAREERS = "careers/"
ACCOUNTABILITY = "accountability/"
GLOSSARY = "glossary/"
CLAIMS = "claims/"
SOURCES = "sources/"
EVIDENCE = "evidence/"
DATA = "data/"
SCHEMA = "schema/"
PROGRAM_COMPARISON = "programs/compare/"
CALENDAR = "calendar/"
CALENDAR_FEED = "calendar.ics"
COSTS = "costs/"
LICENSING = "licensing/"
EXAMS = "exams/"
CATALOG = "catalog/"
POLICIES = "policies/"
PEOPLE = "people/"
FACILITIES = "facilities/"
APPROVALS = "approvals/"
AUDIT = "catalog/audit/"
CHANGES = "catalog/changes/"
ACKNOWLEDGEMENT = "policies/acknowledgement/"
EDITIONS = "catalog/editions/"
FIND = "find/"

_PAGES = {
    "technique": TECHNIQUES,
    "condition": CONDITIONS,
    "program": PROGRAMS,
    "course": COURSES,
    "jurisdiction": LICENSING,
    "policy": POLICIES,
}
_ANCHORS = {
    "claim": CLAIMS,
    "source": SOURCES,
    "term": GLOSSARY,
    "disagreement": DIFFERENCES,
    "requirement": TRAINING,
    "setting": CAREERS,
    "career-path": CAREERS,
    "professional": CAREERS,
    "accountability-body": ACCOUNTABILITY,
    "cohort": CALENDAR,
    "screening": SCREENING,
    "license-path": LICENSE,
    "comparison": COMPARE,
    "outcome": CLAIMS,
    "presentation": CONDITIONS,
    "holiday": CALENDAR,
    "campus": FACILITIES,
    "person": PEOPLE,
    "approval": APPROVALS,
    "catalog": CATALOG,
    "exam": EXAMS,
    "occupation-figure": CAREERS,
    "catalog-item": AUDIT,
    "catalog-profile": AUDIT,
    "refund-rule": POLICIES,
}
NEEDED_BY_PAGE: dict[str, tuple[str, ...]] = {
    COMPARE: ("comparison",),
    DIFFERENCES: ("disagreement",),
    SCREENING: ("screening",),
    LICENSE: ("license-path",),
    PROGRAMS: ("program",),
    COURSES: ("course",),
    PROGRAM_COMPARISON: ("program",),
    CALENDAR: ("program",),
    COSTS: ("program",),
    LICENSING: ("jurisdiction",),
    CATALOG: ("catalog",),
    POLICIES: ("policy", "refund-rule"),
    PEOPLE: ("person",),
    FACILITIES: ("campus",),
    APPROVALS: ("approval", "catalog"),
    AUDIT: ("catalog-item",),
}
"""Pages that a school may have nothing for, with the kinds of which one record is enough to make the page."""

_WHOLE_PAGES = frozenset({"comparison", "screening", "license-path", "catalog"})
"""Kinds of which there is one record, and it fills its page."""

_SECTION_OF_PAGE = {
    COMPARE: "compare",
    DIFFERENCES: "compare",
    MATRIX: "matrix",
    SCREENING: "screening",
    TRAINING: "training",
    LICENSE: "training",
    PROGRAMS: "programs",
    COURSES: "programs",
    PROGRAM_COMPARISON: "programs",
    CALENDAR: "programs",
    COSTS: "programs",
    LICENSING: "licensing",
    EXAMS: "licensing",
    CATALOG: "catalog",
    POLICIES: "catalog",
    PEOPLE: "catalog",
    FACILITIES: "catalog",
    APPROVALS: "catalog",
    AUDIT: "catalog",
    CHANGES: "catalog",
    ACKNOWLEDGEMENT: "catalog",
    EDITIONS: "catalog",
    CAREERS: "careers",
    ACCOUNTABILITY: "careers",
    GLOSSARY: "glossary",
    CLAIMS: "claims",
}


def is_open(page: str, sections: Sections) -> bool:
    """Say whether a page belongs to a part of the site that the school has not turned off."""
    section = _SECTION_OF_PAGE.get(page)
    return section is None or bool(getattr(sections, section))


def address_of(kind: str, id: str, sections: Sections) -> str | None:
    """Give a record's address, with the anchor where it shares a page; None when its part of the site is off."""
    page = _PAGES.get(kind) or _ANCHORS.get(kind)
    if page is None or not is_open(page, sections):
        return None
    if kind in _PAGES:
        return f"{page}{id}/"
    return page if kind in _WHOLE_PAGES else f"{page}#{anchor_of(kind, id)}"


def record_at(address: str) -> tuple[str, str] | None:
    """Give kind and id of the record whose page has this address; None for a page of another sort."""
    folder, _, id = address.removesuffix("/").rpartition("/")
    kind = _KIND_OF_FOLDER.get(f"{folder}/")
    return None if kind is None else (kind, id)


_KIND_OF_FOLDER = {folder: kind for kind, folder in _PAGES.items()}


def program_licensing(program_id: str) -> str:
    """Give the address of the page that says where a program's hours are enough."""
    return f"{PROGRAMS}{program_id}/{LICENSING}"


def anchor_of(kind: str, id: str) -> str:
    """Give a record's anchor on the page it shares with others; the kind keeps ids of two kinds apart."""
    return f"{kind}-{id}"


def calendar_file(cohort_id: str) -> str:
    """Give the calendar file of one group."""
    return f"{CALENDAR}{cohort_id}.ics"


def language_folder(language: str) -> str:
    """Give the folder in which the pages of a language stand; English ones stand at the root."""
    return "" if language == ENGLISH else f"{language}/"


def is_page(address: str) -> bool:
    """Say whether an address is a page, which every language has, and not a file, which all share."""
    page = address.partition("#")[0]
    return not page or page.endswith("/")


def docs_path(address: str, language: str = ENGLISH) -> str:
    """Give the Markdown file that becomes this address in this language."""
    folder = language_folder(language)
    if address == HOME:
        return f"{folder}index.md"
    page = address.removesuffix("/")
    return f"{folder}{page}/index.md" if address in _INDEX_PAGES else f"{folder}{page}.md"


def file_of(address: str) -> str:
    """Give the file that stands for a page where addresses name files ("find/" is "find.html"); a file stays itself."""
    if not is_page(address):
        return address
    page, hash_sign, anchor = address.partition("#")
    return f"{docs_path(page).removesuffix('.md')}.html{hash_sign}{anchor}"


_INDEX_PAGES = frozenset({DATA, TECHNIQUES, CONDITIONS, PROGRAMS, COURSES, TRAINING, LICENSING, POLICIES, CATALOG})


def relative(here: str, there: str, language: str = ENGLISH, *, as_files: bool = False) -> str:
    """Give the way from one page to another address, so that the site works in any folder of a server.

    Pages of a language lead to pages of that language, which stand in one folder with them; files stand outside it.
    `as_files` names the pages as files, for a copy without a server.
    """
    folder = "" if is_page(there) else language_folder(language)
    if as_files:
        here, there = file_of(here), file_of(there)
    climb = "../" * (here.count("/") + folder.count("/"))
    page, hash_sign, anchor = there.partition("#")
    if page == here and hash_sign:
        return f"#{anchor}"
    return f"{climb}{there}" or "./"
