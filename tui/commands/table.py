"""Reading the command table: one TOML file per context, one section per command."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CONTEXTS = ("everywhere", "list", "reader", "notes")
"""Where a command works: on the whole screen, or with one pane focused."""


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
