"""Every artifact of the tiny school, byte for byte, beside the ones a person has read in `tests/golden/tiny/`.

After a change on purpose, `make golden` writes them anew; read the diff as a visitor would. The theme's own files,
the Spanish pages and the schemas are left out, but not the partial that carries the school's data. Of a PDF the typst
source is kept.
`addresses.txt` lists every public path: a line that disappears from it is an address that dies.
"""

from __future__ import annotations

import shutil
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest

from prospectus.render.formats import render_school
from prospectus.render.paper import render_manuscripts
from tiny import CONTEXT, read_tiny

GOLDEN = Path(__file__).parent / "golden" / "tiny"
ADDRESSES = "addresses.txt"
FRAME = ".theme/partials/school_data.html"
KEPT = "catalog/editions/first/"
"""A frozen edition, which is published as it lies in the tiny school."""

SPANISH = "es/"
"""The Spanish pages are made by the same modules; `tests/render/test_language.py` looks at what differs."""

LINES_OF_A_DIFF = 40


@cache
def rendered() -> dict[str, str]:
    """Render the tiny school, once a run, and give each artifact's text by its path, with the list of addresses."""
    school = read_tiny().school
    artifacts = {artifact.path: artifact.content for artifact in render_school(school, CONTEXT)}
    kept = {
        path: content.decode()
        for path, content in artifacts.items()
        if path == FRAME or not path.startswith((".theme/", "assets/", "schema/", KEPT, SPANISH))
    }
    papers = {paper.path: paper.content.decode() for paper in render_manuscripts(school, CONTEXT)}
    sources = {f"{path.removesuffix('.pdf')}.typ": text for path, text in papers.items()}
    public = sorted([*(address_of(path) for path in artifacts), *(f"/{path}" for path in papers)])
    hidden = ("/.theme/", f"/{SPANISH}")
    addresses = "".join(f"{address}\n" for address in public if not address.startswith(hidden))
    return {**kept, **sources, ADDRESSES: addresses}


def address_of(path: str) -> str:
    """Give the public address of a file in `docs/`, as the site serves it."""
    if not path.endswith(".md"):
        return f"/{path}"
    return f"/{path.removesuffix('.md').removesuffix('index').rstrip('/')}/".replace("//", "/")


@cache
def golden() -> dict[str, str]:
    files = (file for file in GOLDEN.rglob("*") if file.is_file())
    return {file.relative_to(GOLDEN).as_posix(): file.read_bytes().decode() for file in files}


def test_every_artifact_has_its_golden_file_and_the_other_way_round() -> None:
    made, kept = rendered().keys(), golden().keys()
    assert sorted(made - kept) == [], "new artifacts: read them, then `make golden`"
    assert sorted(kept - made) == [], "no longer made, so their addresses die: leave a redirect, or `make golden`"


@pytest.mark.parametrize("path", sorted(golden()))
def test_an_artifact_is_what_it_was(path: str) -> None:
    before, after = golden()[path], rendered().get(path, "")
    diff = list(unified_diff(before.splitlines(), after.splitlines(), "golden", "now", lineterm="", n=1))
    shown = "\n".join(diff[:LINES_OF_A_DIFF])
    assert before == after, f"{path} differs; if that is right, run `make golden` and read the diff:\n{shown}"


def test_no_two_artifacts_share_a_path() -> None:
    paths = [artifact.path for artifact in render_school(read_tiny().school, CONTEXT)]
    assert len(set(paths)) == len(paths)


if __name__ == "__main__":
    now = rendered()
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, text in now.items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_text(text, encoding="utf-8", newline="")
