"""The orders that hits can come in, as SQL; and rowids out of SQL by the hundred thousand."""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Sequence
from typing import NamedTuple

KEYS = {
    "post": "cable.post COLLATE NOCASE",
    "subject": "cable.subject COLLATE NOCASE",
    "classification": "nullif(cable.level, 0)",
}
"""What the rows of `cable` are sorted by, for each order that needs them."""

ORDERS = ("-date", "date", *(f"{sign}{name}" for name in KEYS for sign in ("", "-")), "-notes", "-relevance")
"""Every order; with `-` the greatest comes first. Among equals the newest comes first."""


class Sorting(NamedTuple):
    """An order of the list in SQL: what is sorted by, and the order of it."""

    key: str
    by: str
    beyond: str

    @classmethod
    def of(cls, order: str, rowid: str) -> Sorting:
        """The sorting of an order that is among `KEYS`; hits without the value come last."""
        key = KEYS[order.removeprefix("-")]
        down, beyond = (" DESC", "<") if order.startswith("-") else ("", ">")
        return cls(key, f"ORDER BY {key} IS NULL, {key}{down}, {rowid} DESC", beyond)

    def behind(self, value: object, rowid: str, after: int) -> tuple[str, tuple[object, ...]]:
        """The condition for what comes behind a row with a value, with the values of its question marks."""
        if value is None:
            return f"({self.key} IS NULL AND {rowid} < ?)", (after,)
        text = f"({self.key} IS NULL OR {self.key} {self.beyond} ? OR ({self.key} = ? AND {rowid} < ?))"
        return text, (value, value, after)


def packed(connection: sqlite3.Connection, query: str, values: Sequence[object]) -> array[int]:
    """The integers that a query gives, in its order.

    SQLite joins them into one text, so that other threads are not kept waiting while it goes through them.
    """
    row = connection.execute(f"SELECT group_concat(printf('%016x', hit), '') FROM ({query})", values).fetchone()
    found = array("q")
    found.frombytes(bytes.fromhex(row[0] or ""))
    if sys.byteorder == "little":
        found.byteswap()
    return found
