"""The keymap in force: the command table, with the keys of a preset and the user's own laid over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from .keys import key_label
from .table import CONTEXTS, EVERYWHERE, FIELDS, SHEETS, WITHIN, Command, shipped

_KEY_OF = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")
"""Where the help of a command names the key of another one."""


@dataclass(frozen=True)
class Keymap:
    """A keymap: its name, and the keys of the commands (by id) that have others than the table gives them."""

    name: str = "default"
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def commands_of(self, context: str) -> tuple[Command, ...]:
        """The commands of a context, in the order of its file, with their keys."""
        return tuple(replace(item, keys=self.keys_of(item), help=self.named(item.help)) for item in shipped(context))

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys of a command."""
        return self.changed.get(command.id, command.keys)

    def commands(self) -> tuple[Command, ...]:
        """Every command, context by context."""
        return tuple(command for context in CONTEXTS for command in self.commands_of(context))

    def in_force(self, context: str, *, keyless: bool = False) -> dict[str, list[Command]]:
        """The commands that a key gives while a context has the focus, by their own context, each with those keys.

        A pane's key hides the same key of the whole screen; in a field, only the field's own keys are in force.
        `keyless` are told too, which the palette alone gives.
        """
        below = dict.fromkeys((context, WITHIN.get(context, context), EVERYWHERE))
        contexts = (context,) if context in (*FIELDS, *SHEETS) else tuple(below)
        taken: set[str] = set()
        found: dict[str, list[Command]] = {}
        for name in contexts:
            here = self.commands_of(name)
            left = [replace(item, keys=tuple(key for key in item.keys if key not in taken)) for item in here]
            found[name] = [
                item
                for item, all_of_it in zip(left, here, strict=True)
                if item.keys or (keyless and not all_of_it.keys)
            ]
            taken.update(key for item in here for key in item.keys)
        return found

    def key_of(self, command: str) -> str:
        """The first key of a command (`list.open`) as it is printed; of one without keys, its name for the palette."""
        context, _, name = command.partition(".")
        item = next(item for item in shipped(context) if item.name == name)
        keys = self.keys_of(item)
        return key_label(keys[0]) if keys else f":{item.title.lower()}"

    def named(self, text: str) -> str:
        """A text with keys in place of the names of commands in braces."""
        return _KEY_OF.sub(lambda match: self.key_of(match[1]), text)


def labels(command: Command) -> str:
    """The keys of a command as they are printed, one after the other."""
    return " ".join(map(key_label, command.keys))


def taken_in(keymap: Keymap, context: str) -> Iterator[tuple[str, Command]]:
    """Each key of a context with its command."""
    for command in keymap.commands_of(context):
        for key in command.keys:
            yield key, command
