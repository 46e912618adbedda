"""Rules on dates: groups of students, and reviews that fall due. What grows old warns; it never breaks a school."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule
from prospectus.diagnostics import Severity
from prospectus.model.cohort import Cohort
from prospectus.model.edition import Edition
from prospectus.model.profile import SchoolProfile, is_old
from prospectus.model.record import Record
from prospectus.reckoning.timetable import is_endless, is_in_order


@record_rule("T101", "cohort-ends-before-start", "cohort")
def cohort_ends_before_start(cohort: Cohort, context: BuildContext) -> Iterator[Fault]:
    """A group's last day comes before its first, or on it.

    Wrong:

        start: 2027-03-02
        end: 2027-01-15

    Right: correct one of the two dates. Only a group that meets on a single day may end on it.
    """
    if not is_in_order(cohort):
        yield Fault(
            cohort,
            ("end",),
            f"this group ends on {cohort.end} but starts on {cohort.start}",
            "Correct one of the two dates.",
        )


@record_rule("T118", "cohort-of-many-years", "cohort")
def cohort_of_many_years(cohort: Cohort, context: BuildContext) -> Iterator[Fault]:
    """A group runs for more than ten years, so one of its dates must be wrong.

    Its class days are not worked out, and no other rule on them is asked, until the dates are possible.

    Wrong: `start: 2027-03-02` and `end: 9999-12-31`.

    Right: correct one of the two dates.
    """
    if is_endless(cohort):
        years = (cohort.end - cohort.start).days // 365
        yield Fault(cohort, ("end",), f"this group runs for {years:,} years", "Correct its first or its last day.")


@record_rule("T102", "cohort-over-capacity", "cohort")
def cohort_over_capacity(cohort: Cohort, context: BuildContext) -> Iterator[Fault]:
    """More seats are taken than there are, or people wait although seats are free.

    Wrong: `seats: 16` and `taken: 18`.

    Right: correct the number, or count the extra people under `waitlist`.
    """
    if cohort.taken > cohort.seats:
        yield Fault(
            cohort,
            ("taken",),
            f"{cohort.taken} seats are taken, but there are only {cohort.seats}",
            "Correct the number, or count the extra people under waitlist.",
        )
    elif cohort.waitlist and cohort.seats_left:
        yield Fault(
            cohort,
            ("waitlist",),
            f"{cohort.waitlist} on the waitlist although seats are free",
            "Give the free seats to the people who wait, or correct the numbers.",
        )


@record_rule("T103", "past-cohort", "cohort", Severity.WARNING)
def past_cohort(cohort: Cohort, context: BuildContext) -> Iterator[Fault]:
    """A group has started already; pages no longer announce it.

    Nothing is wrong with the site. The record can be removed once nobody needs it; its calendar file goes with it.

    Wrong, in a build of 2027-02-02:

        start: 2027-02-01

    Right: keep it as long as it is needed, with the reason in `content/exceptions.yml`, or remove it.
    """
    if cohort.start < context.as_of:
        yield Fault(
            cohort,
            ("start",),
            f"this group started on {cohort.start}, so it is announced no more",
            "Remove it when it is no longer needed, and add the next one.",
        )


@record_rule("T104", "review-overdue", "*", Severity.WARNING)
def review_overdue(record: Record, context: BuildContext) -> Iterator[Fault]:
    """The day of the next review has passed.

    The page stays, and says that its review is due.

    Wrong, in a build of 2026-11-23: `next_review: 2026-11-22`.

    Right: read the record against its sources, then set `reviewed_on` and `next_review`.
    """
    if record.review.reviewed_on < record.review.next_review < context.as_of:
        yield Fault(
            record,
            ("review", "next_review"),
            f"the review of this record was due on {record.review.next_review}",
            "Read it against its sources, then set reviewed_on and next_review.",
        )


@record_rule("T105", "review-dates-reversed", "*")
def review_dates_reversed(record: Record, context: BuildContext) -> Iterator[Fault]:
    """The next review is not after the last one.

    Wrong:

        reviewed_on: 2026-11-20
        next_review: 2026-05-20

    Right: correct one of the two dates.
    """
    if record.review.next_review <= record.review.reviewed_on:
        yield Fault(
            record,
            ("review", "next_review"),
            "the next review is not after the last one",
            "Correct one of the two dates.",
        )


@record_rule("T121", "reading-in-future", "*", Severity.WARNING)
def reading_in_future(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A record was read, or the school's facts were gone through, on a day that has not come yet.

    Pages print the day. A year that was mistyped also keeps the next review away for as long.

    Wrong, in 2026: `reviewed_on: 2062-11-20`, or `data_as_of: 2027-11-01`.

    Right: the day on which somebody read it.
    """
    # An edition is dated by the command that freezes it, and a site that keeps it may be built as of an earlier day.
    if context.as_of < record.review.reviewed_on < record.review.next_review and not isinstance(record, Edition):
        message = f"this record was read on {record.review.reviewed_on}, which has not come yet"
        yield Fault(record, ("review", "reviewed_on"), message, "Give the day on which somebody read it.")
    if isinstance(record, SchoolProfile) and record.data_as_of is not None and record.data_as_of > context.as_of:
        message = f"the school's facts were gone through on {record.data_as_of}, which has not come yet"
        yield Fault(record, ("data_as_of",), message, "Give the day on which somebody went through them.")


@record_rule("T106", "old-school-facts", "profile", Severity.WARNING)
def old_school_facts(profile: SchoolProfile, context: BuildContext) -> Iterator[Fault]:
    """Nobody has gone through the school's facts for a year and a half.

    Prices, people and dates change. The foot of every page names the day and says that it is long ago.

    Wrong, in 2028: `data_as_of: 2026-03-01`

    Right: go through the school's facts, then set `data_as_of` to that day.
    """
    if profile.data_as_of is not None and is_old(profile.data_as_of, context.as_of):
        yield Fault(
            profile,
            ("data_as_of",),
            f"the school's facts were last gone through on {profile.data_as_of}",
            "Go through them, then set data_as_of to the day you did.",
        )


RULES: tuple[Rule, ...] = (
    cohort_ends_before_start,
    cohort_of_many_years,
    cohort_over_capacity,
    past_cohort,
    review_overdue,
    review_dates_reversed,
    reading_in_future,
    old_school_facts,
)
