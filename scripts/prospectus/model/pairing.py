"""One technique beside one condition: may they be combined, and with what care?

Both records can object to the pair. Every objection is gathered here once, so that each page that recommends the pair
shows the same ones and the checks judge by the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from prospectus.model.condition import Condition, TechniqueUse
from prospectus.model.record import KeyPath
from prospectus.model.safety import Level
from prospectus.model.statement import Statement
from prospectus.model.technique import Technique


@dataclass(frozen=True, slots=True)
class Objection:
    """A reason against combining a technique with a condition, how far it reaches, and where it is written.

    `owner` is "technique" or "condition": the record that holds it; `path` is the way to it in that record.
    """

    level: Level
    statement: Statement
    owner: str
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Pairing:
    """A technique, a condition, the condition's own words on the technique if it has any, and all objections."""

    technique: Technique
    condition: Condition
    use: TechniqueUse | None
    objections: tuple[Objection, ...]

    @property
    def is_forbidden(self) -> bool:
        """Say whether a record forbids the pair outright."""
        return any(objection.level is Level.ABSOLUTE for objection in self.objections)

    @property
    def needs_care(self) -> bool:
        """Say whether there is anything to watch with this pair."""
        return bool(self.objections) or (self.use is not None and self.use.caution is not None)


def pair(technique: Technique, condition: Condition) -> Pairing:
    """Bring a technique and a condition together."""
    use = next((use for use in condition.techniques if use.technique == technique.id), None)
    objections = [*_of_technique(technique, condition.id), *_of_condition(condition, technique.id)]
    return Pairing(technique, condition, use, tuple(objections))


def _of_technique(technique: Technique, condition_id: str) -> list[Objection]:
    return [
        Objection(level, entry, "technique", ("contraindications", level.value, index))
        for level in Level
        for index, entry in enumerate(getattr(technique.contraindications, level.value))
        if condition_id in entry.conditions
    ]


def _of_condition(condition: Condition, technique_id: str) -> list[Objection]:
    return [
        Objection(level, entry, "condition", ("contraindications", level.value, index))
        for level in Level
        for index, entry in enumerate(getattr(condition.contraindications, level.value))
        if entry.all_techniques or technique_id in entry.techniques
    ]
