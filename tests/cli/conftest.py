"""Fixtures of the command line: running it in this process, and a cable in a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from cablereader.cli import main

from .. import hostile


class Done(NamedTuple):
    """What a command left: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


class Stream(io.TextIOWrapper):
    """A standard stream in memory, which may say that it is a terminal."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        self.bytes = io.BytesIO(data)
        self.terminal = terminal
        super().__init__(self.bytes, encoding=encoding, newline="")

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode("utf-8", "surrogatepass")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("show", "--json", path, stdin=b"", terminal=False)` as if typed."""

    def run_words(*words: str | Path, stdin: bytes = b"", terminal: bool = False) -> Done:
        out, err = Stream(terminal=terminal), Stream()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", Stream(stdin))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setenv("TERM", "xterm-256color")
            patch.setenv("COLUMNS", "100")
            code = main([str(word) for word in words])
        return Done(code, out.text(), err.text())

    return run_words


@pytest.fixture
def telegram(tmp_path: Path) -> Path:
    """A file with a well-formed cable, 06PORTALDER999, alone in its folder."""
    folder = tmp_path / "cables"
    folder.mkdir()
    path = folder / "fog.txt"
    path.write_text(hostile.cable_with("mist", "subject"), "utf-8", newline="")
    return path
