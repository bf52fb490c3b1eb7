"""The spans of a cable: what each step claimed, laid over the source, gaps named, so that all is covered once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from operator import itemgetter

from .model import Span

made_span = partial(tuple.__new__, Span)
"""A span from its three values as a tuple, in half the time that a call with three takes."""


def partition(source: str, claims: Iterable[Span]) -> tuple[Span, ...]:
    """Spans that cover the source once and in order.

    Claims may leave gaps and may overlap: where two do, the one that begins first keeps the shared stretch (the earlier
    in `claims` on a tie), a gap is `blank` where it is white space and `chrome` else, and neighbours of one role that
    touch over white space stay apart.
    """
    length = len(source)
    spans: list[Span] = []
    position = 0
    for claim in sorted(claims, key=itemgetter(1)):
        role, start, end = claim
        if start < position or end > length:
            start, end = max(start, position), min(end, length)
            claim = made_span((role, start, end))
        if end <= start:
            continue
        if start > position:
            if source[position:start].isspace():
                spans.append(made_span(("blank", position, start)))
            else:
                spans += _gap(source, position, start)
        spans.append(claim)
        position = end
    if length > position:
        spans += _gap(source, position, length)
    return tuple(spans)


def _gap(source: str, start: int, end: int) -> tuple[Span, ...]:
    """The unclaimed stretch: `chrome` from its first to its last visible character, `blank` around it."""
    text = source[start:end]
    first = end - len(text.lstrip())
    last = start + len(text.rstrip()) if first < end else end
    around = (("blank", start, first), ("chrome", first, last), ("blank", last, end))
    return tuple([made_span(span) for span in around if span[1] < span[2]])
