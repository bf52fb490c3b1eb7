"""What a page is made of: passages of running text, the rows they are cut into, and the way between the two.

A `Passage` is one text with its place in the column; a `Row` says which of its characters stand on one line. A `Page`
finds rows from characters and characters from rows. Offsets are offsets in `Passage.text`, which has the length of the
text it shows, so that what is found or selected on the page is found in the cable.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import repeat
from typing import Literal, NamedTuple

from .cells import Cut, cells, offset_at

Role = Literal[
    "text",
    "title",
    "heading",
    "quiet",
    "label",
    "number",
    "repair",
    "marking",
    "note",
    "bookmark",
    "comment",
    "remark",
    "dimmed",
    "tag",
    "acronym",
    "reference",
    "secret",
    "confidential",
    "restricted",
    "unclassified",
    "furniture",
    "find",
    "find-current",
    "explained",
    "hint",
    "selection",
    "cursor",
    "lit",
    "noted",
    "yellow",
    "green",
    "blue",
    "pink",
    "orange",
]
"""How a stretch of text is to look; the widget gives each role a style from the theme."""

Flow = Literal["text", "lines", "table"]
"""How a text is cut into rows: as one paragraph, line by line, or not at all."""
HEADER = -1
"""The block index of the rows above the first block: the header."""
NOWHERE = -2
"""The block index of rows that belong to no block: blank rows, page chrome in the source."""


class Mark(NamedTuple):
    """A stretch of a text that has a role."""

    start: int
    end: int
    role: Role


class Label(NamedTuple):
    """A piece of text outside the running text: a number in the gutter, a field's name."""

    text: str
    role: Role


class Passage(NamedTuple):
    """One text of the page.

    `block` is the index of its block, `HEADER` or `NOWHERE`; `indent` the cell where its text begins and `hang` how
    much further in the rows after the first begin; `lead` what stands left of its rows, from the first row on; `tail`
    what stands at the right edge of its last row; `marks` are those that need no looking up, in order; `before` counts
    the blank rows above it. In a `table` each line of the text is one row; `lines` are wrapped one by one. `rule` is
    the cell of a thin line down its left side, 0 for none.
    """

    text: str
    role: Role
    block: int
    indent: int
    hang: int = 0
    lead: tuple[tuple[Label, ...], ...] = ()
    tail: Label | None = None
    marks: tuple[Mark, ...] = ()
    before: int = 0
    flow: Flow = "text"
    rule: int = 0


class Row(NamedTuple):
    """One line of the page: the characters `[start, end)` of a passage.

    `line` counts the rows of a passage from 0; a blank row above it has line -1 and no characters. `block` is the block
    the row belongs to, `HEADER` or `NOWHERE`; `soft` is true where a line of the text was broken to fit.
    """

    passage: int
    start: int
    end: int
    line: int
    block: int
    soft: bool = False


class Place(NamedTuple):
    """A character of the page: an offset in a passage's text."""

    passage: int
    offset: int


class Page(NamedTuple):
    """A text laid out at a width; `raw` is true where the passage is the source itself, `justified` where rows that run
    on end at the right edge.

    `firsts[i]` is the first row of passage i, `spots[b]` the half-open range of rows of block b.
    """

    width: int
    passages: tuple[Passage, ...]
    rows: tuple[Row, ...]
    firsts: tuple[int, ...]
    spots: tuple[tuple[int, int], ...]
    raw: bool = False
    justified: bool = False

    def passage(self, row: int) -> Passage:
        """The passage that a row shows."""
        return self.passages[self.rows[row].passage]

    def is_heading(self, block: int) -> bool:
        """Whether a block is a heading, and not text."""
        return 0 <= block < len(self.spots) and self.passage(self.spots[block][0]).role == "heading"

    def row_of(self, place: Place) -> int:
        """The row that shows a character (or, for white space between two rows, the row before it)."""
        first, following = self.firsts[place.passage], place.passage + 1
        last = len(self.rows)
        if following < len(self.firsts):
            last = self.firsts[following] - self.passages[following].before
        return max(bisect_right(self.rows, place.offset, first, last, key=lambda row: row.start) - 1, first)

    def place(self, row: int, cell: int) -> Place:
        """The character at a cell of a row, or the nearest one that the row shows."""
        found = self.rows[row]
        passage = self.passages[found.passage]
        return Place(found.passage, offset_at(passage.text, found.start, found.end, cell - indent_of(passage, found)))

    def place_in_block(self, block: int, offset: int) -> Place | None:
        """Where a character of a block stands; in the source view `offset` counts from the start of the source."""
        if not 0 <= block < len(self.spots):
            return None
        return Place(self.rows[self.spots[block][0]].passage, offset)

    def is_tail(self, row: int, cell: int) -> bool:
        """Whether a cell of a row belongs to what stands at its right edge."""
        tail = self.passage(row).tail
        return tail is not None and is_last(self, row) and self.width - cells(tail.text) <= cell < self.width

    def block_at(self, row: int) -> int:
        """The block of a row; a blank row counts to the block above it, `HEADER` where there is none."""
        for index in range(min(row, len(self.rows) - 1), -1, -1):
            if self.rows[index].block != NOWHERE:
                return self.rows[index].block
        return HEADER

    def spot(self, block: int) -> tuple[int, int]:
        """The rows of a block; of the header those above the first block."""
        if block >= 0:
            return self.spots[block]
        return 0, self.spots[0][0] if self.spots else len(self.rows)

    def head(self, block: int) -> int:
        """The first row of a block, or of the header, that has text."""
        return self.spots[block][0] if block >= 0 else self.firsts[0]


def indent_of(passage: Passage, row: Row) -> int:
    """The cell where the text of a row begins."""
    hangs = row.soft if passage.flow == "lines" else row.line > 0
    return passage.indent + (passage.hang if hangs else 0)


def is_last(page: Page, row: int) -> bool:
    """Whether a row is the last of its passage."""
    return row + 1 == len(page.rows) or page.rows[row + 1].passage != page.rows[row].passage


def rows_of(index: int, passage: Passage, cuts: Sequence[Cut], blocks: Sequence[int] = ()) -> list[Row]:
    """The rows of a passage that was cut so, with the blank rows above it, and below it where `lead` needs them.

    `blocks` are the blocks of the single rows where they are not all that of the passage.
    """
    rows = [Row(index, 0, 0, -1, NOWHERE)] * passage.before
    owners = blocks or repeat(passage.block)
    rows += [
        Row(index, start, end, line, block, soft)
        for line, ((start, end, soft), block) in enumerate(zip(cuts, owners, strict=False))
    ]
    end = rows[-1].end
    rows += [Row(index, end, end, line, passage.block) for line in range(len(cuts), len(passage.lead))]
    return rows


def apart(rows: Sequence[Row]) -> list[Row]:
    """The rows of a passage with a blank one between every two of its lines."""
    found: list[Row] = []
    for row in rows:
        if row.line > 0:
            found.append(row._replace(end=row.start, line=-1))
        found.append(row)
    return found


def touching(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    """Those of some marks, in order and none over another, that touch the characters `[start, end)`."""
    first = bisect_right(marks, start, key=lambda mark: mark.end)
    return marks[first : bisect_left(marks, end, key=lambda mark: mark.start)]
