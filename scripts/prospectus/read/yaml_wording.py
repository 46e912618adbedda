"""What the YAML parser stumbled over, in words for people who never met YAML.

Makes a finding from a parser error and the lines around it. The parser's own texts only choose the family of the
fault (they come from libyaml, which has not changed one since 2018); what is said comes from the line itself.
"""

from __future__ import annotations

import re

import yaml

from prospectus.diagnostics import Finding, Place
from prospectus.read.fault import (
    BACKSLASH,
    COLON_IN_TEXT,
    INDENTATION,
    KEY_NOT_TEXT,
    QUOTES_NEEDED,
    SEVERAL_DOCUMENTS,
    SPACE_AFTER_COLON,
    STRAY_LINE,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
    UNREADABLE_YAML,
)

_FIELD = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[^\s:#][^:#]*?) *: +(?P<value>\S.*?) *$")
"""A line that holds a field and a value beside it."""
_GLUED = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+):(?P<value>\S.*)$")
"""A line whose colon has no space behind it."""
_DASH_GLUED = re.compile(r"\s*-(?P<value>[^\s-].*)$")
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:#][^:#]*?: +)?(?P<value>['\"].*?) *$")
"""A line whose value begins with a quotation mark."""
_CURLY = {"“": "”", "„": "“", "‘": "’", "«": "»"}
_CUT_ABOVE = re.compile(r"\S +#")
_QUOTE_IT = "Put the whole text in quotes: "

Found = tuple[int, int]
"""A line and a column, counted from 0 as the parser does."""


