"""What is wrong in a file that the user writes: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_FEW = 16


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that cannot be used; `line` is None where it is the file as a whole."""

    path: Path
    line: int | None
    what: str
    what_to_do: str = ""

    @property
    def where(self) -> str:
        """The place as compilers write it."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)

    @property
    def brief(self) -> str:
        """The same with the name of the file alone, for where room is scarce."""
        place = f"{self.path.name}:{self.line}" if self.line else self.path.name
        return self._told(place)

    def __str__(self) -> str:
        """One line of plain words, beginning with the place."""
        return self._told(self.where)

    def _told(self, place: str) -> str:
        return ": ".join(part for part in (place, self.what, self.what_to_do) if part)


def meant(word: str, known: Iterable[str]) -> str:
    """What to write instead of a word that is not known: the nearest one that is, else all of them, if they are few."""
    from difflib import get_close_matches  # wanted only where something is wrong

    names = list(known)
    near = get_close_matches(word, names, n=1)
    if near:
        return f"did you mean {near[0]}?"
    return f"there are {', '.join(names)}" if len(names) <= _FEW else ""
