"""The whole path in a real terminal: open a folder, read, write a note, leave, come back, export."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from .. import hostile
from .terminal import Terminal, cablereader

CTRL_S = "\x13"
NOTE = "Who lit the lamp?"


@pytest.fixture
def folder(tmp_path: Path, samples: Path) -> Path:
    """Two cables: 06PORTALDER999 first, being the newer, then 04PORTALDER512."""
    folder = tmp_path / "cables"
    folder.mkdir()
    (folder / "fog.txt").write_text(hostile.cable_with("mist", "subject"), "utf-8")
    shutil.copy(samples / "04PORTALDER512.txt", folder)
    return folder


def output_of(*words: str) -> str:
    return subprocess.run(cablereader(*words), capture_output=True, check=True, text=True).stdout


def test_from_a_folder_to_an_exported_note(folder: Path) -> None:
    with Terminal(cablereader(str(folder))) as terminal:
        terminal.wait_for("2004-04-06")
        terminal.send("down")
        terminal.wait_for(lambda lines: "04PORTALDER512" in lines[-2])
        terminal.send("up")
        terminal.wait_for(lambda lines: "06PORTALDER999" in lines[-2])
        terminal.send("enter")
        terminal.wait_for("¶1 of 3")
        terminal.wait_for("first paragraph is plain")
        terminal.send("}")
        terminal.wait_for("¶2 of 3")
        terminal.send("a")
        terminal.wait_for("New note on ¶2")
        terminal.send(NOTE)
        terminal.wait_for(NOTE)
        terminal.send(CTRL_S)
        terminal.wait_for("1 note")
        assert json.loads(output_of("notes", "list", "--json"))[0]["body"] == NOTE
        terminal.send("Q")
        assert terminal.wait_exit() == 0

    with Terminal(cablereader()) as terminal:
        terminal.wait_for("2004-04-06")
        terminal.wait_for("●1")
        terminal.send("enter")
        terminal.wait_for(NOTE)
        terminal.send("q")
        terminal.wait_for("enter Open")
        terminal.send("q")
        assert terminal.wait_exit() == 0

    (note,) = json.loads(output_of("notes", "list", "--json"))
    assert (note["cable"], note["paragraph"], note["body"]) == ("06PORTALDER999", "2", NOTE)
    assert note["quote"].startswith("The second is not")
    exported = output_of("export", "06PORTALDER999")
    assert NOTE in exported
    assert "> The second is not" in exported
    assert "para. 2" in exported


def test_a_piped_cable_is_read_and_the_keyboard_works(folder: Path) -> None:
    command = " ".join(cablereader("-"))
    with Terminal(["sh", "-c", f"cat '{folder / 'fog.txt'}' | {command}"]) as terminal:
        terminal.wait_for("2006-09-07")
        terminal.send("enter")
        terminal.wait_for("first paragraph is plain")
        terminal.send("Q")
        assert terminal.wait_exit() == 0


def test_the_terminal_is_left_as_it_was(folder: Path) -> None:
    with Terminal(cablereader(str(folder))) as terminal:
        terminal.wait_for("2004-04-06")
        terminal.send("Q")
        terminal.wait_exit()
        output = terminal.output()
    assert output.rfind(b"\x1b[?1049l") > output.rfind(b"\x1b[?1049h")
    assert output.rfind(b"\x1b[?25h") > output.rfind(b"\x1b[?25l")
    assert output.rfind(b"\x1b[?1003l") > output.rfind(b"\x1b[?1003h")
    assert b"Task exception" not in output


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_whoever_ends_the_program_gets_the_terminal_back_and_loses_nothing(
    folder: Path, ending: signal.Signals
) -> None:
    with Terminal(cablereader(str(folder))) as terminal:
        terminal.wait_for("2004-04-06")
        terminal.send("enter")
        terminal.wait_for("¶1 of 3")
        terminal.send("a", *NOTE)
        terminal.wait_for(NOTE)
        os.kill(terminal.pid, ending)
        assert terminal.wait_exit() == 128 + ending
        output = terminal.output()
    assert output.rfind(b"\x1b[?1049l") > output.rfind(b"\x1b[?1049h")
    assert output.rfind(b"\x1b[?1003l") > output.rfind(b"\x1b[?1003h")
    assert b"Traceback" not in output
    with Terminal(cablereader()) as terminal:
        terminal.wait_for("2004-04-06")
        terminal.wait_for("¶1 of 3")
        terminal.send("3", "enter")
        terminal.wait_for(NOTE)
