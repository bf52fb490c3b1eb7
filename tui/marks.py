"""Marks on cables as changes that undo and redo know, and what is said of them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..cable.anchors import address_label
from ..cable.safe import visible
from ..store.words import counted
from .deck import place_of

if TYPE_CHECKING:
    from ..store.reading import Change

_FEW, _MANY = 128, 8192
"""Rows whose ids are asked for at once: at first, and where all those before were read."""


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
        place = place_of(address_label(row[1]) if row[1] else "header")
        return visible(f"Bookmark {'set at' if come else 'taken from'} {place} of {row[0]}")
    done, undone = {"read": ("read", "unread"), "flag": ("flagged", "no longer flagged")}[change.kind]
    return visible(f"{what} {done if come else undone}")


def next_unread(
    rows: Sequence[int], cursor: int, step: int, ids: Callable[[Sequence[int]], Mapping[int, str]], read: Container[str]
) -> int | None:
    """The place of the nearest row below the cursor (above it, with -1) whose cable is unread, round the list's end.

    `ids` gives the ids of some of the rows; those without one are passed over. It is asked for few at first.
    """
    distance, many = 1, _FEW
    while distance < len(rows):
        places = [(cursor + step * away) % len(rows) for away in range(distance, min(distance + many, len(rows)))]
        known = ids([rows[place] for place in places])
        for place in places:
            cable = known.get(rows[place])
            if cable is not None and cable not in read:
                return place
        distance, many = distance + many, min(many * 4, _MANY)
    return None
