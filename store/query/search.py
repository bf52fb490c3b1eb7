"""Answers queries over a catalogue: a page of hits first, then their number, all of them, and what they have in common.

Every method may be called from any thread, and blocks until it is done; `interrupt` ends those that run. They raise
sqlite3.DatabaseError where the catalogue was damaged meanwhile.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from ..catalogue import Catalogue
from ..entry import Entry
from .asking import Asking
from .hits import Asked, hits
from .outside import Nothing, Outside
from .query import Query


class Hit(NamedTuple):
    """A cable that a query finds, with the number of notes on it."""

    entry: Entry
    notes: int = 0


class Search:
    """Searches over one catalogue and what is known outside of it."""

    def __init__(self, catalogue: Catalogue, outside: Outside | None = None) -> None:
        """Without `outside` there are no notes, and nothing was read."""
        self.catalogue = catalogue
        self.outside: Outside = outside or Nothing()
        self._asking = Asking(catalogue)

    def interrupt(self) -> None:
        """End the searches that run in other threads; they raise Interrupted."""
        self._asking.interrupt()

    def page(self, query: Query, order: str = "-date", limit: int = 50, after: int | None = None) -> list[Hit]:
        """The first hits in an order (one of `ORDERS`); those behind the rowid `after` where it is given."""
        with self._asking.connection() as connection:
            rowids = hits(Asked(query.tree, connection, self.outside), order, limit, after)
            entries = self.catalogue.entries(rowids)
        notes = self.outside.noted()
        return [Hit(entry, notes.get(entry.id, 0) if entry.id else 0) for entry in entries]

    def rowids(self, query: Query, order: str = "-date", limit: int | None = None) -> array[int]:
        """The rowids of all hits in an order, or of the first so many."""
        with self._asking.connection() as connection:
            return hits(Asked(query.tree, connection, self.outside), order, limit)

    def count(self, query: Query) -> int:
        """How many cables a query finds."""
        with self._asking.connection() as connection:
            found = Asked(query.tree, connection, self.outside).plan()
            return int(connection.execute(found.sql("count(*)"), found.values).fetchone()[0])
