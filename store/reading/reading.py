"""What the user did with cables: read, flagged, tagged, bookmarked, visited."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ...cable.safe import visible
from .changes import COLUMNS, KEYS, Bookmark, Change, Kind, Row, Visit, clean, fold
from .database import Database

FILE = "reading.sqlite3"
_MOST_VISITS = 10_000


def _now() -> datetime:
    return datetime.now(UTC)


class Reading:
    """Marks on cables by their canonical id. Every method may raise `StoreError`; then nothing has changed.

    May be used from several threads, and in several windows at once.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime] = _now) -> None:
        """The marks kept in a folder; nothing is opened yet."""
        self._database = Database(folder / FILE)
        self._clock = clock
        self._known: dict[str, tuple[int, frozenset[str]]] = {}

    @property
    def message(self) -> str | None:
        """What was done about a damaged file, if there was one."""
        return self._database.message

    @property
    def generation(self) -> int:
        """A number that is another one after every change of a mark, also one of another window."""
        return self._database.generation()

    def close(self) -> None:
        """Close the file; it is opened again when it is needed."""
        self._database.close()

    # What is marked

    def read_ids(self) -> frozenset[str]:
        """The cables that were read."""
        return self._ids("SELECT cable FROM read")

    def flagged_ids(self) -> frozenset[str]:
        """The cables that are flagged."""
        return self._ids("SELECT cable FROM flag")

    def bookmarked_ids(self) -> frozenset[str]:
        """The cables that have a bookmark."""
        return self._ids("SELECT DISTINCT cable FROM bookmark")

    def tagged_ids(self) -> frozenset[str]:
        """The cables that have a tag of the user's."""
        return self._ids("SELECT DISTINCT cable FROM tag")

    def tagged(self, tag: str) -> frozenset[str]:
        """The cables that have a tag, however it is written."""
        return frozenset(cable for (cable,) in self._select("SELECT cable FROM tag WHERE folded = ?", fold(tag)))

    def tags(self, cable: str) -> tuple[str, ...]:
        """The tags of a cable, in alphabetical order."""
        return tuple(tag for (tag,) in self._select("SELECT tag FROM tag WHERE cable = ? ORDER BY folded", cable))

    def all_tags(self) -> dict[str, int]:
        """Every tag with how many cables have it, the most used first."""
        return dict(self._select("SELECT min(tag), count(*) FROM tag GROUP BY folded ORDER BY count(*) DESC, folded"))

    def bookmarks(self, cable: str | None = None) -> list[Bookmark]:
        """The bookmarks, of one cable or all; those set last come first."""
        where, values = ("WHERE cable = ?", (cable,)) if cable else ("", ())
        query = f"SELECT cable, anchor, words, at FROM bookmark {where} ORDER BY at DESC, cable, anchor"
        return [Bookmark(*row) for row in self._select(query, *values)]

    def rows(self, kind: Kind) -> list[dict[str, str]]:
        """All marks of a kind, as objects with the columns that tell them."""
        columns = [column for column in COLUMNS[kind] if column != "folded"]
        query = f"SELECT {', '.join(columns)} FROM {kind} ORDER BY at, cable"
        return [dict(zip(columns, row, strict=True)) for row in self._select(query)]

    # Changes

    def mark_read(self, cables: Iterable[str], read: bool = True) -> Change:
        """Mark cables as read, or as unread."""
        return self._set("read", [(cable, self._at()) for cable in cables], on=read)

    def flag(self, cables: Iterable[str], on: bool = True) -> Change:
        """Flag cables, or take their flags away."""
        return self._set("flag", [(cable, self._at()) for cable in cables], on=on)

    def tag(self, cables: Iterable[str], tag: str, on: bool = True) -> Change:
        """Give cables a tag, or take it away; an empty one changes nothing."""
        rows = [(cable, fold(tag), clean(tag), self._at()) for cable in cables] if fold(tag) else []
        return self._set("tag", rows, on=on)

    def set_tags(self, cable: str, tags: Iterable[str]) -> Change:
        """Give a cable these tags, and no others."""
        wanted = {fold(tag): clean(tag) for tag in tags if fold(tag)}
        rows = [(cable, folded, tag, self._at()) for folded, tag in wanted.items()]

        def change(connection: sqlite3.Connection) -> Change:
            there = _rows(connection, "tag", "cable = ?", cable)
            kept = {row[1] for row in there if wanted.get(row[1]) == row[2]}
            gone = [row for row in there if row[1] not in kept]
            return _make(connection, Change("tag", tuple(gone), tuple(row for row in rows if row[1] not in kept)))

        return self._write(change)

    def add_bookmark(self, cable: str, anchor: str, words: str) -> Change:
        """Set a bookmark on a block (or with an empty anchor on the header)."""
        return self._set("bookmark", [(cable, anchor, visible(words), self._at())], on=True)

    def remove_bookmark(self, cable: str, anchor: str) -> Change:
        """Take a bookmark away."""
        return self._set("bookmark", [(cable, anchor, "", "")], on=False)

    def make(self, change: Change) -> Change:
        """Carry a change out (again, or an inverse); gives what came of it, which is less where it was so already."""
        return self._write(lambda connection: _make(connection, change))

    # Visits

    def visit(self, cable: str, title: str = "", anchor: str = "", offset: int = 0, number: int | None = None) -> int:
        """Remember that a cable is before the reader, and where; gives the number of the visit.

        With the `number` of a visit of this cable that one is told where the reader stands by now.
        """
        return self._database.run(
            lambda connection: _visit(connection, (cable, visible(title), anchor, offset, self._at()), number),
            write=True,
        )

    def visits(self, most: int) -> list[Visit]:
        """The last visits, the newest first."""
        query = "SELECT number, cable, title, anchor, offset, at FROM visit ORDER BY number DESC LIMIT ?"
        return [Visit(*row) for row in self._select(query, most)]

    def last_visit(self, cable: str) -> Visit | None:
        """The last visit of a cable: where it was left."""
        query = (
            "SELECT number, cable, title, anchor, offset, at FROM visit WHERE cable = ? ORDER BY number DESC LIMIT 1"
        )
        return next((Visit(*row) for row in self._select(query, cable)), None)

    # Inside

    def _at(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _write(self, action: Callable[[sqlite3.Connection], Change]) -> Change:
        made = self._database.run(action, write=True)
        if made:
            self._database.changed()
        return made

    def _select(self, query: str, *values: object) -> list[Any]:
        """Rows of the database, whose columns the query names: their types are those of the schema."""
        return self._database.run(lambda connection: connection.execute(query, values).fetchall())

    def _ids(self, query: str) -> frozenset[str]:
        """Ids that are asked for often: read again when something has changed."""
        generation = self.generation
        known = self._known.get(query)
        if known is None or known[0] != generation:
            known = self._known[query] = generation, frozenset(cable for (cable,) in self._select(query))
        return known[1]

    def _set(self, kind: Kind, rows: Sequence[Row], *, on: bool) -> Change:
        change = Change(kind, come=tuple(rows)) if on else Change(kind, gone=tuple(rows))
        return self.make(change)


def _make(connection: sqlite3.Connection, change: Change) -> Change:
    gone = tuple(row for wanted in change.gone for row in _take(connection, change.kind, wanted))
    return Change(change.kind, gone, tuple(row for row in change.come if _put(connection, change.kind, row)))


def _take(connection: sqlite3.Connection, kind: Kind, row: Row) -> list[Row]:
    """Take a mark away; gives it as it was, if it was there."""
    values = dict(zip(COLUMNS[kind], row, strict=True))
    where = " AND ".join(f"{column} = ?" for column in KEYS[kind])
    keys = [values[column] for column in KEYS[kind]]
    found = _rows(connection, kind, where, *keys)
    connection.execute(f"DELETE FROM {kind} WHERE {where}", keys)
    return found


def _put(connection: sqlite3.Connection, kind: Kind, row: Row) -> bool:
    """Set a mark; False if it was there."""
    places = ", ".join("?" * len(row))
    columns = ", ".join(COLUMNS[kind])
    return connection.execute(f"INSERT OR IGNORE INTO {kind} ({columns}) VALUES ({places})", row).rowcount > 0


def _rows(connection: sqlite3.Connection, kind: Kind, where: str, *values: str) -> list[Row]:
    query = f"SELECT {', '.join(COLUMNS[kind])} FROM {kind} WHERE {where}"
    return connection.execute(query, values).fetchall()


def _visit(connection: sqlite3.Connection, row: tuple[str, str, str, int, str], number: int | None) -> int:
    if number is not None:
        where = "UPDATE visit SET cable = ?, title = ?, anchor = ?, offset = ?, at = ? WHERE number = ? AND cable = ?"
        if connection.execute(where, (*row, number, row[0])).rowcount:
            return number
    cursor = connection.execute("INSERT INTO visit (cable, title, anchor, offset, at) VALUES (?, ?, ?, ?, ?)", row)
    found = cursor.lastrowid or 0
    connection.execute("DELETE FROM visit WHERE number <= ?", (found - _MOST_VISITS,))
    return found
