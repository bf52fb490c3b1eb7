"""Notes on a range of blocks: described by its first and its last block, and placed by both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...cable import Block, Cable
from ...cable.anchors import Anchor, describe, skeleton

if TYPE_CHECKING:
    from .placing import Placed

_END_LOST = "the end of its passage is not found"
_BEGINNING_LOST = "the beginning of its passage is not found"
_TURNED = "the end of its passage stands before its beginning"


def described(
    cable: Cable, first: Block | None, last: Block | None, selection: tuple[int, int] | None
) -> tuple[Anchor, Anchor | None, tuple[str, ...]]:
    """The anchors of both ends of a place, and the texts between them; the second is None but for a range of blocks.

    `selection` begins in the text of the first block and ends in that of the last. Raises ValueError where the cable
    has no such blocks, or the last one comes before the first.
    """
    if first is None or last is None or last == first:
        return describe(cable, first, selection), None, ()
    start, end = cable.blocks.index(first), cable.blocks.index(last)
    if end < start:
        raise ValueError("a range that ends before it begins")
    head = (selection[0], len(first.text)) if selection and selection[0] > 0 else None
    tail = (0, selection[1]) if selection and selection[1] < len(last.text) else None
    between = tuple(block.text for block in cable.blocks[start + 1 : end])
    return describe(cable, first, head), describe(cable, last, tail), between


def with_end(begun: Placed, ended: Placed, cable: Cable) -> Placed:
    """Where a range stands, from where its two ends stand; an end without a certain place is left out and said."""
    first, last = begun.block, ended.block
    if first is None and last is None:
        return begun
    if first is None:
        return replace(
            begun, block=last, state="changed", score=ended.score, why=_BEGINNING_LOST, selection=ended.selection
        )
    if last is None and begun.state == "confirmed":
        return begun  # who put its beginning there saw what follows
    if last is None:
        return replace(begun, state="changed", why=_END_LOST)
    order = {block.anchor: place for place, block in enumerate(cable.blocks)}
    start, end = order[first.anchor], order[last.anchor]
    if end <= start:
        return replace(begun, state="changed" if end == start else "moved", why="" if end == start else _TURNED)
    inside = tuple(skeleton(block.text) for block in cable.blocks[start + 1 : end])
    state = begun.state if begun.state != "exact" else ended.state
    if state == "exact" and inside != tuple(map(skeleton, begun.note.between)):
        state = "changed"
    return replace(begun, state=state, score=min(begun.score, ended.score), until=last, until_selection=ended.selection)


def quoted(cable: Cable, block: Block | None, until: Block | None, selection: tuple[int, int] | None) -> str:
    """The text of a place: of a block or the words selected in it, of a range with its blocks parted; "" of a cable."""
    if block is None:
        return ""
    start, end = selection or (0, len((until or block).text))
    if until is None or until == block:
        return block.text[start:end]
    first, last = cable.blocks.index(block), cable.blocks.index(until)
    inside = (between.text for between in cable.blocks[first + 1 : last])
    return "\n\n".join((block.text[start:], *inside, until.text[:end]))
