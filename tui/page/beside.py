"""Two cables side by side: which paragraph stands beside which, what differs in them, and the rows to paint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...cable import Block, Cable
from ...cable.anchors import skeleton
from ...cable.safe import visible
from .cells import Cut, wrap

_WORD = re.compile(r"\S+")
_MOST = 4000
"""Words of a paragraph that are compared; of a longer one it is only said that it differs."""


class Pair(NamedTuple):
    """Two blocks that stand beside each other, by their indexes; None where a block has no counterpart."""

    left: int | None
    right: int | None


class Span(NamedTuple):
    """A stretch of a text that the other text does not have so."""

    start: int
    end: int


class Line(NamedTuple):
    """One row: a pair, and what each side shows of it; None where a side has no more text, or a blank row stands."""

    pair: int
    left: Cut | None
    right: Cut | None


def printed(block: Block) -> str:
    """A block with its number and mark, made visible."""
    number = f"{block.number}. " if block.number else ""
    marking = f"({block.marking}) " if block.marking else ""
    return visible(f"{number}{marking}{block.text}")


def paired(left: Cable, right: Cable) -> list[Pair]:
    """The blocks of two copies of a cable, each beside its counterpart: by the same letters, then the same number."""
    from rapidfuzz.distance import Indel  # needed once two copies are compared

    one, other = ([skeleton(block.text) for block in cable.blocks] for cable in (left, right))
    found: list[Pair] = []
    gap = [(0, 0), (0, 0)]
    for step in Indel.opcodes(one, other):
        if step.tag != "equal":
            gap = [(gap[0][0], step.src_end), (gap[1][0], step.dest_end)]
            continue
        found += _by_number(left, right, *gap)
        found += map(Pair, range(step.src_start, step.src_end), range(step.dest_start, step.dest_end))
        gap = [(step.src_end, step.src_end), (step.dest_end, step.dest_end)]
    return found + list(_by_number(left, right, (gap[0][0], len(one)), (gap[1][0], len(other))))


def _by_number(left: Cable, right: Cable, one: tuple[int, int], other: tuple[int, int]) -> Iterator[Pair]:
    """The blocks between two pairs of equal ones: those with the same address side by side, the others alone."""
    there = {right.blocks[index].anchor: index for index in range(*other)}
    at = other[0]
    for index in range(*one):
        match = there.get(left.blocks[index].anchor, -1)
        if match < at:
            yield Pair(index, None)
            continue
        yield from (Pair(None, alone) for alone in range(at, match))
        yield Pair(index, match)
        at = match + 1
    yield from (Pair(None, alone) for alone in range(at, other[1]))


def in_order(left: Cable, right: Cable) -> list[Pair]:
    """The blocks of two cables that are not the same one: the first beside the first, and so on."""
    one, other = len(left.blocks), len(right.blocks)
    return [Pair(n if n < one else None, n if n < other else None) for n in range(max(one, other))]


@lru_cache(maxsize=256)
def differing(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of each text that the other does not have at that place."""
    if one == other:
        return (), ()
    from rapidfuzz.distance import Indel

    mine, theirs = ([match.span() for match in _WORD.finditer(text)] for text in (one, other))
    if len(mine) > _MOST or len(theirs) > _MOST:
        return (Span(0, len(one)),), (Span(0, len(other)),)
    steps = Indel.opcodes([one[a:b] for a, b in mine], [other[a:b] for a, b in theirs])
    return (
        tuple(_span(mine, step.src_start, step.src_end) for step in steps if step.tag == "delete"),
        tuple(_span(theirs, step.dest_start, step.dest_end) for step in steps if step.tag == "insert"),
    )


def _span(words: Sequence[tuple[int, int]], first: int, last: int) -> Span:
    return Span(words[first][0], words[last - 1][1])


class Beside(NamedTuple):
    """Two cables laid out in two columns of `column` cells: their headers, `heads` pairs, then their blocks.

    `copies` says that they are one telegram.
    """

    texts: tuple[tuple[str, ...], tuple[str, ...]]
    pairs: tuple[Pair, ...]
    lines: tuple[Line, ...]
    firsts: tuple[int, ...]
    column: int
    copies: bool
    heads: int = 0

    def text(self, pair: int, side: int) -> str:
        """What a pair shows at the left (0) or right (1) side."""
        index = self.pairs[pair][side]
        return "" if index is None else self.texts[side][index]

    def differs(self, pair: int) -> bool:
        """Whether the two copies differ in a pair."""
        return self.copies and self.text(pair, 0) != self.text(pair, 1)

    def marks(self, pair: int, side: int) -> tuple[Span, ...]:
        """The words of a side that the other one does not have so."""
        return differing(self.text(pair, 0), self.text(pair, 1))[side] if self.differs(pair) else ()

    def differs_in(self, line: Line) -> bool:
        """Whether something that differs stands in a row, at either side."""
        cuts = line.left, line.right
        return any(
            mark.start < cut.end and cut.start < mark.end
            for side, cut in enumerate(cuts)
            if cut is not None
            for mark in self.marks(line.pair, side)
        )

    def differences(self) -> list[int]:
        """The rows where differences begin; rows of one paragraph that follow each other are one difference."""
        found: list[int] = []
        last = Line(-1, None, None)
        for number, line in enumerate(self.lines):
            if self.differs_in(line):
                if last.pair != line.pair:
                    found.append(number)
                last = line
            else:
                last = Line(-1, None, None)
        return found


def lay_out_beside(left: Cable, right: Cable, column: int) -> Beside:
    """Two cables in columns so wide: copies of one telegram by paragraphs, others each in its own order."""
    from .beside_head import heads_beside

    copies = left.id is not None and left.id == right.id
    heads = list(heads_beside(left, right))
    texts = tuple(tuple(head[side] or "" for head in heads) for side in (0, 1))
    pairs = [Pair(*(None if text is None else number for text in head)) for number, head in enumerate(heads)]
    blocks = paired(left, right) if copies else in_order(left, right)
    pairs += (Pair(*(None if index is None else index + len(heads) for index in pair)) for pair in blocks)
    shown = (*texts[0], *map(printed, left.blocks)), (*texts[1], *map(printed, right.blocks))
    lines, firsts = _rows(shown, pairs, column, len(heads))
    return Beside(shown, tuple(pairs), tuple(lines), tuple(firsts), column, copies, len(heads))


def _rows(
    texts: tuple[tuple[str, ...], tuple[str, ...]], pairs: Sequence[Pair], column: int, heads: int
) -> tuple[list[Line], list[int]]:
    """The rows of all pairs, a blank one below the header and below each block; and the first row of each pair."""
    lines: list[Line] = []
    firsts: list[int] = []
    for number, pair in enumerate(pairs):
        sides = [[] if index is None else wrap(texts[side][index], column) for side, index in enumerate(pair)]
        firsts.append(len(lines))
        for row in range(max(map(len, sides))):
            lines.append(Line(number, *(cuts[row] if row < len(cuts) else None for cuts in sides)))
        if number >= heads - 1:
            lines.append(Line(number, None, None))
    return lines, firsts
