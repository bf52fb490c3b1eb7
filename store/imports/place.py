"""Where the note of another program stands in a cable: on the one stretch that says what it quotes, or nowhere."""

from __future__ import annotations

from rapidfuzz.distance import Postfix, Prefix

from ...cable import Block, Cable
from ...cable.anchors import Anchor, describe, skeleton
from ...cable.placing import place
from ...cable.placing.letters import Letters, offsets

_TELLING = 6


def anchored(cable: Cable, quote: Anchor, prefix: str, suffix: str) -> Anchor | None:
    """The whole anchor of a quote in this cable; None where the quote is nowhere, or in several places alike.

    A quote that goes on in the next block is anchored as far as its first block goes.
    """
    if quote.ordinal is None:
        return describe(cable, None)
    letters = Letters.of(block.text for block in cable.blocks)
    found = _stretch(letters.stream, skeleton(quote.quote), skeleton(prefix), skeleton(suffix))
    if found is None:
        placed = place([quote], None, cable)[0]
        return describe(cable, placed.block) if placed.state == "changed" and placed.block else None
    index = letters.block_at(found[0])
    start, end = letters.span(index)
    block = cable.blocks[index]
    if found[0] == start and found[1] >= end:
        return describe(cable, block)
    return describe(cable, block, _selection(block, found[0] - start, min(found[1], end) - start))


def _stretch(stream: str, own: str, prefix: str, suffix: str) -> tuple[int, int] | None:
    """Where letters stand in the stream: the only place, or the one whose surroundings alone agree."""
    places, at = list[int](), stream.find(own)
    while at >= 0:
        places.append(at)
        at = stream.find(own, at + 1)
    if not places:
        return None
    ranked = sorted(((_agreement(stream, at, len(own), prefix, suffix), at) for at in places), reverse=True)
    if len(ranked) > 1 and (ranked[0][0] < _TELLING or ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1], ranked[0][1] + len(own)


def _agreement(stream: str, start: int, length: int, prefix: str, suffix: str) -> int:
    """How many letters next to a place are those that the annotation remembers."""
    before = stream[max(0, start - len(prefix)) : start]
    after = stream[start + length : start + length + len(suffix)]
    return Postfix.similarity(before, prefix) + Prefix.similarity(after, suffix)


def _selection(block: Block, first: int, last: int) -> tuple[int, int]:
    places = offsets(block.text)
    return places[first], places[last - 1] + 1
