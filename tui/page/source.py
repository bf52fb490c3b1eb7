"""The untouched source as a page: its lines as they are, long ones wrapped, the parts of the cable told apart."""

from __future__ import annotations

from bisect import bisect_right

from ...cable import Cable
from ...cable.safe import visible
from .cells import wrap
from .rows import HEADER, NOWHERE, Mark, Page, Passage, Role, rows_of

INDENT = 3
"""Cursor bar, note mark, a space."""
_HANG = 2
"""How much further in the rows of a line begin that was too long for one."""

_ROLES: dict[str, Role] = {
    "chrome": "furniture",
    "furniture": "furniture",
    "routing": "quiet",
    "caption": "quiet",
    "closing": "quiet",
    "heading": "heading",
}


def source_passage(cable: Cable, before: int = 0) -> Passage:
    """The whole source as one passage: its offsets are those of `Cable.source`."""
    text = visible(cable.source.replace("\r\n", " \n"))
    marks = tuple(
        Mark(span.start, span.end, role) for span in cable.spans if (role := _role(span.role)) and cable.blocks
    )
    return Passage(text, "text", HEADER, INDENT, _HANG, marks=marks, before=before, flow="lines")


def lay_out_source(cable: Cable, width: int) -> Page:
    """The page of the source in a column `width` cells wide; blocks have the rows that their text was taken from."""
    passage = source_passage(cable)
    cuts = wrap(passage.text, width - INDENT, _HANG, lines=True)
    starts = [cut.start for cut in cuts]
    spots: list[tuple[int, int]] = []
    owners = [NOWHERE] * len(cuts)
    for index, block in reversed(list(enumerate(cable.blocks))):
        ranges = [
            (bisect_right(starts, start) - 1, bisect_right(starts, max(end - 1, start)))
            for start, end in block.spans or ((0, 0),)
        ]
        for first, last in ranges:
            owners[first:last] = [index] * (last - first)
        spots.append((min(first for first, _ in ranges), max(last for _, last in ranges)))
    spots.reverse()
    above = spots[0][0] if spots else len(cuts)
    owners[:above] = [HEADER] * above
    return Page(width, (passage,), tuple(rows_of(0, passage, cuts, owners)), (0,), tuple(spots), raw=True)


def _role(span: str) -> Role | None:
    return "label" if span.startswith("header:") else _ROLES.get(span)


def start_of_message(cable: Cable) -> int:
    """Where the source stops being page: the first character that is neither chrome nor blank."""
    return next((span.start for span in cable.spans if span.role not in ("chrome", "blank")), 0)
