"""What the finder loads before its first result, for the shipped school and for one with 3,000 records."""

from __future__ import annotations

import gzip
from pathlib import Path

from bench.finder_site import build_finder_site, first_load

LARGE, LARGEST_LOAD = 3000, 200_000
LARGEST_SEARCH = 150_000


def test_a_school_of_3000_records_loads_little_before_its_first_result(shipped: Path, tmp_path: Path) -> None:
    site = build_finder_site(shipped, tmp_path, LARGE)
    loaded = first_load(site)
    names = {Path(name).name for name in loaded}
    assert {"index.html", "finder.js", "site.js", "site.css"} <= names
    assert sum(loaded.values()) <= LARGEST_LOAD, loaded


def test_the_search_of_the_shipped_school_is_small(built: Path) -> None:
    site = built / "site"
    files = [site / "find/index.html", *(site / "assets/prospectus").glob("finder*.js")]
    assert len(files) == 3
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= LARGEST_SEARCH
    assert not (site / "search").exists(), "the theme's own search would be loaded and kept up for nobody"
