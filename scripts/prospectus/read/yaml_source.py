"""One YAML file: from its bytes to plain data, with the findings about its form.

Every scalar stays text but for null, true and false; the models decide what a text means. The data is built straight
from the parser's events, in half the time of scanning them (needed anyway, since the composer of PyYAML crashes on deep
nesting) and composing after. Knows no record and no folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from yaml._yaml import CParser

from prospectus.diagnostics import Finding, Place, sorted_findings
from prospectus.read.cut_text import cut_texts
from prospectus.read.fault import EMPTY_FILE, NOT_A_MAPPING, SPACE_AFTER_COLON
from prospectus.read.line_map import LineMap
from prospectus.read.ordinary_yaml import WORDS, read_ordinary
from prospectus.read.source_text import decode, unwanted_characters
from prospectus.read.yaml_refusal import Refusals
from prospectus.read.yaml_wording import explain

DEEPEST = 20
"""Levels of nesting a file may have; the deepest model has six."""

_NO_KEY = object()
_STARTS: dict[type, type] = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(frozen=True, slots=True)
class YamlReading:
    """What a file holds: its data (None when it cannot be trusted), where everything stands, and what is wrong."""

    data: dict[str, Any] | None
    places: LineMap
    findings: tuple[Finding, ...]


def read_yaml(source: bytes, file: str) -> YamlReading:
    """Read the bytes of one file. Nothing is raised; whatever is wrong comes back as findings."""
    text = decode(source, file)
    if isinstance(text, Finding):
        return _unreadable(file, [text])
    unwanted = unwanted_characters(text, file)
    if unwanted:
        return _unreadable(file, unwanted)
    ordinary = read_ordinary(text)
    if ordinary is not None:
        return YamlReading(ordinary, LineMap(file, source), ())
    return _parse(source, text, file)


def _parse(source: bytes, text: str, file: str) -> YamlReading:
    """Read a text with the parser, which alone judges what is wrong with its form."""
    refusals = Refusals(file, text)
    try:
        data = _build(CParser(text), refusals)
        refusals.findings.extend(cut_texts(text, file))
    except yaml.MarkedYAMLError as error:
        found = explain(error, text, file)
        # A text that begins with a star or an ampersand is refused when it is met, and stops the parser just after.
        before = [finding for finding in refusals.findings if finding.place != found.place]
        return _unreadable(file, [*before, found])
    if refusals.fatal:
        return _unreadable(file, refusals.findings)
    if not isinstance(data, dict):
        return _unreadable(file, [*refusals.findings, _no_fields(data, text, file)])
    return YamlReading(data, LineMap(file, source), sorted_findings(refusals.findings))


def _unreadable(file: str, findings: list[Finding]) -> YamlReading:
    return YamlReading(None, LineMap(file, b""), sorted_findings(findings))


def _build(parser: CParser, refusals: Refusals) -> Any:
    """Build the data from the events; the values of refused keys lie under keys of no name until the end."""
    document: list[Any] = []
    holder: Any = document
    holders: list[Any] = []
    key: Any = _NO_KEY
    next_event: Callable[[], Any] = parser.get_event
    while (event := next_event()) is not None:
        kind = type(event)
        awaits_key = type(holder) is dict and key is _NO_KEY
        if kind is yaml.ScalarEvent:
            refusals.look_at_marks(event)
            value = event.value if event.style else WORDS.get(event.value, event.value)
            if awaits_key:
                is_new = type(value) is str and value not in holder
                key = value if is_new else refusals.refuse_key(event, holders, holder)
                continue
        elif kind in _STARTS:
            refusals.look_at_marks(event)
            if refusals.refuse_nesting(event, len(holders) >= DEEPEST, awaits_key):
                return None
            value = _STARTS[kind]()
        elif kind is yaml.AliasEvent:
            value = refusals.refuse_alias(event, key)
        elif kind in _ENDS:
            holder = holders.pop()
            continue
        elif kind is yaml.DocumentStartEvent and document:
            refusals.refuse_document(event)
            return None
        else:
            continue
        if type(holder) is list:
            holder.append(value)
        else:
            holder[key], key = value, _NO_KEY
        if kind in _STARTS:
            holders.append(holder)
            holder = value
    refusals.drop_refused_keys()
    return document[0] if document else None


def _no_fields(data: Any, text: str, file: str) -> Finding:
    """Say what stands in a file instead of fields."""
    row = next(
        (i for i, line in enumerate(text.split("\n")) if line.strip() and not line.lstrip().startswith(("#", "---"))), 0
    )
    if data is None:
        return EMPTY_FILE.at(Place(file), "the file holds no field", "Fill it in, or remove the file.")
    what = "a list" if isinstance(data, list) else "a text"
    line = text.split("\n")[row].strip()
    place = Place(file, row + 1)
    glued = re.match(r"([\w-]+):(\S.*)", line)
    if glued:
        return SPACE_AFTER_COLON.at(
            Place(file, row + 1, glued.end(1) + 1),
            f'a space is missing after the colon of "{glued[1]}"',
            f"Write {glued[1]}: {glued[2]}",
        )
    return NOT_A_MAPPING.at(
        place, f"the file holds {what}, not fields", "Begin it with a field, for example name: Effleurage"
    )
