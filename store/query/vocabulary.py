"""The words that stand in the cables of a catalogue."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from ..catalogue import Catalogue
from .words import fold

_SHORTEST = 3
_LAST = "\U0010ffff"


def words_from(catalogue: Catalogue, beginning: str, most: int = 2000) -> list[tuple[str, int]]:
    """Words with a beginning and the number of cables that have each, the commonest first; none for fewer than three
    letters, which would take too long.
    """
    start = fold(beginning)
    if len(start) < _SHORTEST:
        return []
    # A connection of its own: the one of the thread may not make the table of the words, not even for itself.
    uri = f"{catalogue.path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)")
        query = "SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT ?"
        return connection.execute(query, (start, start + _LAST, most)).fetchall()
