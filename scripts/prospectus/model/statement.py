"""A statement: one thing the school says, with what it rests on. Every list of facts in a record is made of these."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from prospectus.model.prose import Prose
from prospectus.model.record import Part
from prospectus.model.reference import SourceRef


class Basis(StrEnum):
    """What a statement rests on.

    `sourced`: the sources named beside it say so. `unchecked`: not seen in a retrieved document; shown as "not yet
    checked by a clinician". `practice`: what the profession teaches; shown as "general professional knowledge, not
    sourced".
    """

    SOURCED = "sourced"
    UNCHECKED = "unchecked"
    PRACTICE = "practice"


class Statement(Part):
    """A sentence or two, its sources, and what it rests on."""

    text: Prose = Field(description="What is said, in one or two plain sentences.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Ids of the sources that say so.")
    basis: Basis = Field(
        default=Basis.SOURCED,
        description="sourced (needs at least one source), unchecked (no clinician has checked it), "
        "or practice (general professional knowledge, not sourced).",
    )


class Role(StrEnum):
    """The two ways of working that the school compares."""

    MEDICAL = "medical"
    RELAXATION = "relaxation"


class Region(StrEnum):
    """A region of the body as the body map draws it."""

    HEAD = "head"
    NECK = "neck"
    SHOULDER = "shoulder"
    CHEST_UPPER_BACK = "chest-upper-back"
    ABDOMEN_LOWER_BACK = "abdomen-lower-back"
    HIP = "hip"
    ARM = "arm"
    HAND = "hand"
    THIGH = "thigh"
    KNEE = "knee"
    LOWER_LEG = "lower-leg"
    FOOT = "foot"
    WHOLE_BODY = "whole-body"
