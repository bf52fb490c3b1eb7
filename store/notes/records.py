"""Notes as documents of a note database: read, added and changed inside its lock."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CorruptStore
from .files import CABLE, META, NOTES
from .model import Json, Note, clean_record

if TYPE_CHECKING:
    from .table import NotesDB

HISTORY = 10
"""Former states of a note that are kept."""


def note_record(note: Note) -> Json:
    """The record of a note, with only text that UTF-8 has a form for."""
    return clean_record(note.as_dict())


def stored_note(db: NotesDB, note_id: str, path: Path) -> Note | None:
    """A note as it is in the file at `path`. Raises CorruptStore where its record is damaged."""
    document = db.document(NOTES, note_id)
    return read_record(note_id, document, path) if document is not None else None


def read_record(note_id: str, record: Json, path: Path) -> Note:
    """The note in a record of the file at `path`. Raises CorruptStore where it is damaged."""
    try:
        return Note.from_dict(note_id, record)
    except (ValueError, TypeError, KeyError) as error:
        raise CorruptStore(path, f"note {note_id}", f"the record of a note is damaged: {error}") from error


def insert_note(db: NotesDB, note: Note) -> Note:
    """Adds a note."""
    db.insert_document(NOTES, note.id, note_record(note))
    return note


def write_note(db: NotesDB, note: Note) -> Note:
    """Puts a changed note into its record; keys that another version wrote stay as they are.

    Of the anchor only `placed` is written: what the note was made on never changes.
    """
    fields, stored = note_record(note), db.document(NOTES, note.id) or {}
    anchor, history = stored.get("anchor"), stored.get("history")
    if isinstance(anchor, dict):
        fields["anchor"] = {**anchor, "placed": note.anchor.placed}
    kept = history if isinstance(history, list) else []
    fields["history"] = [*kept, *(past.as_dict() for past in note.history[len(kept) :])][-HISTORY:]
    db.merge_document(NOTES, note.id, fields)
    return note


def remember_cable(db: NotesDB, meta: Json) -> None:
    """Brings what is known about the cable up to date; what this reading of it lacks stays."""
    known = db.document(META, CABLE) or {}
    if any(known.get(key) != value for key, value in meta.items()):
        db.merge_document(META, CABLE, meta)
