"""How long the screen of all notes takes to open: 10,000 notes over 500 cables beside 100 notes over 5.

    python -m bench.notes_screen [--rounds 7]

Runs the program in a pseudo-terminal, on the same small library, with notes that differ only in number. Measured is the
time from the key to the first rows that are painted, at the first opening after a start, in turns; and to the whole
count in the title. The ratio is the median of those of the rounds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from cablereader.store.notes import NoteStore

from tests.whole.terminal import Terminal, cablereader

from .first_paint import milliseconds, shows_list
from .notes_at_scale import cable_of, fill

FEW, MANY = (5, 20), (500, 20)
"""Cables and notes on each."""
LIMIT = 1.3
_QUIET = 0.01
_SAMPLES = Path(__file__).resolve().parents[1] / "sample_cables"


class Opening(NamedTuple):
    """Milliseconds from the key to the first rows, and to the count of all notes."""

    rows: float
    whole: float


def opening(home: Path, total: int) -> Opening:
    """Starts the program, waits for its list, opens the screen of all notes."""
    with Terminal(cablereader(str(_SAMPLES)), {"CABLEREADER_HOME": str(home)}) as terminal:
        terminal.wait_for(shows_list)
        terminal.wait_for(lambda lines: any("06" in line for line in lines), quiet=1.0)
        sent = terminal.send("4")
        rows = terminal.wait_for(lambda lines: any("The list is older" in line for line in lines), quiet=_QUIET)
        whole = terminal.wait_for(lambda lines: f"{total:,} notes on" in lines[0] and "…" not in lines[0][:60])
        return Opening(milliseconds(rows - sent), milliseconds(whole - sent))


def filled(root: Path, many: int, notes: int) -> Path:
    """A home with so many cables that have so many notes each."""
    home = root / f"home-{many}"
    fill(NoteStore(home / "data" / "notes", home / "state"), [cable_of(serial + 1) for serial in range(many)], notes)
    return home


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    words = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        few, many = (filled(Path(name), *size) for size in (FEW, MANY))
        opening(few, 100), opening(many, 10_000)  # compiled and in the system's memory now
        rounds = [(opening(few, 100), opening(many, 10_000)) for _ in range(words.rounds)]
    for index, what in enumerate(Opening._fields):
        small, large = median(one[index] for one, _ in rounds), median(other[index] for _, other in rounds)
        ratio = median(other[index] / one[index] for one, other in rounds)
        print(f"{what:<6} 100 notes {small:7.0f} ms   10,000 notes {large:7.0f} ms   x{ratio:.2f}")
    found = median(other.rows / one.rows for one, other in rounds)
    return 3 if found > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
