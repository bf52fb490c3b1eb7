"""In lesser terminals: few colours or none, no mouse, over ssh and in tmux, in another encoding; the program works."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from cablereader.store.places import places
from cablereader.store.session import Session

from .terminal import Terminal, cablereader

MOUSE = b"\x1b[?1000h"
_COLOUR = re.compile(rb"\x1b\[[0-9;]*\b(?:[34][0-7]|9[0-7]|10[0-7]|[34]8;[25])\b[0-9;]*m")
_TRUE_COLOUR = re.compile(rb"\x1b\[[0-9;]*[34]8;2;")

_BLACK_OR_MIXED = re.compile(rb"\x1b\[[0-9;]*\b(?:40|[34]8;[25];[0-9;]*)m")
"""A background that is not the terminal's, or a colour that is none of its sixteen."""


@pytest.fixture
def folder(tmp_path: Path, samples: Path) -> Path:
    folder = tmp_path / "cables"
    folder.mkdir()
    for name in ("08WRENHAVEN31", "06PORTALDER412"):
        shutil.copy(samples / f"{name}.txt", folder)
    return folder


def used(folder: Path, environment: dict[str, str], *options: str, columns: int = 80, rows: int = 24) -> bytes:
    """What the program writes while a cable is read and a note written with the keyboard alone."""
    Session.load(places().session).save()
    with Terminal(cablereader(*options, str(folder)), environment, columns, rows) as terminal:
        terminal.wait_for("2008-07-21")
        terminal.send("enter")
        terminal.wait_for("/ Find")
        terminal.send("}")
        terminal.wait_for("1 of 5")
        terminal.send("a")
        terminal.wait_for("New note on")
        terminal.send("Tide?")
        terminal.wait_for("Tide?")
        terminal.send("\x13")
        terminal.wait_for("1 note")
        terminal.send("?")
        terminal.wait_for("In the reader")
        terminal.send("esc")
        terminal.settle()
        terminal.send("Q")
        assert terminal.wait_exit() == 0
        return terminal.output()


@pytest.mark.parametrize("term", ["linux", "screen", "tmux-256color"])
def test_terminals_without_all_colours(folder: Path, term: str) -> None:
    output = used(folder, {"TERM": term, "COLORTERM": ""})
    assert not _TRUE_COLOUR.search(output)


@pytest.mark.parametrize(
    ("environment", "settings"),
    [({"TERM": "linux", "COLORTERM": ""}, ""), ({"COLORTERM": "truecolor"}, 'theme = "terminal"\n')],
)
def test_the_terminals_own_colours(folder: Path, environment: dict[str, str], settings: str) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text(settings, "utf-8")
    output = used(folder, environment)
    assert b"\x1b[33;49m" in output
    assert not _BLACK_OR_MIXED.search(output)


def test_no_colour_at_all(folder: Path) -> None:
    assert not _COLOUR.search(used(folder, {"NO_COLOR": "1", "COLORTERM": "truecolor"}))


def test_the_smallest_screen_over_ssh(folder: Path) -> None:
    used(folder, {"SSH_CONNECTION": "a 1 b 2", "SSH_TTY": "/dev/pts/9"}, columns=60, rows=20)


def test_the_mouse_is_left_alone(folder: Path) -> None:
    assert MOUSE in used(folder, {})
    shutil.rmtree(places().data)
    assert MOUSE not in used(folder, {}, "--no-mouse")


def test_the_mouse_is_left_alone_by_the_settings(folder: Path) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text("mouse = false\n", "utf-8")
    assert MOUSE not in used(folder, {})


def test_standard_error_may_go_elsewhere(folder: Path, tmp_path: Path) -> None:
    command = f"exec {shlex.join(cablereader(str(folder)))} 2>{shlex.quote(str(tmp_path / 'errors'))}"
    with Terminal(["sh", "-c", command]) as terminal:
        terminal.wait_for("2008-07-21")
        terminal.send("Q")
        assert terminal.wait_exit() == 0


def test_another_encoding(folder: Path) -> None:
    with Terminal(cablereader(str(folder)), {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}) as terminal:
        terminal.wait_for("2008-07-21")
        terminal.send("enter")
        terminal.settle()
        terminal.send("Q")
        assert terminal.wait_exit() == 0
        written = terminal.output().decode("utf-8")
    assert "Patience" in written
    for sign in "▌▏│•●¶›…":
        assert sign not in written
        assert f"\\u{ord(sign):04x}" not in written, "nor is it escaped: plain characters stand for the signs"
