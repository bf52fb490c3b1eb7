"""Every command by its first word, and the module that has it; a module is imported when its command is asked for.

A module has `run(argv, out)`, which makes its `Parser` first and reads its words with it before it does anything else:
so that `parser_of` can ask for the parser alone, for completions and the manual.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from .output import Output
from .parsing import Described, Parser

Run = Callable[[Sequence[str], Output], int]

_MODULES = {
    "list": "listing",
    "search": "search",
    "facets": "facets",
    "refs": "refs",
    "graph": "graph",
    "searches": "searches",
    "index": "indexing",
    "show": "show",
    "cite": "citing",
    "read": "reading",
    "notes": "notes",
    "export": "exporting",
    "import": "importing",
    "keys": "keys",
    "marks": "marks",
    "paths": "where",
    "config": "configuring",
    "doctor": "doctor",
    "completions": "completions",
    "manual": "manual",
}

NAMES = tuple(_MODULES)
"""The first words that are commands, as the manual has them."""

_WITHIN = {"notes": "ACTIONS"}
"""Commands with commands of their own, and the name of the list of those in their module."""


def command_of(name: str) -> Run | None:
    """What a first word runs; None for a path."""
    return _run_of(_MODULES[name]) if name in _MODULES else None


def _run_of(module: str) -> Run:
    return cast(Run, import_module(f".{module}", __package__).run)


def all_commands() -> tuple[tuple[str, ...], ...]:
    """The words of every command, those within others behind them: `("notes",)`, `("notes", "add")`."""
    found: list[tuple[str, ...]] = []
    for name, module in _MODULES.items():
        found.append((name,))
        inner = getattr(import_module(f".{module}", __package__), _WITHIN[name]) if name in _WITHIN else ()
        found += [(name, word) for word in inner]
    return tuple(found)


def parser_of(words: Sequence[str]) -> Parser:
    """The parser of a command (of the screen for no words), which runs as far as it reads its words and no further."""
    run = _run_of(_MODULES[words[0]] if words else "screen")
    with Parser.described():
        try:
            run([*words[1:]], Output())
        except Described as found:
            return found.parser
    raise TypeError(f"{' '.join(words)} reads no words")
