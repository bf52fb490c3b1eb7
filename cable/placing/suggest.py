"""Where a note without a certain place may have stood: for people to judge, never to be taken by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..anchors import Anchor, address_parts, skeleton
from ..model import Block, Cable

_LEAST = 0.4
"""How much alike texts are at least that one is named for the other."""
_PARTLY, _LEAST_INSIDE = 0.9, 0.8
"""What a likeness with only a part of a block counts, and how great it must be: letters are alike by chance."""


class Suggestion(NamedTuple):
    """A block to look at, how much of it is the same (0 to 1), and why it is named, in words."""

    block: Block
    score: float
    why: str


def suggest(anchor: Anchor, cable: Cable, candidates: Sequence[Block] = ()) -> Suggestion | None:
    """The block that an anchor most likely stood on; None where no block is like it and none has its number.

    `candidates` are the places that placing found and could not choose from.
    """
    from rapidfuzz.distance import Levenshtein  # loaded with the first note that has no place

    if anchor.ordinal is None:
        return None
    own, best = skeleton(anchor.quote), None
    for block in candidates or cable.blocks:
        other = skeleton(block.text)
        score = max(Levenshtein.normalized_similarity(own, other), _inside(own, other))
        ranked = (score, _same_address(anchor, block))
        if best is None or ranked > best[0]:
            best = ranked, block
    if best and own and (candidates or best[0][0] >= _LEAST):
        return Suggestion(best[1], best[0][0], f"{best[0][0]:.0%} the same")
    numbered = next((block for block in cable.blocks if _same_address(anchor, block)), None)
    return Suggestion(numbered, 0.0, "it has the same number") if numbered and anchor.label else None


def _inside(own: str, other: str) -> float:
    """How much a text is like the part of another one that is most like it, or the other way round."""
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio(own, other) / 100 if own and other else 0.0
    return found * _PARTLY if found >= _LEAST_INSIDE else 0.0


def _same_address(anchor: Anchor, block: Block) -> bool:
    return address_parts(block.anchor) == (anchor.label, anchor.occurrence, anchor.index)
