"""A line without what stands before its words: the paragraph number and the portion mark."""

from __future__ import annotations

import re
from dataclasses import replace

from ..patterns import lazy
from .lines import Line
from .marks import Mark

_SCOPE = lazy(r"(?P<words>ENTIRE\s{1,4}TEXT\.?)(?P<end>\)|(?<=\.))?(?:[.,:]?\s*(?=\w)|\s*)", re.I)


def trimmed(line: Line, end: int, mark: Mark | None) -> list[Line]:
    """A line without the number that ends at `end` and without its portion mark, which may stand after a lead-in."""
    text = line.text
    if mark is None or mark.start == end:
        first = mark.end if mark else end
        bare = text[first:].lstrip()
        whole = Line(
            line.end - len(bare), line.end, line.outer, bare, line.kind, line.gap, line.indent, line.whole
        )  # by hand: `replace` takes five times as long
        return _unbracketed(whole) if mark and "ENTIRE" in bare[:8].upper() else [whole]
    lead, rest = text[end : mark.start].strip(), text[mark.end :].lstrip()
    start = line.start + text.index(lead, end)
    # The mark is of the second part, be that empty.
    outer = line.start + mark.start
    return [
        replace(line, start=start, end=start + len(lead), text=lead),
        replace(line, start=line.end - len(rest), text=rest, gap=0, outer=outer, whole=False),
    ]


def _unbracketed(line: Line) -> list[Line]:
    """`ENTIRE TEXT)` without the bracket that opened before the portion mark, and by itself what follows it."""
    scope = _SCOPE.match(line.text)
    if not scope or (scope["end"] is None and scope.end() < len(line.text)):
        return [line]
    words = scope["words"]
    parts = [replace(line, end=line.start + len(words), text=words)]
    rest = line.text[scope.end() :]
    if rest:
        after = line.end - len(rest)
        parts.append(replace(line, start=after, outer=after, text=rest, gap=0, whole=False))
    return parts
