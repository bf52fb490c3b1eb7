"""The note store: every note of the user, one TinyDB file per cable in one folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ...cable import Block, Cable
from ..author import author
from ..errors import NoteConflict, NoteMissing, StoreError, StoreUnwritable
from ..places import places
from .desk import PATIENCE, Desk
from .meta import CableMeta, cable_key
from .model import Note, Past, clean_record, clean_tags, clean_text
from .placing import attachment
from .ranges import described
from .reader import NoteReader
from .records import HISTORY, insert_note, note_record, remember_cable, stored_note, write_note

if TYPE_CHECKING:
    from .care.copies import Settled
    from .table import NotesDB


class NoteStore(NoteReader):
    """Notes in a folder. A method that returns has its change on disk; one that raises StoreError has changed nothing.

    `state` is the program's state folder, where the locks are kept (by default the one of `places()`); `author` is who
    writes new notes (by default the one of the settings), `patience` the seconds to wait for another writer. Safe to
    use from several threads, processes and instances at once. Nothing is created before the first note is added.
    """

    def __init__(
        self, folder: Path, state: Path | None = None, author: str | None = None, patience: float = PATIENCE
    ) -> None:
        """Reads nothing yet."""
        self._author = author
        super().__init__(folder)
        self._desk = Desk(self.folder, state, patience)

    def add(
        self,
        cable: Cable,
        block: Block | None,
        body: str,
        tags: Iterable[str] = (),
        selection: tuple[int, int] | None = None,
        *,
        until: Block | None = None,
        color: str = "",
    ) -> Note:
        """Writes a new note on a block of the cable (None: on the whole cable), and returns it when it is on disk.

        `selection` are offsets in `block.text`, for a note on a part of it. With `until` the note is on the range from
        `block` to that later one, and the end of the selection counts in its text. `color` makes it a highlight, which
        needs no words. Raises StoreError; then nothing is written.
        """
        now = datetime.now(UTC)
        anchor, end, between = described(cable, block, until, selection)
        written = Note(
            _new_id(),
            cable_key(cable),
            clean_text(body),
            clean_tags(tags),
            anchor,
            now,
            now,
            author=self.author,
            color=clean_text(color),
            until=end,
            between=between,
        )
        note = Note.from_dict(written.id, note_record(written))
        meta = clean_record(CableMeta.of(cable).as_dict())
        self._snapshots.keep(cable)

        def insert(db: NotesDB) -> Note:
            remember_cable(db, meta)
            insert_note(db, note)
            return note

        return self._desk.change(self._shelf.path(note.cable), insert)

    @property
    def author(self) -> str:
        """Who writes the notes that are added here; empty where that is not to be told."""
        if self._author is None:
            self._author = author(places().config)
        return self._author

    def update(self, note: Note) -> Note:
        """Writes the body, tags and colour of an edited note; returns it as stored, one revision later.

        Of the anchor only `placed` is changed (see `confirm`). An edit of a deleted note brings it back; a note that is
        no longer in its file is written again. When the stored note has another revision than the edit began with, both
        are kept: the stored one stays as it is, the edit becomes a new note on the same place, and NoteConflict is
        raised with both.
        """
        note = replace(note, body=clean_text(note.body), tags=clean_tags(note.tags))
        now, other_id, path = datetime.now(UTC), _new_id(), self._shelf.path(note.cable)

        def edit(db: NotesDB) -> tuple[Note, Note | None]:
            stored = stored_note(db, note.id, path)
            if stored is None:
                return insert_note(db, replace(note, rev=note.rev + 1, updated=now, deleted_at=None)), None
            if _content(stored) == _content(note) and not stored.deleted_at:
                return stored, None
            if stored.rev != note.rev:
                kept = replace(note, id=other_id, rev=1, created=now, updated=now, deleted_at=None, history=())
                return stored, insert_note(db, kept)
            past = Past(stored.rev, stored.updated, stored.body, stored.tags)
            changed = replace(
                stored,
                body=note.body,
                tags=note.tags,
                color=clean_text(note.color),
                anchor=replace(stored.anchor, placed=note.anchor.placed),
                rev=stored.rev + 1,
                updated=now,
                deleted_at=None,
                history=(*stored.history, past),
            )
            write_note(db, changed)
            return replace(changed, history=changed.history[-HISTORY:]), None

        stored, kept = self._desk.change(path, edit)
        if kept:
            raise NoteConflict(path, stored, kept)
        return stored

    def delete(self, note_id: str) -> Note:
        """Marks a note as deleted; it stays in its file, and `restore` brings it back. Raises StoreError."""
        return self._mark(note_id, datetime.now(UTC))

    def restore(self, note_id: str) -> Note:
        """Brings a deleted note back as it was. Raises StoreError."""
        return self._mark(note_id, None)

    def settle(self, problems: list[StoreError] | None = None) -> list[Settled]:
        """Merges the copies that sync programs left into the files of their cables, and moves them to the backups.

        What cannot be merged stays, and is added to `problems`. Runs by itself once a session, after its first write.
        """
        return self._desk.settle([] if problems is None else problems)

    def reclaim(self, problems: list[StoreError] | None = None) -> list[str]:
        """Puts back the notes that were saved here and that another program replaced by an older file; their ids.

        Nothing is put back where a file is gone altogether. What cannot be done is added to `problems`.
        """
        return self._desk.reclaim([] if problems is None else problems)

    def unwritable(self) -> StoreUnwritable | None:
        """Why no note can be written here, told beforehand; None where that shows only when it is tried."""
        return self._desk.unwritable()

    @property
    def locks(self) -> Path:
        """Where the locks of the note files are kept."""
        return self._desk.locks

    def confirm(self, note: Note, cable: Cable, block: Block | None) -> Note:
        """Attaches a note by hand to a block of this reading of its cable, or to the whole cable; as `update` does.

        What the note was made on stays in its anchor; the place goes to `anchor.placed`, and `update` with the former
        anchor takes it back.
        """
        self._snapshots.keep(cable)
        placed = attachment(cable, block, datetime.now(UTC))
        return self.update(replace(note, anchor=replace(note.anchor, placed=placed)))

    def _mark(self, note_id: str, deleted_at: datetime | None) -> Note:
        note = self.get(note_id)
        if note is None:
            raise NoteMissing(self.folder, note_id)
        now, path = datetime.now(UTC), self._shelf.path(note.cable)

        def mark(db: NotesDB) -> Note:
            stored = stored_note(db, note_id, path)
            if stored is None:
                raise NoteMissing(self.folder, note_id)
            if bool(stored.deleted_at) == bool(deleted_at):
                return stored
            return write_note(db, replace(stored, deleted_at=deleted_at, rev=stored.rev + 1, updated=now))

        return self._desk.change(path, mark)


def _content(note: Note) -> tuple[object, ...]:
    """What an edit may change."""
    return note.body, note.tags, note.color, note.anchor.placed


def _new_id() -> str:
    from uuid import uuid4

    return uuid4().hex
