"""What a block is part of: the summary, a comment, and the section of the telegram it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .model import Block, Cable
from .patterns import lazy

_SETS_OFF = lazy(
    r"\W{0,4}(?:begin\s+)?(?:(?P<summary>(?:executive\s+)?summary\b)|(?P<comment>(?:comment|note)s?\b))", re.I
)
_TITLE = lazy(r"\W{0,4}(?:begin\s+)?(?:(?:executive\s+)?summary|comments?)\b", re.I)
_MARKED = re.compile(r"[:.\s(-]")
_ENDS = lazy(r"\bend(?:\s+of)?\s+(?:summary|comments?|note)\b", re.I)
_REMARK = lazy(
    r"(?:(?P<open>[(\[])\s?|(?<=[.!?)\"”’] ))(?:begin )?"
    r"(?:(?:post|embassy|consulate|mission)(?:'s)? )?(?:comment|note)s?\s?[:.]",
    re.I,
)
_CLOSED = lazy(r"\bend (?:of )?(?:comment|note)s?\b[.)\]]{0,3}", re.I)
_PARENS = re.compile(r"[()\[\]]")
_SECTION = lazy(r"(\d{1,3}(?:\.\d)? OF \d{1,3})(?!\d)")


def passages(blocks: Sequence[Block]) -> list[str | None]:
    """For each block `summary`, `comment` (which a note counts as too) or None.

    A passage goes from its first word, or from its heading, to `End summary` and the like; without an end it stops
    before the next heading or the next numbered paragraph.
    """
    found: list[str | None] = []
    within: str | None = None
    titled = False
    for block in blocks:
        if block.kind == "heading":
            title = _SETS_OFF.match(block.text) if _TITLE.match(block.text) else None
            within, titled = (_kind(title) if title else None), title is not None
            found.append(None)
            continue
        if block.number is not None and not titled:
            within = None
        start = _SETS_OFF.match(block.text)
        if start and _MARKED.match(block.text, start.end()):
            within = _kind(start)
        found.append(None if block.kind == "closing" else within)
        if within and _ENDS.search(block.text):
            within, titled = None, False
    return found


def _kind(found: re.Match[str]) -> str:
    return "summary" if found["summary"] else "comment"


def remarks(text: str) -> list[tuple[int, int]]:
    """The comments and notes of the drafter inside a paragraph of the report, as offsets: `(Note: ... End note.)`.

    One goes to its `End comment`, or to the bracket that closes it; where it has neither, to the end of the paragraph.
    """
    found: list[tuple[int, int]] = []
    at = 0
    while match := _REMARK.search(text, at):
        at = _end_of_remark(text, match)
        found.append((match.start(), at))
    return found


def _end_of_remark(text: str, begun: re.Match[str]) -> int:
    closed = _CLOSED.search(text, begun.end())
    last = closed.end() if closed else len(text)
    if begun["open"]:
        depth = 1
        for paren in _PARENS.finditer(text, begun.end(), last):
            depth += 1 if paren[0] in "([" else -1
            if not depth:
                return paren.end()
    return last


def sections(cable: Cable) -> list[str | None]:
    """For each block the part of the telegram it begins in, as the last page break before it says: `003 OF 008`."""
    breaks = [
        (item.span[0], part[1])
        for item in cable.furniture
        if " OF " in item.text and (part := _SECTION.search(item.text))
    ]
    found: list[str | None] = []
    place, last = 0, None
    for block in cable.blocks:
        start = block.spans[0][0] if block.spans else 0
        while place < len(breaks) and breaks[place][0] < start:
            last = breaks[place][1]
            place += 1
        found.append(last)
    return found
