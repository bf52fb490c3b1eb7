"""Headers in the middle of a text: those of later sections, and of a telegram that begins again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..header import lay_out
from ..patterns import lazy

Cut = tuple[int, int]
"""A stretch of the text to take out, wherever on its line it stands."""

_LINE = lazy(
    r"\n[ \t]*+(?P<line>(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE|(?:[A-Z] {1,2}){5,20}[A-Z])"
    r"(?: {1,3}(?:E ?F ?T ?O|NOFORN|SENSITIVE))?(?: {1,3}SECTION \d{1,2} OF \d{1,2})?"
    r" {1,3}[A-Z][A-Z .'-]{2,30} {1,3}\d{3,6}\b[^\n]*)"
)
_PAGE = lazy(r"(?:\n[ \t]*P[A-Z]{2}\d{4}[ \t]*\n\s{0,20})?PAGE 01[ \t]+[A-Z]")
_ROUTING = lazy(r"\b[ZOPR] \d{6}Z [A-Z]{3} \d\d\s?FM [A-Z][^\n]{20,}\n\s*\Z")
_LONGEST_ROUTING = 2500
_LONGEST_HEADER = 800
_WINDOW = 8000
_MOST = 60
_TEXT = frozenset(("executive_order", "tags", "subject", "references"))


def headers(text: str, start: int, post: str | None) -> Iterator[Cut]:
    """Every header below the first, from its first routing line to where the text goes on; not endlessly many."""
    yield from islice(_headers(text, start), _MOST)


def _headers(text: str, start: int) -> Iterator[Cut]:
    end = start
    for page in _PAGE.finditer(text, start):
        line = _LINE.search(text, page.end(), page.end() + _LONGEST_ROUTING)
        if line and page.start() >= end and "PAGE " not in text[page.end() : line.start()]:
            end = _end(text, page.start(), line.end())
            yield page.start(), end
    at, looked = text.find("TAGS:", end), end
    if at >= 0 and text.find("TAGS:", 0, start) >= 0:
        # The first lines of a header printed twice were taken for the header's own.
        looked = max(text.find("TAGS:", 0, start), start - _LONGEST_HEADER)
    while at >= 0:
        line = _LINE.search(text, max(looked, at - _LONGEST_HEADER), at)
        looked = at
        if line:
            low = max(end, line.start() - _LONGEST_ROUTING)
            routing = _ROUTING.search(text, low, line.start("line"))
            begin = routing.start() if routing else line.start("line")
            end = max(_end(text, begin, line.end()), at)
            yield max(begin, start), end
        at = text.find("TAGS:", max(at + 1, end))


def _end(text: str, begin: int, least: int) -> int:
    """Where the text goes on below a header that begins at `begin` and whose classification line ends at `least`."""
    layout = lay_out(text[begin : begin + _WINDOW])
    if layout.seen.isdisjoint(_TEXT):
        return least
    return max(least, begin + layout.fields[-1][3])
