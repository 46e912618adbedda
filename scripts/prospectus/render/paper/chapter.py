"""A chapter of the catalog: its title, the label it begins at, and what its template is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter. `label` names it, also in what is known of its pages; `file` is where it comes from."""

    label: str
    title: str
    template: str
    file: str
    view: Mapping[str, Any]
