"""Sentences and words of a text, to be selected without a mouse."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from ...cable.patterns import lazy

Unit = Literal["paragraph", "sentence", "word"]
NEXT: dict[Unit, Unit | None] = {"paragraph": "sentence", "sentence": "word", "word": None}
"""What the next press of the key selects."""

_END = lazy(r"[.!?][\"'”’)\]]{0,3}\s{1,8}(?=[\"'“‘(\[]{0,3}[A-Z0-9¶])")
_WORD = lazy(r"\S+")


def spans_of(text: str, unit: Unit) -> list[tuple[int, int]]:
    """The units of a text, in order; the whole text where it has only one."""
    if unit == "paragraph" or not text.strip():
        return [(0, len(text))]
    if unit == "word":
        return [match.span() for match in _WORD.finditer(text)]
    edges = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    spans = ((start, start + len(text[start:end].rstrip())) for start, end in pairwise(edges))
    return [(start, end) for start, end in spans if end > start]


def stepped(spans: Sequence[tuple[int, int]], chosen: tuple[int, int], step: int) -> tuple[int, int]:
    """The unit so many further on than the one that is chosen; the chosen one again at either end."""
    here = next((index for index, span in enumerate(spans) if span[1] > chosen[0]), len(spans) - 1)
    return spans[min(max(here + step, 0), len(spans) - 1)]


def stretched(spans: Sequence[tuple[int, int]], chosen: tuple[int, int], step: int) -> tuple[int, int]:
    """The chosen stretch with its end so many words further on, but never without a word."""
    last = next((index for index, span in enumerate(spans) if span[1] >= chosen[1]), len(spans) - 1)
    first = next((index for index, span in enumerate(spans) if span[1] > chosen[0]), 0)
    return chosen[0], spans[min(max(last + step, first), len(spans) - 1)][1]
