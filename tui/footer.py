"""Which keys the last line of the screen shows, and in which cells. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .commands import Command, Keymap, in_use, key_label
from .page.cells import cells

GAP = 2
"""Cells between two keys."""
MOST = 6
"""No more keys than one takes in at a glance."""


class Key(NamedTuple):
    """A command in the line of keys: how its key is written, and the cells `[start, end)` it takes."""

    command: Command
    label: str
    start: int
    end: int


def footer_of(context: str) -> tuple[Command, ...]:
    """The commands that the line of keys shows in a context: its own, then those that work everywhere."""
    return _footer(in_use(), context)


@lru_cache(maxsize=64)
def _footer(keymap: Keymap, context: str) -> tuple[Command, ...]:
    return tuple(command for part in keymap.in_force(context).values() for command in part if command.footer)


def laid_out(commands: Sequence[Command], width: int) -> tuple[Key, ...]:
    """As many commands as there is room for, from the first on; the last one, help, always stays."""
    if not commands:
        return ()
    *some, last = commands
    some = some[: MOST - 1]
    while some and _width([*some, last]) > width:
        some.pop()
    keys: list[Key] = []
    start = 0
    for command in [*some, last]:
        label = key_label(command.keys[0])
        end = start + cells(f"{label} {command.title}")
        keys.append(Key(command, label, start, end))
        start = end + GAP
    return tuple(keys)


def _width(commands: Sequence[Command]) -> int:
    return sum(cells(f"{key_label(command.keys[0])} {command.title}") + GAP for command in commands) - GAP
