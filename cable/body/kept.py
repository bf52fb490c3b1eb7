"""The line breaks of a block that mean something: of an address, a card, a verse, a list without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..patterns import lazy
from .lines import Line
from .sentences import ENDED, ending, opens_lower
from .shape import Shape

_LABEL = lazy(r"[A-Z][A-Za-z' ./-]{1,30}: {0,12}\S")
_COUNT = lazy(r"\d{1,3} [A-Z][a-z]")
_FULL = 7
_FEW = 4
_MARGIN = 2
_USUAL_WIDTH = 65
_STOPS = frozenset(",;:.!?-")


def kept_breaks(lines: Sequence[Line], shape: Shape) -> frozenset[int]:
    """Of three lines or more those that stay on a line of their own: that end early, an address, a verse, a list."""
    set_in = all(line.indent > _MARGIN for line in lines)
    if set_in and (_verse(lines, shape) or all(ending(line.text) == ENDED for line in lines)):
        return frozenset(range(1, len(lines)))
    head = lines[0].text
    if (head[0].isdigit() and _all(_COUNT, lines)) or (":" in head and _all(_LABEL, lines)):
        return frozenset(range(1, len(lines)))
    limit = shape.width * 4 // 5
    if sum([line.end - line.start < limit for line in lines]) < 3:
        return frozenset()
    early = [False, *(shape.early(before, line) and not line.gap for before, line in pairwise(lines)), False]
    if not any(early):
        return frozenset()
    labels = [_LABEL.match(line.text) is not None for line in lines]
    card = sum(labels) > 2
    if not card and _narrow(lines, shape):
        return frozenset()
    return frozenset(
        index
        for index in range(1, len(lines))
        if (card and (labels[index] or (labels[index - 1] and early[index] and not opens_lower(lines[index].text))))
        or (labels[index] and early[index])
        or (early[index] and (early[index - 1] or early[index + 1]) and not opens_lower(lines[index].text))
    )


def _all(pattern: re.Pattern[str], lines: Sequence[Line]) -> bool:
    return all(pattern.match(line.text) for line in lines)


def _verse(lines: Sequence[Line], shape: Shape) -> bool:
    """Whether lines that are set in from the margin are all short, but no prose that was wrapped so."""
    longest = (shape.width or _USUAL_WIDTH) * 4 // 5
    short = all(line.reach < longest for line in lines)
    return short and (_ends_with_stops(lines) or not _narrow(lines, shape))


def _ends_with_stops(lines: Sequence[Line]) -> bool:
    """Whether most lines end with a stop of some kind, as wrapped prose does only by chance."""
    return sum(line.text[-1] in _STOPS for line in lines) * 2 > len(lines)


def _narrow(lines: Sequence[Line], shape: Shape) -> bool:
    """Whether the lines were wrapped at a width of their own: each is as full as the next word allowed."""
    width = max(line.reach for line in lines)
    if width * 2 < shape.width or len(lines) < _FEW:
        return False
    full = sum(before.reach + 1 + len(line.text.split(None, 1)[0]) > width - _FULL for before, line in pairwise(lines))
    return full * 10 >= (len(lines) - 1) * 8
