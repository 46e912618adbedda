"""Ways to ask the school: links that call it, and links that open a letter with its subject and text already written.

Nothing is sent or stored by the site: a link opens the reader's own telephone or mail program, and the reader sends it.
The letter names the program and the start date, so that the office can answer without asking back. A school without
its own file cannot be reached, and then there is no link.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

from prospectus.language import say
from prospectus.model.cohort import Cohort, CohortState
from prospectus.model.program import Program
from prospectus.render import words
from prospectus.render.sheet import Sheet

Link = dict[str, str]
"""title and url, as templates take a link."""

_LEFT_IN_ADDRESS = "@!$'*+-._~"
"""What stands in a mail address as it is; the signs that part an address from subject and text are written by number
(RFC 6068)."""
_MOST_DIGITS = 15
"""No telephone number of the world has more (E.164)."""
_EXTENSION = re.compile(r"[\s,;]*\b(?:extension|ext|x)\.?\s*(\d+)\s*$", re.IGNORECASE)


def telephone_link(printed: str) -> str:
    """Give the address that dials a number as it is printed; "" where that is not one number.

    An extension is not dialed with the number but after it. Letters or two numbers in one line would be dialed wrong.
    """
    extension = _EXTENSION.search(printed)
    number = printed[: extension.start()] if extension else printed
    digits = "".join(sign for sign in number if sign.isascii() and sign.isdigit())
    if not 3 <= len(digits) <= _MOST_DIGITS or any(sign.isalpha() for sign in number):
        return ""
    plus = "+" if number.lstrip(" (").startswith("+") else ""
    return f"tel:{plus}{digits}" + (f";ext={extension[1]}" if extension else "")


def mail_link(address: str, subject: str, paragraphs: tuple[str, ...]) -> str:
    """Give the address that opens a letter; every sign that could end a part of it is written by its number."""
    body = "\r\n\r\n".join(paragraphs)
    return (
        f"mailto:{quote(address, safe=_LEFT_IN_ADDRESS)}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    )


def call(sheet: Sheet) -> Link:
    """Give the link that calls the office, by its printed number; {} where there is none to dial."""
    profile = sheet.school.profile
    printed = profile.contact.telephone if profile is not None else ""
    url = telephone_link(printed)
    return {"title": say("Call {number}", number=printed), "url": url} if url else {}


def about_group(sheet: Sheet, cohort: Cohort) -> list[Link]:
    """Give the letter about a group: what one can ask for depends on the seats and on the day. A list of one, or none.

    It asks for a seat, for a place on the waitlist, or, where nobody is taken, for the group that comes after.
    """
    program = sheet.school.programs.get(cohort.program)
    if program is None:
        return []
    day = words.short_date(cohort.start)
    subject = f"{program.name}, {cohort.group}, {day}"
    named = {"program": program.name, "group": cohort.group, "date": day}
    if cohort.state is CohortState.FULL or is_closed(cohort, sheet.context.as_of):
        title = say("Ask about the next group")
        wish = say(
            "When does the next group of {program} start? The {group} that starts on {date} takes nobody anymore.",
            **named,
        )
    elif cohort.state is CohortState.WAITLIST:
        title = say("Join the waitlist")
        wish = say("Please put me on the waitlist of {program}, {group}, which starts on {date}.", **named)
    else:
        title = say("Ask about a seat")
        wish = say("I would like to ask about a seat in {program}, {group}, which starts on {date}.", **named)
    return _letter(sheet, title, subject, wish)


def about_program(sheet: Sheet, program: Program) -> list[Link]:
    """Give the letter about a program, for readers who have not chosen a date or find none. A list of one, or none."""
    wish = say(
        "I would like to know more about {program}. When does the next group start, and is there a seat?",
        program=program.name,
    )
    return _letter(sheet, say("Write to us about this program"), program.name, wish)


def about_start(sheet: Sheet) -> list[Link]:
    """Give the letter of a reader who has chosen nothing yet, for pages of the whole school. A list of one, or none."""
    wish = say("I would like to study with you. When does the next group start, and is there a seat?")
    return _letter(sheet, say("Ask when the next group begins"), say("The next start date"), wish)


def about_visit(sheet: Sheet) -> list[Link]:
    """Give the letter that asks for a visit. A list of one, or none."""
    wish = say("I would like to visit the school. When may I come?")
    return _letter(sheet, say("Ask for a visit"), say("A visit to the school"), wish)


def is_closed(cohort: Cohort, as_of: date) -> bool:
    """Say whether the last day to enroll has passed."""
    return cohort.enroll_until is not None and as_of > cohort.enroll_until


def _letter(sheet: Sheet, title: str, subject: str, wish: str) -> list[Link]:
    """Frame a wish as a letter: the reader fills in who asks, and sends it with the reader's own program."""
    profile = sheet.school.profile
    if profile is None:
        return []
    paragraphs = (say("Hello,"), wish, say("My name and telephone number:"))
    return [{"title": title, "url": mail_link(profile.contact.email, subject, paragraphs)}]
