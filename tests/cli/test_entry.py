"""The front door: help, version, exit codes, and no traceback whatever happens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cablereader import __version__
from cablereader.cli import keys

from .conftest import Run


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert all(name in done.out for name in ("list", "show", "notes add", "export", "paths", "keys", "--json"))


def test_version(run: Run) -> None:
    assert run("--version").out == f"cablereader {__version__}\n"


@pytest.mark.parametrize("command", ["show", "list", "notes", "notes add", "export", "paths", "keys"])
def test_each_command_has_help(run: Run, command: str) -> None:
    done = run(*command.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert f"usage: cablereader {command}" in done.out


@pytest.mark.parametrize(
    "words",
    [
        ["nowhere"],
        ["--unknown"],
        ["show"],
        ["show", "--json", "--raw", "x"],
        ["keys", "extra"],
        ["notes"],
        ["notes", "burn"],
        ["notes", "add", "06PORTALDER999", "--at", "3"],
        ["show", "no id"],
    ],
)
def test_bad_use_is_told_in_one_line(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cablereader: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["serch", "lamp"], "did you mean 'cablereader search'?"),
        (["--nomouse", "."], "did you mean --no-mouse?"),
        (["search", "--jsn", "lamp"], "did you mean --json?"),
        (["xyzzy"], "see 'cablereader --help'"),
    ],
)
def test_a_word_that_was_mistyped_has_its_neighbour(run: Run, words: list[str], said: str) -> None:
    done = run(*words)
    assert done.code == 2
    assert done.err.endswith(f"{said}\n")


def test_only_what_has_to_be_given_is_asked_for(run: Run) -> None:
    assert "are required: CABLE: see" in run("show").err


def test_words_never_steer_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("show", "\x1b[31m\x1b]0;x\x07").err


def test_a_screen_needs_a_terminal(run: Run, telegram: Path) -> None:
    done = run(telegram)
    assert done.code == 2
    assert "not a terminal" in done.err


def test_a_fault_of_ours_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("nought")

    monkeypatch.setattr(keys, "run", fail)
    done = run("keys")
    assert done.code == 3
    assert done.err.count("\n") == 1
    assert "ZeroDivisionError: nought" in done.err


def test_an_interrupt_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(keys, "run", interrupt)
    assert run("keys") == (130, "", "")


def test_a_closed_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "cablereader", "keys", "--markdown"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141
