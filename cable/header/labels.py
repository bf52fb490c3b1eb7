"""Finds the labels of a telegram's header in one pass over its lines, which goes no further than its reader asks.

A label stands at the start of a line, behind blanks; a few are also found inside a line, where a copy lost the breaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import lazy
from .label_patterns import AT_LINE_START, INSIDE_LINE, Label

# An empty group behind each alternative tells which one matched and lets the engine choose by the first letter.
_LABEL = lazy(r"\n[ \t]*+()(?:" + "|".join(f"{pattern}(?P<{kind}>)" for kind, pattern in AT_LINE_START.items()) + ")")
_INSIDE = lazy(r"[ \t]()(?:" + "|".join(f"{pattern}(?P<{kind}>)" for kind, pattern in INSIDE_LINE.items()) + ")")


# Where a copy lost the space as well: `UK PRIMEREF: A. LONDON 1939`, `VISIT TO CAIROClassified By:`.
_GLUED = lazy(
    r"(?<=[A-Z0-9.?!)'’])()"
    r"(?:(?:REF|REFS|REFTEL):(?= {0,5}[(\[A-Z0-9])(?P<references>)|Classified [Bb]y:?(?P<classified_by>))"
)
_GLUES = frozenset(("subject", "odd"))
_SPLIT = _GLUES.union(("classification", "caption", "executive_order", "tags", "references", "classified_by"))
_WINDOW = 4000
_SHORTEST = 12


def labels(text: str, above: Label) -> Iterator[Label]:
    """The labels of the text in order, found as they are asked for: at line starts, and inside lines of the header.

    `above` is the label below which they are looked for, or one of no kind: the end of a line or the text's beginning.
    """
    kind, _, content = above
    # The first line begins like every other: behind a line break, which the pattern can look for fast.
    lines, shift = (text, 0) if content else ("\n" + text, 1)
    for found in _LABEL.finditer(lines, content):
        start = found.start(1) - shift
        if kind in _SPLIT and start - content > _SHORTEST:
            yield from _inside(text, kind, content, start)
        kind, content = found.lastgroup or "", found.end() - shift
        yield kind, start, content
    if kind in _SPLIT:
        yield from _inside(text, kind, content, len(text))


def inside(text: str, top: list[Label]) -> bool:
    """Whether labels may stand inside the lines of others, between the first and the last of them."""
    return _INSIDE.search(text, top[0][1], top[-1][1]) is not None


def _inside(text: str, kind: str, start: int, end: int) -> Iterator[Label]:
    """The labels inside the lines of what a label of a kind is followed by."""
    end = min(end, start + _WINDOW)
    while True:
        # Most lines hold nothing that a label inside them needs: that is told faster than by the patterns.
        plain = text.find(":", start, end) < 0 > text.find("E.", start, end) and text.find("1.", start, end) < 0
        found = None if plain else _INSIDE.search(text, start, end)
        glued = kind in _GLUES and (text.find("REF", start, end) >= 0 or text.find("lassified", start, end) >= 0)
        if glued:
            found = _GLUED.search(text, start, found.start() if found else end) or found
        if not found:
            return
        kind, start = found.lastgroup or "", found.end()
        yield kind, found.start(1), start
