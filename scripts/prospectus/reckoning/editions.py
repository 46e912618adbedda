"""The frozen editions of a school: which is the newest, what its records were, what has changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from prospectus.model.edition import RECORDS, Edition
from prospectus.model.school import School
from prospectus.reckoning.changes import Change, State, changes_between, state_of


def editions_newest_first(school: School) -> list[Edition]:
    """Give the editions, the one that was frozen last first."""
    return sorted(school.editions.values(), key=lambda edition: (edition.frozen_on, edition.id), reverse=True)


def kept_state(school: School, id: str) -> State | None:
    """Give the records of an edition as they were kept; None when they are not there or cannot be read."""
    try:
        kept: Any = json.loads(school.kept[f"{id}/{RECORDS}"])["records"]
    except (KeyError, ValueError, TypeError):
        return None
    return kept if isinstance(kept, Mapping) else None


def changes_since(school: School, edition: Edition) -> list[Change]:
    """Give what has changed from an edition to the records as they are; nothing where its records cannot be read."""
    before = kept_state(school, edition.id)
    return changes_between(before, state_of(school)) if before is not None else []
