"""How surely notes are placed again: recall and false places over damaged renditions of real cables.

    python -m bench.placing [FOLDER] [--cables N] [--seed N] [--alone]

FOLDER (default: ../shared/seeds) holds cables. Renditions are made from their blocks, every character with its block of
origin, so that right and false are told by characters. A place is right where it covers half of the block that the note
is on, or where more than half of it is that block; every other place is false, and so is any place for a block that is
gone. `--alone` places without the text that the notes were made on; `--cables` draws that many cables at random from
those with at least five numbered paragraphs.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from cablereader.cable import Cable, anchor, place, read_cable
from cablereader.cable.anchors import Anchor, body_text
from cablereader.cable.placing import Placement
from cablereader.store.sources import iter_files, read_text

from .renditions import ROWS, Rendition, Style, origins_of, pieces, rendition

_SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
_TWICE = 2
_NUMBERED = 5


@dataclass
class Tally:
    """Trials counted: blocks that are there, how many of them are placed right, and false places of all."""

    there: int = 0
    right: int = 0
    trials: int = 0
    false: int = 0

    def add(self, *, there: bool, right: bool, false: bool) -> None:
        self.trials += 1
        self.there += there
        self.right += right
        self.false += false

    def __str__(self) -> str:
        recall = f"{100 * self.right / self.there:6.2f}" if self.there else "     -"
        return f"{recall} / {100 * self.false / max(1, self.trials):5.3f}   ({self.trials} trials, {self.false} false)"


@dataclass
class Bench:
    """All trials over some cables."""

    cables: Sequence[Cable]
    seed: int
    alone: bool
    rows: dict[str, Tally] = field(default_factory=dict)
    duplicates: Tally = field(default_factory=Tally)
    gone: Tally = field(default_factory=Tally)
    other: Tally = field(default_factory=Tally)
    misses: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)

    def run(self) -> None:
        everything = [[anchor(cable, block) for block in cable.blocks] for cable in self.cables]
        for cable, anchors in zip(self.cables, everything, strict=True):
            self.renditions(cable, anchors)
            self.deletions(cable, anchors)
        for number, cable in enumerate(self.cables):
            for distance in range(1, min(4, len(self.cables) - 1) + 1):
                other = self.cables[(number + distance) % len(self.cables)]
                for placed in self.placed(everything[number], cable, other):
                    self.other.add(there=False, right=False, false=placed.block is not None)

    def renditions(self, cable: Cable, anchors: Sequence[Anchor]) -> None:
        for name, style, change, chance in ROWS:
            tally = self.rows.setdefault(name, Tally())
            for turn in range(_TWICE if chance else 1):
                draw = random.Random(f"{self.seed} {cable.id} {name} {turn}")
                made = rendition(change(pieces(cable), draw), style, draw)
                self.judge(cable, anchors, made, tally, name)

    def deletions(self, cable: Cable, anchors: Sequence[Anchor]) -> None:
        body = pieces(cable)
        for index, each in enumerate(anchors):
            made = rendition(body[:index] + body[index + 1 :], Style(), random.Random(0))
            (placed,) = self.placed([each], cable, made.cable)
            self.gone.add(there=False, right=False, false=placed.block is not None)
            if placed.block is not None:
                self.misses[f"gone, false: {each.quote[:60]!r} -> {placed.block.text[:60]!r}"] += 1

    def judge(self, cable: Cable, anchors: Sequence[Anchor], made: Rendition, tally: Tally, name: str) -> None:
        totals = Counter(
            origin
            for origin, letter in zip(made.origins, made.cable.source, strict=True)
            if origin is not None and letter.isalnum()
        )
        for index, placed in enumerate(self.placed(anchors, cable, made.cable)):
            there = totals[index] > 0
            covers = origins_of(placed.block, made.origins) if placed.block else []
            held = covers.count(index)
            right = there and held > 0 and (2 * held >= totals[index] or 2 * held > len(covers))
            false = placed.block is not None and not right
            tallies = [tally, self.duplicates] if anchors[index].copy.n > 1 else [tally]
            for each in tallies:
                each.add(there=there, right=right, false=false)
            if false or (there and not right):
                word = "false" if false else f"missed ({placed.state}: {placed.note})"
                self.misses[f"{name}, {word}: {cable.id} {anchors[index].address} {anchors[index].quote[:50]!r}"] += 1

    def placed(self, anchors: Sequence[Anchor], cable: Cable, other: Cable) -> list[Placement]:
        old = None if self.alone else body_text(cable)
        began = time.perf_counter()
        placed = place(anchors, old, other)
        self.times.append(time.perf_counter() - began)
        return placed

    def total(self) -> Tally:
        tallies = self.rows.values()
        return Tally(
            sum(each.there for each in tallies),
            sum(each.right for each in tallies),
            sum(each.trials for each in tallies),
            sum(each.false for each in tallies),
        )


def cables_in(folder: Path, count: int | None, seed: int) -> list[Cable]:
    """The cables of a folder that have blocks, or some of them drawn at random."""
    found: list[Cable] = []
    paths = list(iter_files([folder]))
    if count:
        random.Random(seed).shuffle(paths)
    for path in paths:
        cable = read_cable(read_text(path))
        if cable.id and sum(block.number is not None for block in cable.blocks) >= (_NUMBERED if count else 1):
            found.append(cable)
        if len(found) == count:
            break
    return found


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="bench.placing", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=_SEEDS)
    parser.add_argument("--cables", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print that many of the notes not right")
    given = parser.parse_args(words)
    bench = Bench(cables_in(given.folder, given.cables, given.seed), given.seed, given.alone)
    if not bench.cables:
        print(f"no cables in {given.folder}", file=sys.stderr)
        return 1
    bench.run()
    print("\n".join(report(bench)))
    for miss, times in bench.misses.most_common(given.misses):
        print(f"  {times} x {miss}")
    return 0


def report(bench: Bench) -> Iterable[str]:
    """The table: recall and false places in per cent."""
    anchors = sum(len(cable.blocks) for cable in bench.cables)
    yield f"{len(bench.cables)} cables, {anchors} anchors; recall % / false %"
    named = [
        *bench.rows.items(),
        ("all of the above", bench.total()),
        ("duplicate blocks only", bench.duplicates),
        ("the annotated block itself deleted", bench.gone),
        ("another cable opened", bench.other),
    ]
    for name, tally in named:
        yield f"{name:46}{tally}"
    worst = max(bench.times)
    yield f"placing all notes of a cable: median {1e3 * median(bench.times):.1f} ms, worst {1e3 * worst:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
