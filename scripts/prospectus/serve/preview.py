"""What the open pages of a preview are told: which build they should show, and what is wrong with the files now.

The build's thread changes it, the server's threads wait for changes. It knows no file and no protocol.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """`built` counts the sites that were published since the start; `faults` is empty when the last build was good."""

    built: int = 0
    faults: tuple[str, ...] = ()
    closed: bool = False


class Preview:
    """The current state, and a way to wait for the next one."""

    def __init__(self) -> None:
        self._state = State()
        self._changed = threading.Condition()

    @property
    def state(self) -> State:
        """What the pages are told now."""
        with self._changed:
            return self._state

    def show_site(self) -> None:
        """Tell the pages that a new site stands: they load themselves again."""
        self._set(State(self.state.built + 1))

    def show_faults(self, faults: Sequence[str]) -> None:
        """Tell the pages what is wrong; they go on showing the last good site beneath it."""
        self._set(State(self.state.built, tuple(faults)))

    def close(self) -> None:
        """Let everyone go who waits."""
        self._set(State(self.state.built, self.state.faults, closed=True))

    def wait_for_other(self, known: State, seconds: float) -> State:
        """Return the state as soon as it is not the known one, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != known, seconds)
            return self._state

    def _set(self, state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()
