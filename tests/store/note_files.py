"""Note files for tests, made without a store: notes of one cable in each state a note can be in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cablereader.cable.anchors import describe
from cablereader.store.notes import Note, Past
from cablereader.store.notes.files import Tables, serialise

from ..handmade import make_cable

KEY = "06PORTALDER412"
NAME = f"{KEY}.json"
_TEXTS = ("plain", 'with "quotes" and {braces: [1]}', "Übersee — ¶3 ✓", "two\nlines\\n", '"note_id": {', "{}")


def some_notes(count: int) -> list[Note]:
    """Notes on the blocks of the hand-made cable, some edited, some deleted."""
    cable, begin = make_cable(cable_id=KEY), datetime(2026, 1, 1, tzinfo=UTC)
    notes: list[Note] = []
    for number in range(count):
        time = begin + timedelta(minutes=number)
        body = f"{number}: {_TEXTS[number % len(_TEXTS)]}"
        anchor = replace(describe(cable, cable.blocks[number % len(cable.blocks)]), snapshot=None)
        note = Note(f"{number * 0x9E3779B97F4A7C15 % 2**128:032x}", KEY, body, ("tag",), anchor, time, time)
        if number % 3 == 1:
            past = Past(1, time, "former " + body, ())
            note = replace(note, rev=2, history=(past,))
        if number % 5 == 4:
            note = replace(note, rev=note.rev + 1, deleted_at=time)
        notes.append(note)
    return notes


def tables_of(notes: list[Note]) -> Tables:
    """The tables of a file with these notes."""
    return {"meta": {"cable": {"key": KEY, "id": KEY}}, "notes": {note.id: note.as_dict() for note in notes}}


def blob_of(notes: list[Note]) -> bytes:
    """The bytes of that file."""
    return serialise(tables_of(notes), Path(NAME))
