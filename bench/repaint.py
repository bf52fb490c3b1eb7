"""How soon the reader has answered a key: against a page move in a bare app that draws lines on demand.

    python -m bench.repaint FOLDER [--rounds N] [--size WxH]

The bare app is a `ScrollView` with `render_line` over plain text, with nothing else on its screen. Each round takes one
page move there and one of each of the reader's answers, in turn, in pseudo-terminals of one size; an answer lasts from
the key to the last byte that is written for it. Printed are medians, worst cases, and the medians of the ratios within
a round. The list's cables are gone through with J and K, so that every cable of the folder is opened in time; within a
cable each answer is to a key after `g`, for at the end of one that fits the screen a move down is answered by nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.whole.terminal import Terminal, cablereader

_BARE = """
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

class Lines(ScrollView, can_focus=True):
    BINDINGS = [("j", "move(1)"), ("k", "move(-1)")]
    lines = [f"{n:5}  " + "The ferries of Port Alder stayed in, and no pilot would say why. " * 2 for n in range(3000)]
    def on_mount(self):
        self.virtual_size = Size(100, len(self.lines))
        self.focus()
    def action_move(self, step):
        self.scroll_to(y=self.scroll_offset.y + step * self.size.height, animate=False)
    def render_line(self, y):
        line = Strip([Segment(self.lines[y + self.scroll_offset.y], self.rich_style)])
        return line.adjust_cell_length(self.size.width)

class Bare(App):
    def compose(self) -> ComposeResult:
        yield Lines()
Bare().run()
"""
_ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "", "TEXTUAL_ANIMATIONS": "none"}
_REST = 0.12
"""Seconds of silence after which an answer is complete, and longer than any rest the program itself takes."""
_INDEXED = 1.0
"""Seconds of silence after which no cable is being indexed any more: a search is not slower than it need be."""
_PAUSE = 0.25
"""Seconds between two keys, as a reader would take; what is got ready meanwhile is ready."""


class Answer(NamedTuple):
    """A kind of answer: its name, and its keys in turn."""

    name: str
    keys: Iterator[str]


def main() -> int:
    """Measures and prints; 1 where an answer takes longer than it should."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--size", default="120x36")
    parser.add_argument("--most", type=float, default=1.5, help="the greatest ratio that is good enough")
    words = parser.parse_args()
    columns, rows = (int(number) for number in words.size.split("x"))
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory())
        bare = stack.enter_context(Terminal([sys.executable, "-c", _BARE], _ENVIRONMENT, columns, rows))
        command = cablereader(str(words.folder))
        ours = stack.enter_context(Terminal(command, _ENVIRONMENT | {"CABLEREADER_HOME": home}, columns, rows))
        bare.wait_for("Port Alder", quiet=_REST)
        ours.wait_for(shows_cable, quiet=_REST)
        ours.settle(_INDEXED)
        return report(measured(bare, ours, words.rounds), words.most)


def shows_cable(lines: list[str]) -> bool:
    """Whether a cable is on the screen beside the list, or alone."""
    return "CABLES" in lines[0] and len(lines[2].strip()) > 0


def shows_reader_keys(lines: list[str]) -> bool:
    """Whether the keys at the bottom are those of the reader: the next ones go there."""
    return "enter Open" not in lines[-1]


def measured(bare: Terminal, ours: Terminal, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """For each kind of answer pairs of milliseconds: the bare page move and the answer of the same round."""
    answers = (
        Answer("next cable", cycle("J")),
        Answer("previous cable", cycle("KJJ")),
        Answer("paragraph", cycle("}")),
        Answer("line", cycle("j")),
        Answer("page", cycle(["pagedown"])),
        Answer("find step", cycle("nnN")),
    )
    found: dict[str, list[tuple[float, float]]] = {answer.name: [] for answer in answers}
    ours.send("enter")
    ours.wait_for(shows_reader_keys, quiet=_REST)
    ours.send("/", "the", "enter")
    ours.settle(_REST)
    page = cycle("jjjk")
    for _ in range(rounds):
        for answer in answers:
            if "cable" not in answer.name:
                ours.send("g")
                time.sleep(_REST)
            move = answered(bare, next(page))
            found[answer.name].append((move, answered(ours, next(answer.keys))))
            if "cable" in answer.name:
                look_again(ours)
    return found


def look_again(ours: Terminal) -> None:
    """Find the words again in another cable, so that there are hits to step over."""
    ours.send("/", "the", "enter")
    ours.settle(_REST)


def answered(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to the last byte of the answer."""
    time.sleep(_PAUSE)
    sent = terminal.send(key)
    return (terminal.quiet_since(sent, _REST) - sent) * 1000


def report(found: dict[str, list[tuple[float, float]]], most: float) -> int:
    """Prints medians, worst cases and ratios; 1 where a ratio is greater than it may be."""
    moves = [move for pairs in found.values() for move, _ in pairs]
    print(f"{'a bare page move':18} {median(moves):6.1f} ms   worst {max(moves):6.1f}")
    for name, pairs in found.items():
        own = [answer for _, answer in pairs]
        print(f"{name:18} {median(own):6.1f} ms   worst {max(own):6.1f}   x{ratio(pairs):.2f}")
    return int(any(ratio(pairs) > most for pairs in found.values()))


def ratio(pairs: list[tuple[float, float]]) -> float:
    """The median of the ratios within a round."""
    return median(own / bare for bare, own in pairs)


if __name__ == "__main__":
    sys.exit(main())
