"""Reading the words of a command: argparse, with failures told the way this program tells all of them."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import NoReturn

from .problem import PROGRAM, Exit, Problem


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
        )

    def error(self, message: str) -> NoReturn:
        """Called by argparse for words it does not understand."""
        raise Problem(self.prog.removeprefix(f"{PROGRAM} "), message, f"see '{self.prog} --help'", Exit.BAD_USE)
