"""Which records the public may see: drafts stay inside, and the clinical gate holds unsigned conditions back.

The gate is the school's choice (`clinical_review` in `content/school.yml`). A signature counts from its day until the
record's next review is due; after that the condition waits again, and a warning says so well before.
"""

from __future__ import annotations

from datetime import date

from prospectus.model.condition import Condition
from prospectus.model.profile import ClinicalReview
from prospectus.model.record import Record, ReviewStatus
from prospectus.model.school import School


def is_signed(record: Record, as_of: date) -> bool:
    """Say whether a clinician has signed a record and the signature has not run out on `as_of`."""
    review = record.review
    return (
        review.status is ReviewStatus.CLINICALLY_REVIEWED
        and review.reviewer is not None
        and review.reviewer.signed_on <= as_of <= review.next_review
    )


def held_back_conditions(school: School, as_of: date) -> tuple[Condition, ...]:
    """Give the conditions that wait for a clinician; none unless the school asks for clinical review."""
    if school.profile is None or school.profile.clinical_review is not ClinicalReview.REQUIRED:
        return ()
    return tuple(
        condition
        for condition in school.conditions.values()
        if condition.review.status is not ReviewStatus.DRAFT and not is_signed(condition, as_of)
    )


def public_school(school: School, as_of: date) -> School:
    """Give the snapshot that pages are made from: without drafts and without conditions that are held back."""
    hidden = {record.key for record in held_back_conditions(school, as_of)}
    hidden |= {record.key for record in school.all_records() if record.review.status is ReviewStatus.DRAFT}
    return school.without(frozenset(hidden)) if hidden else school
