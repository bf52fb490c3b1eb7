"""Where the note of another program stands in a cable: on the one stretch that says what it quotes, or nowhere."""

from __future__ import annotations

from rapidfuzz.distance import Postfix, Prefix

from ...cable import Block, Cable
from ...cable.anchors import Anchor, anchor_label, describe, range_start, skeleton
from ...cable.placing import place
from ...cable.placing.letters import Letters, offsets
from .arrival import Arrival

_TELLING = 6
_MOST_PLACES = 50


def anchored(cable: Cable, arrival: Arrival) -> Anchor | None:
    """The whole anchor of what a note quotes in this cable; None where that is nowhere, or in several places alike.

    A quote that goes on in the next block is anchored as far as its first block goes.
    """
    quote = arrival.note.anchor
    if quote.ordinal is None:
        return describe(cable, None)
    letters, own = Letters.of(block.text for block in cable.blocks), skeleton(quote.quote)
    places = _places(letters.stream, own)
    if not places:
        placed = place([quote], None, cable)[0]
        return describe(cable, placed.block) if placed.state == "changed" and placed.block else None
    found = [_anchor(cable, letters, at, at + len(own)) for at in places]
    if len(found) == 1:
        return found[0]
    labelled = [anchor for anchor in found if arrival.label and anchor_label(anchor) == range_start(arrival.label)]
    if len(labelled) == 1:
        return labelled[0]
    around = skeleton(arrival.prefix), skeleton(arrival.suffix)
    ranked = sorted((_agreement(letters.stream, at, len(own), *around), index) for index, at in enumerate(places))
    (second, _), (best, index) = ranked[-2:]
    return found[index] if best >= _TELLING and best > second else None


def _anchor(cable: Cable, letters: Letters, first: int, last: int) -> Anchor:
    """The anchor of a stretch of the letters: of a whole block, or of words in it."""
    index = letters.block_at(first)
    start, end = letters.span(index)
    block = cable.blocks[index]
    if first == start and last >= end:
        return describe(cable, block)
    return describe(cable, block, _selection(block, first - start, min(last, end) - start))


def _places(stream: str, own: str) -> list[int]:
    """Where letters stand in the stream; so few letters that they stand nearly everywhere stand nowhere."""
    places, at = list[int](), stream.find(own)
    while at >= 0:
        if len(places) == _MOST_PLACES:
            return []
        places.append(at)
        at = stream.find(own, at + 1)
    return places


def _agreement(stream: str, start: int, length: int, prefix: str, suffix: str) -> int:
    """How many letters next to a place are those that the annotation remembers."""
    before = stream[max(0, start - len(prefix)) : start]
    after = stream[start + length : start + length + len(suffix)]
    return Postfix.similarity(before, prefix) + Prefix.similarity(after, suffix)


def _selection(block: Block, first: int, last: int) -> tuple[int, int]:
    places = offsets(block.text)
    return places[first], places[last - 1] + 1
