"""A rule: a function that looks at a record or at the whole school and yields faults; it never repairs.

The decorators only attach a code, a name and a weight to the function. Nothing is registered: each family lists its
rules, and `check/__init__.py` lists the families. The docstring of a function is its rule's page in `explain`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from prospectus.artifact import BuildContext
from prospectus.diagnostics import Finding, RelatedPlace, Severity
from prospectus.model.record import KeyPath, Record
from prospectus.model.school import School


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: the record and the way to the value, what is wrong and why it matters, and the remedy."""

    record: Record
    path: KeyPath
    message: str
    hint: str
    related: tuple[RelatedPlace, ...] = ()


Look = Callable[..., Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code. `scope` is the kind of record it looks at, "*" for every kind, "" for the whole school.

    A rule with a record scope is called with (record, context) and may look at nothing else, so that a saved file
    re-runs it for that record alone; a school rule is called with (school, context). `excusable` is False for rules
    that `content/exceptions.yml` cannot silence: those of safety, and the sum of a program's hours.
    """

    code: str
    name: str
    severity: Severity
    scope: str
    excusable: bool
    look: Look

    @property
    def page(self) -> str:
        """The rule's page: its docstring, as it is written."""
        return (self.look.__doc__ or "").strip()

    def finding(self, fault: Fault) -> Finding:
        """Put a fault at its place, with this rule's code and weight."""
        place = fault.record.at(*fault.path)
        return Finding(self.code, self.name, self.severity, fault.message, place, fault.hint, fault.related)


def record_rule(
    code: str, name: str, scope: str, severity: Severity = Severity.ERROR, *, excusable: bool = True
) -> Callable[[Look], Rule]:
    """Make a rule of a function (record, context) -> faults."""
    return lambda look: Rule(code, name, severity, scope, excusable, look)


def school_rule(
    code: str, name: str, severity: Severity = Severity.ERROR, *, excusable: bool = True
) -> Callable[[Look], Rule]:
    """Make a rule of a function (school, context) -> faults."""
    return lambda look: Rule(code, name, severity, "", excusable, look)


def run_rule(rule: Rule, school: School, context: BuildContext) -> Iterator[tuple[Fault, Finding]]:
    """Run one rule over the school and yield each fault with its finding."""
    for subject in _subjects(rule, school):
        for fault in rule.look(subject, context):
            yield fault, rule.finding(fault)


def _subjects(rule: Rule, school: School) -> Iterable[Any]:
    if rule.scope == "":
        return (school,)
    if rule.scope == "*":
        return school.all_records()
    return school.shelf(rule.scope).values()


def in_digits(amount: Decimal) -> str:
    """Give a number without its sign and without zeros at its end."""
    return f"{abs(amount).normalize():f}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give `; did you mean "x"?` for a near miss, or nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
