"""A shortcut for the form in which nearly every record is written: it gives what the parser would give, or nothing.

Reads block mappings and lists with plain, quoted, literal and folded texts in their simplest forms. At the first thing
that is any other, valid or not, it gives up, and the parser reads the file. Why: the parser makes three Python objects
for each value, which costs most of the time of reading; tests hold the two to the same data.
"""

from __future__ import annotations

import re
from typing import Any

WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
"""The plain words that are no text."""

_ROW = re.compile(
    r"""
    ([ ]*+) (-[ ])?+
    (?:
        ([A-Za-z_][A-Za-z0-9_-]{0,99}+):
        (?: [ ] (?:
            ("[^"\\\n]*+" | '[^'\n]*+')
          | ([A-Za-z0-9($¡¿À-ɏ].*+)
          | (>-|\|-?+) ((?: \n\1(?(2)[ ]{2})[ ]{2}.*+ | \n(?=\n) )+)
        ) )?
      | ("[^"\\\n]*+" | '[^'\n]*+')
      | ([A-Za-z0-9($¡¿À-ɏ].*+)
      | (>-|\|-?+) ((?: \n\1[ ]{2}.*+ | \n(?=\n) )+)
    ) \n
  | [ ]*+ (?:\#.*+)?+ \n
  | ([\s\S]++)
    """,
    re.VERBOSE,
)
"""One row with the text that belongs to it: indent, dash, key, then its value quoted, plain, or style and block; or an
item in the same forms; or an empty row or remark, with all groups empty; or the rest, from the first odd row on."""

_UNUSUAL = object()
_FOLD = re.compile(r"\n(\n*)")
_DEEPEST = 15
"""Levels that the shortcut follows; far below the refused depth, so that only the parser refuses."""


def read_ordinary(text: str) -> dict[str, Any] | None:
    """Read a text of ordinary form, or give None. The text must be free of tabs and control characters."""
    data: dict[str, Any] = {}
    columns: list[int] = [0]
    holders: list[Any] = [data]
    open_key = ""
    for row in _ROW.findall(text):
        indent, dash, key, quoted, plain, style, block, quoted_item, plain_item, style_item, block_item, rest = row
        if not (key or quoted_item or plain_item or style_item):
            if rest:
                return None
            continue
        column = len(indent)
        if open_key:
            if column > columns[-1] and len(columns) < _DEEPEST:
                holders.append([] if dash else {})
                holders[-2][open_key] = holders[-1]
                columns.append(column)
            open_key = ""
        while columns[-1] > column:
            columns.pop()
            holders.pop()
        holder = holders[-1]
        if columns[-1] != column or isinstance(holder, dict) is bool(dash):
            return None
        if dash and key:
            holder.append({})
            holder = holder[-1]
            holders.append(holder)
            columns.append(column + 2)
        value = _value(quoted or quoted_item, plain or plain_item, style or style_item, block or block_item)
        if value is _UNUSUAL or (key and (key in holder or key in WORDS)):
            return None
        if key:
            holder[key] = value
            open_key = "" if value is not None or plain else key
        elif dash:
            holder.append(value)
        else:
            return None
    return data or None


def _value(quoted: str, plain: str, style: str, block: str) -> Any:
    """Give what stands beside a key or a dash; None when nothing does, `_UNUSUAL` when only the parser can say."""
    if plain:
        return _UNUSUAL if ": " in plain or " #" in plain or plain[-1] in ": " else WORDS.get(plain, plain)
    if quoted:
        return quoted[1:-1]
    if not style:
        return None
    margin = len(block) - len(block.lstrip("\n "))
    lines = block.replace(block[:margin], "\n")
    if block[1:2] in ("", "\n") or "\n " in lines:
        return _UNUSUAL
    lines = lines.strip("\n")
    if style != ">-":
        return f"{lines}\n" if style == "|" else lines
    return _FOLD.sub(lambda fold: fold[1] or " ", lines) if "\n\n" in lines else lines.replace("\n", " ")
