"""The table of kinds: which noun stands where, and which model reads it. A new kind of record is one row here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prospectus.model.approval import Approval
from prospectus.model.campus import Campus
from prospectus.model.catalog import Catalog
from prospectus.model.catalog_rule import CatalogItem, CatalogProfile
from prospectus.model.claim import Claim
from prospectus.model.cohort import Cohort, Holiday
from prospectus.model.comparison import Comparison, Disagreement
from prospectus.model.condition import Condition
from prospectus.model.course import Course
from prospectus.model.edition import EDITIONS, Edition
from prospectus.model.exam import Exam
from prospectus.model.exception import AcceptedFinding
from prospectus.model.glossary import Term
from prospectus.model.jurisdiction import Jurisdiction
from prospectus.model.occupation import OccupationFigure
from prospectus.model.person import Person
from prospectus.model.policy import Policy, RefundRule
from prospectus.model.profession import (
    AccountabilityBody,
    CareerPath,
    LicensePath,
    Outcome,
    Presentation,
    Professional,
    Requirement,
    Setting,
)
from prospectus.model.profile import SchoolProfile
from prospectus.model.program import Program
from prospectus.model.record import Record
from prospectus.model.safety import Screening, StandingRule
from prospectus.model.source import Source
from prospectus.model.technique import Technique


class Layout(StrEnum):
    """How records lie in files: one a file in a folder, many under ids in one file, or a single one."""

    ONE_PER_FILE = "one-per-file"
    MANY_PER_FILE = "many-per-file"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Kind:
    """One row: the model, where its records lie, and the noun in words.

    `location` is a folder (one per file) or a file, relative to the school's folder. A many-per-file file is a mapping
    with the key `plural` (ids to records) and a `review` that serves every record without its own.
    """

    model: type[Record]
    location: str
    layout: Layout
    noun: str
    plural: str

    @property
    def name(self) -> str:
        """The kind's name in look-ups and references: `technique` in `technique:effleurage`."""
        return self.model.kind


KINDS: tuple[Kind, ...] = (
    Kind(SchoolProfile, "content/school.yml", Layout.SINGLE, "school", "school"),
    Kind(Source, "content/sources.yml", Layout.MANY_PER_FILE, "source", "sources"),
    Kind(Claim, "content/claims.yml", Layout.MANY_PER_FILE, "claim", "claims"),
    Kind(StandingRule, "content/standing-rules.yml", Layout.MANY_PER_FILE, "standing rule", "standing_rules"),
    Kind(Screening, "content/screening.yml", Layout.SINGLE, "screening checklist", "screening"),
    Kind(Technique, "techniques", Layout.ONE_PER_FILE, "technique", "techniques"),
    Kind(Condition, "conditions", Layout.ONE_PER_FILE, "condition", "conditions"),
    Kind(Comparison, "content/comparison.yml", Layout.SINGLE, "comparison", "comparison"),
    Kind(Disagreement, "content/disagreements.yml", Layout.MANY_PER_FILE, "disagreement", "disagreements"),
    Kind(Requirement, "content/training.yml", Layout.MANY_PER_FILE, "training requirement", "requirements"),
    Kind(LicensePath, "content/license-path.yml", Layout.SINGLE, "way to a license", "license_path"),
    Kind(AccountabilityBody, "content/accountability.yml", Layout.MANY_PER_FILE, "accountability body", "bodies"),
    Kind(Setting, "content/settings.yml", Layout.MANY_PER_FILE, "work setting", "settings"),
    Kind(Professional, "content/professionals.yml", Layout.MANY_PER_FILE, "professional", "professionals"),
    Kind(CareerPath, "content/careers.yml", Layout.MANY_PER_FILE, "career path", "career_paths"),
    Kind(Outcome, "content/outcomes.yml", Layout.MANY_PER_FILE, "hoped-for outcome", "outcomes"),
    Kind(Presentation, "content/presentations.yml", Layout.MANY_PER_FILE, "presentation", "presentations"),
    Kind(Term, "content/glossary.yml", Layout.MANY_PER_FILE, "glossary term", "terms"),
    Kind(Course, "content/courses", Layout.ONE_PER_FILE, "course", "courses"),
    Kind(Program, "content/programs", Layout.ONE_PER_FILE, "program", "programs"),
    Kind(Cohort, "content/cohorts.yml", Layout.MANY_PER_FILE, "cohort", "cohorts"),
    Kind(Holiday, "content/holidays.yml", Layout.MANY_PER_FILE, "holiday", "holidays"),
    Kind(Campus, "content/campuses.yml", Layout.MANY_PER_FILE, "campus", "campuses"),
    Kind(Person, "content/people.yml", Layout.MANY_PER_FILE, "person", "people"),
    Kind(Catalog, "content/catalog.yml", Layout.SINGLE, "catalog", "catalog"),
    Kind(Policy, "content/policies", Layout.ONE_PER_FILE, "policy", "policies"),
    Kind(RefundRule, "content/refund-rules.yml", Layout.MANY_PER_FILE, "refund rule", "refund_rules"),
    Kind(Approval, "content/approvals.yml", Layout.MANY_PER_FILE, "approval", "approvals"),
    Kind(Jurisdiction, "content/jurisdictions", Layout.ONE_PER_FILE, "jurisdiction", "jurisdictions"),
    Kind(Exam, "content/exams.yml", Layout.MANY_PER_FILE, "exam", "exams"),
    Kind(OccupationFigure, "content/occupation.yml", Layout.MANY_PER_FILE, "occupation figure", "occupation_figures"),
    Kind(CatalogProfile, "content/catalog-profiles.yml", Layout.MANY_PER_FILE, "catalog profile", "catalog_profiles"),
    Kind(CatalogItem, "content/catalog-rules", Layout.ONE_PER_FILE, "catalog item", "catalog_items"),
    Kind(Edition, EDITIONS, Layout.ONE_PER_FILE, "edition", "editions"),
    Kind(AcceptedFinding, "content/exceptions.yml", Layout.MANY_PER_FILE, "accepted finding", "exceptions"),
)

KIND_BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
