"""Where the letters of one block went: the stretch of the new stream that they make up, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .runs import Same

_FAR, _FEW = 0.25, 0.2
_WIDE, _FAR_TIMES = 12, 3
_LEAST = ((300, 0.60), (120, 0.66), (50, 0.72), (20, 0.80), (0, 0.88))


def least(length: int) -> float:
    """The similarity from which a block of so many letters counts as found: the shorter, the higher."""
    return next(share for letters, share in _LEAST if length >= letters)


@dataclass(frozen=True, slots=True)
class Stretch:
    """`new[start:end]`, which shares `runs` with a block; `score` is their similarity, 1.0 for the same letters."""

    start: int
    end: int
    score: float
    runs: tuple[Same, ...]
    moved: bool = False

    @property
    def matched(self) -> int:
        """How many letters of the block are here."""
        return sum(run.length for run in self.runs)


def stretch(runs: Sequence[Same], length: int, *, moved: bool = False) -> Stretch | None:
    """What the runs of a block of `length` letters make up, without stragglers at its ends; None without runs.

    A straggler is a little of the block that the alignment found far from the rest, by chance.
    """
    kept = _without_stragglers(runs, length)
    if not kept:
        return None
    start, end = kept[0].new, kept[-1].new_end
    matched = sum(run.length for run in kept)
    return Stretch(start, end, 2 * matched / (length + end - start), tuple(kept), moved)


def tightest(runs: Sequence[Same], length: int) -> Stretch | None:
    """A moved block's place: without whatever at its ends makes the place less like the block."""
    kept = list(_without_stragglers(runs, length))
    best = stretch(kept, length, moved=True)
    while best and len(kept) > 1:
        shorter = [made for part in (kept[1:], kept[:-1]) if (made := stretch(part, length, moved=True))]
        better = max(shorter, key=lambda made: made.score)
        if better.score <= best.score:
            break
        best, kept = better, list(better.runs)
    return best


def _without_stragglers(runs: Sequence[Same], length: int) -> Sequence[Same]:
    first, last = 0, len(runs)
    held = 0
    for index in range(1, len(runs)):
        held += runs[index - 1].length
        if held >= _FEW * length:
            break
        if _far(runs[index].new - runs[index - 1].new_end, held, length):
            first = index
    held = 0
    for index in range(len(runs) - 1, first, -1):
        held += runs[index].length
        if held >= _FEW * length:
            break
        if _far(runs[index].new - runs[index - 1].new_end, held, length):
            last = index
    return runs[first:last]


def _far(gap: int, held: int, length: int) -> bool:
    """Whether a gap cuts off the `held` letters beyond it: much of the block's length, or of theirs."""
    return gap > _FAR * length or gap > max(_WIDE, _FAR_TIMES * held)
