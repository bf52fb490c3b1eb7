"""A block before its text is made: its lines, and the rules that frame it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import BlockKind
from .lines import Line
from .numbering import Numbered

Mend = tuple[str, int, int, str]
"""A repair by offsets of the telegram: its kind, where it is, and what is meant."""


@dataclass(slots=True)
class Draft:
    """Lines that make one block: `over` and `under` are its rules, `mends` the repairs of its number and mark."""

    kind: BlockKind
    lines: list[Line]
    numbered: Numbered | None = None
    bullet: str | None = None
    marking: str | None = None
    over: Line | None = None
    under: Line | None = None
    mends: tuple[Mend, ...] = ()
    _seen: int = 0
    _capitals: bool = True

    @property
    def last(self) -> Line:
        """The line that a further one would follow."""
        return self.lines[-1]

    @property
    def upper(self) -> bool:
        """Whether every line is in capitals; each line is looked at once."""
        while self._capitals and self._seen < len(self.lines):
            self._capitals = self.lines[self._seen].text.isupper()
            self._seen += 1
        return self._capitals
