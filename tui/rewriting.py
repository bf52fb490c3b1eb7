"""Changes of notes that stand: tags, colour, place, a former text; and highlights. Each is on disk when it returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..store.errors import NoteConflict
from .undo import NoteChange, same_note

if TYPE_CHECKING:
    from ..cable import Block, Cable
    from ..store.notes import Note, NoteStore, Past

Done = Callable[[NoteChange], None]
"""Remembers a change that was made, for undo."""


class Rewriting:
    """Rewrites notes of a store. Every method may raise the store's errors; then nothing has changed.

    Where a note was changed elsewhere meanwhile, `NoteConflict` is raised, and both texts are kept.
    """

    def __init__(self, store: NoteStore, done: Done) -> None:
        """Changes of a store, each told to `done`."""
        self._store = store
        self._done = done

    def tag(self, note: Note, tags: tuple[str, ...]) -> Note:
        """Give a note other tags."""
        return self._rewrite(note, replace(note, tags=tags))

    def paint(self, note: Note, color: str) -> Note:
        """Give a highlight another colour, or make a note one; an empty colour takes it."""
        return self._rewrite(note, replace(note, color=color))

    def restore(self, note: Note, past: Past) -> Note:
        """Give a note the words and tags of a former state; its present ones become one."""
        return self._rewrite(note, replace(note, body=past.body, tags=past.tags))

    def attach(self, note: Note, cable: Cable, block: Block | None) -> Note:
        """Attach a note by hand to a block of a cable, or to the whole of it."""
        return self._told(note, lambda: self._store.confirm(note, cable, block))

    def highlight(
        self, cable: Cable, block: Block, color: str, selection: tuple[int, int] | None, until: Block | None
    ) -> Note:
        """Write a highlight without words: on a block, on words in it, or on the range up to `until`."""
        after = self._store.add(cable, block, "", (), selection, until=until, color=color)
        self._done(NoteChange(None, after))
        return after

    def _rewrite(self, note: Note, wanted: Note) -> Note:
        return self._told(note, lambda: self._store.update(wanted))

    def _told(self, note: Note, write: Callable[[], Note]) -> Note:
        try:
            after = write()
        except NoteConflict as conflict:
            self._done(NoteChange(None, conflict.kept))
            raise
        if not same_note(note, after):
            self._done(NoteChange(note, after))
        return after
