"""A program in a pseudo-terminal: send it keys, look at its screen, and know when something was first seen there."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Self

import pyte

COLUMNS, ROWS = 120, 36

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "pagedown": "\x1b[6~",
}

_NOT_INHERITED = ("NO_COLOR", "COLUMNS", "LINES", "TMUX")

# Private sequences (queries, keyboard protocols, synchronized output) that the screen model would print as text.
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\??[0-9;]*\$[a-z]|\x1b\[\?[0-9;]*u|\x1bP[^\x1b]*\x1b\\|\x1b_[^\x1b]*\x1b\\"
)


class Chunk(NamedTuple):
    """Output, and when it came (`time.perf_counter`)."""

    time: float
    data: bytes


class Terminal:
    """A running program on a terminal of its own; use it as a context manager, which ends the program.

    `started` is the moment before it was started; times that methods return are `time.perf_counter`.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        columns: int = COLUMNS,
        rows: int = ROWS,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._lines = [""] * rows
        self._stream = pyte.ByteStream(self._screen)
        self._chunks: list[Chunk] = []
        self._fed = 0
        settings = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
        settings |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            try:
                os.execvpe(command[0], list(command), settings)
            finally:
                os._exit(127)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._code: int | None = None
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait_exit()
        os.close(self._terminal)

    def _read(self) -> None:
        while True:
            try:
                ready, _, _ = select.select([self._terminal], [], [], 0.05)
                data = os.read(self._terminal, 1 << 16) if ready else b""
            except OSError:  # EIO: the program has ended
                return
            if data:
                self._chunks.append(Chunk(time.perf_counter(), data))

    def send(self, *keys: str) -> float:
        """Types keys (names of `KEYS`, or characters as they are) all at once; returns when."""
        moment = time.perf_counter()
        os.write(self._terminal, "".join(KEYS.get(key, key) for key in keys).encode())
        return moment

    def output(self) -> bytes:
        """Everything the program wrote so far."""
        return b"".join(chunk.data for chunk in self._chunks)

    @property
    def last_output(self) -> float:
        """When the program wrote last."""
        return self._chunks[-1].time if self._chunks else self.started

    def screen(self) -> list[str]:
        """The lines of the screen as they are now."""
        while self._feed() is not None:
            pass
        return self._display()

    def _display(self) -> list[str]:
        """The lines of the screen; only those that changed are put together anew, for many looks are taken."""
        for number in self._screen.dirty:
            cells = self._screen.buffer[number]
            self._lines[number] = "".join(cells[column].data for column in range(self._screen.columns))
        self._screen.dirty.clear()
        return list(self._lines)

    def wait_for(self, wanted: str | Callable[[list[str]], bool], seconds: float = 15.0, quiet: float = 0.0) -> float:
        """Waits until the screen shows a text, or satisfies a condition; returns when the output that did it came.

        With `quiet`, looks only when nothing came for so many seconds, and so does not compete for the processor.
        Raises AssertionError with the screen when time is up.
        """
        satisfied = wanted if callable(wanted) else lambda lines: any(wanted in line for line in lines)
        moment, end = time.perf_counter(), time.perf_counter() + seconds
        while not satisfied(self._display()):
            if quiet:
                self.settle(quiet, seconds)
            fed = self._feed()
            if fed is not None:
                moment = fed
            elif time.perf_counter() > end or not self._reader.is_alive():
                ended = "" if self._reader.is_alive() else " (the program has ended)"
                raise AssertionError(f"not seen: {wanted}{ended}\n" + "\n".join(self._display()))
            else:
                time.sleep(0.01)
        return moment

    def settle(self, quiet: float = 0.3, seconds: float = 15.0) -> None:
        """Waits until nothing was written for `quiet` seconds."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            last = self._chunks[-1].time if self._chunks else time.perf_counter()
            if self._chunks and time.perf_counter() - last >= quiet:
                return
            time.sleep(quiet / 4)

    def quiet_since(self, moment: float, quiet: float = 0.1, seconds: float = 15.0) -> float:
        """Waits for an answer to what was sent at a moment, and `quiet` seconds more; returns when its end came."""
        end = moment + seconds
        while time.perf_counter() < end:
            last = self._chunks[-1].time if self._chunks else 0.0
            if last > moment and time.perf_counter() - last >= quiet:
                return last
            time.sleep(quiet / 10)
        raise AssertionError(f"no answer in {seconds} s\n" + "\n".join(self.screen()))

    def wait_exit(self, seconds: float = 15.0) -> int:
        """Waits for the end of the program; returns its exit code (negative: the signal that ended it)."""
        end = time.perf_counter() + seconds
        while self._code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._code = os.waitstatus_to_exitcode(status)
            elif time.perf_counter() > end:
                raise AssertionError(f"still running after {seconds} s\n" + "\n".join(self.screen()))
            else:
                time.sleep(0.01)
        self._reader.join(1)
        return self._code

    def memory(self) -> int:
        """The resident memory of the program in KiB (Linux), 0 where it cannot be told."""
        try:
            with open(f"/proc/{self.pid}/status", encoding="ascii", errors="replace") as status:
                return next((int(line.split()[1]) for line in status if line.startswith("VmRSS")), 0)
        except OSError:
            return 0

    def _feed(self) -> float | None:
        """Gives the screen the next chunk; returns its time, or None when there is none yet."""
        if self._fed >= len(self._chunks):
            return None
        chunk = self._chunks[self._fed]
        self._fed += 1
        self._stream.feed(_UNKNOWN.sub(b"", chunk.data))
        return chunk.time


def cablereader(*words: str) -> list[str]:
    """The command that runs this program with the Python of the tests."""
    return [sys.executable, "-m", "cablereader", *words]
