"""What YAML allows and a school's file does not: duplicate keys, aliases, tags, odd keys, deep nesting.

Collects findings while the data is built from the parser's events. Knows no record; words each refusal for authors.
"""

from __future__ import annotations

from typing import Any

import yaml

from prospectus.diagnostics import Finding, Place, RelatedPlace
from prospectus.model.record import KeyPath
from prospectus.read.fault import (
    ALIAS,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    SEVERAL_DOCUMENTS,
    TAG,
    TOO_DEEP,
)
from prospectus.read.line_map import LineMap
from prospectus.read.source_text import UNWANTED
from prospectus.read.yaml_wording import quoted


class Refusals:
    """The refusals of one file so far. `fatal` says that its data is not whole and must not be used."""

    def __init__(self, file: str, text: str) -> None:
        self.fatal = False
        self.findings: list[Finding] = []
        self._file = file
        self._text = text
        self._twice: list[tuple[KeyPath, Place]] = []
        self._refused_keys: list[tuple[dict[Any, Any], object]] = []

    def look_at_marks(self, event: Any) -> None:
        """Refuse an anchor, a tag, or an invisible character that was written as an escape."""
        if event.anchor is not None:
            self._refuse_for_good(
                ALIAS.at(
                    self._place(event),
                    f'"&{event.anchor}" would name this spot for another to repeat; values are written out here',
                    f"Take it out; if it belongs to the text, use quotes: {quoted(self._rest_of_line(event))}",
                )
            )
        if event.tag is not None:
            message = f'"{self._first_word(event)}" asks for a type of its own, and no field has one'
            hint = f"Take it out; if it belongs to the text, use quotes: {quoted(self._rest_of_line(event))}"
            self.findings.append(TAG.at(self._place(event), message, hint))
        if type(event) is yaml.ScalarEvent and event.style == '"':
            unwanted = UNWANTED.search(event.value)
            if unwanted is not None:
                message = f"the escape for an invisible character (U+{ord(unwanted.group()):04X}) stands in this text"
                self._refuse_for_good(CONTROL_CHARACTER.at(self._place(event), message, "Take the escape out."))

    def refuse_key(self, event: Any, holders: list[Any], holder: dict[Any, Any]) -> object:
        """Refuse a key that stands twice or is no text; give a key of no name for its value."""
        if event.value in holder:
            path = tuple(_last_key(outer) for outer in holders[1:])
            self._twice.append(((*path, event.value), self._place(event)))
        else:
            shown = event.value or "nothing"
            message = f"the name of this field is {shown}, which YAML does not take for a word"
            hint = f'Put it in quotes: "{shown}"' if event.value else "Write a name before the colon."
            self.findings.append(KEY_NOT_TEXT.at(self._place(event), message, hint))
        nameless = object()
        self._refused_keys.append((holder, nameless))
        return nameless

    def refuse_alias(self, event: Any, key: object) -> object:
        """Refuse the repetition of another spot, also as a merge; give a value of no meaning in its place."""
        if key == "<<":
            message = "<< would merge the fields of another spot into this one; fields are written out here"
            hint = "Write the fields out, and take out the << and its star."
        else:
            message = f'"*{event.anchor}" would repeat another spot of the file; values are written out here'
            text = quoted(self._rest_of_line(event))
            hint = f"If it is a text, put it in quotes: {text}; otherwise write the value again."
        self._refuse_for_good(ALIAS.at(self._place(event), message, hint))
        return None

    def refuse_nesting(self, event: Any, is_too_deep: bool, is_key: bool) -> bool:
        """Refuse fields that lie too deep, or a list or group in the place of a field's name; say whether it did."""
        if is_too_deep:
            message = "fields lie inside each other more than 20 levels deep from here on"
            hint = "Look for brackets or indentation that is never closed."
            self._refuse_for_good(TOO_DEEP.at(self._place(event), message, hint))
        elif is_key:
            message = "a list or a group of fields stands where the name of a field belongs"
            hint = "If it is part of a text, put the whole text in quotes; a field's name is a word."
            self._refuse_for_good(KEY_NOT_TEXT.at(self._place(event), message, hint))
        return is_too_deep or is_key

    def refuse_document(self, event: Any) -> None:
        """Refuse whatever follows the first document."""
        message = "three dashes begin a second document here; a file holds one"
        self._refuse_for_good(
            SEVERAL_DOCUMENTS.at(self._place(event), message, "Take the line out, or split the file.")
        )

    def drop_refused_keys(self) -> None:
        """Take the values of refused keys out of the data again, and word the duplicates, now that all is scanned."""
        for holder, nameless in self._refused_keys:
            holder.pop(nameless, None)
        places = LineMap(self._file, b"" if self.fatal else self._text.encode("utf-8"))
        for path, place in self._twice:
            first = places.key_place(path)
            message = f'"{path[-1]}" stands twice, in line {first.line} and again in line {place.line}'
            related = (RelatedPlace(first, "the first one"),)
            self.findings.append(DUPLICATE_KEY.at(place, message, "Keep one of the two.", related))

    def _refuse_for_good(self, finding: Finding) -> None:
        self.fatal = True
        self.findings.append(finding)

    def _place(self, event: Any) -> Place:
        return Place(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _rest_of_line(self, event: Any) -> str:
        line, column = int(event.start_mark.line), int(event.start_mark.column)
        return self._text.split("\n")[line][column:].rstrip()

    def _first_word(self, event: Any) -> str:
        return self._rest_of_line(event).split(" ")[0]


def _last_key(holder: Any) -> Any:
    """Give the key or index of the value that was put into a dict or list last."""
    return len(holder) - 1 if isinstance(holder, list) else next(reversed(holder))
