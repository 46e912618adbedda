"""Files that hold a record of one kind and lie where another kind belongs, or none.

Tells the kind by the names of the fields, so that one file in the wrong folder is one finding, and records that refer
to it are not blamed. Knows the models only through the table of kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from prospectus.diagnostics import Finding, Place
from prospectus.model.kinds import KINDS, Kind, Layout
from prospectus.read.fault import MISPLACED_FILE

_MANY_FAULTS = 4
"""A file with so many fields missing or unknown was hardly meant for the kind of its folder."""
_FIELD_NAME = re.compile(rb"^([a-z_]+):", re.MULTILINE)


def kind_meant(fields: Iterable[str], here: Kind | None = None) -> Kind | None:
    """Give the kind that these fields make a record of, when it is plainly another one than `here`."""
    names = set(fields)
    if here is not None and _faults(names, here) < _MANY_FAULTS:
        return None
    others = [kind for kind in KINDS if kind.layout is Layout.ONE_PER_FILE and kind is not here]
    # One fault more is forgiven: a misspelled field does not hide where the file belongs.
    return next((kind for kind in others if _faults(names, kind) <= 1), None)


def kind_in_bytes(source: bytes) -> Kind | None:
    """Give the kind that the names at the beginnings of the lines make a record of."""
    return kind_meant(name.decode("ascii") for name in _FIELD_NAME.findall(source))


def misplaced(file: str, id: str, kind: Kind) -> Finding:
    """Word the finding about a file that belongs into the folder of `kind`."""
    message = f"this file holds a {kind.noun} and does not lie in {kind.location}, so nobody would find it"
    return MISPLACED_FILE.at(Place(file), message, f"Move it to {kind.location}/{id}.yml.")


def _faults(names: set[str], kind: Kind) -> int:
    fields = kind.model.model_fields
    required = {name for name, field in fields.items() if field.is_required()}
    return len(names - fields.keys()) + len(required - names)
