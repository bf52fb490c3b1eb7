"""The spans of a cable: what each step claimed, laid over the source, gaps named, so that all is covered once."""

from __future__ import annotations

from collections.abc import Iterable

from .model import Span


def partition(source: str, claims: Iterable[Span]) -> tuple[Span, ...]:
    """Spans that cover the source once and in order.

    Claims may leave gaps and may overlap: where two do, the one that begins first keeps the shared stretch (the earlier
    in `claims` on a tie), a gap is `blank` where it is white space and `chrome` else, and neighbours of one role that
    touch over white space stay apart.
    """
    length = len(source)
    spans: list[Span] = []
    position = 0
    for role, start, end in sorted(claims, key=lambda span: span.start):
        first, last = max(start, position), min(end, length)
        if last <= first:
            continue
        spans.extend(_gap(source, position, first))
        spans.append(Span(role, first, last))
        position = last
    spans.extend(_gap(source, position, length))
    return tuple(spans)


def _gap(source: str, start: int, end: int) -> Iterable[Span]:
    """The unclaimed stretch: `chrome` from its first to its last visible character, `blank` around it."""
    if end <= start:
        return
    text = source[start:end]
    inner = text.strip()
    if not inner:
        yield Span("blank", start, end)
        return
    first = start + len(text) - len(text.lstrip())
    last = first + len(inner)
    if first > start:
        yield Span("blank", start, first)
    yield Span("chrome", first, last)
    if end > last:
        yield Span("blank", last, end)
