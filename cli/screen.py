"""`cablereader [PATH ...]`: opens the screen. The one place of the command line that loads Textual."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ..store.sources import STANDARD_INPUT
from .output import Output
from .parsing import Parser
from .paths import must_exist, paths_or_default
from .problem import PROGRAM, Exit, Problem

PURPOSE = "Open cables on the screen."
_KEYBOARD = "/dev/tty"
_ERROR = 2


def run(argv: Sequence[str], out: Output) -> int:
    """Opens the paths, or those of the last time, or the samples; comes back when the screen is left."""
    parser = Parser("", PURPOSE, f"'{PROGRAM} --help' tells of the commands.")
    parser.add_argument("path", metavar="PATH", nargs="*", help="files and folders, - for standard input")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal, which selects text")
    words = parser.parse_args(argv)
    paths = paths_or_default(words.path)
    _must_be_no_command(paths[0])
    must_exist(paths)
    if os.environ.get("TERM") == "dumb":
        what_to_do = f"use '{PROGRAM} read', which is made for it, and the other commands"
        raise Problem("TERM=dumb", "this terminal cannot show the screen", what_to_do, Exit.BAD_USE)
    if not out.stream.isatty():
        what_to_do = f"run it in one, or use '{PROGRAM} list' and '{PROGRAM} show'"
        raise Problem("standard output", "not a terminal, so there is no screen to open", what_to_do, Exit.BAD_USE)
    if not sys.stdin.isatty():
        _take_keyboard()
    elif STANDARD_INPUT in paths:
        raise Problem("standard input", "is the keyboard", f"pipe a cable into '{PROGRAM} -'", Exit.BAD_USE)
    if not sys.stderr.isatty():
        os.dup2(out.stream.fileno(), _ERROR)  # the screen is painted through it
    from ..tui.app import run as open_screen

    return open_screen(paths, mouse=not words.no_mouse)


def _must_be_no_command(path: str) -> None:
    """Raises Problem where the first word is neither there nor a command; it may be one that was mistyped."""
    if path == STANDARD_INPUT or os.path.exists(path):
        return
    from difflib import get_close_matches

    from .commands import NAMES

    near = get_close_matches(path, NAMES, n=1)
    what_to_do = f"did you mean '{PROGRAM} {near[0]}'?" if near else f"see '{PROGRAM} --help'"
    raise Problem(path, "no such file or folder, and no command", what_to_do, Exit.BAD_USE)


def _take_keyboard() -> None:
    """Keeps the pipe as `sys.stdin`, for the source `-`, and puts the keyboard where the screen looks for it."""
    try:
        keyboard = os.open(_KEYBOARD, os.O_RDONLY)
    except OSError as error:
        what = "not the keyboard, and there is no other"
        raise Problem("standard input", what, "save what you pipe into a file, and open that", Exit.BAD_USE) from error
    sys.stdin = os.fdopen(os.dup(0), encoding="utf-8", errors="replace")
    os.dup2(keyboard, 0)
    os.close(keyboard)
