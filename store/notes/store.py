"""The note store: every note of the user, one TinyDB file per cable in one folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ...cable import Block, Cable
from ...cable.anchors import describe
from ..errors import NoteConflict, NoteMissing, StoreError, StrangeFile
from .desk import Desk
from .meta import CableMeta, cable_key
from .model import Note, Past, clean_record, clean_tags, clean_text
from .placing import Placed, Placer, attachment
from .records import HISTORY, insert_note, note_record, remember_cable, stored_note, write_note
from .shelf import Seen, Shelf
from .snapshots import FOLDER, Snapshots

if TYPE_CHECKING:
    from .care.copies import Settled
    from .table import NotesDB


class NoteStore:
    """Notes in a folder. A method that returns has its change on disk; one that raises StoreError has changed nothing.

    `state` is the program's state folder, where the locks are kept (by default the one of `places()`). Safe to use from
    several threads, processes and instances at once. Nothing is created before the first note is added.
    """

    def __init__(self, folder: Path, state: Path | None = None) -> None:
        """Reads nothing yet."""
        self.folder = Path(folder)
        self._shelf = Shelf(self.folder)
        self._desk = Desk(self.folder, state)
        self._snapshots = Snapshots(self.folder / FOLDER)
        self._placer = Placer(self._snapshots)

    def add(
        self,
        cable: Cable,
        block: Block | None,
        body: str,
        tags: Iterable[str] = (),
        selection: tuple[int, int] | None = None,
    ) -> Note:
        """Writes a new note on a block of the cable (None: on the whole cable), and returns it when it is on disk.

        `selection` are offsets in `block.text`, for a note on a part of it. Raises StoreError; then nothing is written.
        """
        now = datetime.now(UTC)
        anchor = describe(cable, block, selection)
        written = Note(_new_id(), cable_key(cable), clean_text(body), clean_tags(tags), anchor, now, now)
        note = Note.from_dict(written.id, note_record(written))
        meta = clean_record(CableMeta.of(cable).as_dict())
        self._snapshots.keep(cable)

        def insert(db: NotesDB) -> Note:
            remember_cable(db, meta)
            insert_note(db, note)
            return note

        return self._desk.change(self._shelf.path(note.cable), insert)

    def update(self, note: Note) -> Note:
        """Writes the body and tags of an edited note; returns it as stored, one revision later.

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

    def get(self, note_id: str) -> Note | None:
        """The note of an id, a deleted one too. Raises StoreError where it might be in a file that cannot be read."""
        problems: list[StoreError] = []
        for sheet in self._shelf.sheets(problems):
            if note_id in sheet.notes:
                return sheet.note(note_id)
        _raise_first(problems)
        return None

    def of(self, key: str) -> list[Note]:
        """The living notes of a cable (by `cable_key`: its id) in reading order. Raises StoreError."""
        problems: list[StoreError] = []
        sheet = self._shelf.sheet(key)
        notes = sheet.living(problems) if sheet else ()
        _raise_first(problems)
        return list(notes)

    def all(self, problems: list[StoreError] | None = None) -> list[Note]:
        """The living notes of all cables, by cable and in reading order.

        What cannot be read, and what is no cable's own file, is added to `problems`; without that list the former is
        raised and the latter passed over.
        """
        met: list[StoreError] = [] if problems is None else problems
        notes = [note for sheet in self._shelf.sheets(met) for note in sheet.living(met)]
        if problems is None:
            _raise_first(met)
        return notes

    def counts(self, problems: list[StoreError] | None = None) -> dict[str, int]:
        """How many living notes each cable has, by its key. Never raises; what cannot be read goes to `problems`."""
        return self._shelf.counts([] if problems is None else problems)

    def seen(self) -> Seen:
        """How the note files stand now: what to ask `changed_since` with. Never raises."""
        return self._shelf.seen()

    def changed_since(self, seen: Seen) -> tuple[set[str], Seen]:
        """The keys of the cables whose notes changed on disk, by whomever, and what to ask with the next time.

        Looks at every file and reads those that changed: a millisecond or two for hundreds. Never raises.
        """
        now = self._shelf.seen()
        changed = [name for name in {*seen, *now} if seen.get(name) != now.get(name)]
        return {self._shelf.key(name) for name in changed}, now

    def has_snapshot(self, identity: str) -> bool:
        """Whether the text that notes were made on is kept, and whole."""
        return self._snapshots.load(identity) is not None

    def settle(self, problems: list[StoreError] | None = None) -> list[Settled]:
        """Merges the copies that sync programs left into the files of their cables, and moves them to the backups.

        What cannot be merged stays, and is added to `problems`. Runs by itself once a session, after its first write.
        """
        return self._desk.settle([] if problems is None else problems)

    @property
    def locks(self) -> Path:
        """Where the locks of the note files are kept."""
        return self._desk.locks

    def meta(self, key: str) -> CableMeta:
        """What is known about a cable that has notes; of another one only its key. Raises CorruptStore."""
        sheet = self._shelf.sheet(key)
        return sheet.cable() if sheet else CableMeta(key)

    def place(self, cable: Cable) -> list[Placed]:
        """The living notes of a cable with where each stands in this reading of it; the unplaced ones come last.

        Writes nothing. The texts are compared once for the cable asked for last.
        """
        return self._placer.place(self.of(cable_key(cable)), cable)

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


def _raise_first(problems: Iterable[StoreError]) -> None:
    """Raises the first file that cannot be read; a strange file keeps no note of its own from sight."""
    for problem in problems:
        if not isinstance(problem, StrangeFile):
            raise problem


def _content(note: Note) -> tuple[object, ...]:
    """What an edit may change."""
    return note.body, note.tags, note.anchor.placed


def _new_id() -> str:
    from uuid import uuid4

    return uuid4().hex
