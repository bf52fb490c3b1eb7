"""The prompt: reads a line, does what it says, and goes on until quit or the end of the input."""

from __future__ import annotations

import sys
from collections.abc import Callable

from ...store.errors import StoreError
from ..problem import Problem
from . import leaping, marking, noting, searching, walking
from .desk import Cannot, Desk
from .pages import HEADER
from .verbs import VERBS, understood

_QUIT = "quit"
_WITH: dict[str, Callable[[Desk, str], None]] = {
    "paragraph": walking.paragraph,
    "find": walking.find,
    "meanings": walking.meanings,
    "note": noting.add,
    "edit": noting.edit,
    "tags": noting.tags,
    "delete": noting.delete,
    "export": noting.export,
    "follow": leaping.follow,
    "mark": marking.mark,
    "search": searching.search,
    "open": leaping.open_cable,
}
_ALONE: dict[str, Callable[[Desk], None]] = {
    "next": lambda desk: walking.step(desk, 1),
    "previous": lambda desk: walking.step(desk, -1),
    "again": lambda desk: desk.read(),
    "header": lambda desk: desk.read(HEADER),
    "rest": walking.rest,
    "outline": walking.outline,
    "notes": noting.listed,
    "undo": noting.undo,
    "cite": noting.quoted,
    "links": leaping.links,
    "mended": walking.mended,
    "flag": marking.flag,
    "unread": marking.unread,
    "bookmark": marking.bookmark,
    "bookmarks": marking.bookmarks,
    "more": searching.more,
    "back": leaping.back,
    "help": lambda desk: desk.say(*help_lines()),
}


def converse(desk: Desk) -> None:
    """Do what the lines say, to their end."""
    while (line := desk.ask("> ")) is not None and obey(desk, line):
        pass


def obey(desk: Desk, line: str) -> bool:
    """Do what a line says; False where it says to leave. What cannot be done is said, and nothing is raised."""
    verb, given = understood(line)
    try:
        if verb is None:
            raise Cannot(f"“{line.strip()}” is no command; help reads them all.")
        if verb.name == _QUIT:
            return False
        if verb.name in _WITH:
            _WITH[verb.name](desk, given)
        else:
            _ALONE[verb.name](desk)
    except (Cannot, Problem, StoreError) as reason:
        desk.say(str(reason))
    except KeyboardInterrupt:
        desk.say("Stopped.")
    return True


def help_lines() -> list[str]:
    """Every command in a line of its own."""
    return [f"{_called(verb.name, verb.letter, verb.takes)}: {verb.help}." for verb in VERBS]


def _called(name: str, letter: str, takes: str) -> str:
    return " ".join(part for part in (name, f"({letter})" if letter else "", takes) if part)


def ask(prompt: str) -> str | None:
    """A line of standard input, after a prompt where someone sits at it; None at its end."""
    if prompt and sys.stdin.isatty():
        sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None
