"""The command `explain`: the page of one rule, as the terminal shows it.

It finds the page by the code of a finding, among the rules and the faults of reading. It reads no school.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from textwrap import dedent

from prospectus.check import RULES
from prospectus.diagnostics import Severity
from prospectus.errors import UsageError
from prospectus.model.prose_problem import PROSE_FAULTS, ProseFault
from prospectus.read.fault import FAULTS


def explain(code: str) -> str:
    """Return the page of the rule with this code or name; raise UsageError when there is none."""
    rows = [(row.code, row.name, row.severity, row.page) for row in FAULTS]
    rows += [(row.code, row.name, Severity.ERROR, _prose_page(row)) for row in PROSE_FAULTS]
    rows += [(row.code, row.name, row.severity, row.page) for row in RULES]
    pages = {row[0]: row for row in rows}
    names = {row[1]: row[0] for row in rows}
    wanted = names.get(code.lower(), code.upper())
    if wanted not in pages:
        near = get_close_matches(wanted, [*pages, *(name.upper() for name in names)], n=1)
        meant = f'; did you mean "{near[0] if near[0] in pages else near[0].lower()}"?' if near else ""
        raise UsageError(f'there is no rule "{code}"{meant or ". Codes stand in brackets in each finding."}')
    number, name, severity, page = pages[wanted]
    return f"{number} {name} ({severity})\n\n{_unindented(page)}\n"


def _prose_page(fault: ProseFault) -> str:
    """Make a page of the words in which a fault is told, with a gap where the author's own words would stand."""
    message = re.sub(r"{\w+}", "\N{HORIZONTAL ELLIPSIS}", fault.message)
    return f"{message[:1].upper()}{message[1:]}.\n\nWhat to do: {fault.hint}."


def _unindented(page: str) -> str:
    """Unindent a docstring: all but its first line stand under the function that it belongs to."""
    first, _, rest = page.partition("\n")
    return f"{first}\n{dedent(rest)}".rstrip()
