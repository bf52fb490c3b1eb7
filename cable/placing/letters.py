"""A body as one stream of letters and digits, and the ways from the stream to its blocks and their texts."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from ..anchors import skeleton


@dataclass(frozen=True, slots=True)
class Letters:
    """The skeletons of a body's blocks: `stream` is all of them, block k stands at `starts[k]:starts[k + 1]`."""

    blocks: tuple[str, ...]
    stream: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Letters:
        """The letters of the texts of blocks."""
        blocks = tuple(map(skeleton, texts))
        return cls(blocks, "".join(blocks), tuple(accumulate(map(len, blocks), initial=0)))

    def block_at(self, offset: int) -> int:
        """The block that has the letter at an offset of the stream."""
        return bisect_right(self.starts, offset) - 1

    def span(self, index: int) -> tuple[int, int]:
        """Where a block stands in the stream."""
        return self.starts[index], self.starts[index + 1]


def offsets(text: str) -> list[int]:
    """For each letter of `skeleton(text)`, the offset of the character of `text` that it comes from."""
    if text.isascii():
        return [index for index, letter in enumerate(text) if letter.isalnum()]
    return [index for index, letter in enumerate(text) for _ in _letters(letter)]


def _letters(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isalnum() else ""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", letter).casefold()))
