"""A cable as what is read out, page by page: the header, then block by block, each under its landmark. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from ...cable import Block, Cable
from ...cable.anchors import address_parts
from ...cable.passages import passages, remarks
from ...store.notes import Note, Placed
from ..page import header_lines

HEADER = -1
"""The page before the first block."""
_UNPLACED = ("orphan", "ambiguous")


class Pages:
    """The pages of a cable; its notes, numbered from 1 in reading order, stand on the pages that they are about."""

    def __init__(self, cable: Cable, placed: Sequence[Placed] = ()) -> None:
        """The pages of a cable with these notes."""
        self.cable = cable
        self.placed = tuple(placed)

    @cached_property
    def last(self) -> str | None:
        """The number of the last numbered paragraph."""
        return next((block.number for block in reversed(self.cable.blocks) if block.number), None)

    @cached_property
    def _passages(self) -> list[str | None]:
        return passages(self.cable.blocks)

    def page(self, at: int) -> Iterator[str]:
        """What is read out on a page: its landmark, its text, its notes."""
        if at == HEADER:
            yield from self._header()
        else:
            block = self.cable.blocks[at]
            yield self.landmark(at)
            if block.kind != "heading":
                yield block.text
        for number, placed in self.notes_at(at):
            yield from read_note(number, placed)

    def landmark(self, at: int) -> str:
        """What a page is: `Paragraph 4 of 12, comment, SBU.`"""
        if at == HEADER:
            return "Header."
        block = self.cable.blocks[at]
        if block.kind == "heading":
            return f"Heading: {block.text}"
        within = "comment within" if remarks(block.text) else None
        parts = [self.name(block), self._passages[at] or within, block.marking]
        return ", ".join(part for part in parts if part) + "."

    def name(self, block: Block) -> str:
        """What a block is called: `Paragraph 4 of 12`, `Item in paragraph 4`."""
        if block.kind in ("closing", "heading"):
            return block.kind.capitalize()
        number = address_parts(block.anchor)[0]
        if block.number:
            return f"Paragraph {block.number} of {self.last}"
        kind = {"item": "Item", "table": "Table"}.get(block.kind, "Text")
        return f"{kind} in paragraph {number}" if number and number != "0" else f"{kind} before paragraph 1"

    def _header(self) -> Iterator[str]:
        cable = self.cable
        yield f"Header. {cable.id or 'A text without an id'}."
        if cable.header.subject:
            yield f"Subject: {' '.join(cable.header.subject.split())}"
        for label, value in header_lines(cable):
            if label != "Id":
                yield f"{label}: {value}"
        yield f"{_counted(sum(1 for block in cable.blocks if block.number), 'numbered paragraph')}, {self.tally}."

    @property
    def tally(self) -> str:
        """How many notes there are."""
        return _counted(len(self.placed), "note")

    def notes_at(self, at: int) -> Iterator[tuple[int, Placed]]:
        """The notes of a page, with their numbers; those without a certain place are on that of the header."""
        for number, placed in enumerate(self.placed, 1):
            if placed.block is self._block(at):
                yield number, placed

    def _block(self, at: int) -> Block | None:
        return None if at == HEADER else self.cable.blocks[at]

    def at(self, block: Block | None) -> int:
        """The page of a block."""
        return next((index for index, found in enumerate(self.cable.blocks) if found is block), HEADER)

    def find(self, words: str, after: int) -> tuple[int, int, int] | None:
        """The next page with some words, from behind a page on and round again: that page, and which of how many it is.

        Capitals count once one is written.
        """
        exact = words != words.lower()
        hits = [
            index
            for index, block in enumerate(self.cable.blocks)
            if words in (block.text if exact else block.text.lower())
        ]
        if not hits:
            return None
        place = next((place for place, index in enumerate(hits) if index > after), 0)
        return hits[place], place + 1, len(hits)

    def outline(self) -> Iterator[str]:
        """The headings, and the paragraphs below each; passages are named."""
        for index, block in enumerate(self.cable.blocks):
            if block.kind == "heading":
                yield block.text
            elif block.number:
                words = " ".join(block.text.split()[:8])
                passage = f", {self._passages[index]}" if self._passages[index] else ""
                yield f"  {block.number}{passage}: {words}"


def read_note(number: int, placed: Placed) -> Iterator[str]:
    """A note with its number, its tags, and a word where it does not stand as it was written."""
    note = placed.note
    parts = [f"Note {number}", *(f"#{tag}" for tag in note.tags), note.author]
    if placed.state in _UNPLACED:
        parts.append(f"without a certain place, written on “{_short(note)}”")
    elif placed.state == "changed":
        parts.append("the text differs from the one it was written on")
    yield ", ".join(part for part in parts if part) + ":"
    yield note.body


def _short(note: Note, most: int = 60) -> str:
    quote = " ".join((note.quote or "the whole cable").split())
    return quote if len(quote) <= most else f"{quote[:most].rstrip()}…"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count or 'no'} {noun}s"
