"""Where notes stand now in the cables at hand, for an export to say so."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ..errors import SourceError, StoreError

if TYPE_CHECKING:
    from ..library import Library
    from ..notes.store import NoteStore


def standings(store: NoteStore, library: Library, keys: Collection[str]) -> dict[str, str]:
    """How each note of some cables stands (`changed`, `orphan` ...), by its id; without those of cables not at hand.

    Reads each cable. What cannot be read is left out too: whoever reads the notes themselves tells of it.
    """
    found: dict[str, str] = {}
    for entry in library.find_many(keys).values():
        try:
            found |= {item.note.id: item.state for item in store.place(library.read(entry))}
        except (SourceError, StoreError):
            continue
    return found
