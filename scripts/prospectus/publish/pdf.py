"""Typesets manuscripts with typst into PDFs, each once: what has not changed is taken from the cache.

A manuscript is an artifact whose content is typst source. Its comments tell the rest: `// from: FILE` stands before
what a YAML file says, so that a fault of typst can be told in the school's terms, and `// picture: PATH` names a file
in `docs/` that the source shows. This is the one place that starts typst; it knows no record and no page.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import typst

from prospectus.artifact import Artifact, Paper
from prospectus.errors import UserError
from prospectus.publish.atomic import WorkFolder

CACHE = ".prospectus/pdf"
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, titled, every picture with words, no glyph missing. typst refuses what is not."""

PAGE_LABELS = "<page-of>"
"""The label of the notes in a manuscript that say which part begins on which page; the last line counts all pages."""

_SCREEN_STYLE = (
    ":root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:17px/1.6 Georgia,serif}"
    "h1,h2,h3,h4{font-weight:400;line-height:1.2}table{border-collapse:collapse;display:block;overflow-x:auto}"
    "td,th{border-bottom:1px solid;padding:.3em .7em .3em 0;text-align:left;vertical-align:top}"
)
"""An edition must be readable in fifty years: no file beside it, the browser's own colors."""

_FROM = re.compile(r"^// from: (.+)$")
_PICTURE = re.compile(r"^// picture: (.+)$", re.MULTILINE)
_LINE = re.compile(r"\.typ:(\d+):\d+")


class TypesettingError(UserError):
    """A manuscript that typst cannot set: which document, from which file, and why."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """The PDFs of a build: as files for `docs/`, and what is known of each by its path; `fresh` were set anew."""

    artifacts: tuple[Artifact, ...]
    papers: dict[str, Paper]
    fresh: tuple[str, ...]


def typeset(root: Path, manuscripts: Sequence[Artifact], *, keep_others: bool = False) -> Typeset:
    """Set every manuscript whose text, pictures or typst has changed since the last build; take the others as they are.

    What the cache holds of other documents is dropped, unless `keep_others`: then these are not all of a build.
    Raises TypesettingError for all manuscripts at fault together; the cache and the last good PDFs stay as they were.
    """
    cache = root / CACHE
    keys = {manuscript.path: _key(root, manuscript) for manuscript in manuscripts}
    press = _Press(root)
    artifacts, papers, faults, fresh = [], {}, [], []
    for manuscript in manuscripts:
        known = _from_cache(cache, keys[manuscript.path])
        if known is None:
            try:
                known = press.set(manuscript)
            except typst.TypstError as fault:
                faults.append(_fault_line(manuscript, fault))
                continue
            _into_cache(cache, keys[manuscript.path], *known)
            fresh.append(manuscript.path)
        content, paper = known
        artifacts.append(Artifact(manuscript.path, content, manuscript.origin))
        papers[manuscript.path] = paper
    if faults:
        raise TypesettingError(*faults)
    if not keep_others:
        _forget_others(cache, keys.values())
    return Typeset(tuple(artifacts), papers, tuple(fresh))


def one_page_html(root: Path, manuscript: Artifact) -> bytes:
    """Give a manuscript written for the screen as one HTML page that needs no other file.

    Raises TypesettingError when typst cannot make it.
    """
    press = typst.Compiler(root=_pictures_root(root), font_paths=_own_fonts())
    try:
        page = press.compile(input=manuscript.content, format="html")
    except typst.TypstError as fault:
        raise TypesettingError(_fault_line(manuscript, fault)) from fault
    assert isinstance(page, bytes)
    return page.replace(b"</head>", f"<style>{_SCREEN_STYLE}</style></head>".encode(), 1)


def _pictures_root(root: Path) -> Path:
    return root / "docs" if (root / "docs").is_dir() else root


def _own_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


class _Press:
    """The fonts that come with typst, and no others, so that every machine sets the same bytes."""

    def __init__(self, root: Path) -> None:
        self._root = _pictures_root(root)
        self._fonts = _own_fonts()

    def set(self, manuscript: Artifact) -> tuple[bytes, Paper]:
        """Set one manuscript; raises typst.TypstError."""
        # The source gives the date of the document; the time stamp is only what typst would take where it gives none.
        compiler = typst.Compiler(root=self._root, font_paths=self._fonts)
        content = compiler.compile(input=manuscript.content, format="pdf", pdf_standards=STANDARD, timestamp=0)
        assert isinstance(content, bytes)
        page_of = self._page_notes(manuscript)
        return content, Paper(page_of.pop("", 0), len(content), page_of)

    def _page_notes(self, manuscript: Artifact) -> dict[str, int]:
        """Ask on which pages parts begin; nothing where the manuscript has no such notes, since asking sets it anew."""
        if PAGE_LABELS.encode() not in manuscript.content.rpartition(b"\n#context ")[2]:
            return {}
        # A compiler of its own: typst.py 0.15 forgets a source given as bytes once it has made a PDF of it.
        notes = typst.Compiler(input=manuscript.content, root=self._root, font_paths=self._fonts)
        return dict(json.loads(notes.query(PAGE_LABELS, field="value")))


def _key(root: Path, manuscript: Artifact) -> str:
    digest = hashlib.sha256(f"typst {version('typst')} {STANDARD}\n".encode())
    digest.update(manuscript.content)
    for path in _PICTURE.findall(manuscript.content.decode()):
        with suppress(OSError):
            digest.update((root / "docs" / path).read_bytes())
    return digest.hexdigest()


def _from_cache(cache: Path, key: str) -> tuple[bytes, Paper] | None:
    try:
        content = (cache / f"{key}.pdf").read_bytes()
        notes = json.loads((cache / f"{key}.json").read_bytes())
        paper = Paper(int(notes["pages"]), len(content), dict(notes["page_of"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return (content, paper) if notes.get("sha256") == hashlib.sha256(content).hexdigest() else None


def _into_cache(cache: Path, key: str, content: bytes, paper: Paper) -> None:
    notes = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "pages": paper.pages,
        "page_of": dict(paper.page_of),
    }
    cache.mkdir(parents=True, exist_ok=True)
    with WorkFolder(cache / ".writing") as work:
        work.put(cache / f"{key}.pdf", content)
        work.put(cache / f"{key}.json", json.dumps(notes).encode())


def _forget_others(cache: Path, keys: Iterable[str]) -> None:
    wanted = set(keys)
    for file in sorted(cache.glob("*.*")) if cache.is_dir() else ():
        if file.is_file() and file.stem not in wanted:
            file.unlink(missing_ok=True)


def _fault_line(manuscript: Artifact, fault: typst.TypstError) -> str:
    """Say which document cannot be set, which YAML file the fault stands in as far as it can be told, and why."""
    found = _LINE.search(fault.diagnostic)
    lines = manuscript.content.decode().splitlines()[: int(found[1])] if found else []
    origins = [match[1] for line in lines if (match := _FROM.match(line))]
    origin = origins[-1] if origins else manuscript.origin
    why = " ".join(fault.message.split())
    return f"{origin}: docs/{manuscript.path} could not be typeset: {why}. Nothing was published."
