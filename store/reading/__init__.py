"""How cables are read: which were read, flagged, tagged, bookmarked and visited, and where one stopped in each.

One SQLite file in the state folder, apart from the notes and safe between windows. `Reading` is its door; every change
it makes is a `Change` that can be taken back; `as_data` and `merged` carry the marks to another machine.
"""

from .changes import Bookmark, Change, Visit
from .reading import Reading

__all__ = ["Bookmark", "Change", "Reading", "Visit"]
