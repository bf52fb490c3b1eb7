"""The new blocks that the letters of old blocks stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .letters import Letters
from .runs import Same, clip
from .stretches import Stretch, least, stretch

_SURE, _MUCH = 50, 2


def home(found: Stretch, new: Letters) -> int:
    """The new block that has most of a stretch's letters."""
    counts: Counter[int] = Counter()
    for run in found.runs:
        place = run.new
        while place < run.new_end:
            index = new.block_at(place)
            end = min(run.new_end, new.starts[index + 1])
            counts[index] += end - place
            place = end
    return max(counts, key=lambda index: (counts[index], -index))


def stretches(old: Letters, new: Letters, runs: Sequence[Same]) -> list[Stretch | None]:
    """What the alignment makes of each block, where that is enough of it."""
    found: list[Stretch | None] = []
    first = 0
    for index, own in enumerate(old.blocks):
        start, end = old.span(index)
        inside, first = clip(runs, start, end, first)
        made = stretch(inside, len(own))
        found.append(settled(old, index, new, made) if made and made.score >= least(len(own)) else None)
    return without_guests(old, new, found)


def without_guests(old: Letters, new: Letters, places: Sequence[Stretch | None]) -> list[Stretch | None]:
    """The places without those inside a new block that is another old block, or much longer and no other's."""
    texts = set(old.blocks)
    hosts = Counter(home(found, new) for found in places if found)

    def stays(index: int, found: Stretch) -> bool:
        place = home(found, new)
        own, there = old.blocks[index], new.blocks[place]
        if there in texts:
            return own == there
        return hosts[place] > 1 or len(own) >= _SURE or len(there) < _MUCH * len(own)

    return [found if found and stays(index, found) else None for index, found in enumerate(places)]


def settled(old: Letters, index: int, new: Letters, found: Stretch) -> Stretch:
    """The place of a block; where a new block is the old one letter for letter, that is its place.

    The alignment may as well take some of the same letters from the neighbours.
    """
    place = home(found, new)
    if new.blocks[place] != old.blocks[index]:
        return found
    return whole(old, index, new, place, moved=found.moved)


def whole(old: Letters, index: int, new: Letters, place: int, *, moved: bool = False) -> Stretch:
    """The place of a block that is a new block letter for letter."""
    start, end = new.span(place)
    return Stretch(start, end, 1.0, (Same(old.starts[index], start, end - start),), moved)
