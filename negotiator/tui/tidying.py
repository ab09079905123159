"""When memory is tidied: while nobody types, because going through everything that is drawn takes 200 milliseconds."""

import gc
from collections.abc import Callable
from time import monotonic

EVERY = 20
"""How many seconds pass between two looks whether it is quiet."""
QUIET = 3
"""So many seconds after the last key it counts as quiet."""
AT_MOST = 600
"""After so many seconds memory is tidied even while somebody types."""


class Tidying:
    """Leaves the old things alone while keys are pressed; the young ones are collected as always."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._key = self._tidied = clock()

    def begin(self) -> None:
        """Take what is there for good, and collect old things only when told to."""
        gc.freeze()
        gc.set_threshold(10_000, 20, 1_000_000)

    def key(self) -> None:
        """Note that a key was pressed."""
        self._key = self._clock()

    def look(self) -> bool:
        """Tidy if it is quiet, or has been busy for long; says whether it did."""
        now = self._clock()
        if now - self._key < QUIET and now - self._tidied < AT_MOST:
            return False
        gc.collect()
        self._tidied = now
        return True
