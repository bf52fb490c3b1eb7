"""`cablereader notes`: everything that is done to notes and their files, each by a word of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from ..store.notes import NoteStore
from ..store.places import places
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem

PURPOSE = "List, find, write, highlight, place, restore or delete notes; take care of their files."
_MODULES = {
    "list": "note_lists.list_notes",
    "search": "note_lists.search",
    "tags": "note_lists.tags",
    "add": "note_changes.add",
    "highlight": "note_changes.highlight",
    "edit": "note_changes.edit",
    "delete": "note_changes.delete",
    "undelete": "note_changes.undelete",
    "history": "note_versions.history",
    "revert": "note_versions.revert",
    "where": "note_places.where",
    "confirm": "note_places.confirm",
    "check": "notes_check.run",
    "recover": "notes_recover.run",
    "merge": "notes_merge.run",
    "backup": "notes_backup.backup",
    "restore": "notes_backup.restore",
}
ACTIONS = tuple(_MODULES)

Action = Callable[[Sequence[str], Output, NoteStore], Exit]


def run(argv: Sequence[str], out: Output) -> Exit:
    """Does what the first word says."""
    if argv and argv[0] in _MODULES:
        return _action(argv[0])(argv[1:], out, NoteStore(places().notes, places().state))
    parser = Parser("notes", PURPOSE)
    parser.add_argument("action", choices=ACTIONS, nargs="?", help="each has --help")
    parser.parse_args(argv)
    raise Problem("notes", "needs an action", f"one of {', '.join(ACTIONS)}", Exit.BAD_USE)


def _action(name: str) -> Action:
    """What a word does, imported only when it is asked for."""
    module, _, function = _MODULES[name].partition(".")
    return cast(Action, getattr(import_module(f".{module}", __package__), function))
