"""Reading the command table: one TOML file per context, one section per command."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data

TITLES = {
    "everywhere": "Everywhere",
    "list": "In the list",
    "query": "While typing a query",
    "facets": "In the facets",
    "timeline": "On the timeline",
    "filter": "While typing the filter",
    "reader": "In the reader",
    "selecting": "While selecting sentences or words",
    "hints": "While numbers say what can be followed",
    "notes": "In the notes",
    "find": "While typing words to find",
    "editor": "While writing a note",
    "all_notes": "Among all notes",
    "beside": "With two cables side by side",
    "dialogs": "In dialogs",
    "question": "While typing an answer",
}
"""Where a command works, and how that is said: on the whole screen, with one pane focused, in a field."""

CONTEXTS = tuple(TITLES)
EVERYWHERE = "everywhere"
FIELDS = ("query", "filter", "find", "editor", "question", "hints")
"""Contexts in which letters are typed: the keys of the whole screen do not work there."""
WITHIN = {"selecting": "reader", "hints": "reader"}
"""Contexts that lie over another one; where no letters are typed, its keys are in force as well."""
SHEETS = ("all_notes", "beside", "dialogs")
"""Contexts of a screen of their own, or over the screen: the keys of the main screen do not work there."""
PANES = ("list", "reader", "notes")
"""The contexts that one is always in one of, whatever else is open."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the program can do.

    `id` is `context.name`; `name` is the Textual action method `action_<name>` of the pane (or of the main screen for
    `everywhere`); `keys` are Textual key names, first the one to show; `footer` puts it in the footer; one that is
    `needed` always has a key, for without it there is no way on.
    """

    id: str
    context: str
    name: str
    title: str
    help: str
    keys: tuple[str, ...]
    footer: bool
    needed: bool


@cache
def shipped(context: str) -> tuple[Command, ...]:
    """The commands of a context, in the order of its file, with the keys of the default keymap."""
    data = get_data(__package__, f"{context}.toml") or b""
    return tuple(
        Command(
            id=f"{context}.{name}",
            context=context,
            name=name,
            title=row["title"],
            help=row["help"],
            keys=tuple(row["keys"]),
            footer=row.get("footer", False),
            needed=row.get("needed", False),
        )
        for name, row in tomllib.loads(data.decode()).items()
    )
