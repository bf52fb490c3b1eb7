"""Writing into a catalogue: texts in batches, each batch whole or not at all."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from ..classification import short
from .catalogue import ORDERS, listing
from .database import restored, stored
from .rowids import Slots
from .texts import Text

_ORDER_OF_RENDITIONS = (
    "archive page", "archive page text", "plusd page", "viewer page", "telegram", "nara print", "markdown",
    "foia print", "dump record", "dump row",
)  # fmt: skip
_PREFERENCE = {rendition: place for place, rendition in enumerate(_ORDER_OF_RENDITIONS)}
_NEARLY_ALL = 0.95
MANY = 2_000
"""Texts from which on the index is filled in bulk and put in order afterwards."""

_CACHE = 64 << 20
_AT_ONCE = 500
_BULK = {"hashsize": 64 << 20, "automerge": 0, "crisismerge": 2000, "pgsz": 8000}
_USUAL = {"hashsize": 1 << 20, "automerge": 4, "crisismerge": 16}
_PAGES, _MERGED = 300, 2
_LONG_LIST = 20_000
_COPIES_OF = """
    SELECT number, source, member, start, length, name, digest FROM copy WHERE cable = ? ORDER BY rank
"""


class Copy(NamedTuple):
    """Where a text is: a row of `copy`."""

    source: int
    member: str | None
    start: int | None
    length: int | None
    name: str
    digest: bytes | None


class _Rank(NamedTuple):
    """What the best copy is told by."""

    weight: int
    rendition: str | None
    source: int
    number: int


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
        self.connection.execute("PRAGMA wal_autocheckpoint = 4000")
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
            self.begin()
            before = self.connection.total_changes
            self.connection.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
            done = self.connection.total_changes - before < _MERGED
            if done:
                self._configure(_USUAL)
                self.connection.execute("UPDATE meta SET value = 0 WHERE key = 'loose'")
            self.commit()
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
        batch = _Batch(self)
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


class _Known(NamedTuple):
    """A cable that the catalogue has."""

    rowid: int
    ranks: list[_Rank]


class _Batch:
    """Texts of one transaction, sorted out in memory, so that each cable is written once."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._cables: dict[str | int, list[tuple[int, Copy, Text]]] = {}
        self._rows: list[tuple[int, Text, int]] = []
        self._copies: list[tuple[object, ...]] = []

    def take(self, copy: Copy, text: Text) -> None:
        """Put a text with the others of its cable."""
        number = self._writer.next_number()
        self._cables.setdefault(text.id or number, []).append((number, copy, text))

    def write(self) -> None:
        """Write it all, in ascending order of rowids: the index has to be flushed where one is below the last."""
        rowids = self._rowids()
        for identifier, found in self._cables.items():
            known = self._known(rowids[identifier]) if identifier in rowids else None
            ranks = [_Rank(text.weight, text.rendition, copy.source, number) for number, copy, text in found]
            order = [rank.number for rank in ranked([*(known.ranks if known else ()), *ranks])]
            rowid = self._place(known, order, found)
            self._copies += [
                (number, rowid, order.index(number), *copy[:4], text.rendition, *_told(copy, text))
                for number, copy, text in found
            ]
        self._rows.sort(key=lambda row: row[0])
        self._insert()

    def _rowids(self) -> dict[str | int, int]:
        """Those of the cables that the catalogue has, with their rowids."""
        ids = [identifier for identifier in self._cables if isinstance(identifier, str)]
        rowids: dict[str | int, int] = {}
        for first in range(0, len(ids), _AT_ONCE):
            some = ids[first : first + _AT_ONCE]
            query = f"SELECT id, rowid FROM cable WHERE id IN ({','.join('?' * len(some))})"
            rowids.update(self._writer.connection.execute(query, some))
        return rowids

    def _known(self, rowid: int) -> _Known:
        query = "SELECT weight, rendition, source, number FROM copy WHERE cable = ?"
        return _Known(rowid, [_Rank(*rank) for rank in self._writer.connection.execute(query, (rowid,))])

    def _place(self, known: _Known | None, order: list[int], found: list[tuple[int, Copy, Text]]) -> int:
        """The rowid of a cable: a new one where its best text is new, the one it has where that is known."""
        connection = self._writer.connection
        best = next((text for number, _, text in found if number == order[0]), None)
        rowid = known.rowid if known else 0
        if best is not None:
            if known:
                self._writer.drop(known.rowid)
            rowid = self._writer.rowid_of(best)
            self._rows.append((rowid, best, len(order)))
        else:
            connection.execute("UPDATE cable SET copies = ? WHERE rowid = ?", (len(order), rowid))
        if known:
            old = {rank.number for rank in known.ranks}
            places = [(rowid, rank, number) for rank, number in enumerate(order) if number in old]
            connection.executemany("UPDATE copy SET cable = ?, rank = ? WHERE number = ?", places)
        return rowid

    def _insert(self) -> None:
        rows, connection = self._rows, self._writer.connection
        connection.executemany(_INSERT_CABLE, (_cable(*row) for row in rows))
        connection.executemany(_INSERT_COPY, self._copies)
        connection.executemany(
            "INSERT INTO tag VALUES (?, ?)", ((tag, row) for row, text, _ in rows for tag in text.tags)
        )
        references = ((row, *reference) for row, text, _ in rows for reference in text.references)
        connection.executemany("INSERT INTO reference VALUES (?, ?, ?, ?, ?)", references)
        words = (_words(row, text) for row, text, _ in rows if text.problem is None)
        connection.executemany(_INSERT_WORDS, words)


def _told(copy: Copy, text: Text) -> tuple[object, ...]:
    return stored(copy.name), text.weight, copy.digest


_INSERT_CABLE = f"INSERT INTO cable VALUES ({','.join('?' * 12)})"
_INSERT_COPY = f"INSERT INTO copy VALUES ({','.join('?' * 11)})"
_INSERT_WORDS = (
    "INSERT INTO words (rowid, id, sender, recipients, class, tags, subject, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def ranked(ranks: list[_Rank]) -> list[_Rank]:
    """The copies of a cable, the best first.

    A copy with nearly all of the longest one's text is complete. Complete copies come first, those among them first
    that keep most of the telegram's form; the others follow by their length. The first in the sources wins a draw.
    """
    longest = max(rank.weight for rank in ranks)

    def key(rank: _Rank) -> tuple[int, int, int, int]:
        missing = longest - rank.weight if rank.weight < longest * _NEARLY_ALL else 0
        return missing, _PREFERENCE.get(rank.rendition or "", len(_PREFERENCE)), rank.source, rank.number

    return sorted(ranks, key=key)


def _cable(rowid: int, text: Text, copies: int) -> tuple[object, ...]:
    level = short(text.classification).rank
    return (
        rowid, text.id, text.date, text.post, text.origin, text.sender, text.classification, level, text.subject,
        " ".join(text.tags), copies, text.problem,
    )  # fmt: skip


def _words(rowid: int, text: Text) -> tuple[object, ...]:
    sender = " ".join(filter(None, (text.post, text.origin, text.sender)))
    level = " ".join(filter(None, (text.classification, text.captions)))
    return (rowid, text.id, sender, text.recipients, level, " ".join(text.tags), text.subject, text.body)
