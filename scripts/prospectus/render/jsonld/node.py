"""A node of structured data: a type and those of its properties that have a value. Knows no record."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from prospectus.render import urls
from prospectus.render.escape import FrontMatterValue
from prospectus.render.sheet import Sheet

Node = Mapping[str, FrontMatterValue]

Value = FrontMatterValue


def node(type: str, /, **properties: Value) -> dict[str, Value]:
    """Make a node; properties without a value are left out, a list of one becomes the one."""
    kept = {key: _single(value) for key, value in properties.items() if value not in ("", None) and value != []}
    return {"@type": type, **kept}


def _single(value: Value) -> Value:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def absolute(sheet: Sheet, address: str) -> str:
    """Give the whole address of a page or file of the site; "" when the school gave the site no address.

    What is the same in every language, such as the school itself ("#school"), keeps the address of the first one.
    """
    base = sheet.context.base_url
    is_own = urls.is_page(address) and not address.startswith("#")
    return f"{base}{sheet.desk.page(address) if is_own else address}" if base else ""


def of_hours(hours: Decimal) -> str:
    """Write a number of hours as a duration (ISO 8601): PT70H, PT1H30M."""
    minutes = int(hours * 60)
    rest = f"{minutes % 60}M" if minutes % 60 else ""
    return f"PT{minutes // 60}H{rest}"
