"""`python tests/fixed_words.py` lists the messages that the Spanish catalogue lacks, by file.

With a word behind it, only those of files whose path holds that word. `prospectus languages` counts them.
"""

from __future__ import annotations

import sys

from prospectus.language.messages import Message, messages, places_of
from prospectus.language.messages import untranslated as _untranslated

__all__ = ["Message", "messages", "places_of", "untranslated"]


def untranslated() -> tuple[Message, ...]:
    """Give the messages that the Spanish catalogue lacks."""
    return _untranslated("es")


if __name__ == "__main__":
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    for message in untranslated():
        if part in message.file:
            plural = f" / {message.plural!r}" if message.plural else ""
            sys.stdout.write(f"{message.file}: {message.text!r}{plural}\n")
