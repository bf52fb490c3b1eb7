"""Every pane, screen and dialog of the reader in a terminal of each size: nothing that is needed is cut off unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .terminal import Terminal, cablereader

SIZES = [(60, 20), (80, 24), (120, 36), (200, 50)]

# Keys, and the words that must be seen then; without words, what was on top is closed again.
STEPS: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("enter",), ("06HOLLIN644", "SARROW SAYS YES", "? Keys")),
    (("H",), ("Telegram", "Precedence")),
    (("H",), ("H more",)),
    (("?",), ("In the reader", "esc closes")),
    (("esc",), ()),
    ((":",), ("What do you want to do?",)),
    (("esc",), ()),
    (("O",), ("Outline of 06HOLLIN644",)),
    (("esc",), ()),
    (("I",), ("Terms of 06HOLLIN644", "esc closes")),
    (("esc",), ()),
    (("t",), ("Tags of 06HOLLIN644", "tab takes what is proposed")),
    (("ngo", "enter"), ("#ngo",)),
    (("}", "m", "'"), ("Bookmarks", "06HOLLIN644", "d takes it away")),
    (("esc",), ()),
    (("V",), ("Read before", "06HOLLIN644", "esc closes")),
    (("esc",), ()),
    (("|",), ("Pipe ¶", "enter runs it")),
    (("esc",), ()),
    (("D",), ("Beside 06HOLLIN644", "enter shows both")),
    (("enter",), ("│", "Two different cables", "? Keys")),
    (("?",), ("With two cables side by side", "esc closes")),
    (("esc",), ()),
    (("q",), ("? Keys", "06HOLLIN644")),
    (("T",), ("Theme",)),
    (("esc",), ()),
    (("R",), ("HOLLIN",)),
    (("R",), ("? Keys",)),
    (("o",), ("esc leaves.",)),
    (("esc",), ()),
    (("/", "the"), ("1/",)),
    (("esc",), ()),
    (("a",), ("f2",)),
]


def shows(wanted: tuple[str, ...]) -> Callable[[list[str]], bool]:
    """Whether all of some words are on the screen, across the ends of lines."""
    return lambda lines: all(word in " ".join(" ".join(lines).split()) for word in wanted)


def gone(word: str) -> Callable[[list[str]], bool]:
    """Whether what was on top is closed again."""
    return lambda lines: word not in " ".join(" ".join(lines).split())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_of_the_reader(size: tuple[int, int], samples: Path, tmp_path: Path) -> None:
    columns, rows = size
    files = [str(samples / f"{name}.txt") for name in ("06HOLLIN644", "08WRENHAVEN31")]
    home = {"CABLEREADER_HOME": str(tmp_path), "SSH_TTY": "/dev/null"}
    with Terminal(cablereader(*files), home, columns, rows) as terminal:
        terminal.wait_for("This card comes once")
        terminal.send("G")
        terminal.wait_for("SARROW")
        before = ""
        for keys, wanted in STEPS:
            terminal.send(*keys)
            terminal.wait_for(shows(wanted) if wanted else gone(before))
            before = wanted[0] if wanted else ""
            for line in terminal.screen():
                assert len(line) <= columns
