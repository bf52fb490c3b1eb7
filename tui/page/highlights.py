"""What the notes of a cable paint over its text: highlights in their colours, and the words that a note is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from ...cable import Block, Cable
from .rows import Mark

if TYPE_CHECKING:
    from ...store.notes import Placed

Paint = Literal["noted", "yellow", "green", "blue", "pink", "orange"]
_COLORS: Mapping[str, Paint] = {
    "yellow": "yellow", "green": "green", "blue": "blue", "pink": "pink", "orange": "orange",
}  # fmt: skip


def highlights(cable: Cable, placed: Iterable[Placed], *, raw: bool = False) -> dict[int, list[Mark]]:
    """The marks on each block, by its index, as offsets in its text; with `raw` as offsets in the source.

    A note without a colour marks the words it was written on, where these are a part of the paragraph.
    """
    indexes = {block.anchor: index for index, block in enumerate(cable.blocks)}
    found: dict[int, list[Mark]] = {}
    for item in placed:
        if item.block is None or not (item.note.color or item.selection):
            continue
        role = _COLORS.get(item.note.color, "yellow") if item.note.color else "noted"
        first = indexes[item.block.anchor]
        last = indexes[item.until.anchor] if item.until else first
        for index, start, end in _stretches(cable.blocks, first, last, item):
            block = cable.blocks[index]
            place = (block.to_source(start), block.to_source(end)) if raw else (start, end)
            found.setdefault(index, []).append(Mark(*place, role))
    return found


def _stretches(blocks: tuple[Block, ...], first: int, last: int, item: Placed) -> Iterator[tuple[int, int, int]]:
    for index in range(first, last + 1):
        start, end = 0, len(blocks[index].text)
        if index == first and item.selection:
            start, end = item.selection
        if index == last and last > first and item.until_selection:
            end = item.until_selection[1]
        yield index, start, end
