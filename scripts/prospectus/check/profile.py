"""Rules on the school's own file, `content/school.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, record_rule
from prospectus.model.profile import SchoolProfile

SAMPLE_TELEPHONE = re.compile(r"(?:^|\D)555-01\d\d$")


# P101, missing-school, is retired: reading says it already (R012).


@record_rule("P102", "real-telephone-in-sample", "profile")
def real_telephone_in_sample(profile: SchoolProfile, context: BuildContext) -> Iterator[Fault]:
    """A sample school shows a telephone number that could be somebody's.

    Numbers from 555-0100 to 555-0199 are kept free for examples (North American Numbering Plan); any other could ring
    at a stranger's home.

    Wrong: `telephone: 555-2368`

    Right: `telephone: 555-0142`
    """
    if profile.sample and not SAMPLE_TELEPHONE.search(profile.contact.telephone):
        yield Fault(
            profile,
            ("contact", "telephone"),
            "this is a sample school, but the number could be somebody's",
            "Use a number from 555-0100 to 555-0199.",
        )


RULES: tuple[Rule, ...] = (real_telephone_in_sample,)
