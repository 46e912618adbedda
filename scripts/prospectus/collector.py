"""Hold back Python's garbage collector while many records or pages are made. Ground floor: imports nothing of ours.

All that a stage makes is kept until its end, so the collector finds nothing and only looks, again and again, through
every record.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_held() -> Iterator[None]:
    """Hold the collector back for a while, and leave it as it was found.

    What exists already is frozen, so that a forked process does not copy it by looking at it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()
