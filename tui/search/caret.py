"""What is wrong in a query, below the characters it is about. Pure."""

from __future__ import annotations

from typing import NamedTuple

from ..page.cells import cells


class Carets(NamedTuple):
    """Carets below a field: the cells before them, how many there are, the cells that are free behind them."""

    lead: int
    length: int
    behind: int


def carets(text: str, start: int, end: int, scrolled: int, room: int) -> Carets:
    """The carets under `text[start:end]`, in a field that shows `room` cells and is scrolled by so many.

    What is wrong out of sight is pointed at from the edge.
    """
    first = cells(text[:start]) - scrolled
    last = first + max(cells(text[start:end]), 1)
    lead = min(max(first, 0), max(room - 1, 0))
    length = max(min(last, room) - lead, 1)
    return Carets(lead, length, max(room - lead - length, 0))
