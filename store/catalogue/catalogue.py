"""Reading a catalogue: the list, a cable by its id, what could not be read."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from weakref import finalize

from ..atomic import make_private_folder
from ..entry import Entry
from ..sources import STANDARD_INPUT, read_standard_input
from ..sources.contents import size_of
from . import database
from .rowids import UNDATED

_COLUMNS = """
    cable.rowid, cable.id, cable.date, cable.post, cable.classification, cable.subject, cable.tags, cable.copies,
    cable.problem, source.path, copy.name, copy.member, copy.start, copy.length, copy.rendition
"""
# CROSS JOIN: from the cable to its copy. From all copies on, the newest few rows would take as long as all rows.
_BEST = f"SELECT {_COLUMNS} FROM cable CROSS JOIN copy ON copy.cable = cable.rowid AND copy.rank = 0 " + (
    "CROSS JOIN source ON source.number = copy.source"
)
_EVERY = (
    f"SELECT {_COLUMNS} FROM copy JOIN cable ON cable.rowid = copy.cable JOIN source ON source.number = copy.source"
)
_NEWEST = "rowid DESC"
_ORDERS = {
    "date": "date",
    "post": "post COLLATE NOCASE",
    "subject": "subject COLLATE NOCASE",
    "classification": "nullif(level, 0)",
}
_AT_ONCE = 500


class Catalogue:
    """The catalogue of a library, in a file that other programs may use at the same time.

    Its methods may be called from any thread. They raise sqlite3.DatabaseError where the file was damaged since it was
    opened; `update` begins it anew.
    """

    def __init__(self, paths: Sequence[str], path: Path) -> None:
        """`paths` are those of the library; `path` is the file, which must be a catalogue."""
        self.paths = tuple(paths)
        self.path = path
        self._threads = threading.local()

    @classmethod
    def open(cls, paths: Sequence[str | Path], cache: Path) -> Catalogue:
        """The catalogue of a library in the cache folder; begun anew where it is missing, old or damaged.

        Never scans. Where standard input is among the paths, or the folder cannot be written, the catalogue is one of
        this run alone.
        """
        names = [str(path) for path in paths]
        if STANDARD_INPUT not in names:
            folder = cache / "catalogues"
            try:
                make_private_folder(folder)
                path = folder / f"{database.name_of(names)}.sqlite"
                database.ready(path)
                return cls(names, path)
            except (OSError, sqlite3.Error):
                pass  # a catalogue is a convenience: what cannot be kept is made for this run
        from tempfile import TemporaryDirectory  # seldom needed, and not quick to import

        holder = TemporaryDirectory(prefix="cablereader-")
        path = Path(holder.name) / "catalogue.sqlite"
        database.begin(path)
        catalogue = cls(names, path)
        finalize(catalogue, holder.cleanup)
        return catalogue

    @cached_property
    def standard_input(self) -> str:
        """The text on standard input, which can be read only once. Raises SourceError."""
        return read_standard_input()

    def connection(self) -> sqlite3.Connection:
        """This thread's connection; it cannot write, and is safe beside who does."""
        mark = database.mark_of(self.path)
        found: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if found is None or self._threads.mark != mark:  # another program has begun the catalogue anew
            found = self._threads.connection = database.connect(self.path)
            self._threads.mark = mark
        return found

    def __len__(self) -> int:
        """How many cables it has, and texts that are none."""
        return int(self._value("SELECT count(*) FROM cable"))

    @property
    def cables(self) -> int:
        """How many cables it has."""
        return int(self._value(f"SELECT count(*) FROM cable WHERE rowid >= {UNDATED}"))

    @property
    def generation(self) -> int:
        """Rises with every change, also those that another program makes."""
        return int(self._value("SELECT value FROM meta WHERE key = 'generation'"))

    @property
    def fresh(self) -> bool:
        """Whether an update ran to its end, so that what is not here was not in the sources then."""
        return bool(int(self._value("SELECT value FROM meta WHERE key = 'complete'")))

    def _value(self, query: str) -> str | int:
        value: str | int = self.connection().execute(query).fetchone()[0]
        return value

    def rowids(self, order: str = "-date") -> array[int]:
        """The rowids of all rows in an order: `date`, `post`, `subject`, `classification`, with `-` the greatest first.

        Among equals the newest comes first; behind them those without a value, and last texts that are no cables.
        """
        kept = self.connection().execute("SELECT rowids FROM listing WHERE ordering = ?", (order,)).fetchone()
        rowids = array("q")
        if kept:
            rowids.frombytes(kept[0])
        else:
            rowids.extend(row[0] for row in self.connection().execute(listing(order)))
        return rowids

    def entries(self, rowids: Sequence[int]) -> list[Entry]:
        """The entries of rows, in the order asked; a row that is gone is left out."""
        found: dict[int, Entry] = {}
        for first in range(0, len(rowids), _AT_ONCE):
            some = rowids[first : first + _AT_ONCE]
            query = f"{_BEST} WHERE cable.rowid IN ({','.join('?' * len(some))})"
            found |= {row[0]: _entry(row) for row in self.connection().execute(query, tuple(some))}
        return [found[rowid] for rowid in rowids if rowid in found]

    def ids(self, rowids: Sequence[int]) -> dict[int, str]:
        """The ids of the cables of rows; a row without one is left out."""
        query = (
            "SELECT cable.rowid, cable.id FROM json_each(?) AS wanted CROSS JOIN cable ON cable.rowid = wanted.value "
            "WHERE cable.id IS NOT NULL"
        )
        return dict(self.connection().execute(query, (json.dumps([*rowids]),)))

    def newest(self, count: int) -> list[Entry]:
        """The newest entries, the newest first."""
        query = f"{_BEST} ORDER BY cable.rowid DESC LIMIT ?"
        return [_entry(row) for row in self.connection().execute(query, (count,))]

    def find(self, reference: str) -> Entry | None:
        """The entry that a canonical id or a path means; for a path of many cables the first of them."""
        row = self.connection().execute(f"{_BEST} WHERE cable.id = ?", (reference,)).fetchone()
        if row is None:
            wanted = reference if reference == STANDARD_INPUT else os.path.abspath(reference)
            query = f"{_EVERY} WHERE source.path = ? ORDER BY copy.number LIMIT 1"
            row = self.connection().execute(query, (database.stored(wanted),)).fetchone()
        return _entry(row) if row else None

    def find_many(self, ids: Iterable[str]) -> dict[str, Entry]:
        """The entries of those canonical ids that the catalogue has."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Entry] = {}
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            query = f"{_BEST} WHERE cable.id IN ({','.join('?' * len(some))})"
            found |= {row[1]: _entry(row) for row in self.connection().execute(query, some)}
        return found

    def is_current(self, entry: Entry) -> bool:
        """Whether the source of an entry is as it was when it was catalogued, by its size and time."""
        if entry.path is None:
            return True
        query = "SELECT size, changed FROM source WHERE path = ?"
        row = self.connection().execute(query, (database.stored(str(entry.path)),)).fetchone()
        return row is not None and tuple(row) == size_of(entry.path)

    def copies(self, entry: Entry) -> list[Entry]:
        """The renditions of a cable in the sources, the best first."""
        query = f"{_EVERY} WHERE copy.cable = ? ORDER BY copy.rank"
        return [_entry(row) for row in self.connection().execute(query, (entry.rowid,))]

    def problems(self) -> list[Entry]:
        """What could not be read, or is no cable; each with its reason."""
        query = f"{_BEST} WHERE cable.problem IS NOT NULL AND cable.rowid < {UNDATED} ORDER BY copy.source, copy.number"
        found = [_entry(row) for row in self.connection().execute(query)]
        missing = self.connection().execute("SELECT path, problem FROM source WHERE problem IS NOT NULL ORDER BY path")
        paths = ((Path(database.restored(path)), problem) for path, problem in missing)
        return [Entry(path, path.name, problem=problem) for path, problem in paths] + found


def listing(order: str) -> str:
    """The query for the rowids of all rows in an order. Raises KeyError for none that there is."""
    column = order.removeprefix("-")
    down = " DESC" if order.startswith("-") else ""
    value = _ORDERS[column]
    ranks = f"rowid < 0, rowid{down}" if column == "date" else f"{value} IS NULL, {value}{down}, {_NEWEST}"
    return f"SELECT rowid FROM cable ORDER BY rowid < {UNDATED}, {ranks}"


ORDERS = tuple(f"{sign}{column}" for column in _ORDERS for sign in ("", "-"))
"""The orders that the list can have."""


def _entry(row: Any) -> Entry:  # noqa: ANN401  what SQLite gives has no types
    """An entry of the columns that every query here asks for."""
    (
        rowid, identifier, date, post, classification, subject, tags, copies,
        problem, path, name, member, start, length, rendition,
    ) = row  # fmt: skip
    source = database.restored(path)
    return Entry(
        None if source == STANDARD_INPUT else Path(source),
        database.restored(name),
        identifier,
        datetime.fromisoformat(f"{date[:-1]}+00:00") if date else None,
        post,
        classification,
        subject,
        tuple(tags.split()),
        problem,
        rowid=rowid,
        member=member,
        start=start,
        length=length,
        rendition=rendition,
        copies=copies,
    )
