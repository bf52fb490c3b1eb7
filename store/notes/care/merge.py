"""Two versions of a note file become one. Pure; no note and no text is lost, whichever side one merges from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from ..files import CABLE, META, NOTES, Tables
from ..model import Json, Note
from ..records import HISTORY


class Merged(NamedTuple):
    """The tables of both sides and what became of our notes, by their ids.

    `added` came from the other side, `updated` are newer there, `beside` are texts that crossed: written on both sides
    from the same revision, or on a line that the winner does not descend from, and now a note of their own.
    """

    tables: Tables
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class _Version(NamedTuple):
    """A record and the note in it; ordered so that of two versions of a note the greater one keeps the id."""

    rev: int
    deleted: bool
    updated: datetime
    text: str
    note: Note
    record: Json


def merge(ours: Tables, theirs: Tables) -> Merged:
    """The union by note id. Of two versions the one with the higher `rev` wins, at the same `rev` the deleted one, then
    the later one; a losing text that the winner does not know stays as a note on the same place.

    The new note's id follows from the text, so that merging again, or elsewhere, makes no second one.
    """
    notes: dict[str, Json] = dict(ours.get(NOTES, {}))
    waiting = list(theirs.get(NOTES, {}).items())
    beside: list[str] = []
    while waiting:
        identity, other = waiting.pop()
        mine = notes.get(identity)
        notes[identity], lost = (other, None) if mine is None else merge_records(identity, mine, other)
        if lost is not None:
            waiting.append(lost)
            beside.append(lost[0])
    before = ours.get(NOTES, {})
    crossed = {identity for identity in beside if identity not in before}
    return Merged(
        {**_other_tables(ours, theirs), NOTES: notes},
        tuple(sorted(notes.keys() - before.keys() - crossed)),
        tuple(sorted(identity for identity, record in before.items() if notes[identity] != record)),
        tuple(sorted(crossed)),
    )


def merge_records(identity: str, one: Json, other: Json) -> tuple[Json, tuple[str, Json] | None]:
    """The record that keeps the id, and the id and record of the losing one where its text would be lost.

    A damaged record gives way to a sound one.
    """
    versions = [version for record in (one, other) if (version := _version(identity, record))]
    if len(versions) < 2:
        return (versions[0].record if versions else one), None
    loser, winner = sorted(versions, key=lambda version: version[:4])
    if loser.text == winner.text:
        return winner.record, None
    if not _knows(winner.note, loser.note):
        beside = _id_beside(identity, loser.note.body)
        return winner.record, (beside, loser.record | {"note_id": beside})
    return _joined(winner, loser), None


def _knows(winner: Note, loser: Note) -> bool:
    """Whether the text of a note is that of the winner or of a former state of it, be it one long forgotten."""
    past = winner.history
    if loser.body == winner.body or any(state.body == loser.body for state in past):
        return True
    return len(past) >= HISTORY and loser.updated < past[0].updated


def _joined(winner: _Version, loser: _Version) -> Json:
    """The winner with what the loser knows besides: former states, and the tags where neither is the later one."""
    record = dict(winner.record)
    if winner.rev == loser.rev and winner.note.tags != loser.note.tags:
        record["tags"] = sorted({*winner.note.tags, *loser.note.tags})  # merged again, they stay as they are
    states = {_canonical(state.as_dict()): state for state in (*loser.note.history, *winner.note.history)}
    if len(states) > len(winner.note.history):
        ordered = sorted(states.items(), key=lambda item: (item[1].rev, item[1].updated, item[0]))
        record["history"] = [state.as_dict() for _, state in ordered[-HISTORY:]]
    return record


def _version(identity: str, record: Json) -> _Version | None:
    try:
        note = Note.from_dict(identity, record)
    except (ValueError, TypeError, KeyError):
        return None
    return _Version(note.rev, note.deleted_at is not None, note.updated, _canonical(record), note, record)


def _other_tables(ours: Tables, theirs: Tables) -> Tables:
    """What is known about the cable, and tables of other versions: both sides', ours where they differ."""
    tables: Tables = {}
    for name in dict.fromkeys((*ours, *theirs)):
        mine, other = ours.get(name, {}), theirs.get(name, {})
        tables[name] = {**other, **mine}
        if name == META and CABLE in mine and CABLE in other:
            tables[name][CABLE] = {**other[CABLE], **mine[CABLE]}
    return tables


def _id_beside(identity: str, body: str) -> str:
    return hashlib.sha256(f"{identity}\n{body}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _canonical(record: Mapping[str, object]) -> str:
    return json.dumps(record, sort_keys=True)
