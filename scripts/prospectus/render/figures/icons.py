"""Small signs that stand beside words and never alone: urgency, verdicts, disagreement.

Each has a shape of its own, so that it reads without its color. Drawn in the color of the text around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from markupsafe import Markup

_LARGE, _SMALL = 28, 20

_ICONS: Mapping[str, tuple[int, str]] = MappingProxyType({
    "emergency": (_LARGE, '<path d="M9 2h10l7 7v10l-7 7H9l-7-7V9zM14 8v8"/><circle cx="14" cy="20" r="1"/>'),
    "clinician": (_LARGE, '<path d="M14 3 26 25H2zM14 11v6.5"/><circle cx="14" cy="21.2" r=".8"/>'),
    "mention": (_LARGE, '<path d="M3 5h22v15H13l-6 5v-5H3zM8 10.5h12M8 14.5h8"/>'),
    "tick": (_SMALL, '<path d="m4 10.5 4 4 8-9"/>'),
    "question": (
        _SMALL, '<path d="M6.5 7a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1-1.5 2.3"/><circle cx="10" cy="16" r=".7"/>',
    ),
    "cross": (_SMALL, '<path d="m5 5 10 10M15 5 5 15"/>'),
    "partly": (_SMALL, '<path d="M3 7.5q3.5-3.5 7 0t7 0M3 13.5q3.5-3.5 7 0t7 0"/>'),
    "speech": (_SMALL, '<path d="M3 4h14v9H9l-4 4v-4H3z"/>'),
    "differ": (_SMALL, '<path d="M10 18v-6L4 4M10 12l6-8M4 8.5V4h4.5M16 8.5V4h-4.5"/>'),
})  # fmt: skip


@cache
def icon(name: str) -> Markup:
    """Draw one icon, hidden from screen readers because words stand beside it. KeyError if there is none."""
    size, shape = _ICONS[name]
    return Markup('<svg class="icon" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>').format(size, size, Markup(shape))
