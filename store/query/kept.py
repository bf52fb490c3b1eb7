"""What the user's own records say, as rowids of one catalogue; worked out anew only when either changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from threading import Lock
from typing import NamedTuple

from .outside import Outside
from .tree import Kept, Own


class _Known(NamedTuple):
    ids: Collection[str]
    generation: int
    rowids: list[int]
    packed: str


class OwnRows:
    """The rows of the cables that an outside tells of. May be asked from any thread."""

    def __init__(self, outside: Outside) -> None:
        """Asks nothing yet."""
        self._outside = outside
        self._known: dict[tuple[Kept, str], _Known] = {}
        self._lock = Lock()

    def rowids(self, node: Own, connection: sqlite3.Connection) -> list[int]:
        """The rowids of the cables that a node means and the catalogue has, ascending."""
        return self._of(node, connection).rowids

    def packed(self, node: Own, connection: sqlite3.Connection) -> str:
        """The same as a JSON array."""
        return self._of(node, connection).packed

    def _of(self, node: Own, connection: sqlite3.Connection) -> _Known:
        ids, key = self._ids(node), (node.what, node.value)
        (generation,) = connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
        known = self._known.get(key)
        if known is None or known.generation != generation or known.ids != ids:
            rowids = sorted(rowids_of(connection, ids).values())
            known = _Known(ids, generation, rowids, json.dumps(rowids))
            with self._lock:
                self._known[key] = known
                while len(self._known) > _MOST:
                    del self._known[next(iter(self._known))]
        return known

    def _ids(self, node: Own) -> Collection[str]:
        outside, value = self._outside, node.value
        match node.what:
            case Kept.NOTED:
                return frozenset(outside.noted())
            case Kept.NOTE_WORDS:
                return outside.note_words(value)
            case Kept.NOTE_TAG:
                return outside.note_tag(value)
            case Kept.READ:
                return outside.read()
            case Kept.FLAGGED:
                return outside.flagged()
            case Kept.BOOKMARKED:
                return outside.bookmarked()
            case Kept.MARKED:
                return outside.marked()
            case Kept.MARK:
                return outside.cable_tag(value)


_MOST = 50


def rowids_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """The rowids of those cables of a number of ids that the catalogue has."""
    query = "SELECT cable.id, cable.rowid FROM json_each(?) AS wanted CROSS JOIN cable ON cable.id = wanted.value"
    return dict(connection.execute(query, (json.dumps(list(ids)),)))
