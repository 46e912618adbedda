"""The shelves of a school by name: `school.techniques`, `school.profile` and so on, one property a kind of record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TypeVar, cast

from prospectus.model.approval import Approval
from prospectus.model.campus import Campus
from prospectus.model.catalog import Catalog
from prospectus.model.catalog_rule import CatalogItem, CatalogProfile
from prospectus.model.claim import Claim
from prospectus.model.cohort import Cohort, Holiday
from prospectus.model.comparison import Comparison, Disagreement
from prospectus.model.condition import Condition
from prospectus.model.course import Course
from prospectus.model.edition import Edition
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

R = TypeVar("R", bound=Record)
Shelf = Mapping[str, R]
"""All records of one kind, by id, in the order of their ids (of the file, for a file that holds many)."""


class Shelves(ABC):
    """Names for the shelves; `School` says what lies on them."""

    @abstractmethod
    def shelf(self, kind: str) -> Shelf[Record]:
        """Give all records of a kind by id."""

    def _typed(self, model: type[R]) -> Shelf[R]:
        return cast("Shelf[R]", self.shelf(model.kind))

    def _single(self, model: type[R]) -> R | None:
        return next(iter(self._typed(model).values()), None)

    @property
    def profile(self) -> SchoolProfile | None:
        return self._single(SchoolProfile)

    @property
    def comparison(self) -> Comparison | None:
        return self._single(Comparison)

    @property
    def catalog(self) -> Catalog | None:
        return self._single(Catalog)

    @property
    def screening(self) -> Screening | None:
        return self._single(Screening)

    @property
    def license_path(self) -> LicensePath | None:
        return self._single(LicensePath)

    @property
    def techniques(self) -> Shelf[Technique]:
        return self._typed(Technique)

    @property
    def conditions(self) -> Shelf[Condition]:
        return self._typed(Condition)

    @property
    def sources(self) -> Shelf[Source]:
        return self._typed(Source)

    @property
    def claims(self) -> Shelf[Claim]:
        return self._typed(Claim)

    @property
    def standing_rules(self) -> Shelf[StandingRule]:
        return self._typed(StandingRule)

    @property
    def disagreements(self) -> Shelf[Disagreement]:
        return self._typed(Disagreement)

    @property
    def requirements(self) -> Shelf[Requirement]:
        return self._typed(Requirement)

    @property
    def accountability_bodies(self) -> Shelf[AccountabilityBody]:
        return self._typed(AccountabilityBody)

    @property
    def settings(self) -> Shelf[Setting]:
        return self._typed(Setting)

    @property
    def professionals(self) -> Shelf[Professional]:
        return self._typed(Professional)

    @property
    def career_paths(self) -> Shelf[CareerPath]:
        return self._typed(CareerPath)

    @property
    def outcomes(self) -> Shelf[Outcome]:
        return self._typed(Outcome)

    @property
    def presentations(self) -> Shelf[Presentation]:
        return self._typed(Presentation)

    @property
    def terms(self) -> Shelf[Term]:
        return self._typed(Term)

    @property
    def courses(self) -> Shelf[Course]:
        return self._typed(Course)

    @property
    def programs(self) -> Shelf[Program]:
        return self._typed(Program)

    @property
    def cohorts(self) -> Shelf[Cohort]:
        return self._typed(Cohort)

    @property
    def holidays(self) -> Shelf[Holiday]:
        return self._typed(Holiday)

    @property
    def campuses(self) -> Shelf[Campus]:
        return self._typed(Campus)

    @property
    def people(self) -> Shelf[Person]:
        return self._typed(Person)

    @property
    def policies(self) -> Shelf[Policy]:
        return self._typed(Policy)

    @property
    def refund_rules(self) -> Shelf[RefundRule]:
        return self._typed(RefundRule)

    @property
    def approvals(self) -> Shelf[Approval]:
        return self._typed(Approval)

    @property
    def jurisdictions(self) -> Shelf[Jurisdiction]:
        return self._typed(Jurisdiction)

    @property
    def exams(self) -> Shelf[Exam]:
        return self._typed(Exam)

    @property
    def occupation_figures(self) -> Shelf[OccupationFigure]:
        return self._typed(OccupationFigure)

    @property
    def catalog_profiles(self) -> Shelf[CatalogProfile]:
        return self._typed(CatalogProfile)

    @property
    def catalog_items(self) -> Shelf[CatalogItem]:
        return self._typed(CatalogItem)

    @property
    def editions(self) -> Shelf[Edition]:
        return self._typed(Edition)

    @property
    def accepted_findings(self) -> Shelf[AcceptedFinding]:
        return self._typed(AcceptedFinding)
