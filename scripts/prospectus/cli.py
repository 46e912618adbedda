"""The commands as they are typed: arguments, exit codes, and everything that is printed.

The one module that prints and the one that asks for today's date. It loads each command when it is called, so that
`--help` and `check` do not wait for the site engine. It holds no rule and makes no page.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from prospectus import __version__
from prospectus.artifact import BuildContext
from prospectus.diagnostics import Finding, Place
from prospectus.errors import ExitCode, UserError
from prospectus.options import HERE, AsOf, Folder, Format, PlainFormat

app = typer.Typer(
    help="A massage school's knowledge, kept as YAML files, turned into everything the school publishes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; no exception leaves this function."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app(args=argv if argv is None else list(argv), prog_name="prospectus")
    except UserError as fault:
        for line in fault.lines:
            print(line, file=sys.stderr)
        return fault.exit_code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.CLEAN
    except Exception:
        traceback.print_exc()
        print("This is a fault of Prospectus itself. Please report it with the lines above.", file=sys.stderr)
        return ExitCode.OUR_FAULT
    return ExitCode.CLEAN


@app.command()
def build(school: Folder = HERE, as_of: AsOf = None) -> None:
    """Check the school's files and, when they hold no error, publish the website into site/."""
    from prospectus.commands.build import build as run
    from prospectus.report import plural

    with _progress() as tell:
        report = run(school.resolve(), _context(as_of), tell)
    _show(report.examination.findings, school, Format.TEXT)
    if report.published is None:
        print("Nothing was published; the last good site stays as it is.", file=sys.stderr)
        raise typer.Exit(ExitCode.FAULTS)
    written, site = report.published.written, report.published.site
    for path in written.kept:
        print(f"docs/{path} is no longer generated, but was changed by hand: it is left where it is.")
    changed = "no file changed"
    if written.changed:
        changed = f"{plural(len(written.written), 'file')} written, {len(written.removed)} removed"
    print(f"Published {plural(site.pages, 'page')} into {school / site.folder.name}: {changed} in docs/.")


@app.command()
def check(
    school: Folder = HERE,
    as_of: AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the findings.")] = Format.TEXT,
) -> None:
    """Show everything that is wrong with the school's files, without building anything."""
    from prospectus.commands.check import examine

    examination = examine(school.resolve(), _context(as_of))
    _show(examination.findings, school, form)
    if examination.has_errors:
        raise typer.Exit(ExitCode.FAULTS)


@app.command()
def audit(
    school: Folder = HERE,
    as_of: AsOf = None,
    profile: Annotated[
        str | None,
        typer.Option("--profile", metavar="NAME", help="The list to ask: nc-0630, tx-807.175 … or all. [default: own]"),
    ] = None,
    form: Annotated[PlainFormat, typer.Option("--format", help="How to write it.")] = PlainFormat.TEXT,
) -> None:
    """Show the catalog beside a regulator's list: where each item stands, what is missing, what does not apply."""
    from prospectus import audit_report
    from prospectus.commands.audit import inspect

    context = _context(as_of)
    seen = inspect(school.resolve(), context, profile)
    if form is PlainFormat.JSON:
        print(audit_report.as_json(seen.audit, seen.place_of, context.as_of), end="")
    else:
        print(audit_report.as_text(seen.audit, seen.place_of, color=_is_colored()), end="")
    if seen.audit.has_gaps:
        raise typer.Exit(ExitCode.FAULTS)


@app.command()
def languages(
    kind: Annotated[str, typer.Argument(help="Only records of this kind: program, course …")] = "",
    school: Folder = HERE,
    missing: Annotated[bool, typer.Option("--missing", help="List each text that is not translated.")] = False,
    form: Annotated[PlainFormat, typer.Option("--format", help="How to write it.")] = PlainFormat.TEXT,
) -> None:
    """Show how much of the site is translated: its fixed words, and the texts of the records, kind by kind."""
    from prospectus import language_report
    from prospectus.commands.languages import survey

    write = language_report.as_json if form is PlainFormat.JSON else language_report.as_text
    print(write(survey(school.resolve(), kind), missing=missing), end="")


@app.command()
def serve(
    school: Folder = HERE,
    as_of: AsOf = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to listen; the next free one if it is taken.")
    ] = 8000,
) -> None:
    """Show the website on this machine, and show it anew whenever a file is saved."""
    from prospectus.serve.session import serve as run

    run(school.resolve(), lambda: _context(as_of), port, _say_now)


