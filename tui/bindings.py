"""Key bindings made from the command table."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from .commands import commands_of


def spellings(key: str) -> Iterator[str]:
    """The names under which a terminal may report a key: a capital letter comes as `V` or as `shift+v`."""
    yield key
    if len(key) == 1 and key.isupper():
        yield f"shift+{key.lower()}"


def bindings_of(context: str) -> list[BindingType]:
    """The bindings of a context, for the `BINDINGS` of the widget or screen that has its actions."""
    return [
        Binding(spelling, command.name, command.title, show=command.footer, tooltip=command.help, id=command.id)
        for command in commands_of(context)
        for key in command.keys
        for spelling in spellings(key)
    ]
