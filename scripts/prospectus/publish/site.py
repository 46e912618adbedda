"""Builds `site/` from `docs/` with MkDocs, in this process and beside the live site, and exchanges them at the end.

With mkdocs.yml this is the only place that knows the engine. It adds nothing to what stock `mkdocs build` makes of the
same `docs/`; every warning of the engine holds the site back. It knows no artifact and no record.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from prospectus.artifact import BuildContext
from prospectus.errors import PageError, UserError
from prospectus.publish.exchange import fresh_folder, replace_folder

CONFIGURATION = "mkdocs.yml"
LIVE = "site"
NEXT = ".site-next"
# Every site of the engine has the first, and the second where its own search is on; a folder with neither was made by
# somebody else.
MARKS = ("404.html", "search")
# What only servers and search engines ask for, maps of packed scripts, and the theme's search, which needs a server.
NOT_OFFLINE = (
    "404.html", "sitemap.xml*", "assets/**/*.map", "assets/javascripts/lunr", "assets/javascripts/workers",
    "search/search_index.json",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was published: the folder, and how many pages it holds."""

    folder: Path
    pages: int


def build_site(root: Path, context: BuildContext) -> SiteReport:
    """Build `root/docs` into `root/site`.

    Raises PageError with one line for each warning of the engine, or UserError when its configuration is missing or
    wrong; in both cases, as in any other failure, `site/` stays as it was, byte for byte.
    """
    live, folder = root / LIVE, root / NEXT
    configuration = _configuration(root)
    _refuse_foreign(live)
    fresh_folder(folder, live)
    _run(configuration, context, site_dir=str(folder))
    pages = sum(1 for _ in folder.rglob("*.html"))
    replace_folder(folder, live)
    return SiteReport(live, pages)


def build_offline(root: Path, work: Path, folder: Path, context: BuildContext) -> int:
    """Build `work/docs` into `folder` by the school's configuration, and return how many pages there are.

    Pages lead to files, and nothing is there that only the web needs. Raises what `build_site` raises.
    """
    base = str(work / CONFIGURATION)
    changes = {"config_file_path": base, "site_dir": str(folder), "use_directory_urls": False, "site_url": ""}
    _run(_configuration(root), context, **changes)
    for pattern in NOT_OFFLINE:
        for entry in list(folder.glob(pattern)):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    return sum(1 for _ in folder.rglob("*.html"))


def _configuration(root: Path) -> Path:
    configuration = root / CONFIGURATION
    if not configuration.is_file():
        raise UserError(f"{CONFIGURATION} is missing in {root}. Is this a school's folder? Name it with -C.")
    return configuration


def site_address(root: Path) -> str:
    """Return the site's address from mkdocs.yml, with a slash at the end, or "" when it gives none."""
    try:
        text = (root / CONFIGURATION).read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise UserError(f"{CONFIGURATION} cannot be read: {' '.join(str(fault).split())}") from fault
    rows = node.value if isinstance(node, yaml.MappingNode) else []
    found = [value.value for key, value in rows if key.value == "site_url" and isinstance(value, yaml.ScalarNode)]
    address = found[0].strip() if found else ""
    return f"{address.rstrip('/')}/" if address else ""


def source_date_epoch(context: BuildContext) -> int:
    """Return midnight UTC of the build date in seconds since 1970: stock `mkdocs build` needs it for the same bytes."""
    return int(datetime.combine(context.as_of, time.min, UTC).timestamp())


def _refuse_foreign(live: Path) -> None:
    if live.is_symlink() or (live.exists() and not live.is_dir()):
        raise UserError(f"{live} is not a folder of its own but a file or a link. Move it away and build again.")
    names = {entry.name for entry in live.iterdir() if not entry.name.startswith(".")} if live.exists() else set()
    if names and names.isdisjoint(MARKS):
        raise UserError(f"{live} holds files, but no site that Prospectus built. Move them away and build again.")


def _engine_environment(context: BuildContext) -> Mapping[str, str]:
    # The second name keeps the theme from printing an advertisement into our output.
    return {"SOURCE_DATE_EPOCH": str(source_date_epoch(context)), "NO_MKDOCS_2_WARNING": "1"}


def _run(configuration: Path, context: BuildContext, **changes: object) -> None:
    """Run the engine, turning the errors that it words itself, and each of its warnings, into one line."""
    with _captured_log() as log, _environment(_engine_environment(context)):
        try:
            config = _load(configuration, changes)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
        except MkDocsException as fault:
            raise UserError(*(log.messages or [f"{CONFIGURATION}: {' '.join(str(fault).split())}"])) from fault
    if log.messages:
        raise PageError(*log.messages)


def _load(configuration: Path, changes: Mapping[str, object]) -> MkDocsConfig:
    with configuration.open("rb") as file:
        return load_config(file, **{"config_file_path": str(configuration), **changes})  # type: ignore[arg-type]


class _Log(logging.Handler):
    """Collects what the engine warns of, in its order, in the words of the school's folders."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = " ".join(record.getMessage().split())
        absent = re.match(r"A reference to '([^']+)' is included in the 'nav' configuration", text)
        if absent:
            text = (
                f"{CONFIGURATION}: its nav names {absent[1]}, and no such page is built, perhaps because its section "
                "is turned off in content/school.yml. Take the line out of nav."
            )
        self.messages.append(re.sub(r"^(?:Doc file|Error building page) '([^']+)':?", r"docs/\1:", text))


@contextmanager
def _captured_log() -> Iterator[_Log]:
    """Collect the engine's log records instead of printing them."""
    logger, handler = logging.getLogger("mkdocs"), _Log()
    before = logger.propagate, logger.level
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.propagate = before[0]
        logger.setLevel(before[1])


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables and put back what was there."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