@app.command()
def explain(code: Annotated[str, typer.Argument(help="A rule's code, as findings show it: S101.")]) -> None:
    """Show the page of one rule: what the fault is, why it matters, a wrong and a right example."""
    from prospectus.commands.explain import explain as run

    print(run(code), end="")


edition = typer.Typer(help="Freeze what the catalog is today, and say what has changed since.", no_args_is_help=True)
app.add_typer(edition, name="edition")


@edition.command("freeze")
def edition_freeze(
    name: Annotated[str, typer.Argument(help="The edition's name, like 2026-27.")],
    school: Folder = HERE,
    as_of: AsOf = None,
) -> None:
    """Keep the catalog as it is published today: the PDF, one HTML page, and the records behind them."""
    from prospectus.commands.edition import freeze

    frozen = freeze(school.resolve(), _context(as_of), name)
    if frozen.folder is None:
        _show(frozen.examination.findings, school, Format.TEXT)
        print("Nothing was frozen.", file=sys.stderr)
        raise typer.Exit(ExitCode.FAULTS)
    print(
        f"Frozen: {frozen.pages} pages in {school / 'content' / 'editions' / name}. Commit this folder and its record."
    )


@edition.command("diff")
def edition_diff(
    before: Annotated[str, typer.Argument(metavar="EDITION", help="The earlier edition.")],
    after: Annotated[
        str, typer.Argument(metavar="[LATER]", help="The later one; the records as they are, if none.")
    ] = "",
    school: Folder = HERE,
    as_of: AsOf = None,
    form: Annotated[PlainFormat, typer.Option("--format", help="How to write the changes.")] = PlainFormat.TEXT,
) -> None:
    """Say what has changed since an edition, in the school's words."""
    from prospectus.commands.edition import difference
    from prospectus.report import changes_as_json, changes_as_text

    found = difference(school.resolve(), _context(as_of), before, after)
    write = changes_as_json if form is PlainFormat.JSON else changes_as_text
    print(write(found.before, found.after, found.sentences), end="")


export = typer.Typer(help="Write copies of the site to hand out into dist/.", no_args_is_help=True)
app.add_typer(export, name="export")


@export.command("offline")
def export_offline(school: Folder = HERE, as_of: AsOf = None) -> None:
    """Write the site as a folder and a zip file that work without a server: open index.html in a browser."""
    from prospectus.commands.export import export_offline as run
    from prospectus.report import plural

    with _progress() as tell:
        report = run(school.resolve(), _context(as_of), tell)
    _show(report.examination.findings, school, Format.TEXT)
    if report.copy is None:
        print("Nothing was exported; what is in dist/ stays as it is.", file=sys.stderr)
        raise typer.Exit(ExitCode.FAULTS)
    copy = report.copy
    page, archive = school / copy.first_page, school / copy.archive
    print(f"Exported {plural(copy.pages, 'page')}. Open {page}, or hand out {archive} ({copy.size / 1e6:.1f} MB).")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"prospectus {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


def _context(as_of: date | None) -> BuildContext:
    return BuildContext(as_of=as_of or datetime.now().astimezone().date(), version=__version__)


def _say_now(line: str) -> None:
    print(line, flush=True)


def _show(findings: Sequence[Finding], school: Path, form: Format) -> None:
    from prospectus import report

    if form is Format.JSON:
        print(report.as_json(findings), end="")
    elif form is Format.GITHUB:
        print(report.as_github(findings), end="")
    elif findings or form is Format.TEXT:
        print(report.as_text(findings, _line_reader(school), color=_is_colored()), end="")


def _is_colored() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _line_reader(school: Path) -> Callable[[Place], str]:
    """Return a look-up for the line that a place points into, reading each file once."""

    @cache
    def lines(file: str) -> list[str]:
        try:
            return (school / file).read_text(encoding="utf-8-sig", errors="replace").split("\n")
        except OSError:
            return []

    def line_of(place: Place) -> str:
        rows = lines(place.file)
        return rows[place.line - 1] if 0 < place.line <= len(rows) else ""

    return line_of


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show the running step: one changing line on a terminal, one plain line a step elsewhere."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        from rich.console import Console

        with Console(stderr=True).status("Starting") as status:
            yield lambda step: status.update(f"{step} …")
    else:
        yield lambda step: print(f"{step}.", file=sys.stderr, flush=True)
