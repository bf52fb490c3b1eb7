"""Placing an anchor by what it says itself, where the text that it was made on is lost."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from ..anchors import Anchor, address_parts, skeleton
from ..model import Block, Cable
from .homes import home
from .letters import Letters
from .moved import SHORTEST, Finder
from .record import NOT_FOUND, SEVERAL, Placement
from .runs import similarity
from .selected import in_block
from .stretches import Stretch, least

_AGREES = 0.7
_ALIKE = 0.85
_BETTER = 0.04


class Alone:
    """Places anchors in one cable, each by itself: by its letters, by the text around it, and by its number as well
    where the cable says the same more than once.
    """

    def __init__(self, cable: Cable) -> None:
        """Nothing is looked at before the first anchor is placed."""
        self.cable = cable

    def place(self, anchor: Anchor) -> Placement:
        """Where an anchor stands."""
        if anchor.ordinal is None:
            return Placement(None, "exact")
        own = skeleton(anchor.quote)
        copies = [index for index, other in enumerate(self._letters.blocks) if own and own == other]
        if copies:
            placement = self._among(anchor, own, copies)
        elif len(own) >= SHORTEST:
            placement = self._alike(anchor, own)
        else:
            placement = Placement(None, "orphan", 0.0, note=NOT_FOUND)
        if placement.block is None or anchor.selection is None:
            return placement
        return replace(placement, selection=in_block(anchor, placement.block.text))

    @cached_property
    def _letters(self) -> Letters:
        return Letters.of(block.text for block in self.cable.blocks)

    @cached_property
    def _finder(self) -> Finder:
        stream = self._letters.stream
        return Finder(stream, [(0, len(stream))])

    def _among(self, anchor: Anchor, own: str, copies: list[int]) -> Placement:
        """The place among blocks that say the same, letter for letter."""
        blocks = [self.cable.blocks[index] for index in copies]
        contexts = [self._context(anchor, *self._letters.span(index)) for index in copies]
        if len(copies) == anchor.copy.n and 0 < anchor.copy.k <= len(copies):
            block, context = blocks[anchor.copy.k - 1], contexts[anchor.copy.k - 1]
            if len(copies) > 1:
                sure = not _contradicts(anchor, block)
            else:
                sure = len(own) >= SHORTEST or max(context) >= _AGREES or _same_number(anchor, block)
            return Placement(block, "exact") if sure else self._undecided(blocks)
        certain = [block for block, context in zip(blocks, contexts, strict=True) if min(context) >= _AGREES]
        if len(certain) == 1 and _same_number(anchor, certain[0]):
            return Placement(certain[0], "exact")
        return self._undecided(blocks)

    def _alike(self, anchor: Anchor, own: str) -> Placement:
        """The place of a text that is there with other letters in it."""
        found = [each for each in self._finder.find(own) if each.score >= least(len(own))]
        found = [each for each in found if each.score >= _ALIKE or self._agrees(anchor, each)]
        if not found:
            return Placement(None, "orphan", 0.0, note=NOT_FOUND)
        equal = sorted((each for each in found if each.score > found[0].score - _BETTER), key=lambda each: each.start)
        blocks = [self.cable.blocks[home(each, self._letters)] for each in equal]
        if len(equal) == 1:
            sure = not anchor.ambiguous or (_same_paragraph(anchor, blocks[0]) and self._agrees(anchor, equal[0]))
            return Placement(blocks[0], "changed", equal[0].score) if sure else self._undecided(blocks)
        if len(equal) == anchor.copy.n and 0 < anchor.copy.k <= len(equal):
            block, there = blocks[anchor.copy.k - 1], equal[anchor.copy.k - 1]
            if not _contradicts(anchor, block) and self._agrees(anchor, there):
                return Placement(block, "changed", there.score)
        return self._undecided(blocks)

    def _undecided(self, blocks: list[Block]) -> Placement:
        return Placement(None, "ambiguous", 0.0, tuple(dict.fromkeys(blocks)), SEVERAL)

    def _agrees(self, anchor: Anchor, found: Stretch) -> bool:
        """Whether the text around a place is the text around the anchor."""
        before, after = self._context(anchor, found.start, found.end)
        return before + after >= 2 * _AGREES

    def _context(self, anchor: Anchor, start: int, end: int) -> tuple[float, float]:
        """How much of the letters before and behind a place is what the anchor remembers."""
        stream = self._letters.stream
        before, after = anchor.prefix, anchor.suffix
        left, right = stream[max(0, start - len(before)) : start], stream[end : end + len(after)]
        return _alike_or_edge(before, left, start == 0), _alike_or_edge(after, right, end == len(stream))


def _alike_or_edge(remembered: str, here: str, edge: bool) -> float:
    """The similarity of two contexts; the edge of the text is like the edge only."""
    if not remembered or not here:
        return float(not remembered and edge)
    return similarity(remembered, here)


def _contradicts(anchor: Anchor, block: Block) -> bool:
    """Whether a block stands under another number than the anchor does; where no number is printed, nothing does."""
    return address_parts(block.anchor)[0] is not None and not _same_paragraph(anchor, block)


def _same_paragraph(anchor: Anchor, block: Block) -> bool:
    number, occurrence, _ = address_parts(block.anchor)
    return (number, occurrence) == (anchor.label, anchor.occurrence)


def _same_number(anchor: Anchor, block: Block) -> bool:
    return anchor.address == block.anchor
