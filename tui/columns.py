"""The columns of a list row: how wide each is in a pane, and text cut to cells. Pure."""

from __future__ import annotations

from typing import NamedTuple

from .page import cells

MARK = 1
"""Cells of the mark."""
DATE = 10
"""Cells of a date, `2006-09-01`."""


class Columns(NamedTuple):
    """Cells of the columns of a row; 0 for a column that is not shown. One cell stands between two columns.

    `mark` is the cell before them all, which says that a cable is unread or flagged.
    """

    mark: int
    date: int
    post: int
    classification: int
    subject: int


_WANTED = ((14, 4, 24), (12, 4, 16), (8, 3, 12), (8, 0, 12), (0, 0, 8))
"""Cells of post and classification, and how many the subject must keep: from the widest pane to the narrowest."""


def columns(width: int) -> Columns:
    """The columns for a row of so many cells: a narrow pane drops the classification first, then post, then date."""
    for post, classification, least in _WANTED:
        taken = MARK + DATE + 1 + (post + 1 if post else 0) + (classification + 1 if classification else 0)
        if width - taken >= least:
            return Columns(MARK, DATE, post, classification, width - taken)
    mark = MARK if width > MARK else 0
    return Columns(mark, 0, 0, 0, max(width - mark, 0))


def fit(text: str, width: int, right: bool = False) -> str:
    """Text of exactly so many cells: padded (on the left if it stands `right`), or cut with an ellipsis."""
    if width <= 0:
        return ""
    if cells.cells(text[: width * 4]) > width:
        head = text[: cells.fit(text, 0, len(text), width - 1)]
        text = (head if cells.cells(head) < width else "") + "…"
    padding = " " * (width - cells.cells(text))
    return padding + text if right else text + padding