def explain(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    """Word a parser error for the author, at the place where the author has to act."""
    lines = [*text.split("\n"), ""]
    spot = _spot(error.problem_mark) or _spot(error.context_mark) or (0, 0)
    start = _spot(error.context_mark) or spot
    problem, context = error.problem or "", error.context or ""
    if "mapping values" in problem:
        return _second_colon(lines, spot, file)
    if "simple key" in context:
        return _neither_field_nor_item(lines, start, file)
    if "quoted scalar" in context:
        return _quoted(lines, start, spot, problem, file)
    if "alias" in context or "anchor" in context or "block scalar" in context or "tag" in context:
        return _needs_quotes(lines, start, file)
    if any(words in problem for words in ("cannot start any token", "node content", "mapping keys", "tag handle")):
        return _needs_quotes(lines, spot, file)
    if "flow" in context:
        return _open_bracket(lines, start, file)
    if "block sequence entries" in problem:
        hint = "Begin the list on the next line, two spaces further in than its field."
        return INDENTATION.at(_place(spot, file), "a list cannot begin on the line of its field", hint)
    if "document start" in problem or "directive" in problem or "directive" in context or "document" in problem:
        message = "text stands here before or after the one document that a file holds"
        return SEVERAL_DOCUMENTS.at(_place(spot, file), message, "Take out this line, or put its text into a field.")
    if "expected" in problem:
        return _out_of_line(lines, spot, file)
    return UNREADABLE_YAML.at(_place(spot, file), "the file cannot be read from here on", "Compare the line above.")


def _spot(mark: object) -> Found | None:
    line, column = getattr(mark, "line", None), getattr(mark, "column", None)
    return (line, column) if isinstance(line, int) and isinstance(column, int) else None


def _place(spot: Found, file: str) -> Place:
    return Place(file, spot[0] + 1, spot[1] + 1)


def _row(lines: list[str], index: int) -> str:
    return lines[index] if 0 <= index < len(lines) else ""


def _line_before(lines: list[str], index: int) -> int:
    """Give the last line above this one that is neither empty nor a remark."""
    above = range(min(index, len(lines)) - 1, -1, -1)
    return next((row for row in above if lines[row].strip() and not lines[row].lstrip().startswith("#")), -1)


def quoted(value: str) -> str:
    """Write a text in the quotes that suit it, for a hint."""
    short = value if len(value) <= 60 else f"{value[:57]}..."
    return (
        f"'{short}'"
        if '"' in short and "'" not in short
        else '"' + short.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def _second_colon(lines: list[str], spot: Found, file: str) -> Finding:
    row = _row(lines, spot[0])
    field = _FIELD.match(row)
    if field and spot[1] > field.end("key") and field["value"][0] not in "'\"[{":
        message = f'the text of "{field["key"]}" holds a colon and a space, which would begin another field'
        value = field["value"]
        if value[0] in _CURLY:
            straight = quoted(value[1:].removesuffix(_CURLY[value[0]]))
            hint = f"Use the straight quotation mark of the keyboard in place of {value[0]}: {field['key']}: {straight}"
            return COLON_IN_TEXT.at(_place(spot, file), message, hint)
        return COLON_IN_TEXT.at(_place(spot, file), message, f"{_QUOTE_IT}{field['key']}: {quoted(value)}")
    before = _line_before(lines, spot[0])
    glued = _GLUED.match(_row(lines, before))
    if glued:
        return _glued(glued, before, file)
    column = len(row) - len(row.lstrip())
    message = "this line stands further in than the one above, so it counts as more of that text and cannot be a field"
    hint = (
        "For a field of its own, begin it in the column of the field above; if it is more of that text, quote the text."
    )
    return INDENTATION.at(_place((spot[0], column), file), message, hint)


def _glued(match: re.Match[str], row: int, file: str) -> Finding:
    message = f'a space is missing after the colon of "{match["key"]}"'
    place = _place((row, match.end("key")), file)
    return SPACE_AFTER_COLON.at(place, message, f"Write {match['key']}: {match['value'][:60]}")


def _neither_field_nor_item(lines: list[str], spot: Found, file: str) -> Finding:
    row = _row(lines, spot[0])
    glued = _GLUED.match(row)
    if glued:
        return _glued(glued, spot[0], file)
    dash = _DASH_GLUED.match(row)
    if dash:
        hint = f"Write - {dash['value'][:60]}"
        return STRAY_LINE.at(_place(spot, file), "a space is missing after the dash of this list item", hint)
    message = "this line is neither a field (name, colon, value) nor part of the text above it"
    hint = (
        "If it goes on with the text above, begin it two spaces further in than that field; otherwise give it a name."
    )
    return STRAY_LINE.at(_place(spot, file), message, hint)


def _quoted(lines: list[str], start: Found, spot: Found, problem: str, file: str) -> Finding:
    if "end of stream" in problem or "document indicator" in problem:
        message = "a quotation mark opens a text here and is never closed"
        return UNCLOSED_QUOTE.at(_place(start, file), message, "Close it at the end of the text, or take it out.")
    message = "a backslash between double quotes has a meaning of its own, and this one has none"
    return BACKSLASH.at(
        _place(spot, file), message, "Write two backslashes for one, or use single quotes around the text."
    )


def _needs_quotes(lines: list[str], spot: Found, file: str) -> Finding:
    row = _row(lines, spot[0])
    sign, value = row[spot[1] : spot[1] + 1], row[spot[1] :].rstrip()
    message = f"a text that begins with {sign} needs quotes, because {sign} has a meaning of its own there"
    hint = f"{_QUOTE_IT}{quoted(value)}"
    if sign in ("|", ">") and value != sign:
        hint += f"; or begin the text on the line below the {sign}"
    return QUOTES_NEEDED.at(_place(spot, file), message, hint)


def _open_bracket(lines: list[str], start: Found, file: str) -> Finding:
    row = _row(lines, start[0])
    sign = row[start[1] : start[1] + 1]
    close = "}" if sign == "{" else "]"
    message = f"{sign} opens a list here, and no {close} closes it in the right place"
    hint = f"Close it with {close}, or, if it is a text: {quoted(row[start[1] :].rstrip())}"
    return UNCLOSED_BRACKET.at(_place(start, file), message, hint)


def _out_of_line(lines: list[str], spot: Found, file: str) -> Finding:
    row = _row(lines, spot[0])
    field = _FIELD.match(row)
    if field and spot[1] > field.start("value"):
        return _text_after_end(field, lines, spot, file)
    item = re.match(r"(?P<lead>\s*(?:- +)+)(?P<value>\S.*?) *$", row)
    if item and spot[1] > item.start("value"):
        return _text_after_end(item, lines, spot, file)
    if row.startswith(":", spot[1]):
        return KEY_NOT_TEXT.at(_place(spot, file), "no name stands before this colon", "Write the name of the field.")
    if row[: spot[1]].strip(" -"):
        return _left_over(spot, file)
    before = _line_before(lines, spot[0])
    cut = _CUT_ABOVE.search(_row(lines, before))
    if cut:
        message = "a space and a # end the text here, so the next line belongs to nothing"
        place = _place((before, cut.end() - 1), file)
        return INDENTATION.at(place, message, "Put the whole text in quotes to keep the #.")
    if row.lstrip().startswith("- "):
        message = "this list item does not stand under a list that begins in the same column"
        return INDENTATION.at(
            _place(spot, file), message, "Begin all items of a list in the same column, under its field."
        )
    message = f"this line begins in column {spot[1] + 1}, and nothing above it that is still open begins there"
    hint = "Begin it in the same column as the field or list item that it belongs beside."
    return INDENTATION.at(_place(spot, file), message, hint)


def _text_after_end(match: re.Match[str], lines: list[str], spot: Found, file: str) -> Finding:
    value = match["value"]
    sign = value[0]
    opened = _opened_above(lines, spot[0], sign)
    if opened is not None and value.count(sign) % 2 == 0:
        return _never_closed(opened, sign, file)
    if sign in "'\"":
        message = f"the text ends at the second {sign}, yet more stands behind it"
        inner = value[1:-1] if value.endswith(sign) and len(value) > 1 else value
        place = _place((spot[0], match.start("value")), file)
        return UNCLOSED_QUOTE.at(place, message, f"Put all of it in one pair of quotes: {quoted(inner)}")
    if sign in "[{*&!":
        message = f"a text that begins with {sign} needs quotes, because {sign} has a meaning of its own there"
        place = _place((spot[0], match.start("value")), file)
        return QUOTES_NEEDED.at(place, message, f"{_QUOTE_IT}{quoted(value)}")
    return _left_over(spot, file)


def _opened_above(lines: list[str], row: int, sign: str) -> tuple[int, re.Match[str]] | None:
    """Give the line above whose quotation mark opens a text and does not close it, when nothing since would."""
    if sign not in "'\"":
        return None
    for above in range(row - 1, -1, -1):
        match = _VALUE.match(lines[above])
        if sign in lines[above]:
            is_open = match is not None and match["value"][0] == sign and match["value"].count(sign) == 1
            return (above, match) if match is not None and is_open else None
    return None


def _never_closed(opened: tuple[int, re.Match[str]], sign: str, file: str) -> Finding:
    row, match = opened
    message = f"the quotation mark that opens this text is not closed, so the text runs on to the next {sign} below"
    place = _place((row, match.start("value")), file)
    return UNCLOSED_QUOTE.at(place, message, f"Close it where the text ends, perhaps: {match['value']}{sign}")


def _left_over(spot: Found, file: str) -> Finding:
    message = "this stands behind something that is complete already, so it belongs to nothing"
    return UNREADABLE_YAML.at(
        _place(spot, file), message, "Put all of it in quotes if it is one text; otherwise take it out."
    )
