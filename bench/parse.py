"""Speed of reading: megabytes a second on one core, and how the time grows with hostile lines.

    python -m bench.parse [FOLDER] [--rounds 3] [--no-lines]

FOLDER (default: ../shared/cables/text) holds telegrams. Time is that of the processor, the best of the rounds. The peer
(`peer.py`) is a plain script of regular expressions. A line of each hostile kind is put where it may do harm, in sizes
from 64 KB to 1 MB; what is printed is the time of the largest and the ratio of each time to that of half the size,
which is 2 where the time grows as the length does.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from cablereader.cable import read_cable, read_heading

from . import peer

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "cables" / "text"
_SIZES = [2**power * 1024 for power in range(6, 11)]
_FASTEST_OF = 3
_CABLE = """\
R 071405Z SEP 06
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC 0999
BT
UNCLAS PORT ALDER 000999

TAGS: PREL {tags}
SUBJECT: A LAMP {subject}

REF: A. PORT ALDER 998 {reference}

1. (U) The first paragraph {paragraph} is plain.

{line}

2. (U) So is the second.

ASHWORTH
"""
_PLACES = ("tags", "subject", "reference", "paragraph", "line")
LINES = {
    "dashes": "-",
    "dashes with gaps": "----- ",
    "digits": "1",
    "spaces": " ",
    "capitals": "A",
    "capital words": "HARBOR ",
    "REF items": "A. STATE 1 ",
    "parentheses": "(",
    "portion marks": "1. (C) ",
    "numbers": "1. X. ",
    "page breaks": "ROME 00001196 002 OF 003 ",
    "pilcrows": "¶",
    "dots": ".",
    "quotes": '"',
    "small letters": "a",
    "lines of words": "a b\n",
    "numbered lines": "1. x\n\n",
    "rules": "----\n",
}
"""What hostile lines are made of."""


def spent(work: Callable[[], object], rounds: int) -> float:
    """The processor's time for some work, in seconds: the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def throughput(texts: Sequence[str], rounds: int) -> None:
    """Print the megabytes a second of reading whole cables, of headers alone, and of the peer."""
    size = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
    print(f"{len(texts)} texts, {size:.2f} MB")
    whole = size / spent(lambda: [read_cable(text) for text in texts], rounds)
    head = size / spent(lambda: [read_heading(text) for text in texts], rounds)
    other = size / spent(lambda: [peer.read(text) for text in texts], 1)
    print(f"whole reading   {whole:7.2f} MB/s per core")
    print(f"header alone    {head:7.2f} MB/s per core")
    print(f"peer            {other:7.2f} MB/s per core: whole reading is {whole / other:.1f} times as fast")


def doubling(rounds: int) -> float:
    """Print how the time grows with each hostile line; gives the largest ratio of all."""
    worst = 0.0
    print(
        f"\n{'hostile line':<18}{'in':<11}{'1 MB':>8}   time over that of half the size, {_SIZES[1] // 1024} KB to 1 MB"
    )
    for name, piece in LINES.items():
        for place in _PLACES:
            times = [_time(piece, place, size, rounds) for size in _SIZES]
            ratios = [later / earlier for earlier, later in pairwise(times)]
            overall = (times[-1] / times[0]) ** (1 / len(ratios))
            worst = max(worst, overall)
            steps = "".join(f"{ratio:6.2f}" for ratio in ratios)
            print(f"{name:<18}{place:<11}{times[-1]:7.3f}s  {steps}   mean {overall:.2f}")
    return worst


def _time(piece: str, place: str, size: int, rounds: int) -> float:
    parts = dict.fromkeys(_PLACES, "") | {place: piece * (size // len(piece))}
    text = _CABLE.format_map(parts)
    return spent(lambda: read_cable(text), rounds)


def main() -> int:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=_FOLDER)
    parser.add_argument("--rounds", type=int, default=_FASTEST_OF)
    parser.add_argument("--no-lines", action="store_true", help="measure throughput alone")
    given = parser.parse_args()
    if given.folder.is_dir():
        files = [path for path in sorted(given.folder.glob("*")) if path.is_file()]
        throughput([path.read_bytes().decode("utf-8", "replace") for path in files], given.rounds)
    else:
        print(f"No folder of telegrams at {given.folder}: hostile lines alone.")
    if not given.no_lines:
        print(f"\nlargest mean ratio {doubling(given.rounds):.2f} (2.00 is linear)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
