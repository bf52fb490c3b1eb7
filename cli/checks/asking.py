"""Asking the terminal itself: whether it can show a frame at once (synchronized output, mode 2026)."""

from __future__ import annotations

import os
import re
import select
import sys
import time

_QUESTION = b"\x1b[?2026$p\x1b[c"  # every terminal answers the second part, so that silence to the first is one too
_ANSWER = re.compile(rb"\x1b\[\?2026;(\d)\$y")
_END = re.compile(rb"\x1b\[\?[\d;]*c")
_PATIENCE = 0.5
_ABLE = (b"1", b"2", b"3")


def synchronized_output() -> bool | None:
    """Whether the terminal can; None where there is none to ask, or no answer comes."""
    if os.environ.get("TERM", "dumb") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    try:
        import termios
        import tty
    except ImportError:  # Windows has neither
        return None
    keyboard = sys.stdin.fileno()
    try:
        before = termios.tcgetattr(keyboard)
        try:
            tty.setcbreak(keyboard)
            os.write(sys.stdout.fileno(), _QUESTION)
            answer = _listen(keyboard)
        finally:
            termios.tcsetattr(keyboard, termios.TCSANOW, before)
    except (termios.error, OSError):
        return None
    found = _ANSWER.search(answer)
    return (found[1] in _ABLE if found else False) if _END.search(answer) else None


def _listen(keyboard: int) -> bytes:
    answer, end = b"", time.monotonic() + _PATIENCE
    while not _END.search(answer) and (left := end - time.monotonic()) > 0:
        if select.select([keyboard], [], [], left)[0]:
            answer += os.read(keyboard, 256)
    return answer
