"""What each command takes, read from its parser."""

from __future__ import annotations

from argparse import SUPPRESS, Action
from dataclasses import dataclass

from ..commands import all_commands, parser_of
from ..parsing import Parser

_FILES = ("PATH", "FILE", "TARGET", "FOLDER", "DIR", "CABLE")


@dataclass(frozen=True, slots=True)
class Taken:
    """An option (`flags` are its spellings) or a word: what stands for its value, what that may be, and what it does.

    `value` is empty for an option without one; `many` words may be given.
    """

    flags: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str
    many: bool
    needed: bool

    @property
    def is_file(self) -> bool:
        """Whether a file or folder can be its value."""
        return not self.choices and self.value in _FILES


@dataclass(frozen=True, slots=True)
class Spec:
    """A command: its words (none for the screen), what it is for, its options and the words it takes."""

    words: tuple[str, ...]
    purpose: str
    more: str
    options: tuple[Taken, ...]
    takes: tuple[Taken, ...]

    @property
    def name(self) -> str:
        """Its words in a row."""
        return " ".join(self.words)

    @property
    def flags(self) -> tuple[str, ...]:
        """Every spelling of every option."""
        return tuple(flag for option in self.options for flag in option.flags)


def specs() -> tuple[Spec, ...]:
    """Every command, the screen first, each before those within it."""
    return tuple(_spec(words, parser_of(words)) for words in ((), *all_commands()))


def within(found: tuple[Spec, ...], words: tuple[str, ...]) -> list[Spec]:
    """The commands right within another one, or within the program."""
    return [spec for spec in found if len(spec.words) == len(words) + 1 and spec.words[: len(words)] == words]


def _spec(words: tuple[str, ...], parser: Parser) -> Spec:
    taken = [_taken(action) for action in parser.actions if action.help != SUPPRESS]
    inner = any(len(other) > len(words) and other[: len(words)] == words for other in all_commands()) and bool(words)
    return Spec(
        words,
        parser.description or "",
        parser.epilog or "",
        tuple(item for item in taken if item.flags),
        () if inner else tuple(item for item in taken if not item.flags),
    )


def _taken(action: Action) -> Taken:
    flags = tuple(action.option_strings)
    value = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return Taken(
        flags,
        "" if flags and action.nargs == 0 else value,
        tuple(map(str, action.choices or ())),
        str(action.help or ""),
        action.nargs in ("*", "+"),
        action.required and action.nargs != "*",
    )
