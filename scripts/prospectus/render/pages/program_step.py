"""What a reader of a program does next: ask for a seat, call, read the catalog, compare, come and see.

When no group is coming, that is said, with the ways to ask. Links that ask come from `render/enquiry.py`.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from prospectus.language import say
from prospectus.model.cohort import CohortState
from prospectus.model.program import Program
from prospectus.render import enquiry, urls
from prospectus.render.escape import escape_markdown
from prospectus.render.pages.catalog import catalog_download
from prospectus.render.pages.cohorts import coming_cohorts
from prospectus.render.pages.program_comparison import comparison_with
from prospectus.render.sheet import Sheet


def none_coming(sheet: Sheet, program: Program | None = None) -> Any:
    """Say that no date is set, and how to ask for one; `program` names it in the letter."""
    letter = enquiry.about_program(sheet, program) if program is not None else enquiry.about_start(sheet)
    profile, call = sheet.school.profile, enquiry.call(sheet)
    if profile is None or not letter:
        return say("No date is set yet. Ask us.")
    telephone = _anchor(call["url"], profile.contact.telephone) if call else profile.contact.telephone
    return say(
        "No date is set yet. Call {telephone} or write to {mail}, and we tell you when the next group begins.",
        telephone=telephone,
        mail=_anchor(letter[0]["url"], profile.contact.email),
    )


def _anchor(url: str, words: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(escape(url), escape_markdown(words))


def first_ways(sheet: Sheet, program: Program) -> list[dict[str, str]]:
    """Give the two buttons of a program: the letter about its next group, and the telephone."""
    coming = coming_cohorts(sheet, program.id)
    as_of = sheet.context.as_of
    asked = [cohort for cohort in coming if not enquiry.is_closed(cohort, as_of)]
    with_seats = [cohort for cohort in asked if cohort.state is CohortState.OPEN]
    waiting = [cohort for cohort in asked if cohort.state is CohortState.WAITLIST]
    best = (with_seats or waiting)[:1]
    letter = enquiry.about_group(sheet, best[0]) if best else enquiry.about_program(sheet, program)
    call = enquiry.call(sheet)
    ways = [{**link, "style": "main"} for link in letter]
    return [*ways, *([{**call, "style": "line"}] if call else [])]


def next_step(sheet: Sheet, program: Program) -> dict[str, Any]:
    """Prepare the section that ends a program: how to ask, when the office answers, what to read, how to visit."""
    profile = sheet.school.profile
    comparison = comparison_with(sheet, program)
    links = [
        *([catalog_download(sheet)] if sheet.has_filled(urls.CATALOG) else []),
        *([{"title": say("Set it side by side with another program"), "url": comparison}] if comparison else []),
        {"title": say("Calendar: enrollment, months and days without class"), "url": sheet.to(urls.CALENDAR)},
    ]
    return {
        "ways": first_ways(sheet, program),
        "office": say("The office answers {hours}.", hours=profile.contact.hours)
        if profile is not None and profile.contact.hours
        else "",
        "links": [{"note": "", **link} for link in links],
        "tour": sheet.line(profile.tour) if profile is not None else "",
        "visit": enquiry.about_visit(sheet),
    }
