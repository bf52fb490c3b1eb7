"""The clipboard: which programs can take a text to it here, and a true sentence about what was done.

Pure but for `run_command`. A terminal is asked besides with OSC 52, which may reach the
clipboard through ssh and tmux, but never tells whether it did.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

Command: TypeAlias = tuple[str, ...]
Runner: TypeAlias = Callable[[Command, str], bool]

TMUX = "tmux"
_PATIENCE = 2.0


def native(platform: str, environment: Mapping[str, str], which: Callable[[str], str | None]) -> list[Command]:
    """The programs that reach the clipboard of the person at the keyboard, the best first.

    Over ssh those of the desktop do not. tmux takes a text from a command and passes it on to the terminal, which it
    does not do with a program's OSC 52 unless `set-clipboard` is on.
    """
    wanted: list[Command] = []
    if not any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        wanted += _of_the_desktop(platform, environment)
    if environment.get("TMUX"):
        wanted.append((TMUX, "load-buffer", "-w", "-"))
    return [command for command in wanted if which(command[0])]


def _of_the_desktop(platform: str, environment: Mapping[str, str]) -> Iterator[Command]:
    if platform == "darwin":
        yield ("pbcopy",)
    if environment.get("WAYLAND_DISPLAY"):
        yield ("wl-copy",)
    if environment.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard")
        yield ("xsel", "--clipboard", "--input")
    if environment.get("WSL_DISTRO_NAME"):
        yield ("clip.exe",)


def hand_over(text: str, commands: Sequence[Command], run: Runner) -> str | None:
    """Give a text to the first program that takes it: its name, or None if none did."""
    return next((command[0] for command in commands if run(command, text)), None)


def told(what: str, program: str | None, tried: Sequence[Command], environment: Mapping[str, str]) -> str:
    """What was done with `what` ("the paragraph with its citation"), and what stands in the way of more.

    `program` took it, or none of those `tried` did.
    """
    if program == TMUX:
        return f"Copied to tmux, which passes it to the terminal (OSC 52): {what}."
    if program:
        return f"Copied {what} ({program})."
    obstacle = ""
    if tried and tried[0][0] != TMUX:
        obstacle = f"; {tried[0][0]} failed"
    elif environment.get("TMUX"):
        obstacle = "; tmux needs set-clipboard on"
    elif environment.get("WAYLAND_DISPLAY"):
        obstacle = "; wl-copy is not installed"
    elif environment.get("DISPLAY"):
        obstacle = "; xclip is not installed"
    return f"Sent to the terminal (OSC 52{obstacle}): {what}."


def run_command(command: Command, text: str) -> bool:
    """Whether a program took a text on its standard input."""
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
