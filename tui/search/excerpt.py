"""A few words of a text around the first that was looked for, for a line with little room. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..page import cells

_BEFORE = 3
"""One part in so many of the room is for what stands before the first mark."""
_CUT = "…"


class Excerpt(NamedTuple):
    """Text on one line, with the marked characters `(start, end)` of it."""

    text: str
    marks: tuple[tuple[int, int], ...]


def around(text: str, marks: Sequence[tuple[int, int]], room: int) -> Excerpt:
    """The part of a text from a little before the first mark on; words before it are not cut in two."""
    if not marks or cells.cells(text) <= room:
        return Excerpt(text, tuple(marks))
    earliest = cells.fit(text[: marks[0][0]][::-1], 0, marks[0][0], max(room // _BEFORE - 1, 0))
    begin = marks[0][0] - earliest
    if begin > 0:
        blank = text.find(" ", begin - 1, marks[0][0])
        begin = blank + 1 if blank >= 0 else begin
    lead = _CUT if begin > 0 and not text.startswith(_CUT, begin) else ""
    shift = len(lead) - begin
    return Excerpt(lead + text[begin:], tuple((start + shift, end + shift) for start, end in marks))
