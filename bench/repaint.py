"""How soon the program has answered a key: against a page move in a bare app that draws lines on demand.

    python -m bench.repaint FOLDER [--rounds N] [--starts N] [--size WxH]

The bare app is a `ScrollView` with `render_line` over plain text, with nothing else on its screen. Each round takes one
page move there before each of the program's answers, in pseudo-terminals of one size; an answer lasts from the key to
the last byte that is written for it, whatever that fills in. Printed are medians, worst cases, and the medians of the
ratios to the page move before. Nothing is left out: what is not there yet when a cable is painted, and is filled in
within a moment, counts as part of the answer.

next cable, first time    J to a cable that was not shown before
previous cable            K back to the one before it
next cable again          J to the first one again
Enter beside the list     the cable under the cursor stands beside the list already
Enter at once             it does not: Enter comes before the cursor has rested
find step, page ...       within a cable, each after `g`: at the end of one that fits the screen no move is answered

Then a library of two is started anew, again and again: the longest cable of the folder, and one that is sent later.

Enter, the first key      the very first of a first start: it also takes a card away, and what lay below is painted
longest, first time       J to the longest cable
longest, again            after K to the other one

And where one pane stands alone, against a bare app of the same narrow size:

Enter, one pane           the cursor has rested on the cable; the list goes, and the cable is laid out in its place
list, one pane            the way back
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeAlias

from tests.whole.terminal import Terminal, cablereader

from .longest import write_pair

_BARE = Path(__file__).with_name("bare_page.py")
_ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "", "TEXTUAL_ANIMATIONS": "none"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_REST = 0.12
"""Seconds of silence after which an answer is complete, and longer than any rest the program itself takes."""
_INDEXED = 1.0
"""Seconds of silence after which no cable is being indexed any more: a search is not slower than it need be."""
_PAUSE = 0.25
"""Seconds between two keys, as a reader would take; what is got ready meanwhile is ready."""
_NARROW = 70, 24
"""Columns and rows at which one pane stands alone."""
_AT_ONCE = 0.04
"""Seconds after a key of the list at which it is answered, and the cable under the cursor is not shown beside it."""
_MOVES = {"paragraph": "}", "line": "j", "page": "pagedown", "find step": "n"}

Found: TypeAlias = dict[str, list[tuple[float, float]]]
"""For each kind of answer pairs of milliseconds: the bare page move and the answer after it."""


class Measured:
    """A program beside the bare one, and what was found of both."""

    def __init__(self, bare: Terminal, ours: Terminal, found: Found) -> None:
        self._bare, self._ours, self._found = bare, ours, found
        self._page = cycle("jjjk")

    def answer(self, name: str, key: str, ahead: str = "") -> None:
        """Measures one key; just before it comes one that is not measured, if there is one ahead."""
        move = answered(self._bare, next(self._page))
        if ahead:
            time.sleep(_PAUSE)
            self._ours.send(ahead)
            time.sleep(_AT_ONCE)
        took = answered(self._ours, key, 0 if ahead else _PAUSE)
        self._found.setdefault(name, []).append((move, took))

    def press(self, *keys: str) -> None:
        """Types keys that are not measured, each when the one before is answered."""
        for key in keys:
            self._ours.send(key)
            time.sleep(_REST)
            self._ours.settle(_REST)


def main() -> int:
    """Measures and prints; 1 where an answer takes longer than it should."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--size", default="120x36")
    parser.add_argument("--most", type=float, default=1.5, help="the greatest ratio that is good enough")
    words = parser.parse_args()
    columns, rows = (int(number) for number in words.size.split("x"))
    found: Found = {}
    with TemporaryDirectory() as pair, bare_app(columns, rows) as bare:
        with started(words.folder, columns, rows) as ours:
            walk(Measured(bare, ours, found), ours, words.rounds)
        write_pair(words.folder, Path(pair))
        for _ in range(words.starts):
            with started(Path(pair), columns, rows) as ours:
                go_to_longest(Measured(bare, ours, found), ours)
    with bare_app(*_NARROW) as bare, started(words.folder, *_NARROW) as ours:
        alone(Measured(bare, ours, found), words.rounds)
    return report(found, words.most)


@contextmanager
def bare_app(columns: int, rows: int) -> Iterator[Terminal]:
    """The app that answers are held against."""
    with Terminal([sys.executable, str(_BARE)], _ENVIRONMENT, columns, rows) as bare:
        bare.wait_for("Port Alder", quiet=_REST)
        yield bare


@contextmanager
def started(folder: Path, columns: int, rows: int) -> Iterator[Terminal]:
    """The program on a folder, as at a user's first start, when it has indexed that."""
    with TemporaryDirectory() as home:
        environment = _ENVIRONMENT | {"CABLEREADER_HOME": home}
        with Terminal(cablereader(str(folder)), environment, columns, rows) as ours:
            ours.wait_for(lambda lines: any(_DATE.search(line) for line in lines), quiet=_REST)
            ours.settle(_INDEXED)
            yield ours


def walk(measured: Measured, ours: Terminal, rounds: int) -> None:
    """Goes from cable to cable, and in each from place to place."""
    open_here(ours)
    for _ in range(rounds):
        measured.answer("next cable, first time", "J")
        measured.answer("previous cable", "K")
        measured.answer("next cable again", "J")
        measured.press("/", "t", "h", "e", "enter")
        for name, key in _MOVES.items():
            measured.press("g")
            measured.answer(name, key)
        measured.press("esc", "1", "down")
        measured.answer("Enter beside the list", "enter")
        measured.press("1")
        measured.answer("Enter at once", "enter", ahead="down")


def open_here(ours: Terminal) -> None:
    """Enters the reader."""
    ours.send("enter")
    ours.wait_for(lambda lines: "enter Open" not in lines[-1], quiet=_REST)


def go_to_longest(measured: Measured, ours: Terminal) -> None:
    """Opens the first of two cables, and goes to the longest one and back."""
    measured.answer("Enter, the first key", "enter")
    ours.wait_for(lambda lines: "enter Open" not in lines[-1], quiet=_REST)
    measured.answer("longest, first time", "J")
    measured.press("K")
    measured.answer("longest, again", "J")


def alone(measured: Measured, rounds: int) -> None:
    """Goes from the list to each cable and back, where there is room for one of them."""
    measured.press("down")
    for _ in range(rounds):
        measured.answer("Enter, one pane", "enter")
        measured.answer("list, one pane", "1")
        measured.press("down")


def answered(terminal: Terminal, key: str, pause: float = _PAUSE) -> float:
    """Milliseconds from a key to the last byte of the answer."""
    time.sleep(pause)
    sent = terminal.send(key)
    return (terminal.quiet_since(sent, _REST) - sent) * 1000


def report(found: Found, most: float) -> int:
    """Prints medians, worst cases and ratios; 1 where a ratio is greater than it may be."""
    moves = [move for pairs in found.values() for move, _ in pairs]
    print(f"{'a bare page move':24} {median(moves):6.1f} ms   worst {max(moves):6.1f}")
    for name, pairs in found.items():
        own = [answer for _, answer in pairs]
        print(f"{name:24} {median(own):6.1f} ms   worst {max(own):6.1f}   x{ratio(pairs):.2f}")
    return int(any(ratio(pairs) > most for pairs in found.values()))


def ratio(pairs: list[tuple[float, float]]) -> float:
    """The median of the ratios within a round."""
    return median(own / bare for bare, own in pairs)


if __name__ == "__main__":
    sys.exit(main())
