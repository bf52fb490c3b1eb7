"""Key bindings made from the command table, and what the keymap in force makes of them."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from .commands import Command, Keymap, shipped
from .compositing import SparingScreen

LINES = ("cursor_down", "cursor_up", "page_down", "page_up", "half_page_down", "half_page_up", "first", "last")
"""The commands that move in the lines of a dialog."""
_SHARED = ("hints", "selecting", "reader")
"""Contexts whose commands one widget has. Of a key that two of them share Textual takes both away to change one."""
_NEVER = "never"
"""A key that no keyboard has: of a command without keys."""


def spellings(key: str) -> Iterator[str]:
    """The names under which a terminal may report a key: a capital letter comes as `V` or as `shift+v`."""
    yield key
    if len(key) == 1 and key.isupper():
        yield f"shift+{key.lower()}"


def bindings_of(context: str, *names: str) -> list[BindingType]:
    """The bindings of a context, or of some of its commands, for the `BINDINGS` of what has the actions."""
    return [
        Binding(spelling, command.name, command.title, show=command.footer, tooltip=command.help, id=command.id)
        for command in shipped(context)
        if not names or command.name in names
        for key in command.keys
        for spelling in spellings(key)
    ]


def closing(command: str) -> list[BindingType]:
    """The bindings of a sheet that the keys which open it close again."""
    return [
        Binding(spelling, "dismiss", show=False, id=command)
        for item in shipped(command.partition(".")[0])
        if item.id == command
        for key in item.keys
        for spelling in spellings(key)
    ]


def owner_of(screen: Screen[None], command: Command) -> DOMNode | None:
    """What has the actions of a command: the screen, or the seen widget of its context nearest to the focus.

    None where nothing has them, or not now.
    """
    near = screen.focused.ancestors_with_self if screen.focused else []
    seen = (node for node in screen.query(Widget) if _is_seen(screen, node))
    found = next((node for node in (*near, *seen, screen) if _binds(node, command)), None)
    return found if found is not None and found.check_action(command.name, ()) else None


def _is_seen(screen: Screen[None], widget: Widget) -> bool:
    behind = isinstance(screen, SparingScreen) and screen.is_behind(widget)
    return not behind and all(above.display for above in widget.ancestors_with_self)


def _binds(node: DOMNode, command: Command) -> bool:
    return any(isinstance(binding, Binding) and binding.id == command.id for binding in node.BINDINGS)


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """A keymap as Textual takes it: the keys of each command that has others than the table gives it."""
    changed = dict(keymap.changed)
    if any(command.partition(".")[0] in _SHARED for command in changed):
        changed |= {item.id: item.keys for context in _SHARED for item in keymap.commands_of(context)}
    return {
        command: ",".join(spelling for key in keys for spelling in spellings(key)) or _NEVER
        for command, keys in changed.items()
    }
