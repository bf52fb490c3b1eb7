"""What stands in a row of the cable list, piece by piece, each with its role. Pure; paints nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..cable.safe import visible
from ..store.classification import short
from .columns import Columns, fit

if TYPE_CHECKING:
    from ..store.entry import Entry

_PORTION_MARK = re.compile(r"^\s*\((?:U|C|S|TS|SBU|LOU|FOUO)(?://?[A-Z]+)*\)\s*")
"""The mark of the subject line itself: its letters are in a column of their own, and room is scarce."""
MARK = "●"
"""What stands before the number of notes on a cable."""
UNREAD, FLAGGED = "•", "*"
"""The mark of a cable that was not read yet, and of one that is flagged."""


class Piece(NamedTuple):
    """Some cells of a row and what they are ("" for what is simply text)."""

    text: str
    role: str


class Marked(NamedTuple):
    """What a row tells of a cable besides its header: how many notes it has, whether it is unread or flagged."""

    notes: int = 0
    unread: bool = False
    flagged: bool = False


UNMARKED = Marked()


def pieces(entry: Entry, shape: Columns, marked: Marked = UNMARKED) -> Iterator[Piece]:
    """The pieces of a row, from left to right, as wide as its columns and the cells between them.

    What is unread has a mark and a heavier subject; a flag takes the place of the mark.
    """
    if entry.problem is not None:
        width = sum(shape) + sum(cells > 0 for cells in shape[1:]) - 1
        yield Piece(fit(f"! {one_line(entry.name)}  {one_line(entry.problem)}", width), "problem")
        return
    if shape.mark:
        mark = FLAGGED if marked.flagged else UNREAD if marked.unread else ""
        yield Piece(fit(mark, shape.mark), "flag" if marked.flagged else "unread-mark")
    if shape.date:
        yield Piece(fit(f"{entry.date:%Y-%m-%d}" if entry.date else "", shape.date) + " ", "quiet")
    if shape.post:
        yield Piece(fit(one_line(entry.post or ""), shape.post) + " ", "quiet")
    if shape.classification:
        form = short(entry.classification)
        yield Piece(fit(form.letters, shape.classification, right=True) + " ", form.level)
    notes = f" {MARK}{marked.notes}" if marked.notes else ""
    subject = _PORTION_MARK.sub("", one_line(entry.subject or entry.label), count=1)
    yield Piece(fit(subject, shape.subject - len(notes)), "unread" if marked.unread else "")
    if notes:
        yield Piece(notes, "notes")


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
