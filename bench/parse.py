"""Speed of reading: megabytes a second on one core, and how the time grows with hostile lines.

    python -m bench.parse [FOLDER] [--rounds 3] [--no-lines | --only WORD]

FOLDER (default: ../shared/cables/text) holds telegrams. Time is that of the processor, the best of the rounds. Headers
are also read once, as by a program that has read a few others: patterns and tables are made, and nothing is kept of the
lines of earlier rounds. Two peers read the same texts in the same run: a script of a pattern a field (`peer.py`), and
one pattern of lazy dots for all fields (`peer_backtracking.py`). A line of each hostile kind is put where it may do
harm, in sizes from 64 KB to 1 MB, and read whole and for its header alone; what is printed is the time of the largest
and the mean ratio of a time to that of half the size, which is 2 where the time grows as the length does. What is above
2.6 is measured again, as other work of the machine can look like it, and flagged if it stays so.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cablereader.cable import read_cable, read_heading

from . import peer, peer_backtracking
from .hostile import FORMS, LINES, ROOM, hostile

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "cables" / "text"
_SIZES = [2**power * 1024 for power in range(6, 11)]
_FASTEST_OF = 3
_FLAGGED = 2.6
_READERS: dict[str, Callable[[str], object]] = {"whole": read_cable, "header": read_heading}
_PEER_TEXTS = 40
_WARMING = 10


class Growth(NamedTuple):
    """How the time of one reading grows: `mean` is the ratio of a time to that of half the size."""

    line: str
    place: str
    reader: str
    seconds: float
    mean: float


def spent(work: Callable[[], object], rounds: int) -> float:
    """The processor's time for some work, in seconds: the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def throughput(texts: Sequence[str], rounds: int) -> None:
    """Print the megabytes a second of reading whole cables, of headers alone, and of the peers."""
    size = _megabytes(texts)
    print(f"{len(texts)} texts, {size:.2f} MB")
    others = [text for index, text in enumerate(texts) if index % _WARMING]
    _read_all(read_heading, texts[::_WARMING])
    once = _megabytes(others) / spent(partial(_read_all, read_heading, others), 1)
    whole = size / spent(partial(_read_all, read_cable, texts), rounds)
    head = size / spent(partial(_read_all, read_heading, texts), rounds)
    print(f"whole reading      {whole:7.2f} MB/s per core")
    print(f"header alone       {head:7.2f} MB/s per core (each text read once: {once:.2f})")
    some = sorted(texts, key=len)[:: max(1, len(texts) // _PEER_TEXTS)]
    for name, read, given in (("script", peer.read, texts), ("backtracking", peer_backtracking.read, some)):
        other = _megabytes(given) / spent(partial(_read_all, read, given), 1)
        ours = _megabytes(given) / spent(partial(_read_all, read_cable, given), rounds)
        print(f"{name + ' peer':<18} {other:7.2f} MB/s per core: whole reading is {ours / other:.1f} times as fast")


def _read_all(read: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        read(text)


def _megabytes(texts: Sequence[str]) -> float:
    return sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6


def growths(rounds: int, only: str = "") -> Iterator[Growth]:
    """How the time grows with each hostile line, in each place of each form, for both readings."""
    for name, piece in LINES.items():
        if only not in name:
            continue
        for place in (*ROOM, *FORMS):
            for reader, read in _READERS.items():
                times = [_time(read, piece, place, size, rounds) for size in _SIZES]
                if _mean(times) > _FLAGGED:
                    again = [_time(read, piece, place, size, rounds) for size in _SIZES]
                    times = [min(pair) for pair in zip(times, again, strict=True)]
                yield Growth(name, place, reader, times[-1], _mean(times))


def _mean(times: Sequence[float]) -> float:
    return float((times[-1] / times[0]) ** (1 / (len(times) - 1)))


def _time(read: Callable[[str], object], piece: str, place: str, size: int, rounds: int) -> float:
    text = hostile(piece, place, size)
    return spent(lambda: read(text), rounds)


def doubling(rounds: int, only: str = "") -> float:
    """Print how the time grows; gives the largest mean ratio of all."""
    print(f"\n{'hostile line':<20}{'in':<12}{'reading':<9}{'1 MB':>8}   mean ratio of a time to that of half the size")
    worst = 0.0
    for line, place, reader, seconds, mean in growths(rounds, only):
        worst = max(worst, mean)
        flag = "  NOT LINEAR" if mean > _FLAGGED else ""
        print(f"{line:<20}{place:<12}{reader:<9}{seconds:7.3f}s   {mean:.2f}{flag}", flush=True)
    return worst


def main() -> int:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=_FOLDER)
    parser.add_argument("--rounds", type=int, default=_FASTEST_OF)
    parser.add_argument("--no-lines", action="store_true", help="measure throughput alone")
    parser.add_argument("--only", default="", metavar="WORD", help="hostile lines whose name has this word alone")
    given = parser.parse_args()
    if given.folder.is_dir() and not given.only:
        files = [path for path in sorted(given.folder.glob("*")) if path.is_file()]
        throughput([path.read_bytes().decode("utf-8", "replace") for path in files], given.rounds)
    elif not given.only:
        print(f"No folder of telegrams at {given.folder}: hostile lines alone.")
    if not given.no_lines:
        print(f"\nlargest mean ratio {doubling(given.rounds, given.only):.2f} (2.00 is linear)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
