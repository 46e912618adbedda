"""Rules on the school as it presents itself, first of all in `content/school.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.model.profile import SchoolProfile
from prospectus.model.record import KeyPath, Record
from prospectus.model.school import School
from prospectus.model.walk import lines_of, proses_of

TELEPHONE = re.compile(r"(?<![\w-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])?[2-9]\d{2}[-. ]\d{4}(?![\w-])")
"""A number as it is dialed in North America, with or without its area."""

KEPT_FREE = re.compile(r"(?:^|\D)555-01\d\d$")

EMAIL = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\s@<>,;:\"()]+")
"""One address with a name and a domain: no display name, no list, no spaces."""

FIELDS: dict[str, tuple[KeyPath, ...]] = {
    "profile": (("contact", "telephone"),),
    "campus": (("telephone",),),
    "approval": (("agency", "telephone"),),
}
"""Where a telephone number has a field of its own. There anything that is no number kept free is a fault."""

OWN_KINDS = ("profile", "catalog", "campus", "person", "approval", "policy", "program", "course", "cohort")
"""Kinds that speak of the school itself. Numbers in the library are those of services that exist."""


# P101, missing-school, is retired: reading says it already (R012).


@school_rule("P102", "real-telephone-in-sample")
def real_telephone_in_sample(school: School, context: BuildContext) -> Iterator[Fault]:
    """A sample school shows a telephone number that could be somebody's.

    Numbers from 555-0100 to 555-0199 are kept free for examples (North American Numbering Plan); any other could ring
    at a stranger's home. It is looked for in the contacts of the school, its campuses and agencies, and in every text
    of the school.

    Wrong: `telephone: 555-2368`

    Right: `telephone: 555-0142`
    """
    if school.profile is None or not school.profile.sample:
        return
    for record in (record for kind in OWN_KINDS for record in school.shelf(kind).values()):
        for path in _telephones(record):
            yield Fault(
                record,
                path,
                "this is a sample school, but the number could be somebody's",
                "Use a number from 555-0100 to 555-0199.",
            )


def _telephones(record: Record) -> Iterator[KeyPath]:
    """Give the way to every number in a record that is not kept free."""
    for path in FIELDS.get(record.kind, ()):
        value: object = record
        for key in path:
            value = getattr(value, str(key))
        if value is not None and not KEPT_FREE.search(str(value)):
            yield path
    for path, prose in proses_of(record):
        for number, line in enumerate(prose.text.split("\n")):
            if _holds_number(line):
                yield (*path, number)
    for path, line in lines_of(record):
        if path not in FIELDS.get(record.kind, ()) and _holds_number(line):
            yield path


def _holds_number(line: str) -> bool:
    return any(not KEPT_FREE.search(found) for found in TELEPHONE.findall(line))


@record_rule("P103", "impossible-email", "profile")
def impossible_email(profile: SchoolProfile, context: BuildContext) -> Iterator[Fault]:
    """The school's e-mail address is none, so nobody can write to it.

    Every page links it, with a letter begun for the reader.

    Wrong: `email: office at fernhollow.example`

    Right: `email: office@fernhollow.example`
    """
    if not EMAIL.fullmatch(profile.contact.email):
        message = f'"{profile.contact.email}" is no e-mail address'
        yield Fault(profile, ("contact", "email"), message, "Write it as name@school.example, without spaces.")


RULES: tuple[Rule, ...] = (real_telephone_in_sample, impossible_email)
