"""What was done, in order, and what was taken back: the stacks behind undo and redo. Pure; knows no store."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from ..store.notes import Note

C = TypeVar("C")

_LIMIT = 200


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note before and after; None stands for a note that does not live: not written yet, or deleted."""

    before: Note | None
    after: Note | None

    @property
    def note(self) -> Note:
        """The note in question, as it is after the change where it still lives."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change of no note")
        return found

    @property
    def key(self) -> str:
        """The key of its card."""
        return self.note.id

    def inverse(self) -> NoteChange:
        """The change that takes this one back."""
        return NoteChange(self.after, self.before)


def same_note(one: Note | None, other: Note | None) -> bool:
    """Whether two notes say the same and are attached alike, or neither lives."""
    if one is None or other is None:
        return one is other
    return _content(one) == _content(other)


def _content(note: Note) -> tuple[object, ...]:
    """What a change of a note may change."""
    return note.body, note.tags, note.color, note.anchor.placed


class Undo(Generic[C]):
    """Changes that can be taken back and made again.

    The caller looks at a change, carries it out, and only then moves it: a change that could not be carried out stays
    where it was.
    """

    def __init__(self, limit: int = _LIMIT) -> None:
        """Empty stacks that remember the last `limit` changes."""
        self._done: deque[C] = deque(maxlen=limit)
        self._undone: list[C] = []

    @property
    def last(self) -> C | None:
        """The change that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> C | None:
        """The change that redo would make again."""
        return self._undone[-1] if self._undone else None

    def done(self, change: C) -> None:
        """Remember a new change; what was taken back before it can no longer be made again."""
        self._done.append(change)
        self._undone.clear()

    def taken_back(self) -> None:
        """The last change was taken back."""
        self._undone.append(self._done.pop())

    def made_again(self) -> None:
        """The change that was taken back last was made again."""
        self._done.append(self._undone.pop())

    def forget_last(self) -> None:
        """The last change can no longer be taken back."""
        self._done.pop()

    def forget_next(self) -> None:
        """The change that was taken back last can no longer be made again."""
        self._undone.pop()
