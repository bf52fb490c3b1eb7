"""What stands in a row of the cable list, piece by piece, each with its role. Pure; paints nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..cable.safe import visible
from .classification import short
from .columns import Columns, fit

if TYPE_CHECKING:
    from ..store.entry import Entry

_PORTION_MARK = re.compile(r"^\s*\((?:U|C|S|TS|SBU|LOU|FOUO)(?://?[A-Z]+)*\)\s*")
"""The mark of the subject line itself: its letters are in a column of their own, and room is scarce."""
MARK = "●"
"""What stands before the number of notes on a cable."""


class Piece(NamedTuple):
    """Some cells of a row and what they are ("" for what is simply text)."""

    text: str
    role: str


def pieces(entry: Entry, shape: Columns, notes: int = 0) -> Iterator[Piece]:
    """The pieces of a row, from left to right, as wide as its columns and the cells between them."""
    if entry.problem is not None:
        name = f"{entry.name}  {entry.problem}"
        yield Piece("! " + fit(one_line(name), max(sum(shape) + sum(width > 0 for width in shape) - 3, 0)), "problem")
        return
    if shape.date:
        yield Piece(fit(f"{entry.date:%Y-%m-%d}" if entry.date else "", shape.date) + " ", "quiet")
    if shape.post:
        yield Piece(fit(one_line(entry.post or ""), shape.post) + " ", "quiet")
    if shape.classification:
        form = short(entry.classification)
        yield Piece(fit(form.letters, shape.classification, right=True) + " ", form.level)
    mark = f" {MARK}{notes}" if notes else ""
    subject = _PORTION_MARK.sub("", one_line(entry.subject or entry.label), count=1)
    yield Piece(fit(subject, shape.subject - len(mark)), "")
    if mark:
        yield Piece(mark, "notes")


def about(entry: Entry) -> Iterator[Piece]:
    """The pieces of the line that says all about the cable under the cursor."""
    if entry.problem is not None:
        yield Piece(one_line(entry.name), "")
        yield Piece(f"  {one_line(entry.problem)}", "quiet")
        return
    yield Piece(one_line(entry.label), "")
    if entry.subject:
        yield Piece(f"  {one_line(entry.subject)}", "quiet")
    if entry.classification:
        yield Piece(f"  {one_line(entry.classification)}", short(entry.classification).level)


def one_line(text: str) -> str:
    """Text made visible, on one line."""
    return visible(text).replace("\n", " ")
