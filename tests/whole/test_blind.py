"""Without looking: annotate, search and export on a terminal that can do nothing, and from scripts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from cablereader.store.drafts.draft import Draft
from cablereader.store.notes import Drafts
from cablereader.store.places import places

from .terminal import Terminal, cablereader

DUMB = {"TERM": "dumb"}


def piped(*words: str | Path, lines: str = "") -> str:
    """What a command prints when its input and output are pipes and the terminal is dumb."""
    done = subprocess.run(
        cablereader(*map(str, words)),
        input=lines,
        env=os.environ | DUMB,
        capture_output=True,
        check=True,
        text=True,
    )
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def terminal(samples: Path) -> Terminal:
    return Terminal(cablereader("read", "08WRENHAVEN31", str(samples)), DUMB, columns=80, rows=24)


def test_annotate_search_and_export_at_the_prompt(terminal: Terminal, tmp_path: Path) -> None:
    with terminal:
        terminal.wait_for("> ")
        for line, answer in (
            ("search lamp OR ferry", "1. "),
            ("open 08WRENHAVEN31", "Header. 08WRENHAVEN31."),
            ("find dinghy", "Found “dinghy”, 1 of 1."),
            ("note", "saves"),
        ):
            terminal.send(f"{line}\n")
            terminal.wait_for(answer)
        terminal.send("Whose boat?\nAnd who pays?\n.\n")
        terminal.wait_for("Saved on paragraph 4 of 5")
        terminal.send("tags 1 boats\n", "cite\n", f"export {tmp_path / 'out.md'}\n")
        terminal.wait_for("Written to")
        terminal.send("quit\n")
        assert terminal.wait_exit() == 0
        assert b"\x1b" not in terminal.output()
        assert b"\x07" not in terminal.output()
    exported = (tmp_path / "out.md").read_text("utf-8")
    assert "Whose boat?\nAnd who pays?" in exported
    assert "#boats" in exported or "boats" in exported


def test_the_same_from_a_script(samples: Path) -> None:
    script = "search ferry\nopen 1\n4\nnote Whose boat?\nedit 1 Whose dinghy?\ntags 1 boats\nexport\n"
    out = piped("read", "06PORTALDER412", samples, lines=script)
    assert "Header. 08WRENHAVEN31." in out
    assert "Whose dinghy?" in out
    (note,) = json.loads(piped("notes", "list", "--json"))
    assert (note["cable"], note["paragraph"], note["body"], note["tags"]) == (
        "08WRENHAVEN31", "4", "Whose dinghy?", ["boats"],
    )  # fmt: skip


def test_the_same_by_the_command_line(samples: Path) -> None:
    name = piped("notes", "add", samples / "08WRENHAVEN31.txt", "--at", "4", "--text", "Whose boat?").strip()
    piped("notes", "edit", name, "--text", "Whose dinghy?", "--tag", "boats")
    assert "08WRENHAVEN31" in piped("search", "dinghy has:note", samples)
    exported = piped("export", "08WRENHAVEN31")
    assert "Whose dinghy?" in exported
    assert "para. 4" in exported
    piped("notes", "delete", name)
    assert "08WRENHAVEN31" in piped("show", samples / "08WRENHAVEN31.txt")


def test_a_killed_prompt_keeps_the_note_that_is_being_written(terminal: Terminal) -> None:
    with terminal:
        terminal.wait_for("> ")
        terminal.send("4\n", "note\n", "Half a thought\n")
        terminal.wait_for(lambda lines: any(line.startswith("Half") for line in lines))
        terminal.settle()
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait_exit()
    (text,) = Drafts(places().drafts).all()
    draft = Draft.parse(text)
    assert draft is not None
    assert (draft.cable, draft.anchor, draft.body) == ("08WRENHAVEN31", "4", "Half a thought")


def test_ctrl_c_in_a_note_comes_back_to_the_prompt(terminal: Terminal) -> None:
    with terminal:
        terminal.wait_for("> ")
        terminal.send("4\n", "note\n", "Half a thought\n")
        terminal.wait_for(lambda lines: any(line.startswith("Half") for line in lines))
        terminal.settle()  # the terminal throws away what was typed before ctrl+c and not read yet
        terminal.send("\x03")
        terminal.wait_for("Kept as a draft.")
        terminal.send("quit\n")
        assert terminal.wait_exit() == 0


def test_the_screen_is_not_opened_where_it_cannot_be_seen(samples: Path) -> None:
    with Terminal(cablereader(str(samples)), DUMB) as terminal:
        terminal.wait_for("cablereader read")
        assert terminal.wait_exit() == 2
        assert b"\x1b" not in terminal.output()
