"""Where one was reading: the places that were left by a leap, and the way back and forward among them."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST = 200


class Stand(NamedTuple):
    """A place in a cable that any width keeps: the block under the cursor (None: the header) and how many rows below
    the top of the view it begins (above it, if negative).
    """

    anchor: str | None = None
    row: int = 0


class Spot(NamedTuple):
    """A place in the library: the name by which it finds the cable, and the place in it."""

    cable: str
    stand: Stand


class History:
    """The places behind and ahead; a new leap forgets those ahead."""

    def __init__(self) -> None:
        """No place yet."""
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []

    def leave(self, here: Spot) -> None:
        """Remember a place that is left by a leap."""
        if self._behind[-1:] != [here]:
            self._behind.append(here)
        del self._behind[:-_LONGEST]
        self._ahead.clear()

    def turn(self, step: int, here: Spot) -> Spot | None:
        """Go back (-1) or forward (1) from `here`: the place to go to, or None where there is none."""
        source, target = (self._behind, self._ahead) if step < 0 else (self._ahead, self._behind)
        if not source:
            return None
        target.append(here)
        return source.pop()
