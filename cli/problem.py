"""What a command tells the user when it cannot go on, and the exit codes."""

from __future__ import annotations

import sys
from enum import IntEnum

from ..cable.safe import visible
from ..store.errors import StoreError

PROGRAM = "cablereader"


class Exit(IntEnum):
    """Exit codes: the same for every command."""

    GOOD = 0
    NOTHING_FOUND = 1
    BAD_USE = 2
    FAILED = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Problem(Exception):
    """A failure in plain words, one line of them; `code` is the exit code it leads to."""

    def __init__(self, about: str, what: str, what_to_do: str = "", code: Exit = Exit.FAILED) -> None:
        """What it is about (a file, a cable, an option), what happened, what to do about it."""
        self.code = code
        super().__init__(": ".join(part for part in (about, what, what_to_do) if part))

    @classmethod
    def of(cls, error: StoreError) -> Problem:
        """The failure of a file, in the form of this program."""
        what_to_do = error.what_to_do[:1].lower() + error.what_to_do[1:]
        return cls("standard input" if error.path is None else str(error.path), error.reason, what_to_do)


def nothing(message: str) -> Exit:
    """The end of a command that found nothing, which is said: an empty answer may as well be a mistake."""
    tell(message)
    return Exit.NOTHING_FOUND


def tell(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"{PROGRAM}: {visible(' '.join(message.split()))}\n")
