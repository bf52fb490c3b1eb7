"""Hints drawn into a row of the page: no letter is hidden, nor pushed out of the pane while there are blanks. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from .cells import cells
from .paint import Piece

if TYPE_CHECKING:
    from .links import Link


def hinted(pieces: Sequence[Piece], links: Iterable[Link], room: int = 0) -> list[Piece]:
    """The pieces of a row with the hints of its passage; `room` is the cells there are for it, 0 for no end of them.

    A hint takes the place of a space where there is one before it. What it needs beside that comes from the gutter.
    """
    hints: dict[int, str] = {}
    spaced: set[int] = set()
    for link in links:
        hints[link.at.offset] = hints.get(link.at.offset, "") + link.hint
        if link.spaced:
            spaced.add(link.at.offset)
    found: list[Piece] = []
    for piece in _cut(pieces, hints):
        if piece.offset is not None and piece.offset in hints:
            if found and piece.offset in spaced:
                found[-1] = found[-1]._replace(text=found[-1].text[:-1])
            found.append(Piece(hints[piece.offset], ("hint",), piece.offset))
            if piece.text[:1].isdigit():  # else it would be read as one number with it
                found.append(Piece(" ", ("text",), None))
        if found and _is_blank(piece) and _is_blank(found[-1]):
            piece = piece._replace(text=found.pop().text + piece.text)
        found.append(piece)
    return _made_room(found, room)


def _cut(pieces: Sequence[Piece], hints: Mapping[int, str]) -> Iterator[Piece]:
    """The pieces, cut so that one begins where a hint is drawn."""
    for piece, after in zip_longest(pieces, pieces[1:]):
        if piece.offset is None:
            yield piece
            continue
        end = piece.offset + len(piece.text)
        if after is not None and after.offset is not None:
            end = after.offset  # a space of a justified row is wider than it is long
        edges = [piece.offset, *sorted(at for at in hints if piece.offset < at < end)]
        for first, last in zip_longest(edges, edges[1:]):
            text = piece.text[first - piece.offset : last - piece.offset if last is not None else None]
            yield piece._replace(text=text, offset=first)


def _made_room(pieces: list[Piece], room: int) -> list[Piece]:
    """The pieces with fewer blanks behind the text, where the row is too long, and before it.

    There the text stays where it is when hints stand at its beginning.
    """
    text = next((index for index, piece in enumerate(pieces) if piece.offset is not None), 0)
    over = sum(cells(piece.text) for piece in pieces) - room if room else 0
    for index in range(len(pieces) - 1, text, -1):
        over -= _shorten(pieces, index, over)
    if text > 0:
        at_first = takewhile(lambda piece: piece.offset is None or piece.roles == ("hint",), pieces[text:])
        _shorten(pieces, text - 1, max(over, sum(cells(piece.text) for piece in at_first)))
    return pieces


def _shorten(pieces: list[Piece], index: int, need: int) -> int:
    """Take so many cells from a piece between the texts, as far as it is blank, but for one; how many were taken."""
    piece = pieces[index]
    taken = max(min(need, len(piece.text) - 1), 0) if _is_blank(piece) else 0
    pieces[index] = piece._replace(text=piece.text[taken:])
    return taken


def _is_blank(piece: Piece) -> bool:
    return piece.offset is None and not piece.text.strip()
