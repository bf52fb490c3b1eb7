"""The list of a large library against that of a hundred cables: first rows, keys, memory; in a pseudo-terminal.

    python -m bench.list_paint CSV [--home FOLDER] [--rounds N]

CSV is a dump as `bench.corpus` makes it. It is catalogued first if that was not done in FOLDER (default: a temporary
one, for this run alone); so are its first hundred records as a dump of their own. Each round starts `cablereader` on
the one and on the other in turn, in a terminal of 120x36, with the catalogue warm. First rows are the first sight of
dates in the list, from the start of the process; a key lasts from its press to the last byte that is painted for it,
the cable beside the list included; memory is what the program holds when all keys were pressed. Printed are medians,
and the median of the ratios within a round.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from cablereader.store.catalogue import update
from cablereader.store.library import Library

from tests.whole.terminal import Terminal, cablereader

from .first_paint import milliseconds, shows_list

_FEW = 100
_QUIET = 0.25
_STEPS = 9
_PATIENCE = 5.0
_BARS = {"first": 1.25, "down": 1.2, "page": 1.2, "ends": 1.2, "memory": 1.3}
"""How many times the figure of a hundred cables is allowed."""


class Figures(NamedTuple):
    """What one start shows: milliseconds to the first rows, for a row, a page and an end of the list; memory in MiB."""

    first: float
    down: float
    page: float
    ends: float
    memory: float


def main() -> int:
    """Measures and prints; 1 where a bar is passed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("csv", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = words.home or Path(folder) / "home"
        os.environ["CABLEREADER_HOME"] = str(home)
        few = first_records(words.csv, Path(folder) / "few.csv")
        for path in (few, words.csv):
            catalogue = Library([path]).catalogue
            if not catalogue.fresh:
                update(catalogue)
            print(f"{path.name}: {len(catalogue):,} rows")
        both = [(figures(few), figures(words.csv)) for _ in range(words.rounds + 1)][1:]
    return report(both)


def first_records(path: Path, target: Path) -> Path:
    """The first records of a dump, as a dump of the same dialect."""
    csv.field_size_limit(sys.maxsize)
    with open(path, newline="", encoding="utf-8") as source, open(target, "w", newline="", encoding="utf-8") as out:
        records = csv.reader(source, escapechar="\\", doublequote=False)
        writer = csv.writer(out, escapechar="\\", doublequote=False, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerows(islice(records, _FEW))
    return target


def figures(path: Path) -> Figures:
    """Starts the program on a dump, and presses keys."""
    with Terminal(cablereader(str(path)), {"PYTHONDONTWRITEBYTECODE": ""}) as terminal:
        first = milliseconds(terminal.wait_for(shows_list, quiet=_QUIET) - terminal.started)
        terminal.settle(1.0)
        down = [pressed(terminal, "down") for _ in range(_STEPS)]
        page = [pressed(terminal, " ") for _ in range(3)]
        ends = [pressed(terminal, key) for key in "GgGg"]
        return Figures(first, median(down), median(page), median(ends), terminal.memory() / 1024)


def pressed(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to the last byte that is painted for it."""
    sent, end = terminal.send(key), time.perf_counter() + _PATIENCE
    while terminal.last_output < sent and time.perf_counter() < end:
        time.sleep(0.01)
    terminal.settle(_QUIET)
    return milliseconds(terminal.last_output - sent)


def report(both: list[tuple[Figures, Figures]]) -> int:
    """Prints medians and paired ratios."""
    print(f"{'':10}{'100 rows':>12}{'all rows':>12}{'ratio':>8}{'at most':>10}")
    passed = False
    for place, name in enumerate(Figures._fields):
        few, many = (median(figure[place] for figure in side) for side in zip(*both, strict=True))
        ratio = median(many[place] / few[place] for few, many in both)
        passed = passed or ratio > _BARS[name]
        unit = "MiB" if name == "memory" else "ms"
        print(f"{name:10}{few:8.1f} {unit:3}{many:8.1f} {unit:3}{ratio:8.2f}{_BARS[name]:10.2f}")
    return int(passed)


if __name__ == "__main__":
    sys.exit(main())
