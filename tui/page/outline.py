"""The outline of a cable: its headings and numbered paragraphs, to leap by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...cable import Cable
from ...cable.passages import passages
from ...cable.safe import visible
from ..signs import sign
from .cells import cropped
from .paint import RULE

_DEEPEST = 2
_MOST = 400
"""Characters that are read of a block, however narrow a line of the outline is."""


class Entry(NamedTuple):
    """A block to leap to: its anchor, and a line that tells what stands there."""

    anchor: str
    line: str


def outline(cable: Cable, width: int) -> list[Entry]:
    """Headings, and the numbered paragraphs under them with their first words, in lines of at most `width` cells.

    What is the post's comment has the sign that stands beside it on the page.
    """
    return list(_entries(cable, width))


def _entries(cable: Cable, width: int) -> Iterator[Entry]:
    numbered = [block for block in cable.blocks if block.number]
    column = max((len(block.number or "") for block in numbered), default=0)
    marks = max((len(block.marking or "") for block in numbered), default=0)
    kinds = passages(cable.blocks)
    ruled = any(kind == "comment" and block.number for block, kind in zip(cable.blocks, kinds, strict=True))
    for block, kind in zip(cable.blocks, kinds, strict=True):
        words = visible(block.text[:_MOST])
        if block.kind == "heading":
            yield Entry(block.anchor, cropped(words, width))
        elif block.number:
            number, marking = visible(block.number).rjust(column), visible(block.marking or "").ljust(marks)
            lead = " " * _DEEPEST + f"{number} {marking}".rstrip().ljust(column + 1 + marks) + " "
            if ruled:
                lead += f"{sign(RULE) if kind == 'comment' else ' '} "
            yield Entry(block.anchor, lead + cropped(words, max(width - len(lead), 1)))


def standing_at(cable: Cable, anchor: str | None) -> str | None:
    """The entry of the outline under which a block stands: itself, else the nearest above it."""
    found: str | None = None
    for block in cable.blocks:
        if block.kind == "heading" or block.number:
            found = block.anchor
        if block.anchor == anchor:
            return found
    return None
