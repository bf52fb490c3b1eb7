"""The clipboard: what takes a text to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ...store.clipboard import TMUX, native
from .found import Found, good, look


def check_clipboard(
    platform: str, environment: Mapping[str, str], which: Callable[[str], str | None]
) -> Iterator[Found]:
    """The programs that reach it, and the terminal's own way."""
    commands = native(platform, environment, which)
    if commands and commands[0][0] == TMUX:
        yield good(
            "clipboard", "through tmux, which passes it to the terminal (OSC 52) and never tells whether it arrived"
        )
        return
    if commands:
        yield good("clipboard", f"through {commands[0][0]}")
        return
    for variable, program in (("WAYLAND_DISPLAY", "wl-clipboard"), ("DISPLAY", "xclip")):
        if environment.get(variable) and not environment.get("SSH_CONNECTION"):
            yield look("clipboard", "through the terminal alone (OSC 52), which never tells", f"install {program}")
            return
    yield good("clipboard", "through the terminal (OSC 52), which never tells whether it arrived")
