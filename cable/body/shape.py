"""How the body was typed: the width its lines were wrapped at, and whether it is all in capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .lines import TEXT, Line

_WRAPPED_AT_MOST = 100
_SLACK = 3
_LOOSE_HYPHEN = re.compile(r"\w- \w")
_COLUMN = re.compile(r"(?<=[^\s.?!:;])(?: {3,}|[ ]*\t\s*)(?=\S)")


@dataclass(frozen=True, slots=True)
class Shape:
    """`width`: the column that long lines reach (0: lines are whole paragraphs); `capitals`: no small letters.

    `loose_hyphens`: hyphens serve as dashes with a blank after them (`Guanajuato- May 12`).
    """

    width: int
    capitals: bool
    loose_hyphens: bool = False

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Shape:
        """Measure a body."""
        texts = [line.text for line in lines if line.kind == TEXT]
        lengths = sorted(map(len, texts))
        total = sum(lengths)
        short = [length for length in lengths if length <= _WRAPPED_AT_MOST]
        width = short[len(short) * 9 // 10] if short and sum(short) * 2 > total else 0
        capitals = sum(len(text) for text in texts if text.isupper()) * 10 > total * 8
        loose = sum(1 for text in texts if "- " in text and _LOOSE_HYPHEN.search(text)) > 2
        return cls(width, capitals, loose)

    def full(self, line: Line, following: Line) -> bool:
        """Whether the line was broken because the next word found no room on it."""
        if not self.width:
            return False
        word = following.text.find(" ")
        need = len(following.text) if word < 0 else word
        return line.indent + len(line.text) + 1 + need > self.width - _SLACK

    def early(self, line: Line, following: Line) -> bool:
        """Whether the line ends though the next word would have found ample room: its break may mean something."""
        if not self.width:
            return False
        word = following.text.find(" ")
        need = len(following.text) if word < 0 else word
        return line.indent + len(line.text) + 1 + need < self.width * 4 // 5


def wide(line: Line) -> bool:
    """Whether columns stand so far apart that a blank line between two rows does not part them."""
    return "     " in line.text


def columnar(line: Line) -> bool:
    """Whether a line has gaps such as stand between the columns of a table."""
    return ("   " in line.text or "\t" in line.text) and _COLUMN.search(line.text) is not None
