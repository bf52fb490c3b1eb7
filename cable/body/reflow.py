"""A draft's lines as one text: joined where they were only wrapped, kept where their breaks mean something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ..mapped import Piece
from ..patterns import lazy
from .kept import kept_breaks
from .lines import BLANK_GAP, Line
from .shape import Shape

_BLANKS = lazy(r"([ \t\u00a0]{2,}|[\t\u00a0])")
_CLINGS = ".,;:!?)"
_FEWEST_KEPT = 3
_HYPHENED = lazy(r"[\w.)]-$")
# `small- and medium-sized`: the first hyphen stands for the second word, and clings to none.
_SUSPENDED = lazy(r"(?:and|or|to|nor|versus|AND|OR|TO|NOR|VERSUS)(?=\s)")


@dataclass(slots=True)
class Flowed:
    """Text made so far: its `parts`, the `pieces` of the telegram in them, and where hyphens of broken words went."""

    shape: Shape
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    position: int = 0

    def flow(self, raw: str, start: int) -> None:
        """Add a stretch of lines that stands at `start` of the telegram, without blanks around it."""
        plain = "\t" not in raw and "\u00a0" not in raw
        parts, pieces, position = self.parts, self.pieces, self.position
        before = ""
        for line in raw.split("\n"):
            text = line.strip()
            if text:
                if before:
                    if before[-1] not in "-/" and text[0] not in _CLINGS:
                        parts.append(" ")
                        position += 1
                    else:
                        self.position = position
                        self.join(before, text)
                        position = self.position
                place = start if line[0] == text[0] else start + line.index(text)
                if not plain:
                    position = _collapse_all(text, place, position, parts, pieces)
                elif "  " in text:
                    position = _collapse(text, place, position, parts, pieces)
                else:
                    length = len(text)
                    parts.append(text)
                    pieces.append((position, place, length))
                    position += length
                before = text
            start += len(line) + 1
        self.position = position

    def join(self, before: str, text: str) -> None:
        """Add what stands between two lines of one sentence; the hyphen of a broken word goes."""
        hyphens = self.shape.hyphens
        if hyphens and before[-1:] == "-" and text and hyphens.breaks(before, text):
            made, place, length = self.pieces[-1]
            self.pieces[-1] = (made, place, length - 1)
            self.parts[-1] = self.parts[-1][:-1]
            self.broken.append(place + length - 1)
            self.position -= 1
        else:
            self.put(joint(before, text, self.shape))

    def put(self, inserted: str) -> None:
        """Add what the telegram does not have."""
        self.parts.append(inserted)
        self.position += len(inserted)


def reflow(telegram: str, lines: Sequence[Line], shape: Shape, *, heading: bool = False) -> Flowed:
    """The text of wrapped lines, runs of blanks made one; breaks are kept where they mean something."""
    made = Flowed(shape)
    shown = [line for line in lines if line.text]
    kept = frozenset[int]() if heading or len(shown) < _FEWEST_KEPT else kept_breaks(shown, shape)
    firsts = [
        index
        for index, line in enumerate(shown)
        if not index or line.gap or not line.whole or line.outer != line.start or index in kept
    ]
    for first, after in zip_longest(firsts, firsts[1:]):
        if first in kept:
            made.put("\n")
        elif first:
            made.join(shown[first - 1].text, shown[first].text)
        start = shown[first].start
        made.flow(telegram[start : shown[after - 1 if after else -1].end], start)
    return made


def table(lines: Sequence[Line], shape: Shape) -> Flowed:
    """The rows of a table as they stand, without the margin that all of them share."""
    made = Flowed(shape)
    margin = min((line.indent for line in lines), default=0)
    for number, line in enumerate(lines):
        breaks = "\n\n" if line.gap == BLANK_GAP else "\n"
        made.put((breaks if number else "") + " " * (line.indent - margin))
        made.pieces.append((made.position, line.start, len(line.text)))
        made.put(line.text)
    return made


def _collapse(text: str, start: int, position: int, parts: list[str], pieces: list[Piece]) -> int:
    """Add a line with each run of spaces made one, which stands for the run's first."""
    words = []
    for word in text.split("  "):
        if not word:
            start += 2
            continue
        if word[0] == " ":
            word = word[1:]
            start += 1
        words.append(word)
        length = len(word) + 1
        pieces.append((position, start, length))
        position += length
        start += length + 1
    made, place, length = pieces[-1]
    pieces[-1] = (made, place, length - 1)
    parts.append(" ".join(words))
    return position - 1


def _collapse_all(text: str, start: int, position: int, parts: list[str], pieces: list[Piece]) -> int:
    """The same for a line with other blanks among them: the space made is the run's first blank if that is one."""
    words = _BLANKS.split(text)
    for index in range(1, len(words), 2):
        length, blanks = len(words[index - 1]), words[index]
        pieces.append((position, start, length + (blanks[0] == " ")))
        words[index] = " "
        position += length + 1
        start += length + len(blanks)
    pieces.append((position, start, len(words[-1])))
    parts += words
    return position + len(words[-1])


def joint(before: str, text: str, shape: Shape) -> str:
    """What stands between two lines of one sentence: a space, or nothing where a word or an address goes on."""
    if not before or not text:
        return ""
    if text[0] in _CLINGS and not text[1:2].isalnum():
        return " " if text.startswith(". .") else ""
    last = before[-1]
    if last == "-" and _SUSPENDED.match(text):
        return " "
    if last == "-":
        loose = shape.loose_hyphens and not text[0].islower()
        return " " if loose or not _HYPHENED.search(before[-3:]) else ""
    if last == "/" and before[-2:-1] != " " and text[0].isalnum() and not text.isupper():
        return ""
    return " "
