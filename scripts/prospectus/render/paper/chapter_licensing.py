"""The chapter on licensing: for each program that leads to a license, what each place asks beside what it teaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prospectus.model.program import Program
from prospectus.reckoning.licensing import determination_of, hours_finding, license_programs
from prospectus.render import urls, words
from prospectus.render.pages.license_words import VERDICTS, determination_words, verdict, why
from prospectus.render.pages.licensing import read_on
from prospectus.render.paper.chapter import Chapter
from prospectus.render.paper.sheet import PaperSheet


def licensing_chapter(sheet: PaperSheet) -> Iterator[Chapter]:
    """Yield the chapter, when there are programs that lead to a license and places that were looked at."""
    programs = license_programs(sheet.school)
    if programs and sheet.school.jurisdictions and sheet.desk.sections.licensing:
        view = {
            "programs": [_program(sheet, program) for program in programs],
            "read_on": read_on(list(sheet.school.jurisdictions.values())),
            "site": sheet.page(urls.LICENSING),
        }
        yield Chapter("licensing", "Licensing", "catalog/licensing.typ.j2", "content/jurisdictions/", view)


def _program(sheet: PaperSheet, program: Program) -> dict[str, Any]:
    places = sorted(sheet.school.jurisdictions.values(), key=lambda place: place.name)
    findings = [(place, hours_finding(program, place)) for place in places]
    counts = {of: sum(finding.verdict is of for _, finding in findings) for of in VERDICTS}
    return {
        "name": program.name,
        "hours": words.count(program.hours, "hour"),
        "counts": [{"title": verdict(of)[1], "count": amount} for of, amount in counts.items() if amount],
        "rows": [
            {
                "place": place.name,
                "verdict": verdict(finding.verdict)[1],
                "why": why(place, finding),
                "school": determination_words(determination_of(program, place.id), place)[1],
            }
            for place, finding in findings
        ],
    }
