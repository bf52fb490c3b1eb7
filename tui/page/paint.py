"""One row of a page as pieces of text with roles: what a widget has only to colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .cells import cells, fit, offset_at
from .rows import Label, Mark, Page, Passage, Role, Row, indent_of, is_last
from .stretch import Gap, gaps

BAR = "▌"
NOTE, BOOKMARK, RULE = "●", "◆", "┊"
LEFT, RIGHT = "‹", "›"


class Piece(NamedTuple):
    """A stretch of one row and its roles, the strongest last; `offset` is that of its first character, or None."""

    text: str
    roles: tuple[Role, ...]
    offset: int | None


class Look(NamedTuple):
    """What is laid over a row: `cursor` draws the bar (bright where it is `lit`), `note` and `bookmark` their marks.

    `dimmed` makes it quiet; `room` is the cells there are up to the edge of the pane, `shift` how many cells tables are
    moved to the left.
    """

    cursor: bool = False
    note: bool = False
    bookmark: bool = False
    dimmed: bool = False
    room: int = 0
    shift: int = 0
    lit: bool = False


PLAIN = Look()


def paint(page: Page, number: int, marks: Sequence[Mark], look: Look = PLAIN) -> list[Piece]:
    """The pieces of a row from the left edge of the column; later marks lie over earlier ones."""
    row = page.rows[number]
    if row.line < 0:
        return []
    passage = page.passages[row.passage]
    pieces = _gutter(page, number, look)
    text = _text(passage, row, marks) if passage.flow != "table" else _sideways(passage, row, marks, look)
    spread = gaps(page, number)
    pieces += list(_stretched(text, spread)) if spread else text
    if passage.tail and is_last(page, number):
        used = indent_of(passage, row) + sum(cells(piece.text) for piece in text)
        gap = page.width - used - cells(passage.tail.text)
        pieces += [Piece(" " * max(gap, 1), ("text",), None), Piece(passage.tail.text, (passage.tail.role,), None)]
    return [piece._replace(roles=(*piece.roles, "dimmed")) for piece in pieces] if look.dimmed else pieces


def _gutter(page: Page, number: int, look: Look) -> list[Piece]:
    """Bar, lead and note mark, padded to where the text of the row begins."""
    row = page.rows[number]
    passage = page.passages[row.passage]
    indent = indent_of(passage, row)
    lead: tuple[Label, ...] = passage.lead[row.line] if row.line < len(passage.lead) else ()
    bar: tuple[Role, ...] = ("cursor", "lit") if look.lit else ("cursor",)
    pieces = [Piece(BAR, bar, None) if look.cursor else Piece(" ", ("text",), None)]
    pieces += [Piece(label.text, (label.role,), None) for label in lead if label.text]
    used = sum(cells(piece.text) for piece in pieces)
    signs = _signs(look, passage.indent - 1 - used)
    if signs:
        gap = max(passage.indent - 1 - used - len(signs), 0)
        pieces += [Piece(" " * gap, ("text",), None), *signs]
        used += gap + len(signs)
    if used <= passage.rule:
        pieces += [Piece(" " * (passage.rule - used), ("text",), None), Piece(RULE, ("comment",), None)]
        used = passage.rule + 1
    pieces.append(Piece(" " * max(indent - used, 0), ("text",), None))
    return pieces


def _stretched(pieces: Iterable[Piece], spread: Iterable[Gap]) -> Iterator[Piece]:
    """The pieces of a row with its spaces as wide as they are to be; what comes after one is a piece of its own."""
    wider = dict(spread)
    for piece in pieces:
        start, offset = 0, piece.offset or 0
        for at in range(len(piece.text)):
            more = wider.get(offset + at, 0)
            if more:
                yield Piece(piece.text[start : at + 1] + " " * more, piece.roles, offset + start)
                start = at + 1
        if start < len(piece.text):
            yield Piece(piece.text[start:], piece.roles, offset + start)


def _signs(look: Look, room: int) -> list[Piece]:
    """The signs that stand close to the text, the note's last; where there is room for one only, that is the note's."""
    found = [Piece(BOOKMARK, ("bookmark",), None)] if look.bookmark and (room > 1 or not look.note) else []
    if look.note:
        return [*found, Piece(NOTE, ("note",), None)]
    return [*found, Piece(" ", ("text",), None)] if found and room > 1 else found


def _text(passage: Passage, row: Row, marks: Iterable[Mark], start: int = -1, end: int = -1) -> list[Piece]:
    """The characters of a row, cut wherever a mark begins or ends."""
    first, last = (row.start, row.end) if start < 0 else (start, end)
    over = [mark for mark in marks if mark.start < last and mark.end > first]
    edges = sorted({first, last, *(min(max(edge, first), last) for mark in over for edge in mark[:2])})
    pieces: list[Piece] = []
    for left, right in pairwise(edges):
        roles = tuple(mark.role for mark in over if mark.start < right and mark.end > left)
        pieces.append(Piece(passage.text[left:right], (passage.role, *roles), left))
    return pieces


def _sideways(passage: Passage, row: Row, marks: Iterable[Mark], look: Look) -> list[Piece]:
    """The part of a table's row that is in view; arrows tell that it goes on to the left or right."""
    room = max(look.room - indent_of(passage, row), 2)
    start = offset_at(passage.text, row.start, row.end, look.shift)
    end = fit(passage.text, start, row.end, room) if start < row.end else row.end
    left, right = row.start < start, end < row.end
    if left and start < end:
        start += 1
    if right and start < end:
        end -= 1
    pieces = _text(passage, row, marks, start, end)
    if left:
        pieces.insert(0, Piece(LEFT, ("quiet",), None))
    return [*pieces, Piece(RIGHT, ("quiet",), None)] if right else pieces
