"""Finding words on a page: in the running text, so that a line broken to fit does not break what is looked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from .rows import Mark, Page, Place

Places: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]
"""Finds the places of something in a text, in order."""


class Hit(NamedTuple):
    """One place where the words stand: offsets in the text of a passage."""

    passage: int
    start: int
    end: int


class Found(NamedTuple):
    """All hits of a query in reading order, and which of them is the current one.

    `places` is what finds them, where that is more than the words of the query next to each other.
    """

    query: str = ""
    hits: tuple[Hit, ...] = ()
    current: int = -1
    places: Places | None = None

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        return self.hits[self.current] if 0 <= self.current < len(self.hits) else None

    def moved(self, step: int) -> tuple[Found, bool]:
        """The next or previous hit, and whether that went around the end of the text."""
        if not self.hits:
            return self, False
        following = self.current + step if self.current >= 0 or step > 0 else -1
        wrapped = not 0 <= following < len(self.hits)
        return self._replace(current=following % len(self.hits)), wrapped

    def marks(self, passage: int, start: int, end: int) -> list[Mark]:
        """The hits that touch the characters `[start, end)` of a passage, as marks."""
        found: list[Mark] = []
        for index in range(max(bisect_right(self.hits, Hit(passage, start, 0)) - 1, 0), len(self.hits)):
            hit = self.hits[index]
            if (hit.passage, hit.start) >= (passage, end):
                break
            if hit.passage == passage and hit.end > start:
                found.append(Mark(hit.start, hit.end, "find-current" if index == self.current else "find"))
        return found


NOTHING = Found()


def pattern(query: str) -> re.Pattern[str] | None:
    """What a query looks for: its words as they are, any white space between them; None where it has none.

    Capitals count only where the query has one.
    """
    words = query.split()
    if not words:
        return None
    flags = re.NOFLAG if query != query.lower() else re.IGNORECASE
    return re.compile(r"\s+".join(re.escape(word) for word in words), flags)


def find(page: Page, query: str, start: Place | None = None, places: Places | None = None) -> Found:
    """All places where a query stands on a page; the current one is the first at or after `start`, else the first.

    `places` finds them in a text, if that is not by the words of the query.
    """
    finds = places or _places(query)
    if finds is None:
        return NOTHING
    hits = tuple(
        Hit(index, first, end) for index, passage in enumerate(page.passages) for first, end in finds(passage.text)
    )
    if not hits:
        return Found(query, places=places)
    first = bisect_left(hits, Hit(start.passage, start.offset, 0)) if start else 0
    return Found(query, hits, first % len(hits), places)


def _places(query: str) -> Places | None:
    looked_for = pattern(query)
    if looked_for is None:
        return None
    return lambda text: (match.span() for match in looked_for.finditer(text))
