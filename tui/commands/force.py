"""The one keymap of the running program: what is shown anywhere as a key asks here."""

from __future__ import annotations

from .keymap import Keymap
from .table import Command

_keymap = Keymap()


def use(keymap: Keymap) -> None:
    """Put a keymap in force."""
    global _keymap
    _keymap = keymap


def in_use() -> Keymap:
    """The keymap in force."""
    return _keymap


def key_of(command: str) -> str:
    """The first key of a command (`list.open`) as it is printed: for sentences such as "u brings it back"."""
    return _keymap.key_of(command)


def with_keys(text: str) -> str:
    """A text with the keys in force in place of the names of commands in braces: `{everywhere.undo} brings it back`."""
    return _keymap.named(text)


def commands_of(context: str) -> tuple[Command, ...]:
    """The commands of a context with the keys in force."""
    return _keymap.commands_of(context)
