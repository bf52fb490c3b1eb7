"""Marks on cables as changes that undo and redo know, and what is said of them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..cable.safe import visible
from ..store.words import counted

if TYPE_CHECKING:
    from ..store.reading import Change


@dataclass(frozen=True, slots=True)
class MarkChange:
    """A change of read marks, flags, tags or bookmarks."""

    change: Change

    @property
    def key(self) -> str:
        """The key of its card: it has none among the notes."""
        return ""

    def inverse(self) -> MarkChange:
        """The change that takes this one back."""
        return MarkChange(self.change.inverse())


def describe_marks(change: Change, subject: str = "") -> str:
    """What a change did, in words: `06MEXICO4964 flagged`."""
    cables = sorted(change.cables)
    what = subject or (cables[0] if len(cables) == 1 else counted(len(cables), "cable"))
    come, gone = change.come, change.gone
    if change.kind == "tag":
        signs = [f"+#{row[2]}" for row in come] + [f"-#{row[2]}" for row in gone]
        return visible(f"{what}: {' '.join(signs)}")
    if change.kind == "bookmark":
        row = (*come, *gone)[0]
        place = f"¶{row[1]}" if row[1] else "the header"
        return visible(f"Bookmark {'set at' if come else 'taken from'} {place} of {row[0]}")
    done, undone = {"read": ("read", "unread"), "flag": ("flagged", "no longer flagged")}[change.kind]
    return visible(f"{what} {done if come else undone}")


def next_unread(
    cable: Callable[[int], str | None], rows: int, cursor: int, step: int, read: Container[str]
) -> int | None:
    """The nearest row below the cursor (above it, with -1) whose cable is unread, round the end of the list.

    `cable` gives the id of a row's cable, or None for a row that has none: those are passed over.
    """
    for distance in range(1, rows):
        row = (cursor + step * distance) % rows
        found = cable(row)
        if found is not None and found not in read:
            return row
    return None
