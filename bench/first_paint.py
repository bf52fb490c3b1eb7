"""How soon the screen is there: first paint against an empty Textual app, the longest cable against the shortest.

    python -m bench.first_paint FOLDER [--rounds N]

Each round starts an empty Textual app and `cablereader FOLDER` in a pseudo-terminal of 120x36, in turn, twice each;
printed are medians and the median of the ratios within a round. First paint is the first sight of words of ours (the
panes), then come the rows of the list. After that the shortest and the longest cable of the folder are opened, each by
a program of its own in 78 columns, where the list stands alone: a wider screen shows a cable before it is opened.
Opening lasts from the keys (down to the cable and Enter, all at once) to the sight of the cable's first words.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from cablereader.cable import Cable
from cablereader.store.library import Library

from tests.whole.terminal import Terminal, cablereader

_EMPTY_APP = """
from textual.app import App, ComposeResult
from textual.widgets import Static
class Empty(App):
    def compose(self) -> ComposeResult:
        yield Static("ready")
Empty().run()
"""
_FRAME = "CABLES"
_COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""As an installed program has it: without bytecode on disk every start would compile our sources, not Textual's."""
_QUIET = 0.4
_WORDS = 4
_LIST = 40
"""Columns of the wide screen in which the rows of the list begin."""
_ONE_PANE = 78


class Target(NamedTuple):
    """A cable to open: its file and its date as the list shows it, and the first words of its body."""

    date: str
    words: str
    length: int


class Start(NamedTuple):
    """One start: milliseconds to the panes and to the rows."""

    paint: float
    rows: float


class Opening(NamedTuple):
    """Milliseconds from the keys to the cable, and then the memory of the program in MiB."""

    took: float
    memory: float


class Round(NamedTuple):
    """One round: milliseconds, and the memory of the program in MiB with the longest cable open."""

    empty: float
    paint: float
    rows: float
    shortest: float
    longest: float
    memory: float
    empty_memory: float


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    words = parser.parse_args()
    targets = sorted(targets_of(words.folder), key=lambda target: target.length)
    if not targets:
        sys.exit(f"{words.folder}: no cables")
    with tempfile.TemporaryDirectory() as home:
        rounds = [one_round(words.folder, targets[0], targets[-1], home) for _ in range(words.rounds + 1)][1:]
    report(rounds)
    return 0


def targets_of(folder: Path) -> list[Target]:
    """The cables of a folder that can be told apart in its list, by their dates."""
    library = Library([folder])
    found = [(entry, library.read(entry)) for entry in library.scan() if entry.date and entry.problem is None]
    return [
        Target(f"{entry.date:%Y-%m-%d}", first_words(cable), len(cable.source)) for entry, cable in found if entry.date
    ]


def first_words(cable: Cable) -> str:
    """The first words of the first paragraph that has a few."""
    texts = (block.text.split()[:_WORDS] for block in cable.blocks if block.kind == "paragraph")
    return " ".join(next((words for words in texts if len(words) == _WORDS), []))


def one_round(folder: Path, shortest: Target, longest: Target, home: str) -> Round:
    """Starts both programs twice, and opens both cables."""
    (first_empty, empty_memory), first = start_empty(), start(folder, home)
    (second_empty, _), second = start_empty(), start(folder, home)
    empty = (first_empty + second_empty) / 2
    paint, rows = (first.paint + second.paint) / 2, (first.rows + second.rows) / 2
    short, long = open_cable(folder, shortest, home), open_cable(folder, longest, home)
    return Round(empty, paint, rows, short.took, long.took, long.memory, empty_memory)


def start_empty() -> tuple[float, float]:
    """Starts an empty app: milliseconds to its only word, and its memory in MiB."""
    with Terminal([sys.executable, "-c", _EMPTY_APP], _COMPILED | {"TEXTUAL_ANIMATIONS": "none"}) as terminal:
        seen = terminal.wait_for("ready", quiet=_QUIET)
        return milliseconds(seen - terminal.started), terminal.memory() / 1024


def start(folder: Path, home: str) -> Start:
    """Starts the program on the folder."""
    with Terminal(cablereader(str(folder)), _COMPILED | {"CABLEREADER_HOME": home}) as terminal:
        paint = milliseconds(terminal.wait_for(_FRAME, quiet=_QUIET) - terminal.started)
        rows = milliseconds(terminal.wait_for(shows_list, quiet=_QUIET) - terminal.started)
        return Start(paint, rows)


def open_cable(folder: Path, target: Target, home: str) -> Opening:
    """Starts the program where only one pane has room, and opens the cable."""
    environment = _COMPILED | {"CABLEREADER_HOME": home}
    with Terminal(cablereader(str(folder)), environment, columns=_ONE_PANE) as terminal:
        terminal.wait_for(shows_list, quiet=_QUIET)
        terminal.settle(_QUIET)
        dates = [line for line in terminal.screen() if re.search(r"\d{4}-\d\d-\d\d", line)]
        row = next(index for index, line in enumerate(dates) if target.date in line)
        sent = terminal.send("home", *["down"] * row, "enter")
        took = milliseconds(terminal.wait_for(shows(target.words), quiet=_QUIET) - sent)
        return Opening(took, terminal.memory() / 1024)


def milliseconds(seconds: float) -> float:
    """Seconds as they are printed."""
    return seconds * 1000


def shows_list(lines: list[str]) -> bool:
    """Whether rows of the list are on the screen."""
    return any(re.search(r"\d{4}-\d\d-\d\d", line[:_LIST]) for line in lines)


def shows(words: str) -> Callable[[list[str]], bool]:
    """Whether the reader shows these words, across the ends of lines."""

    def satisfied(lines: list[str]) -> bool:
        return words in " ".join(" ".join(lines).split())

    return satisfied


def report(rounds: list[Round]) -> None:
    """Prints medians and paired ratios."""
    columns = Round(*(median(values) for values in zip(*rounds, strict=True)))
    first = median(each.paint / each.empty for each in rounds)
    longest = median(each.longest / each.shortest for each in rounds)
    print(f"rounds                     {len(rounds)}")
    print(f"empty app, first paint     {columns.empty:6.0f} ms")
    print(f"first paint                {columns.paint:6.0f} ms   x{first:.2f}")
    print(
        f"rows of the list           {columns.rows:6.0f} ms   x{median(each.rows / each.empty for each in rounds):.2f}"
    )
    print(f"open the shortest cable    {columns.shortest:6.0f} ms")
    print(f"open the longest cable     {columns.longest:6.0f} ms   x{longest:.2f}")
    print(f"memory, empty app          {columns.empty_memory:6.0f} MiB")
    print(f"memory, longest cable open {columns.memory:6.0f} MiB")


if __name__ == "__main__":
    sys.exit(main())
