"""The paragraphs: furniture taken out, sentences joined, numbering solved, headings found, text reflowed.

Public names: `read_body` and its `Body`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..mapped import Mapped
from ..model import Block, BlockKind, Furniture, Repair, Span

__all__ = ["Body", "read_body"]


@dataclass(frozen=True, slots=True)
class Body:
    """What the lines below the header say; every offset is one of the source.

    `spans` are in order and do not overlap, but need not cover: blank lines are left to the caller.
    """

    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    repairs: tuple[Repair, ...] = ()
    signer: str | None = None
    spans: tuple[Span, ...] = ()


_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_NUMBER = re.compile(r"¶?(\d{1,3})\. *(?:\(([A-Z/ ]{1,9})\))? *")


def read_body(telegram: Mapped, start: int, post: str | None = None) -> Body:
    """The body of a telegram, which begins at `start` of its text. Never raises."""
    blocks: list[Block] = []
    spans: list[Span] = []
    last, index = "0", 0
    for found in _PARAGRAPH.finditer(telegram.text, start):
        head = _NUMBER.match(found[0])
        number, marking, skip = (head[1], head[2], head.end()) if head else (None, None, 0)
        last, index = (number, 0) if number else (last, index + 1)
        anchor = last if number else f"{last}.{index}"
        first, end = found.start() + skip, found.end()
        runs = telegram.runs_of(first, end)
        span = (telegram.to_source(found.start()), telegram.to_source(end - 1) + 1)
        text = telegram.text[first:end].replace("\n", " ")
        kind: BlockKind = "paragraph" if number else "continuation"
        blocks.append(Block(kind, number, marking, anchor, None, text, (span,), runs))
        spans.append(Span("paragraph", *span))
    return Body(tuple(blocks), spans=tuple(spans))
