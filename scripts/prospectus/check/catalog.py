"""Rules on the catalog as a publication: its dates and signature, approvals, people, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule, school_rule
from prospectus.diagnostics import RelatedPlace, Severity
from prospectus.model.approval import Approval
from prospectus.model.catalog import Catalog
from prospectus.model.person import Person, PersonRole
from prospectus.model.school import School


@record_rule("C101", "catalog-period-reversed", "catalog")
def catalog_period_reversed(catalog: Catalog, context: BuildContext) -> Iterator[Fault]:
    """The catalog ends to hold before it begins.

    Students are bound by the catalog of their days, and nobody could say which that is.

    Wrong:

        effective_from: 2026-11-20
        effective_to: 2026-11-19

    Right: correct one of the two dates.
    """
    if catalog.effective_to < catalog.effective_from:
        message = f"the catalog holds until {catalog.effective_to}, but only from {catalog.effective_from} on"
        yield Fault(catalog, ("effective_to",), message, "Correct one of the two dates.")


@record_rule("C102", "published-after-it-holds", "catalog")
def published_after_it_holds(catalog: Catalog, context: BuildContext) -> Iterator[Fault]:
    """The catalog was published after the day from which it holds.

    Nobody can be bound by what was not to be read.

    Wrong:

        published: 2026-12-01
        effective_from: 2026-11-20

    Right: let it hold from the day of publication, or later.
    """
    if catalog.effective_from < catalog.published:
        message = f"the catalog holds from {catalog.effective_from}, but was published on {catalog.published}"
        yield Fault(catalog, ("published",), message, "Correct one of the two dates.")


@record_rule("C103", "catalog-not-out-yet", "catalog", Severity.WARNING)
def catalog_not_out_yet(catalog: Catalog, context: BuildContext) -> Iterator[Fault]:
    """The day of publication has not come.

    The site shows the catalog already, with a date that lies ahead.

    Wrong, in a build of 2026-11-23: `published: 2027-01-04`

    Right: publish the site on that day, or give the day on which it is published.
    """
    if context.as_of < catalog.published <= catalog.effective_from:
        message = f"the catalog is dated {catalog.published}, and that day has not come"
        yield Fault(catalog, ("published",), message, "Publish it on that day, or correct the date.")


@record_rule("C104", "catalog-period-over", "catalog", Severity.WARNING)
def catalog_period_over(catalog: Catalog, context: BuildContext) -> Iterator[Fault]:
    """The last day for which the catalog holds has passed.

    The pages stay as they are, but new students need the next edition.

    Wrong, in a build of 2027-11-20: `effective_to: 2027-11-19`

    Right: go through the catalog, then give it a new volume and new dates.
    """
    if catalog.effective_from <= catalog.effective_to < context.as_of:
        message = f"the catalog held until {catalog.effective_to}"
        yield Fault(catalog, ("effective_to",), message, "Go through it, then give it a new volume and new dates.")


@record_rule("C105", "certification-missing-or-late", "catalog", Severity.WARNING)
def certification_missing_or_late(catalog: Catalog, context: BuildContext) -> Iterator[Fault]:
    """Nobody has signed that the catalog is true and correct, or only after it began to hold.

    Regulators ask for the signed sentence (21 NCAC 30 .0630, lead sentences; 40 Tex. Admin. Code 807.175(18)).

    Wrong: a catalog without `certification`.

    Right:

        certification:
          text: As director of the school I certify that this catalog is true and correct.
          name: Wren Alderbrook
          title: School director
          signed_on: 2026-11-16
    """
    signed = catalog.certification
    if signed is None:
        message = "nobody has signed that this catalog is true and correct"
        yield Fault(catalog, (), message, "Let the owner or director sign it, and write that under certification.")
    elif signed.signed_on > catalog.effective_from:
        message = f"the catalog holds from {catalog.effective_from}, but was signed on {signed.signed_on}"
        yield Fault(catalog, ("certification", "signed_on"), message, "Sign it before it begins to hold.")


@record_rule("C106", "approval-expired", "approval", Severity.WARNING)
def approval_expired(approval: Approval, context: BuildContext) -> Iterator[Fault]:
    """A license, approval or accreditation has run out.

    Its page says so. A school that teaches without one that it needs may have to close.

    Wrong, in a build of 2026-11-23: `expires: 2026-06-30`

    Right: the day on which the new one runs out; or remove the record.
    """
    if approval.expires is not None and approval.expires < context.as_of:
        message = f"what {approval.agency.name} granted ran out on {approval.expires}"
        yield Fault(approval, ("expires",), message, "Give the day of the new one, or remove the record.")


@school_rule("C107", "approval-ends-before-catalog", Severity.WARNING)
def approval_ends_before_catalog(school: School, context: BuildContext) -> Iterator[Fault]:
    """A license, approval or accreditation runs out while the catalog still holds.

    The catalog promises it for days on which it may not be there.

    Wrong, when the catalog holds until 2027-11-19: `expires: 2027-06-30`

    Right: renew it in time, and say in its `note` what happens until then; or let the catalog end earlier.
    """
    catalog = school.catalog
    if catalog is None:
        return
    for approval in school.approvals.values():
        if approval.expires is not None and context.as_of <= approval.expires < catalog.effective_to:
            yield Fault(
                approval,
                ("expires",),
                f"what {approval.agency.name} granted runs out on {approval.expires}, before the catalog does",
                "Renew it in time, or let the catalog end earlier.",
                (RelatedPlace(catalog.at("effective_to"), "the catalog's last day"),),
            )


@record_rule("C108", "teacher-license-expired", "person", Severity.WARNING)
def teacher_license_expired(person: Person, context: BuildContext) -> Iterator[Fault]:
    """The license of somebody who teaches has run out.

    Some states let only license holders teach (the page shows when each license runs out).

    Wrong, in a build of 2026-11-23: `expires: 2026-10-31`

    Right: the day on which the renewed license runs out.
    """
    for index, license in enumerate(person.licenses if person.teaches else ()):
        if license.expires is not None and license.expires < context.as_of:
            message = f"the license of {person.name} ran out on {license.expires}"
            yield Fault(person, ("licenses", index, "expires"), message, "Give the day of the renewed license.")


@record_rule("C109", "faculty-without-course", "person", Severity.WARNING)
def faculty_without_course(person: Person, context: BuildContext) -> Iterator[Fault]:
    """Somebody is called faculty, but teaches no course.

    Regulators ask who teaches what (40 Tex. Admin. Code 807.175(7)), and students do too.

    Wrong: `roles: [faculty]` without `teaches`.

    Right: name the courses under `teaches`, or give the person another role.
    """
    if PersonRole.FACULTY in person.roles and not person.teaches:
        message = f"{person.name} is faculty, but teaches no course"
        yield Fault(person, ("roles",), message, "Name the courses under teaches, or give another role.")


@school_rule("C110", "course-without-teacher", Severity.WARNING)
def course_without_teacher(school: School, context: BuildContext) -> Iterator[Fault]:
    """Nobody is named who teaches a course.

    It is looked for once anybody is said to teach anything.

    Wrong: a course that stands under `teaches` of no person.

    Right: name it in `content/people.yml`, at the person who teaches it.
    """
    if school.is_unreadable("person", ""):
        return
    taught = {id for person in school.people.values() for id in person.teaches}
    for course in school.courses.values() if taught else ():
        if course.id not in taught:
            message = f"nobody is named who teaches {course.code} {course.name}"
            yield Fault(course, ("code",), message, "Name it under teaches, at the person who teaches it.")


@record_rule("C111", "aid-and-none", "catalog")
def aid_and_none(catalog: Catalog, context: BuildContext) -> Iterator[Fault]:
    """The catalog lists financial aid and says that there is none.

    A student would believe one of the two.

    Wrong: entries under `aid`, and `no_aid: There is no financial aid.`

    Right: only one of them.
    """
    if catalog.no_aid is not None and (catalog.aid or catalog.federal_aid):
        message = "the catalog offers financial aid and also says that there is none"
        yield Fault(catalog, ("no_aid",), message, "Keep what is true, and remove the other.")


RULES: tuple[Rule, ...] = (
    catalog_period_reversed,
    published_after_it_holds,
    catalog_not_out_yet,
    catalog_period_over,
    certification_missing_or_late,
    approval_expired,
    approval_ends_before_catalog,
    teacher_license_expired,
    faculty_without_course,
    course_without_teacher,
    aid_and_none,
)
