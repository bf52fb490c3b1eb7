"""Answers queries over a catalogue: a page of hits first, then their number, all of them, and what they have in common.

Every method may be called from any thread, and blocks until it is done; `interrupt` ends those that run. They raise
sqlite3.DatabaseError where the catalogue was damaged meanwhile.
"""

from __future__ import annotations

import sqlite3
from array import array
from typing import NamedTuple

from ..catalogue import Catalogue
from ..entry import Entry
from ..sources.contents import read_place
from .asking import Asking
from .facets import Field, Month, facet, months
from .hits import Asked, hits
from .kept import OwnRows
from .marks import Marker
from .outside import Nothing, Outside
from .query import Query
from .snippets import WIDTH, Snippet, snippet


class Hit(NamedTuple):
    """A cable that a query finds, with the number of notes on it."""

    entry: Entry
    notes: int = 0


class Search:
    """Searches over one catalogue and what is known outside of it."""

    def __init__(
        self,
        catalogue: Catalogue,
        outside: Outside | None = None,
    ) -> None:
        """Without `outside` there are no notes, and nothing was read."""
        self.catalogue = catalogue
        self.outside: Outside = outside or Nothing()
        self._own = OwnRows(self.outside)
        self._asking = Asking(catalogue)

    def interrupt(self) -> None:
        """End the searches that run in other threads; they raise Interrupted."""
        self._asking.interrupt()

    def _asked(self, query: Query, connection: sqlite3.Connection) -> Asked:
        return Asked(query.tree, connection, self.catalogue, self.outside, self._own)

    def page(self, query: Query, order: str = "-date", limit: int = 50, after: int | None = None) -> list[Hit]:
        """The first hits in an order (one of `ORDERS`); those behind the rowid `after` where it is given."""
        with self._asking.connection() as connection:
            rowids = hits(self._asked(query, connection), order, limit, after)
            entries = self.catalogue.entries(rowids)
        notes = self.outside.noted()
        return [Hit(entry, notes.get(entry.id, 0) if entry.id else 0) for entry in entries]

    def rowids(self, query: Query, order: str = "-date", limit: int | None = None) -> array[int]:
        """The rowids of all hits in an order, or of the first so many."""
        with self._asking.connection() as connection:
            return hits(self._asked(query, connection), order, limit)

    def count(self, query: Query) -> int:
        """How many cables a query finds."""
        with self._asking.connection() as connection:
            found = self._asked(query, connection).plan()
            return int(connection.execute(found.sql("count(*)"), found.values).fetchone()[0])

    def facets(self, query: Query, field: Field, limit: int = 20, newest: int | None = None) -> list[tuple[str, int]]:
        """The values of a field among the hits, with the number of hits of each.

        The commonest come first; years are in order, the last so many; levels from below. With `newest` only so many of
        the newest hits are counted, which is quick: a first answer while all are counted.
        """
        with self._asking.connection() as connection:
            return facet(self._asked(query, connection), field, limit, newest)

    def timeline(self, query: Query, newest: int | None = None) -> list[Month]:
        """The months that have hits, in order, each `(year, month, count)`."""
        with self._asking.connection() as connection:
            return months(self._asked(query, connection), newest)

    def snippet(self, entry: Entry, query: Query, width: int = WIDTH) -> Snippet:
        """The passage of a cable that has most of a query's words, read anew from its source. Raises SourceError."""
        from ...cable.search_text import read_searchable  # the parser is not needed to find

        text = self.catalogue.standard_input if entry.path is None else read_place(entry.place)
        return snippet(read_searchable(text).text, Marker(query.phrases), width)
