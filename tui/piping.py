"""Handing a text to a command that the user types: on its standard input and nowhere else. No screen."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

_MISSING, _FORBIDDEN = 127, 126


class Piped(NamedTuple):
    """What came of it: the exit code (negative: the signal that ended it), and what was written if that was caught."""

    code: int
    output: str = ""

    def told(self, command: str) -> str:
        """The outcome in a sentence."""
        name = command.split()[0] if command.split() else command
        if self.code == 0:
            return f"{name} is done"
        if self.code == _MISSING:
            return f"{name}: no such command"
        if self.code == _FORBIDDEN:
            return f"{name} cannot be run"
        return f"{name} was ended by signal {-self.code}" if self.code < 0 else f"{name} failed with code {self.code}"


def pipe(command: str, text: str, *, caught: bool = False) -> Piped:
    """Run a command of the user's shell with a text on its standard input; `caught` keeps what it writes.

    The text is no part of the command line. Otherwise the command has the terminal, and ctrl+c ends it alone. Raises
    OSError where there is no shell.
    """
    shell = os.environ.get("SHELL") if os.name != "nt" else None
    with _interrupted_alone():
        process = subprocess.Popen(
            command,
            shell=True,
            executable=shell or None,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if caught else None,
            stderr=subprocess.STDOUT if caught else None,
        )
        output, _ = process.communicate(text.encode("utf-8", "replace"))
    return Piped(process.returncode, (output or b"").decode("utf-8", "replace"))


@contextmanager
def _interrupted_alone() -> Iterator[None]:
    """Let ctrl+c reach the command and not this program."""
    try:
        before = signal.signal(signal.SIGINT, lambda *_: None)
    except ValueError:  # not the main thread: nobody types there
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
