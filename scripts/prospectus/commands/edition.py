"""The command `edition`: freeze what the catalog is today, and say what has changed since an edition was frozen.

Freezing makes the catalog once more, as a PDF and as one page, and keeps both beside the records they were made from.
An edition is written whole or not at all, and never again. It prints nothing.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from prospectus.artifact import BuildContext
from prospectus.commands.build import with_address
from prospectus.commands.check import Examination, examine
from prospectus.errors import UsageError, UserError
from prospectus.model.catalog import Catalog
from prospectus.model.edition import EDITIONS, PAGE, PDF, RECORDS
from prospectus.model.publication import public_school
from prospectus.model.school import School
from prospectus.publish.keep import clear_half_written, keep_edition
from prospectus.publish.lock import one_build_at_a_time
from prospectus.publish.pdf import one_page_html, typeset
from prospectus.read.record_id import is_id
from prospectus.reckoning.changes import Change, State, changes_between, state_of
from prospectus.reckoning.editions import kept_state
from prospectus.render.change_words import sentences
from prospectus.render.paper import catalog_for_screen, catalog_manuscript


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was frozen: the edition, its folder, how many pages; none of it when the school's files hold errors."""

    examination: Examination
    folder: Path | None = None
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between an edition and another, or the records as they are: change by change, with its sentence."""

    before: str
    after: str
    changes: tuple[Change, ...]
    sentences: tuple[str, ...]


def freeze(root: Path, context: BuildContext, id: str) -> Frozen:
    """Freeze the catalog as it is under the name `id`, for example 2026-27.

    Raises UsageError for a name that cannot be an address or is taken: an edition is never written over.
    """
    if not is_id(id):
        raise UsageError(
            f'"{id}" cannot be an edition\'s name: small letters, digits and single hyphens, like 2026-27.'
        )
    with one_build_at_a_time(root):
        clear_half_written(root / EDITIONS, id)
        if (root / EDITIONS / f"{id}.yml").exists():
            raise UsageError(
                f"There is an edition {id} already, and editions are never written over. Take another name."
            )
        examination = examine(root, context)
        if examination.has_errors:
            return Frozen(examination)
        context = with_address(context, root, examination.reading)
        school = public_school(examination.reading.school, context.as_of)
        catalog = school.catalog
        if catalog is None:
            raise UserError("There is no catalog to freeze: content/catalog.yml is missing.")
        printed = typeset(root, [catalog_manuscript(school, context)], keep_others=True)
        paper = printed.papers[PDF]
        files = {
            PDF: printed.artifacts[0].content,
            PAGE: one_page_html(root, catalog_for_screen(school, context)),
            RECORDS: _records(school),
        }
        keep_edition(root / EDITIONS, id, files, _description(catalog, context.as_of, paper.pages, files))
        return Frozen(examination, root / EDITIONS / id, paper.pages)


def difference(root: Path, context: BuildContext, before: str, after: str = "") -> Difference:
    """Say what changed from one edition to another, or to the records as they are now."""
    school = examine(root, context).reading.school
    old = _kept(school, before)
    new = _kept(school, after) if after else state_of(public_school(school, context.as_of))
    found = changes_between(old, new)
    currency = school.profile.currency if school.profile is not None else "$"
    return Difference(before, after, tuple(found), tuple(sentences(found, old, new, currency)))


def _kept(school: School, id: str) -> State:
    """Give the records of a frozen edition as they were kept."""
    if id not in school.editions:
        known = ", ".join(school.editions) or "none yet"
        raise UsageError(f'There is no edition "{id}". Editions: {known}.')
    state = kept_state(school, id)
    if state is None:
        raise UserError(f"{EDITIONS}/{id}/{RECORDS} cannot be read; bring it back as it was frozen.")
    return state


def _records(school: School) -> bytes:
    whole = {"format": 1, "records": state_of(school)}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _description(catalog: Catalog, as_of: date, pages: int, files: dict[str, bytes]) -> dict[str, Any]:
    """Give the record of the edition as plain data, to be written as YAML."""
    return {
        "title": catalog.title,
        "volume": catalog.volume,
        "published": catalog.published,
        "effective_from": catalog.effective_from,
        "effective_to": catalog.effective_to,
        "frozen_on": as_of,
        "pages": pages,
        "files": [{"name": name, "sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()],
        "review": {
            "owner": catalog.review.owner,
            "status": "sourced",
            "reviewed_on": as_of,
            # An edition is not read again: it says what was published. The date is far enough to stay silent.
            "next_review": as_of.replace(year=as_of.year + 25, day=min(as_of.day, 28)),
        },
    }
