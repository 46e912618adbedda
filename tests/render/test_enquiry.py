"""Links that ask the school: what a mail program and a telephone make of them is what the reader meant."""

from __future__ import annotations

from datetime import date
from functools import cache
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prospectus.model.cohort import Cohort
from prospectus.render import enquiry
from prospectus.render.desk import Desk
from prospectus.render.sheet import Sheet
from tiny import CONTEXT, read_tiny

TELEPHONES = {
    "555-0142": "tel:5550142",
    "(414) 555-0123": "tel:4145550123",
    "+1 414 555 0123": "tel:+14145550123",
    "(+1) 414.555.0123": "tel:+14145550123",
    "414-555-0123 ext. 4": "tel:4145550123;ext=4",
    "414-555-0123, x12": "tel:4145550123;ext=12",
    "1-800-MASSAGE": "",
    "414-555-0123 or 414-555-0124": "",
    "414 555 0123 / 414 555 0124": "",
    "by letter": "",
    "12": "",
}


def opened(link: str) -> tuple[str, str, str]:
    """Read a mail link as RFC 6068 does: address, subject and text."""
    scheme, _, rest = link.partition(":")
    address, _, query = rest.partition("?")
    fields = dict(part.split("=", 1) for part in query.split("&"))
    assert scheme == "mailto"
    assert set(fields) == {"subject", "body"}
    return unquote(address), unquote(fields["subject"]), unquote(fields["body"])


@cache
def sheet() -> Sheet:
    return Sheet(Desk.for_school(read_tiny().school, CONTEXT), "programs/basics/", marks_terms=False)


def group(**changes: object) -> Cohort:
    return read_tiny().school.cohorts["basics-2027"].model_copy(update=changes)


@pytest.mark.parametrize("printed", TELEPHONES)
def test_a_telephone_number_is_dialed_as_it_is_meant(printed: str) -> None:
    assert enquiry.telephone_link(printed) == TELEPHONES[printed]


@given(st.text(min_size=1), st.text(min_size=1), st.text())
def test_a_mail_program_reads_back_every_sign(address: str, subject: str, text: str) -> None:
    link = enquiry.mail_link(address, subject, (text, text))
    assert link.isascii()
    assert opened(link) == (address, subject, f"{text}\r\n\r\n{text}")


def test_no_sign_of_a_name_ends_the_subject() -> None:
    link = enquiry.mail_link("a,b?c&d@x.example", "R&D + 50% off? #1 = best", ("Hello,",))
    assert link.startswith(
        "mailto:a%2Cb%3Fc%26d@x.example?subject=R%26D%20%2B%2050%25%20off%3F%20%231%20%3D%20best&body="
    )


STATES = {
    "Ask about a seat": {"seats": 4, "taken": 1},
    "Join the waitlist": {"seats": 4, "taken": 4, "takes_waitlist": True},
    "Ask about the next group": {"seats": 4, "taken": 4, "takes_waitlist": False},
}


@pytest.mark.parametrize("title", STATES)
def test_a_letter_about_a_group_names_program_group_and_day(title: str) -> None:
    (link,) = enquiry.about_group(sheet(), group(**STATES[title], enroll_until=None))
    address, subject, text = opened(link["url"])
    cohort, profile = group(), sheet().school.profile
    assert profile is not None
    assert (link["title"], address) == (title, profile.contact.email)
    for said in (subject, text):
        assert sheet().school.programs[cohort.program].name in said
        assert cohort.group in said
        assert f"{cohort.start.day} " in said
        assert f"{cohort.start.year}" in said


def test_after_the_last_day_to_enroll_one_asks_for_the_next_group() -> None:
    day = CONTEXT.as_of
    late, last = group(enroll_until=date(day.year - 1, 1, 1)), group(enroll_until=day)
    assert enquiry.about_group(sheet(), late)[0]["title"] == "Ask about the next group"
    assert enquiry.about_group(sheet(), last)[0]["title"] != "Ask about the next group"


def test_a_letter_about_a_program_names_it() -> None:
    program = sheet().school.programs["tiny-basics"]
    _, subject, text = opened(enquiry.about_program(sheet(), program)[0]["url"])
    assert subject == program.name
    assert program.name in text


def test_a_school_without_its_own_file_cannot_be_asked() -> None:
    school = read_tiny().school
    nobody = Sheet(Desk.for_school(school.without(frozenset({"profile:school"})), CONTEXT), "programs/")
    assert nobody.school.profile is None
    assert enquiry.call(nobody) == {}
    assert enquiry.about_group(nobody, group()) == []
    assert enquiry.about_start(nobody) == []
    assert enquiry.about_visit(nobody) == []
