"""The marks of a page, looked for only where it is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ...cable.passages import remarks
from .explain import term_marks
from .rows import Mark, Page, touching

if TYPE_CHECKING:
    from ...cable.terms import Terms

_CHUNK = 4096
"""Terms are looked for in stretches of so many characters, so that a megabyte in one paragraph costs no more."""
_OVERLAP = 128
_KEPT = 256


class PageMarks:
    """The fixed marks of a page, the terms and remarks in its blocks; a stretch of text is read once and remembered."""

    def __init__(self, page: Page, terms: Callable[[], Terms]) -> None:
        """The marks of `page`; `terms` is called when the first block is looked at."""
        self._page = page
        self._terms = terms
        self._chunk = lru_cache(maxsize=_KEPT)(self._read)
        self._remarks = lru_cache(maxsize=_KEPT)(self._look_for_remarks)

    def of(self, passage: int, start: int, end: int) -> list[Mark]:
        """The marks that touch the characters `[start, end)` of a passage, in order."""
        shown = self._page.passages[passage]
        found = list(touching(shown.marks, start, end))
        if shown.block >= 0 and not self._page.raw:
            found += touching(self._remarks(passage), start, end)
            for chunk in range(max(start - _OVERLAP, 0) // _CHUNK, max(end - 1, start) // _CHUNK + 1):
                found += touching(self._chunk(passage, chunk), start, end)
        return found

    def _look_for_remarks(self, passage: int) -> Sequence[Mark]:
        """The comments inside a paragraph; one that is a comment as a whole has a line at its side."""
        shown = self._page.passages[passage]
        return () if shown.rule else [Mark(*span, "remark") for span in remarks(shown.text)]

    def _read(self, passage: int, chunk: int) -> Sequence[Mark]:
        """The terms that begin in a chunk; what is read overlaps, so that none is cut."""
        text = self._page.passages[passage].text
        first, last = chunk * _CHUNK, (chunk + 1) * _CHUNK
        before = max(first - _OVERLAP, 0)
        marks = term_marks(self._terms(), text[before : last + _OVERLAP])
        moved = (Mark(mark.start + before, mark.end + before, mark.role) for mark in marks)
        return [mark for mark in moved if first <= mark.start < last]
