"""Reading the command table: one TOML file per context, one section per command."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .keys import key_label

TITLES = {
    "everywhere": "Everywhere",
    "list": "In the list",
    "filter": "While typing the filter",
    "reader": "In the reader",
    "notes": "In the notes",
    "editor": "While writing a note",
}
"""Where a command works, and how that is said: on the whole screen, with one pane focused, in a field."""

CONTEXTS = tuple(TITLES)
FIELDS = ("filter", "editor")
"""Contexts in which letters are typed: the keys of the whole screen do not work there."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the program can do.

    `id` is `context.name`; `name` is the Textual action method `action_<name>` of the pane (or of the main screen for
    `everywhere`); `keys` are Textual key names, first the one to show; `footer` puts it in the footer.
    """

    id: str
    context: str
    name: str
    title: str
    help: str
    keys: tuple[str, ...]
    footer: bool


@cache
def commands_of(context: str) -> tuple[Command, ...]:
    """The commands of a context, in the order of its file."""
    text = files(__package__).joinpath(f"{context}.toml").read_text("utf-8")
    return tuple(
        Command(
            id=f"{context}.{name}",
            context=context,
            name=name,
            title=row["title"],
            help=row["help"],
            keys=tuple(row["keys"]),
            footer=row.get("footer", False),
        )
        for name, row in tomllib.loads(text).items()
    )


def commands() -> tuple[Command, ...]:
    """Every command, context by context."""
    return tuple(command for context in CONTEXTS for command in commands_of(context))


def keys_in_force(context: str) -> dict[str, list[tuple[Command, str]]]:
    """The commands that a key gives while a context has the focus, by their own context, each with those keys written.

    A pane's key hides the same key of the whole screen; in a field, only the field's own keys are in force.
    """
    contexts = (context,) if context in FIELDS else dict.fromkeys((context, "everywhere"))
    taken: set[str] = set()
    found: dict[str, list[tuple[Command, str]]] = {}
    for name in contexts:
        here = [(command, [key for key in command.keys if key not in taken]) for command in commands_of(name)]
        found[name] = [(command, " ".join(map(key_label, keys))) for command, keys in here if keys]
        taken.update(key for _, keys in here for key in keys)
    return found
