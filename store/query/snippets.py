"""A few words of a text around what a query asked for. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...cable.safe import visible
from .marks import Mark, Marker

WIDTH = 240
_BEFORE = 60
_MOST_MARKS = 2000
_CUT = "…"
_LONGEST_WORD = 40
_RULE = re.compile(r"([-‐=_*~])\1{2,}")


class Snippet(NamedTuple):
    """A passage on one line, harmless to a terminal, with the marked characters `(start, end)` of it."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(text: str, marker: Marker, width: int = WIDTH) -> Snippet:
    """The passage of a text that has most of what is marked, the first of such; its beginning where nothing is."""
    flat = " ".join(_RULE.sub(" ", text).split())
    marks = marker.marks(flat)[:_MOST_MARKS]
    first = _best(marks, width - _BEFORE)
    start = _word_start(flat, marks[first].start - _BEFORE) if marks else 0
    start = max(0, min(start, len(flat) - width))
    start = _word_start(flat, start) if start else 0
    end = _word_end(flat, start + width)
    passage, lead = flat[start:end].rstrip(), _CUT if start else ""
    shown = tuple(
        (mark.start - start + len(lead), mark.end - start + len(lead))
        for mark in marks
        if mark.start >= start and mark.end <= start + len(passage)
    )
    return Snippet(visible(f"{lead}{passage}{_CUT if end < len(flat) else ''}"), shown)


def _best(marks: Sequence[Mark], room: int) -> int:
    """The mark with which the passage begins that has most different phrases."""
    best, most, last = 0, 0, 0
    inside: dict[int, int] = {}
    for first, mark in enumerate(marks):
        while last < len(marks) and marks[last].end <= mark.start + room:
            inside[marks[last].phrase] = inside.get(marks[last].phrase, 0) + 1
            last += 1
        if len(inside) > most:
            best, most = first, len(inside)
        if last <= first:  # a mark longer than the room
            last = first + 1
            continue
        inside[mark.phrase] -= 1
        if not inside[mark.phrase]:
            del inside[mark.phrase]
    return best


def _word_start(text: str, position: int) -> int:
    """The beginning of the word at or behind a character."""
    if position <= 0:
        return 0
    blank = text.find(" ", position - 1, position + _LONGEST_WORD)
    return blank + 1 if blank >= 0 else position


def _word_end(text: str, position: int) -> int:
    """The end of the last word that is whole before a character."""
    if position >= len(text):
        return len(text)
    blank = text.rfind(" ", position - _LONGEST_WORD, position + 1)
    return blank if blank > 0 else position
