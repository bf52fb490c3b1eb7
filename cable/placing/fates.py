"""What became of every block of an old text in a new one, solved for all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..anchor_record import State
from .coverage import Coverage
from .doubles import Doubles
from .homes import home, settled, stretches, whole, without_guests
from .letters import Letters
from .moved import SHORTEST, Finder, gaps
from .pinned import Pins
from .record import ELSEWHERE, GONE, NOT_FOUND, OTHER_TEXT, SEVERAL
from .runs import Same, align
from .stretches import Stretch

_GATE = 0.2
_MOST = 200
_MOVED, _BETTER, _OVERLAP = 0.88, 0.04, 0.3


class Fate(NamedTuple):
    """What became of a block: the new block it is in now (`home`), and where its letters are."""

    state: State
    home: int | None = None
    stretch: Stretch | None = None
    note: str = ""
    candidates: tuple[int, ...] = ()


def fates(old: Letters, new: Letters) -> list[Fate] | None:
    """The fate of each old block; None where the texts are too long to be aligned."""
    if old.blocks == new.blocks:
        return [Fate("exact", index, whole(old, index, new, index)) for index in range(len(new.blocks))]
    runs = align(old.stream, new.stream)
    if runs is None:
        return None
    solution = _Solution(old, new, stretches(old, new, runs))
    solution.doubt(Coverage(runs))
    solution.pin()
    solution.search()
    return solution.fates()


@dataclass(slots=True)
class _Solution:
    """The places found so far; `doubtful` are the blocks that may stand in several new blocks, and those blocks."""

    old: Letters
    new: Letters
    stretches: list[Stretch | None]
    doubtful: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def doubt(self, coverage: Coverage) -> None:
        """Set aside the places that are not the only one."""
        doubles = Doubles(self.old, self.new, coverage, self.stretches)
        for index, found in enumerate(self.stretches):
            others = doubles.of(index, found) if found else None
            if others:
                self.doubtful[index] = tuple(others)

    def pin(self) -> None:
        """Find short blocks by their neighbours."""
        pins = Pins(self.old, self.new, self.stretches)
        pinned = [found or pins.of(index) for index, found in enumerate(self.stretches)]
        self.stretches = without_guests(self.old, self.new, pinned)

    def search(self) -> None:
        """Find blocks that were moved, in the text that no other block has."""
        lost = [i for i, found in enumerate(self.stretches) if found is None and len(self.old.blocks[i]) >= SHORTEST]
        lost = [index for index in lost if self._single(index, lost)]
        lost = sorted(lost, key=lambda index: -len(self.old.blocks[index]))[:_MOST]
        taken = sorted((found.start, found.end) for found in self.stretches if found)
        free = gaps(taken, len(self.new.stream), int(SHORTEST * (1 - _OVERLAP)))
        if not lost or not free:
            return
        finder = Finder(self.new.stream, free)
        proposals: list[tuple[int, Stretch]] = []
        for index in lost:
            found = [
                each
                for each in finder.find(self.old.blocks[index])
                if each.score >= _MOVED - _BETTER and _overlap(each, taken) < _OVERLAP
            ]
            if found and found[0].score >= _MOVED:
                if len(found) > 1 and found[1].score > found[0].score - _BETTER:
                    self.doubtful[index] = tuple(sorted({home(each, self.new) for each in found}))
                else:
                    proposals.append((index, found[0]))
        self._settle(proposals)

    def _single(self, index: int, lost: Sequence[int]) -> bool:
        """Whether no lost block and no neighbour says the same as a block."""
        own = self.old.blocks[index]
        beside = self.old.blocks[max(0, index - 1) : index] + self.old.blocks[index + 1 : index + 2]
        return own not in beside and all(self.old.blocks[other] != own for other in lost if other != index)

    def _settle(self, proposals: Sequence[tuple[int, Stretch]]) -> None:
        """Accept what was found, each text for one block: the one that is clearly most like it."""
        for index, found in proposals:
            rivals = [
                other.score
                for each, other in proposals
                if each != index and _overlap(found, [(other.start, other.end)]) >= _OVERLAP
            ]
            best = max(rivals, default=0.0)
            if found.score >= best + _BETTER:
                start = self.old.starts[index]
                runs = tuple(Same(run.old + start, run.new, run.length) for run in found.runs)
                self.stretches[index] = settled(self.old, index, self.new, replace(found, runs=runs))
            elif found.score > best - _BETTER:
                self.doubtful[index] = (home(found, self.new),)

    def fates(self) -> list[Fate]:
        """Each block's fate; where next to nothing is found, nothing is."""
        held = sum(len(own) for own, found in zip(self.old.blocks, self.stretches, strict=True) if found)
        if held < _GATE * len(self.old.stream):
            return [Fate("orphan", note=OTHER_TEXT) for _ in self.stretches]
        pins, free = Pins(self.old, self.new, self.stretches), self._free()
        return [self._fate(index, pins, free) for index in range(len(self.stretches))]

    def _free(self) -> dict[str, list[int]]:
        """The new blocks that no old one is in, by their letters."""
        held = {home(found, self.new) for found in self.stretches if found}
        free: defaultdict[str, list[int]] = defaultdict(list)
        for place, letters in enumerate(self.new.blocks):
            if letters and place not in held:
                free[letters].append(place)
        return free

    def _fate(self, index: int, pins: Pins, free: Mapping[str, Sequence[int]]) -> Fate:
        if index in self.doubtful:
            return Fate("ambiguous", note=SEVERAL, candidates=self.doubtful[index])
        found = self.stretches[index]
        if found is None:
            elsewhere = tuple(free.get(self.old.blocks[index], ()))
            note = ELSEWHERE if elsewhere else GONE if pins.gone(index) else NOT_FOUND
            return Fate("orphan", note=note, candidates=elsewhere)
        state: State = "moved" if found.moved else "exact" if found.score == 1.0 else "changed"
        return Fate(state, home(found, self.new), found)


def _overlap(found: Stretch, taken: Sequence[tuple[int, int]]) -> float:
    """How much of a place is taken already."""
    held = sum(max(0, min(end, found.end) - max(start, found.start)) for start, end in taken)
    return held / (found.end - found.start)
