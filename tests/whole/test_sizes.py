"""In a pseudo-terminal of four sizes: every pane and what opens over them is seen, with its keys, and left again."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.store.places import places
from cablereader.store.session import Session

from .terminal import Terminal, cablereader

SIZES = [(60, 20), (80, 24), (120, 36), (200, 50)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def terminal(request: pytest.FixtureRequest, samples: Path) -> Terminal:
    columns, rows = request.param
    Session.load(places().session).save()
    return Terminal(cablereader(str(samples)), columns=columns, rows=rows)


def open_and_close(terminal: Terminal, key: str, wanted: str) -> None:
    """Press a key, wait until what it opens is seen, and close that again."""

    def seen(lines: list[str]) -> bool:
        return any(wanted in line for line in lines)

    terminal.send(key)
    terminal.wait_for(seen)
    terminal.send("esc")
    terminal.wait_for(lambda lines: not seen(lines))


def test_every_pane_and_sheet(terminal: Terminal) -> None:
    with terminal:
        terminal.wait_for("2009-09-30")
        terminal.wait_for(lambda lines: "? Keys" in lines[-1])
        for key, wanted in (("?", "In the list"), (":", "What do you want"), ("T", "High contrast"), ("s", "Sort the")):
            open_and_close(terminal, key, wanted)
        terminal.send("enter")
        terminal.wait_for(lambda lines: "/ Find" in lines[-1])
        terminal.send("}")
        terminal.wait_for("¶2 of 7")
        for key, wanted in (("?", "In the reader"), ("O", "Outline of"), ("I", "Terms of")):
            open_and_close(terminal, key, wanted)
        terminal.send("3")
        terminal.wait_for("No notes on this cable.")
        terminal.send("1")
        terminal.wait_for("/ Search")
        terminal.send("Q")
        assert terminal.wait_exit() == 0


def test_the_first_start(samples: Path) -> None:
    for columns, rows in SIZES:
        places().session.unlink(missing_ok=True)
        with Terminal(cablereader(str(samples)), columns=columns, rows=rows) as terminal:
            terminal.wait_for("This card comes once; any key begins.")
            terminal.send("j")
            terminal.wait_for(lambda lines: not any("any key begins" in line for line in lines))
            terminal.send("Q")
            assert terminal.wait_exit() == 0
