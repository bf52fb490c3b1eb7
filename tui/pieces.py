"""Stretches of rows that notes are shown on: what each is, and the signs and colours of names. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple
from zlib import crc32

from ..cable.safe import visible
from .page.cells import wrap
from .typed import tag_line

Role = Literal[
    "label", "age", "text", "tag", "quote", "state", "missing", "exact", "draft", "bar", "current", "title", "hint",
    "lit", "gone", "new", "hue-1", "hue-2", "hue-3", "hue-4",
    "yellow", "green", "blue", "pink", "orange",
]  # fmt: skip
"""How a stretch of a card is to look; the widget gives each role a style from the theme."""


_HUES: tuple[Role, ...] = ("hue-1", "hue-2", "hue-3", "hue-4")
"""Colours of names: the same for a name always. What differs in colour differs in its words or its sign too."""
_SIGNS = "▲■▼△□▽"
"""What stands before names; none of them marks anything on a page."""
_COLORS: tuple[Role, ...] = ("yellow", "green", "blue", "pink", "orange")


class Piece(NamedTuple):
    """A stretch of a row."""

    text: str
    role: Role


Row = tuple[Piece, ...]


def signature(author: str) -> Row:
    """Who wrote a note, with a sign and a colour that are always the same for a name; nothing where it is not told."""
    if not author:
        return ()
    sign = _SIGNS[_number(author) // len(_HUES) % len(_SIGNS)]
    return (Piece(f"{sign} {visible(author)}", _hue(author)),)


def _hue(name: str) -> Role:
    return _HUES[_number(name.casefold()) % len(_HUES)]


def _number(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))


def tag_pieces(tags: Iterable[str]) -> tuple[Piece, ...]:
    """Tags on a line, each in the colour of its name."""
    return tuple(
        Piece(f"{' ' if number else ''}{visible(tag_line((tag,)))}", _hue(tag)) for number, tag in enumerate(tags)
    )


def swatch(color: str) -> str:
    """A colour in one cell, to be painted with it: its first letter, for whoever sees no colours."""
    return visible(color[:1])


def color_role(color: str) -> Role:
    """The role that paints a colour; one that this version does not know is painted as the first."""
    return next((role for role in _COLORS if role == color), _COLORS[0])


def wrapped(pieces: Sequence[Piece], room: int) -> Iterator[Row]:
    """Pieces that follow one another as rows of so many cells."""
    text = "".join(piece.text for piece in pieces)
    ends = list(accumulate(len(piece.text) for piece in pieces))
    for cut in wrap(text, room):
        row: list[Piece] = []
        for piece, end in zip(pieces, ends, strict=True):
            start = end - len(piece.text)
            if start < cut.end and end > cut.start:
                row.append(Piece(text[max(start, cut.start) : min(end, cut.end)], piece.role))
        yield tuple(row)
