"""Findings the school accepts, and rules about the list of them (`content/exceptions.yml`)."""

from __future__ import annotations

from collections.abc import Iterator

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean
from prospectus.diagnostics import Finding, Severity
from prospectus.model.exception import AcceptedFinding
from prospectus.model.school import School


def _found_by_apply_exceptions(*_: object) -> Iterator[Fault]:
    """An accepted exception matches no finding any more, or its last day has passed.

    A list of excuses that nobody needs hides the next real fault. It is checked after all other rules.

    Wrong: an entry for rule L105 and `course:tt-101`, after a program took in that course.

    Right: remove the entry, or renew its last day with a fresh reason.
    """
    return iter(())


STALE_EXCEPTION = Rule("X101", "stale-exception", Severity.WARNING, "", False, _found_by_apply_exceptions)


def apply_exceptions(found: list[tuple[Rule, Fault, Finding]], school: School, context: BuildContext) -> list[Finding]:
    """Leave out accepted findings; add one for each exception that is unused or has run out."""
    used: set[str] = set()
    kept: list[Finding] = []
    by_key = {(entry.code, entry.record): entry for entry in school.accepted_findings.values()}
    for rule, fault, finding in found:
        entry = by_key.get((rule.code, fault.record.key)) if rule.excusable else None
        if entry is None or _has_run_out(entry, context):
            kept.append(finding)
        else:
            used.add(entry.id)
    binding = {rule.code for rule, _, _ in found if not rule.excusable}
    kept.extend(
        _stale(entry, school, context, binding)
        for entry in school.accepted_findings.values()
        if entry.id not in used and (school.is_whole or _has_run_out(entry, context))
    )
    return kept


def _has_run_out(entry: AcceptedFinding, context: BuildContext) -> bool:
    return entry.until is not None and entry.until < context.as_of


def _stale(entry: AcceptedFinding, school: School, context: BuildContext, binding: set[str]) -> Finding:
    if entry.code in binding:
        why = f"no exception can silence rule {entry.code}"
        return STALE_EXCEPTION.finding(Fault(entry, ("code",), why, "Remove the entry and mend what the rule found."))
    if _has_run_out(entry, context):
        why = f"this exception ran out on {entry.until}"
        return STALE_EXCEPTION.finding(Fault(entry, (), why, "Remove the entry, or renew it with a fresh reason."))
    known = {record.key for record in school.all_records()}
    meant = "" if entry.record in known else did_you_mean(entry.record, sorted(known))
    if meant:
        why = f'there is no record "{entry.record}"{meant}'
        return STALE_EXCEPTION.finding(Fault(entry, ("record",), why, "Write kind and id, or remove the entry."))
    why = f"this exception matches no finding of rule {entry.code} for {entry.record}"
    return STALE_EXCEPTION.finding(Fault(entry, (), why, "Remove the entry, or correct its code or record."))
