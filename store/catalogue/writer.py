"""Writing into a catalogue: texts in batches, each batch whole or not at all."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property

from .batch import Batch
from .catalogue import ORDERS, listing
from .copies import Copy
from .database import restored
from .rowids import Slots
from .texts import Text

MANY = 2_000
"""Texts from which on the index is filled in bulk and put in order afterwards."""

_CACHE = 64 << 20
_BULK = {"hashsize": 64 << 20, "automerge": 0, "crisismerge": 2000, "pgsz": 8000}
_USUAL = {"hashsize": 1 << 20, "automerge": 4, "crisismerge": 16}
_PAGES, _MERGED = 300, 2
_LONG_LIST = 20_000
_COPIES_OF = """
    SELECT number, source, member, start, length, name, digest FROM copy WHERE cable = ? ORDER BY rank
"""


class Writer:
    """The one that writes; `connection` is its own, in a transaction that `commit` ends."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begins at the first `add`."""
        self.connection = connection
        self._number = self._one("SELECT coalesce(max(number), 0) FROM copy")

    def _one(self, query: str, *values: object) -> int:
        row = self.connection.execute(query, values).fetchone()
        return int(row[0]) if row and row[0] is not None else 0

    @cached_property
    def _slots(self) -> Slots:
        query = "SELECT rowid FROM cable UNION ALL SELECT rowid FROM gone"
        return Slots({rowid for (rowid,) in self.connection.execute(query)})

    def prepare_for_many(self) -> None:
        """Make room in memory; the index is put in order once at the end, not after every batch."""
        self.connection.execute(f"PRAGMA cache_size = -{_CACHE >> 10}")
        self.connection.execute("PRAGMA wal_autocheckpoint = 16000")
        self._configure(_BULK)

    def _configure(self, options: dict[str, int]) -> None:
        for name, value in options.items():
            self.connection.execute("INSERT INTO words (words, rank) VALUES (?, ?)", (name, value))

    def complete(self, sources: Iterable[int]) -> None:
        """Note that all texts of sources were read."""
        self.connection.executemany("UPDATE source SET complete = 1 WHERE number = ?", ((each,) for each in sources))

    def is_loose(self) -> bool:
        """Whether so many texts were added since the index was put in order that it pays to do so."""
        return self._one("SELECT value FROM meta WHERE key = 'loose'") > MANY

    def tighten(self) -> Iterator[None]:
        """Put the index in order, so that a word is found in one place; step by step, each a transaction."""
        pages = -_PAGES  # below zero: all parts of it are to become one
        while True:
            self.begin()  # the list stays as it is, and so does its generation
            before = self.connection.total_changes
            self.connection.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
            done = self.connection.total_changes - before < _MERGED
            if done:
                self._configure(_USUAL)
                self.connection.execute("UPDATE meta SET value = 0 WHERE key = 'loose'")
            self.connection.execute("COMMIT")
            if done:
                return
            yield
            pages = _PAGES

    def finish(self) -> None:
        """Note that all sources were read, and keep the orders of a list that is too long to be sorted each time."""
        connection = self.connection
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'complete'")
        connection.execute("DELETE FROM listing")
        if self._one("SELECT count(*) FROM cable") >= _LONG_LIST:
            for order in ORDERS:
                rowids = array("q", (row[0] for row in connection.execute(listing(order))))
                connection.execute("INSERT INTO listing VALUES (?, ?)", (order, rowids.tobytes()))

    def count_loose(self, texts: int) -> None:
        """Note that so many texts were added."""
        self.connection.execute("UPDATE meta SET value = value + ? WHERE key = 'loose'", (texts,))

    def begin(self) -> None:
        """Begin a transaction."""
        self.connection.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keep what was written, all at once."""
        self.connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        self.connection.execute("COMMIT")

    def add(self, texts: Iterable[tuple[Copy, Text]]) -> int:
        """Add texts, in the order that decides which rowid each gets; how many of them are no cables."""
        batch = Batch(self)
        problems = 0
        for copy, text in texts:
            problems += text.problem is not None
            batch.take(copy, text)
        batch.write()
        return problems

    def rowid_of(self, text: Text) -> int:
        """A free rowid for a text."""
        moment = datetime.fromisoformat(f"{text.date[:-1]}+00:00") if text.date else None
        return self._slots.take(moment, problem=text.problem is not None)

    def next_number(self) -> int:
        """The number of the next copy."""
        self._number += 1
        return self._number

    def forget(self, copies: Sequence[int]) -> list[Copy]:
        """Take copies out, by their numbers.

        Where the best of a cable goes, the others go with it: they are given back, to be read again.
        """
        connection = self.connection
        again: list[Copy] = []
        cables: dict[int, list[int]] = {}
        for number in copies:
            row = connection.execute("SELECT cable FROM copy WHERE number = ?", (number,)).fetchone()
            if row:
                cables.setdefault(row[0], []).append(number)
        for cable, numbers in cables.items():
            gone = set(numbers)
            rows = connection.execute(_COPIES_OF, (cable,)).fetchall()
            left = [row for row in rows if row[0] not in gone]
            if left and rows[0][0] not in gone:
                self._close_ranks(cable, [row[0] for row in left])
            else:
                self.drop(cable)
                again += [Copy(*row[1:])._replace(name=restored(row[5])) for row in left]
                gone.update(row[0] for row in left)
            connection.executemany("DELETE FROM copy WHERE number = ?", ((number,) for number in gone))
        return again

    def _close_ranks(self, cable: int, order: list[int]) -> None:
        places = ((rank, number) for rank, number in enumerate(order))
        self.connection.executemany("UPDATE copy SET rank = ? WHERE number = ?", places)
        self.connection.execute("UPDATE cable SET copies = ? WHERE rowid = ?", (len(order), cable))

    def clear(self) -> None:
        """Take everything out."""
        for table in ("cable", "source", "copy", "tag", "reference", "gone", "listing"):
            self.connection.execute(f"DELETE FROM {table}")
        self.connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
        self.__dict__.pop("_slots", None)
        self.connection.execute("UPDATE meta SET value = '0' WHERE key = 'complete'")

    def drop(self, rowid: int) -> None:
        """Take a cable out of every table but `copy`."""
        connection = self.connection
        if connection.execute("DELETE FROM cable WHERE rowid = ? AND problem IS NULL", (rowid,)).rowcount:
            connection.execute("INSERT INTO gone VALUES (?)", (rowid,))
        connection.execute("DELETE FROM cable WHERE rowid = ?", (rowid,))
        connection.execute("DELETE FROM tag WHERE cable = ?", (rowid,))
        connection.execute("DELETE FROM reference WHERE cable = ?", (rowid,))
