"""Where the notes of a cable stand in a reading of it: only where that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ...cable import Block, Cable
from ...cable.anchors import Anchor, describe
from .model import Note
from .order import reading_order

State = Literal["exact", "changed", "moved", "ambiguous", "orphan", "confirmed"]

_LONG_ENOUGH = 24
"""Letters from which a text found once is that text, whatever number it is printed under now."""

_SIMILAR, _VERY_SIMILAR = 0.66, 0.85
_LONGEST_COMPARED = 1500  # words; comparing takes their product


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and where it stands: `block` is None for a note on the whole cable, and for one without a certain place.

    `state` is `exact`, `changed` (the text was altered), `orphan` (not found) or `ambiguous` (found more than once);
    `moved` and `confirmed` are left to a placing that can tell them.
    """

    note: Note
    block: Block | None
    state: State


def place_notes(notes: Sequence[Note], cable: Cable) -> list[Placed]:
    """Each note with its block in this cable, in reading order; notes without a certain place come last."""
    if all(note.anchor.ordinal is None for note in notes):
        return [Placed(note, None, "exact") for note in sorted(notes, key=reading_order)]
    here = [(describe(cable, block), block) for block in cable.blocks]
    places = {block.anchor: index for index, block in enumerate(cable.blocks)}
    found = [_place(note, here) for note in sorted(notes, key=reading_order)]
    return sorted(found, key=lambda placed: _rank(placed, places))


def _rank(placed: Placed, places: dict[str, int]) -> int:
    if placed.block is None:
        return -1 if placed.state == "exact" else len(places)
    return places[placed.block.anchor]


def _place(note: Note, here: Sequence[tuple[Anchor, Block]]) -> Placed:
    was = note.anchor
    if was.ordinal is None:
        return Placed(note, None, "exact")
    copies = [(now, block) for now, block in here if now.digest == was.digest and now.skel_len == was.skel_len]
    if copies:
        return _among_copies(note, copies)
    for now, block in here:
        if _same_number(was, now) and _altered(was, now):
            return Placed(note, block, "changed")
    return Placed(note, None, "orphan")


def _among_copies(note: Note, copies: Sequence[tuple[Anchor, Block]]) -> Placed:
    """The note's place among the blocks that say the same, letter for letter."""
    was = note.anchor
    if len(copies) == was.copy.n:
        now, block = copies[was.copy.k - 1]
        alone = len(copies) == 1 and was.skel_len >= _LONG_ENOUGH and not was.ambiguous
        if alone or _same_number(was, now):
            return Placed(note, block, "exact")
    certain = [block for now, block in copies if _same_number(was, now) and _same_neighbours(was, now)]
    if len(certain) == 1:
        return Placed(note, certain[0], "exact")
    return Placed(note, None, "ambiguous" if len(copies) > 1 else "orphan")


def _same_number(was: Anchor, now: Anchor) -> bool:
    return (was.label, was.index, was.occurrence) == (now.label, now.index, now.occurrence)


def _same_neighbours(was: Anchor, now: Anchor) -> bool:
    return was.prefix == now.prefix and was.suffix == now.suffix


def _altered(was: Anchor, now: Anchor) -> bool:
    """Whether a block under the same number is the same text altered: by its neighbours and its words."""
    neighbours = (was.prefix == now.prefix) + (was.suffix == now.suffix)
    if not neighbours:
        return False
    old, new = was.quote.casefold().split(), now.quote.casefold().split()
    if max(len(old), len(new)) > _LONGEST_COMPARED:
        return False
    from difflib import SequenceMatcher  # loaded when a text was altered

    ratio = SequenceMatcher(None, old, new, autojunk=False).ratio()
    return ratio >= (_SIMILAR if neighbours == 2 else _VERY_SIMILAR)
