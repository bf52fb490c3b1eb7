"""What is kept: sources (read only), the library over them, notes (precious), exports, and the program's places.

Knows what a cable is, never how it looks. Public names are below; each is loaded when it is first used, so that
starting the program waits for none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__all__ = [
    "CableMeta",
    "CorruptStore",
    "Drafts",
    "Entry",
    "Export",
    "Library",
    "Note",
    "NoteConflict",
    "NoteMissing",
    "NoteStore",
    "Placed",
    "Places",
    "Session",
    "SourceError",
    "StoreBusy",
    "StoreError",
    "StoreUnreadable",
    "StoreUnwritable",
    "cable_key",
    "export_notes",
    "iter_files",
    "read_standard_input",
    "read_text",
]

if TYPE_CHECKING:
    from .errors import (
        CorruptStore,
        NoteConflict,
        NoteMissing,
        SourceError,
        StoreBusy,
        StoreError,
        StoreUnreadable,
        StoreUnwritable,
    )
    from .export import Export, export_notes
    from .library import Entry, Library
    from .notes import CableMeta, Drafts, Note, NoteStore, Placed, cable_key
    from .places import Places
    from .session import Session
    from .sources import iter_files, read_standard_input, read_text
else:
    _HOMES = {
        name: home
        for home, names in {
            ".errors": "CorruptStore NoteConflict NoteMissing SourceError StoreBusy StoreError StoreUnreadable "
            "StoreUnwritable",
            ".export": "Export export_notes",
            ".library": "Entry Library",
            ".notes": "CableMeta Drafts Note NoteStore Placed cable_key",
            ".places": "Places",
            ".session": "Session",
            ".sources": "iter_files read_standard_input read_text",
        }.items()
        for name in names.split()
    }

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name], __name__), name)
