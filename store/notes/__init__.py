"""Notes on paragraphs: TinyDB, one file per cable, written atomically under a lock.

Public names: `NoteStore`, the records `Note`, `Past`, `CableMeta` and `Placed`, `cable_key`, `Drafts`.
"""

from .drafts import Drafts
from .meta import CableMeta, cable_key
from .model import Note, Past
from .placing import Placed
from .store import NoteStore

__all__ = ["CableMeta", "Drafts", "Note", "NoteStore", "Past", "Placed", "cable_key"]
