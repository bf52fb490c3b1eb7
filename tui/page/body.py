"""The blocks of a cable as passages: spacing, indents, gutter, hanging list marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...cable import Block, Cable
from ...cable.passages import passages
from ...cable.patterns import lazy
from ...cable.safe import visible
from .cells import cells
from .gutter import Gutter
from .rows import Passage, Role

_ITEM_MARK = lazy(r"(?:[-–—*•·]{1,3}|o|\(?(?:[0-9]{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)]+)[ ]+")
_ITEM_INDENT = 2
_TIGHT = 2
"""A list whose items all take at most so many rows is set without blank rows between them."""


def body_passages(cable: Cable, gutter: Gutter, width: int) -> Iterator[Passage]:
    """The passages of all blocks in reading order, one a block, for a column `width` cells wide.

    What is the post's own comment has a thin line at its side: report and opinion are told apart without colour.
    """
    tight = _tight(cable.blocks, width - gutter.width - _ITEM_INDENT)
    repaired = repaired_blocks(cable)
    kinds = passages(cable.blocks)
    for index, block in enumerate(cable.blocks):
        previous = cable.blocks[index - 1] if index else None
        before = _space(block, previous, index in tight)
        passage = _passage(index, block, gutter, before=before, repaired=index in repaired)
        yield passage._replace(rule=gutter.width - 2) if kinds[index] == "comment" else passage


def _passage(index: int, block: Block, gutter: Gutter, *, before: int, repaired: bool) -> Passage:
    text = visible(block.text)
    indent, hang = gutter.width, 0
    role: Role = "text"
    if block.kind == "heading":
        role = "heading"
    elif block.kind == "closing":
        role = "quiet"
    elif block.kind == "item":
        indent += _ITEM_INDENT
        hang = item_hang(text)
    return Passage(
        text,
        role,
        index,
        indent,
        hang,
        gutter.lead(block, repaired=repaired),
        before=before,
        flow="table" if block.kind == "table" else "text",
    )


def item_hang(text: str) -> int:
    """How many cells the list mark of an item takes, so that its other rows hang under its first word."""
    found = _ITEM_MARK.match(text)
    return cells(found[0]) if found else 0


def repaired_blocks(cable: Cable) -> frozenset[int]:
    """The blocks whose printed number was mended: it is marked, and what was found is told on demand."""
    numbers = [repair.span[0] for repair in cable.repairs if repair.kind == "number"]
    return frozenset(
        index
        for index, block in enumerate(cable.blocks)
        if block.number and block.spans and any(block.spans[0][0] <= at < block.spans[0][1] for at in numbers)
    )


def _space(block: Block, previous: Block | None, tight: bool) -> int:
    """The blank rows above a block; a heading stands right over what it heads."""
    if previous is None:
        return 1
    return 0 if previous.kind == "heading" or (tight and previous.kind == "item") else 1


def _tight(blocks: Sequence[Block], width: int) -> set[int]:
    """The items of lists in which every item is short."""
    found: set[int] = set()
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and blocks[end].kind == "item":
            end += 1
        if end > index and all(len(block.text) <= _TIGHT * width for block in blocks[index:end]):
            found.update(range(index, end))
        index = end + 1
    return found
