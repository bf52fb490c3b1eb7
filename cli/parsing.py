"""Reading the words of a command: argparse, with failures told the way this program tells all of them."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NoReturn

from .problem import PROGRAM, Exit, Problem

_UNKNOWN = "unrecognized arguments: "
_describing: ContextVar[bool] = ContextVar("describing", default=False)


class Described(Exception):
    """A parser that was asked to read words while only it was wanted."""

    def __init__(self, parser: Parser) -> None:
        """The parser."""
        self.parser = parser
        super().__init__(parser.prog)


class Parser(ArgumentParser):
    """The parser of one command; options may stand between its words. A wrong word is a `Problem`, not an exit."""

    def __init__(self, command: str, purpose: str, more: str = "") -> None:
        """A parser of `cablereader <command>`; `more` stands at the end of its help."""
        super().__init__(
            prog=f"{PROGRAM} {command}".rstrip(),
            description=purpose,
            epilog=more or None,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action="help", help="print this")

    @property
    def actions(self) -> tuple[Action, ...]:
        """Its options and words; argparse keeps them to itself, and changes nothing about them from year to year."""
        return tuple(self._actions)

    @staticmethod
    @contextmanager
    def described() -> Iterator[None]:
        """In here no parser reads words: it is raised as `Described` instead."""
        token = _describing.set(True)
        try:
            yield
        finally:
            _describing.reset(token)

    def parse_known_args(  # type: ignore[override]  # its overloads say the same of any namespace
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Called by argparse however words are read."""
        self._begin()
        return super().parse_known_args(args, namespace)

    def parse_known_intermixed_args(  # type: ignore[override]  # as above
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Called by argparse where options stand between the words."""
        self._begin()
        return super().parse_known_intermixed_args(args, namespace)

    def _begin(self) -> None:
        if _describing.get():
            raise Described(self)
        for action in self._actions:
            # argparse would name words of which none will do among those that are missing.
            action.required = action.required and action.nargs != "*"

    def error(self, message: str) -> NoReturn:
        """Called by argparse for words it does not understand."""
        from difflib import get_close_matches  # wanted only where something is wrong

        about = self.prog.removeprefix(PROGRAM).strip()
        unknown = message.removeprefix(_UNKNOWN).split()[:1] if message.startswith(_UNKNOWN) else []
        near = [option for word in unknown for option in get_close_matches(word, self._option_string_actions, n=1)]
        what_to_do = f"did you mean {near[0]}?" if near else f"see '{self.prog} --help'"
        raise Problem(about, message, what_to_do, Exit.BAD_USE)
