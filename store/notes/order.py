"""The order in which notes of a cable are read."""

from __future__ import annotations

from datetime import datetime

from .model import Note


def reading_order(note: Note) -> tuple[int, int, datetime, str]:
    """Where a note comes among those of its cable: notes on the whole cable first, then by place, then by age."""
    anchor = note.anchor
    place = -1 if anchor.ordinal is None else anchor.ordinal
    return place, anchor.selection.start if anchor.selection else 0, note.created, note.id
