"""Finds the labels of a telegram's header in one pass over its lines, which goes no further than its reader asks.

A label stands at the start of a line, behind blanks; a few are also found inside a line, where a copy lost the breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import lazy
from .label_patterns import AT_LINE_START, INSIDE_LINE, Label

# An empty group behind each alternative tells which one matched and lets the engine choose by the first letter.
_LABEL = lazy(r"\n[ \t]*+()(?:" + "|".join(f"{pattern}(?P<{kind}>)" for kind, pattern in AT_LINE_START.items()) + ")")
# The words of labels inside a line, looked for by the colon behind them, which is found fast.
_COLON = lazy(
    r":(?<=[FJLSTYfstly)]:)(?:(?<=[ \t]AGS:)|(?<=[ \t]T[Aa][Gg][Ss]:)|(?<=[ \t]S(?:UBJECT|ubject):)|(?<=[ \t]SUBJ:)"
    r"|(?<=[ \t]R(?:EF|ef):)|(?<=[ \t]R(?:EFS|efs):)|(?<=[ \t]R(?:EF\(S\)|ef\(s\)):)|(?<=[ \t]REFTEL:)"
    r"|(?<=[ \t]REFTELS:)|(?<=[ \t]REFERENCES:)|(?<=(?:ED|ed) [Bb][Yy]:)(?<!\n[Cc][Ll][Aa][Ss]{2}[Ii]fied [Bb][Yy]:)"
    r"(?<!\nCLASSIFIED BY:))"
)
_INSIDE = lazy(
    r"[ \t](?=[ACERST¶1])()(?:" + "|".join(f"{pattern}(?P<{kind}>)" for kind, pattern in INSIDE_LINE.items()) + ")"
)


# Where a copy lost the space as well: `UK PRIMEREF: A. LONDON 1939`, `VISIT TO CAIROClassified By:`.
_GLUED = lazy(
    r"(?<=[A-Z0-9.?!)'’])()"
    r"(?:(?:REF|REFS|REFTEL):(?= {0,5}[(\[A-Z0-9])(?P<references>)|Classified [Bb]y:?(?P<classified_by>))"
)
_GLUES = frozenset(("subject", "odd"))
_SPLIT = _GLUES.union(
    ("classification", "caption", "misspelt", "executive_order", "tags", "references", "classified_by")
)
WINDOW = 4000
"""How far below a label others are looked for inside lines."""
_SHORTEST = 12
# Labels that may stand twice, with no more than a letter between: `REF: A. REF: LIMA 33`.
_TWICE = ("references", "classified_by")
_LETTER = 8


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


def stand_alone(text: str, found: list[Label], end: int) -> bool:
    """Whether no labels stand inside the lines of these and those between them, down to `end`."""
    for kind, start, content in reversed(found):
        if (
            kind in _SPLIT
            and end - content > _SHORTEST
            and _first_inside(text, kind, content, min(end, content + WINDOW))
        ):
            return False
        end = start
    return True


def may_hold(text: str, start: int, end: int) -> bool:
    """Whether a stretch of the text holds what a label inside a line needs: most do not, as is told in little time."""
    low = text[start:end].lower()
    if " e." in low or "1." in low or "eo 1" in low or "\te." in low:
        return True
    word = " ref" in low or " subj" in low or " tags:" in low or " ags:" in low or "ed by:" in low or "\t" in low
    return word and _COLON.search(text, start, end) is not None


def inside(text: str, start: int, end: int) -> bool:
    """Whether labels may stand inside the lines of a stretch of the text."""
    return may_hold(text, start, end) and _INSIDE.search(text, start, end) is not None


def glued(text: str, start: int, end: int) -> bool:
    """Whether a label stands right behind a word of the subject at `start`, where a copy lost the space as well."""
    stretch = text[start:end]
    return ("REF" in stretch or "lassified" in stretch) and _GLUED.search(text, start, end) is not None


def _inside(text: str, kind: str, start: int, end: int) -> Iterator[Label]:
    """The labels inside the lines of what a label of a kind is followed by."""
    end = min(end, start + WINDOW)
    while found := _first_inside(text, kind, start, end):
        again = kind == found.lastgroup and kind in _TWICE and found.start(1) - start < _LETTER
        kind, start = found.lastgroup or "", found.end()
        if not again:
            yield kind, found.start(1), start


def _first_inside(text: str, kind: str, start: int, end: int) -> re.Match[str] | None:
    """The first label inside the lines of what a label of a kind is followed by."""
    found = _INSIDE.search(text, start, end) if may_hold(text, start, end) else None
    if kind in _GLUES and (text.find("REF", start, end) >= 0 or text.find("lassified", start, end) >= 0):
        found = _GLUED.search(text, start, found.start() if found else end) or found
    return found
