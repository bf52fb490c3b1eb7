"""What a selection on the page means: which text it is, and which part of which block."""

from __future__ import annotations

from typing import NamedTuple

from ...cable import Block, Cable
from ...cable.patterns import lazy
from .rows import HEADER, Page, Passage, Place

_WORD = lazy(r"[^\W_](?:[\w'’.&/-]*[^\W_])?")


class Part(NamedTuple):
    """The characters `[start, end)` of `Block.text`, with the index of the block."""

    block: int
    start: int
    end: int


def selected_text(page: Page, start: Place, end: Place) -> str:
    """The text between two places: reflowed, without gutter, passages apart by a blank line."""
    pieces: list[str] = []
    for index in range(start.passage, min(end.passage + 1, len(page.passages))):
        passage = page.passages[index]
        first = start.offset if index == start.passage else 0
        last = end.offset if index == end.passage else len(passage.text)
        piece = passage.text[first:last]
        if piece.strip():
            pieces += [_joint(page, index, bool(pieces)), piece]
    return "".join(pieces)


def _joint(page: Page, index: int, follows: bool) -> str:
    if not follows:
        return ""
    return "\n\n" if page.passages[index].before else "\n"


def selected_parts(page: Page, cable: Cable, start: Place, end: Place) -> list[Part]:
    """The parts of all blocks that are selected, trimmed; in order.

    In the source view offsets are led back to the block's text.
    """
    parts: list[Part] = []
    for index, block in enumerate(cable.blocks):
        found = _in_source(block, start, end) if page.raw else _in_passage(page, index, start, end)
        if found is None:
            continue
        first, last = found
        chosen = block.text[first:last]
        if chosen.strip():
            first += len(chosen) - len(chosen.lstrip())
            parts.append(Part(index, first, first + len(chosen.strip())))
    return parts


def _in_passage(page: Page, block: int, start: Place, end: Place) -> tuple[int, int] | None:
    passage = page.rows[page.spots[block][0]].passage
    if not start.passage <= passage <= end.passage:
        return None
    first = start.offset if passage == start.passage else 0
    last = end.offset if passage == end.passage else len(page.passages[passage].text)
    return first, last


def _in_source(block: Block, start: Place, end: Place) -> tuple[int, int] | None:
    if not block.spans or start.offset >= block.spans[-1][1] or end.offset <= block.spans[0][0]:
        return None
    return block.from_source(start.offset), block.from_source(end.offset)


def word_at(passage: Passage, offset: int) -> tuple[int, int]:
    """The word around a character, with its inner hyphens, dots and apostrophes; the character where there is none."""
    for match in _WORD.finditer(passage.text, max(passage.text.rfind(" ", 0, offset), 0)):
        if match.start() > offset:
            break
        if offset < match.end():
            return match.span()
    return offset, min(offset + 1, len(passage.text))


def whole(page: Page, place: Place) -> tuple[Place, Place]:
    """The whole passage around a place; of the source its line."""
    text = page.passages[place.passage].text
    if page.raw or page.passages[place.passage].block == HEADER:
        start = text.rfind("\n", 0, place.offset) + 1
        end = text.find("\n", place.offset)
        return Place(place.passage, start), Place(place.passage, len(text) if end < 0 else end)
    return Place(place.passage, 0), Place(place.passage, len(text))
