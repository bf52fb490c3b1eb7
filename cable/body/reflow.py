"""A draft's lines as one text: joined where they were only wrapped, kept where their breaks mean something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .lines import BLANK_GAP, Line
from .sentences import opens_lower
from .shape import Shape

Piece = tuple[int, int, int]
"""`length` characters at an offset of the text made and at an offset of the telegram: (made, telegram, length)."""

_SPACES = re.compile(r"[ \t\u00a0]*[\t\u00a0][ \t\u00a0]*|  +")
_HYPHENED = re.compile(r"[\w.)]-$")
_CLINGS = ".,;:!?)"
_FULL = 7


def reflow(lines: Sequence[Line], shape: Shape) -> tuple[str, list[Piece]]:
    """The text of wrapped lines, runs of blanks made one, and the pieces of the telegram that it is made of."""
    parts: list[str] = []
    pieces: list[Piece] = []
    position = 0
    shown = [line for line in lines if line.text]
    for line, between in zip(shown, _joints(shown, shape), strict=True):
        if between:
            parts.append(between)
            position += 1
        text = line.text
        if "  " in text or "\t" in text or "\u00a0" in text:
            position = _collapse(text, line.start, position, parts, pieces)
        else:
            parts.append(text)
            pieces.append((position, line.start, len(text)))
            position += len(text)
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


def _collapse(text: str, start: int, position: int, parts: list[str], pieces: list[Piece]) -> int:
    """Add a line with each run of blanks made one space; the space stands for the run's first blank."""
    last = 0
    for blanks in _SPACES.finditer(text):
        end = blanks.start()
        parts.append(text[last:end])
        parts.append(" ")
        exact = text[end] == " "
        pieces.append((position, start + last, end - last + exact))
        position += end - last + 1
        last = blanks.end()
    parts.append(text[last:])
    pieces.append((position, start + last, len(text) - last))
    return position + len(text) - last


def _joints(lines: Sequence[Line], shape: Shape) -> list[str]:
    """What stands before each line: nothing, a space, or a break that is kept."""
    joints = [""] * min(1, len(lines))
    for before, line in pairwise(lines):
        plain = before.text[-1] not in "-/" and line.text[0] not in _CLINGS
        joints.append(" " if plain else joint(before, line, shape))
    limit = shape.width * 4 // 5
    if len(lines) > 2 and sum([len(line.text) < limit for line in lines]) > 2:
        _keep_breaks(lines, shape, joints)
    return joints


def _keep_breaks(lines: Sequence[Line], shape: Shape, joints: list[str]) -> None:
    """Put line breaks where lines end early one after the other: an address, a verse, a list without marks."""
    early = [False, *(shape.early(before, line) and not line.gap for before, line in pairwise(lines)), False]
    if sum(early) < 2 or _narrow(lines):
        return
    for index in range(1, len(lines)):
        if early[index] and (early[index - 1] or early[index + 1]) and not opens_lower(lines[index].text):
            joints[index] = "\n"


def joint(before: Line, line: Line, shape: Shape) -> str:
    """What stands between two lines of one sentence: a space, or nothing where a word or an address goes on."""
    if not before.text or not line.text:
        return ""
    if line.text[0] in _CLINGS and not line.text[1:2].isalnum():
        return ""
    last = before.text[-1]
    if last == "-":
        loose = shape.loose_hyphens and not line.text[0].islower()
        return " " if loose or not _HYPHENED.search(before.text[-3:]) else ""
    if last == "/" and (before.text[-2:-1] != " ") and (line.text[0].isalnum() and not line.text.isupper()):
        return ""
    return " "


def _narrow(lines: Sequence[Line]) -> bool:
    """Whether the lines were wrapped at a width of their own: each is as full as the next word allowed."""
    width = max(len(line.text) for line in lines)
    full = 0
    for before, line in pairwise(lines):
        word = line.text.find(" ")
        full += len(before.text) + 1 + (len(line.text) if word < 0 else word) > width - _FULL
    return full * 10 >= (len(lines) - 1) * 8
