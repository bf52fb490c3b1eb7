"""What can be read of a damaged note file: every note whose record is whole, wherever it stands. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from ....cable.anchors import fingerprint, skeleton
from ..files import META, NOTES, Tables
from ..model import Json, Note, clean_record, time_text
from .fragments import first_object, meta, records, sides
from .merge import merge


class Salvaged(NamedTuple):
    """What was found in a damaged file.

    `tables` hold all notes that were found. `marred` are those among them that the damage went through: with bytes that
    are no text, put together from two records, or cut off after text and place. `damaged` is what there is of other
    records, by their ids, and `lost` the ids of notes that begin in the file and of which no field is whole.
    """

    tables: Tables
    marred: frozenset[str] = frozenset()
    damaged: dict[str, Json] = {}  # noqa: RUF012  never changed
    lost: frozenset[str] = frozenset()


class _Piece(NamedTuple):
    """A record that begins in a file: under its id, whole or None, the note in it or None."""

    identity: str
    record: Json | None
    note: Note | None = None
    marred: bool = False


def salvage(blob: bytes, written: datetime) -> Salvaged:
    """Everything that can be read of a note file, by any damage: the first whole object in it, then every record
    anywhere, of every side of a merge that was left unfinished. Never raises.

    `written` is the time of the file, for notes that have lost their own.
    """
    tables: Tables = {}
    marred: list[_Piece] = []
    damaged: dict[str, Json] = {}
    begun: set[str] = set()
    for side in sides(blob):
        tables = merge(tables, first_object(side)).tables
        tables = merge(tables, {META: meta(side)}).tables
        layers: list[dict[str, Json]] = []
        for piece in _pieces(side):
            begun.add(piece.identity)
            if piece.note is None:
                mended = _mended(piece, written)
                marred += [mended] if mended else []
                damaged |= {piece.identity: clean_record(piece.record)} if piece.record and not mended else {}
            elif piece.marred:
                marred.append(piece)
            else:
                _lay(layers, piece)
        for layer in layers:
            tables = merge(tables, {NOTES: layer}).tables
    notes = tables.setdefault(NOTES, {})
    gaps = {added for piece in marred if (added := _add_marred(notes, piece))}
    unsound = {identity: record for identity, record in damaged.items() if identity not in notes}
    return Salvaged(tables, frozenset(gaps), unsound, frozenset(begun - notes.keys() - unsound.keys()))


def _lay(layers: list[dict[str, Json]], piece: _Piece) -> None:
    """Puts a record into the first layer that has none of its note yet: a note may be there several times."""
    layer = next((layer for layer in layers if piece.identity not in layer), None)
    if layer is None:
        layers.append(layer := {})
    layer[piece.identity] = piece.record or {}


def _add_marred(notes: dict[str, Json], piece: _Piece) -> str | None:
    """Adds a note that the damage went through, unless a sound one has its text; gives the id it has now."""
    record = clean_record(piece.record or {})
    sound = notes.get(piece.identity)
    if sound is not None:
        known = Note.from_dict(piece.identity, sound)
        if record["body"] in (known.body, *(past.body for past in known.history)):
            return None
    identity = piece.identity if sound is None else _id_of(record)
    notes[identity] = record | {"note_id": identity}
    return identity


def _pieces(text: str) -> Iterator[_Piece]:
    """Every record that begins in a text."""
    for key, record in records(text):
        if piece := _piece(key, record):
            yield piece


def _piece(key: str | None, record: Json | None) -> _Piece | None:
    """The record under a key, or under none; None where that is no note's."""
    named = record.get("note_id") if record else None
    identity = key or (named if isinstance(named, str) else _id_of(record))
    note = _note(identity, record)
    if note is None:
        return _Piece(key, record) if key else None
    return _Piece(identity, record, note, record is None or named != identity or _is_marred(note, record))


def _is_marred(note: Note, record: Json) -> bool:
    """Whether there are bytes in a record that are no text, or a quote that is not what its digest was made of."""
    own = skeleton(note.anchor.quote)
    quoted = not note.anchor.digest or (fingerprint(own), len(own)) == (note.anchor.digest, note.anchor.skel_len)
    return not quoted or clean_record(record) != record


def _mended(piece: _Piece, written: datetime) -> _Piece | None:
    """A record that still has its text and its place as a note, with what it lacks besides put in."""
    record = piece.record or {}
    anchor, time = record.get("anchor"), time_text(written)
    cable = anchor.get("cable") if isinstance(anchor, dict) else None
    lacking: Json = {"cable": cable, "created": time, "updated": record.get("created", time), "rev": 1, "tags": []}
    whole = lacking | record | {"note_id": piece.identity}
    note = _note(piece.identity, whole)
    return _Piece(piece.identity, whole, note, marred=True) if note else None


def _note(identity: str, record: Json | None) -> Note | None:
    try:
        return Note.from_dict(identity, record) if record is not None else None
    except (ValueError, TypeError, KeyError):
        return None


def _id_of(record: Json | None) -> str:
    """An id for a note that lost its own: always the same for the same record."""
    return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:32]
