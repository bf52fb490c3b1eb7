"""Alignment: which stretches of one stream of letters stand unchanged in another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_MOST_WORK = 10**10
"""Letters times letters; the longest cables need a third of it, and it takes a second."""


class Same(NamedTuple):
    """`length` letters that stand at `old` in one stream and at `new` in the other."""

    old: int
    new: int
    length: int

    @property
    def new_end(self) -> int:
        """Where the letters end in the new stream."""
        return self.new + self.length


def align(old: str, new: str) -> list[Same] | None:
    """The letters that stay in the cheapest change of `old` into `new`, in order; None where that is too much work."""
    if len(old) * len(new) > _MOST_WORK:
        return None
    from rapidfuzz.distance import Levenshtein  # loaded with the first text that differs

    matching = Levenshtein.opcodes(old, new).as_matching_blocks()
    return [Same(each.a, each.b, each.size) for each in matching if each.size]


def similarity(one: str, other: str) -> float:
    """How much of two texts is the same, in order, 0 to 1: the letters they share as a part of their own."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)


def closeness(one: str, other: str) -> float:
    """How near two short texts are, 0 to 1: a wrong letter costs as much as a lost one."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)


def clip(runs: Sequence[Same], start: int, end: int, first: int = 0) -> tuple[list[Same], int]:
    """The runs, from the one at `first` on, inside `old[start:end]`, and the first that reaches behind it."""
    found: list[Same] = []
    index = first
    while index < len(runs) and runs[index].old < end:
        run = runs[index]
        low, high = max(run.old, start), min(run.old + run.length, end)
        if low < high:
            found.append(Same(low, run.new + low - run.old, high - low))
        if run.old + run.length > end:
            break
        index += 1
    return found, index
