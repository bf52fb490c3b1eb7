"""A draft's lines as one text: joined where they were only wrapped, kept where their breaks mean something."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..patterns import lazy
from .lines import BLANK_GAP, Line
from .sentences import ENDED, ending, opens_lower
from .shape import Shape

Piece = tuple[int, int, int]
"""`length` characters at an offset of the text made and at an offset of the telegram: (made, telegram, length)."""

_BLANKS = lazy(r"([ \t\u00a0]{2,}|[\t\u00a0])")
_CLINGS = ".,;:!?)"
_HYPHENED = lazy(r"[\w.)]-$")
_LABEL = lazy(r"[A-Z][A-Za-z' /-]{1,30}: ?\S")
_FULL = 7
_FEW = 4


def reflow(telegram: str, lines: Sequence[Line], shape: Shape) -> tuple[str, list[Piece]]:
    """The text of wrapped lines, runs of blanks made one, and the pieces of the telegram that it is made of."""
    parts: list[str] = []
    pieces: list[Piece] = []
    shown = [line for line in lines if line.text]
    kept = _kept_breaks(shown, shape)
    position = first = 0
    for index in range(1, len(shown) + 1):
        line = shown[index] if index < len(shown) else None
        if line and line.whole and not line.gap and line.outer == line.start and index not in kept:
            continue
        if first:
            between = "\n" if first in kept else joint(shown[first - 1].text, shown[first].text, shape)
            parts.append(between)
            position += len(between)
        stretch = telegram[shown[first].start : shown[index - 1].end]
        position = _flow(stretch, shown[first].start, position, shape, parts, pieces)
        first = index
    return "".join(parts), pieces


def table(lines: Sequence[Line]) -> tuple[str, list[Piece]]:
    """The rows of a table as they stand, without the margin that all of them share."""
    parts: list[str] = []
    pieces: list[Piece] = []
    position = 0
    margin = min((line.indent for line in lines), default=0)
    for number, line in enumerate(lines):
        breaks = "\n\n" if line.gap == BLANK_GAP else "\n"
        lead = (breaks if number else "") + " " * (line.indent - margin)
        parts += (lead, line.text)
        position += len(lead)
        pieces.append((position, line.start, len(line.text)))
        position += len(line.text)
    return "".join(parts), pieces


def _flow(raw: str, start: int, position: int, shape: Shape, parts: list[str], pieces: list[Piece]) -> int:
    """Add a stretch of lines, and say where in the text made it ends."""
    plain = "\t" not in raw and "\u00a0" not in raw
    before = ""
    for line in raw.split("\n"):
        text = line.strip()
        if text:
            if before:
                sure = before[-1] not in "-/" and text[0] not in _CLINGS
                between = " " if sure else joint(before, text, shape)
                parts.append(between)
                position += len(between)
            place = start if line[0] == text[0] else start + line.index(text)
            if plain and "  " not in text:
                parts.append(text)
                pieces.append((position, place, len(text)))
                position += len(text)
            else:
                position = _collapse(text, place, position, parts, pieces)
            before = text
        start += len(line) + 1
    return position


def _collapse(text: str, start: int, position: int, parts: list[str], pieces: list[Piece]) -> int:
    """Add a line with each run of blanks made one space, which stands for the run's first blank."""
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


def _kept_breaks(lines: Sequence[Line], shape: Shape) -> frozenset[int]:
    """The lines that stay on a line of their own: several that end early, an address, a verse, a list without marks."""
    if len(lines) > 2 and all(line.indent > 2 and ending(line.text) == ENDED for line in lines):
        return frozenset(range(1, len(lines)))
    limit = shape.width * 4 // 5
    if len(lines) < 3 or sum([line.end - line.start < limit for line in lines]) < 3:
        return frozenset()
    early = [False, *(shape.early(before, line) and not line.gap for before, line in pairwise(lines)), False]
    if not any(early) or _narrow(lines, shape):
        return frozenset()
    labels = [_LABEL.match(line.text) is not None for line in lines]
    card = sum(labels) > 2
    return frozenset(
        index
        for index in range(1, len(lines))
        if (labels[index] and (card or early[index]))
        or (early[index] and (early[index - 1] or early[index + 1]) and not opens_lower(lines[index].text))
    )


def joint(before: str, text: str, shape: Shape) -> str:
    """What stands between two lines of one sentence: a space, or nothing where a word or an address goes on."""
    if not before or not text:
        return ""
    if text[0] in _CLINGS and not text[1:2].isalnum():
        return ""
    last = before[-1]
    if last == "-":
        loose = shape.loose_hyphens and not text[0].islower()
        return " " if loose or not _HYPHENED.search(before[-3:]) else ""
    if last == "/" and before[-2:-1] != " " and text[0].isalnum() and not text.isupper():
        return ""
    return " "


def _narrow(lines: Sequence[Line], shape: Shape) -> bool:
    """Whether the lines were wrapped at a width of their own: each is as full as the next word allowed."""
    width = max(line.reach for line in lines)
    if width * 2 < shape.width or len(lines) < _FEW:
        return False
    full = sum(before.reach + 1 + len(line.text.split(None, 1)[0]) > width - _FULL for before, line in pairwise(lines))
    return full * 10 >= (len(lines) - 1) * 8
