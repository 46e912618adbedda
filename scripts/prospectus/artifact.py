"""What a build is told, and what it makes: the context that goes in and the files that come out.

Ground floor: imports nothing of the package. An `Artifact` is bytes in memory; only `publish` puts it on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Paper:
    """What is known of a PDF before the pages that offer it are made: its length, its size, where things stand in it.

    `pages` counts its pages (0 where nobody asked), `size` its bytes; `page_of` gives the page on which a part begins,
    by its label.
    """

    pages: int
    size: int
    page_of: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BuildContext:
    """What a build is told. `as_of` is the only clock in the house.

    `base_url` is the address the site will have, with a slash at the end, or "" when the school gave none. `papers` are
    the PDFs of this build by their path in `docs/`; none where only pages are asked for. `is_offline` is true for the
    copy that is opened from a folder: its pages lead to files, and what only the web needs is left out.
    """

    as_of: date
    version: str
    base_url: str = ""
    papers: Mapping[str, Paper] = field(default_factory=dict)
    is_offline: bool = False


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output file: its path inside `docs/` (slashes, no leading one), its bytes, and the YAML file it comes from.

    `origin` is "" for a file that comes from the package alone (a style sheet, a theme template).
    """

    path: str
    content: bytes
    origin: str = ""


Reads = frozenset[str] | Callable[[], frozenset[str]]
"""The names of what a job reads, or a function that works them out."""


@dataclass(frozen=True, slots=True)
class Job:
    """A promise to make one artifact: its path, everything that it reads, and the pure function that makes the bytes.

    `reads` holds look-up names: `technique:effleurage` for one record, `technique:*` for all records of a kind
    (also for their number and order), `as-of` for the date. A saved file re-runs only the jobs that name what changed,
    so a job that reads more than it names is a fault (a test runs every job on a school that records its readers).
    They are worked out when somebody asks: a whole build does not, and for 3,000 pages they take 60 MB.
    """

    path: str
    named: Reads
    make: Callable[[], bytes]
    origin: str = ""

    @property
    def reads(self) -> frozenset[str]:
        """The names of all that the job reads."""
        return self.named if isinstance(self.named, frozenset) else self.named()

    def run(self) -> Artifact:
        """Make the artifact."""
        return Artifact(self.path, self.make(), self.origin)
