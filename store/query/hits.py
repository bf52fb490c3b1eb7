"""The rowids of hits in an order: the first of them, those behind one of them, or all."""

from __future__ import annotations

import sqlite3
from array import array
from typing import NamedTuple

from ..catalogue import Catalogue
from ..catalogue.rowids import UNDATED
from .conditions import LAST, Span
from .kept import OwnRows, rowids_of
from .orders import Sorting, packed
from .outside import Outside
from .plan import EVERYTHING, Plan, plan
from .tree import Kept, Node, Not, Own, both

RANKED = 50_000
"""Hits that are sorted by relevance: the newest so many. Older ones come behind them, by date."""

_WEIGHTS = "4.0, 2.0, 1.0, 1.0, 4.0, 8.0, 1.0"  # of the columns of `words`: a hit in the subject tells most
_ALL = -1
_MANY = 20_000  # hits, above which SQLite would take longer to sort them
_PART = 4096
_UNDATED: Span = (UNDATED, -1)


class Asked(NamedTuple):
    """What is asked for, and who answers."""

    tree: Node
    connection: sqlite3.Connection
    catalogue: Catalogue
    outside: Outside
    own: OwnRows

    def plan(self, within: Span = EVERYTHING) -> Plan:
        """The plan of what is asked for."""
        return plan(self.tree, self.connection, self.own, within)

    def also(self, node: Node) -> Asked:
        """What is asked for, less what a node does not find."""
        return self._replace(tree=both([self.tree, node]))


def hits(asked: Asked, order: str, limit: int | None = None, after: int | None = None) -> array[int]:
    """The first hits in an order, or all; behind the rowid `after` where it is given. Raises KeyError for no order."""
    most = _ALL if limit is None else limit
    match order:
        case "-date":
            return _newest(asked, most, UNDATED, LAST if after is None else after - 1)
        case "date":
            return _oldest(asked, most, after)
        case "-notes":
            return _noted(asked, most, after)
        case "-relevance":
            return _ranked(asked, most, after)
        case _:
            return _sorted(asked, order, most, after)


def _newest(asked: Asked, most: int, first: int, last: int) -> array[int]:
    return _select(asked.connection, asked.plan((first, last)), "DESC", most)


def _oldest(asked: Asked, most: int, after: int | None) -> array[int]:
    """Hits with a date, then those without."""
    begin = 0 if after is None else after + 1
    found: array[int] = array("q")
    if begin >= 0 and (after is None or after >= 0):
        found = _select(asked.connection, asked.plan((begin, LAST)), "ASC", most)
    if most == _ALL or len(found) < most:
        rest = most if most == _ALL else most - len(found)
        undated = (begin, -1) if after is not None and after < 0 else _UNDATED
        found += _select(asked.connection, asked.plan(undated), "ASC", rest)
    return found


def _sorted(asked: Asked, order: str, most: int, after: int | None) -> array[int]:
    """Hits by a column; where all of many are wanted, out of the list that the catalogue keeps in this order."""
    found = asked.plan()
    if most == _ALL and after is None:
        newest = _newest(asked, most, *EVERYTHING)
        if len(newest) > _MANY:
            return _in_order(newest, asked.catalogue.rowids(order))
    sorting = Sorting.of(order, found.rowid)
    where: str = "1"
    values: tuple[object, ...] = ()
    if after is not None:
        row = asked.connection.execute(f"SELECT {sorting.key} FROM cable WHERE rowid = ?", (after,)).fetchone()
        where, values = sorting.behind(row[0] if row else None, found.rowid, after)
    query = found.sql(f"{found.rowid} AS hit", f"{sorting.by} LIMIT {most}", cable=True, where=(where,))
    return packed(asked.connection, query, (*found.values, *values))


def _in_order(some: array[int], listed: array[int]) -> array[int]:
    """Those of the rowids listed that are among some; in parts, between which other threads have their turn."""
    wanted: set[int] = set()
    for first in range(0, len(some), _PART):
        wanted.update(some[first : first + _PART])
    found: array[int] = array("q")
    for first in range(0, len(listed), _PART):
        found.extend(filter(wanted.__contains__, listed[first : first + _PART]))
    return found


def _noted(asked: Asked, most: int, after: int | None) -> array[int]:
    """Hits with notes, those with most of them first; then the others by date."""
    counts = asked.outside.noted()
    by_rowid = {rowid: counts[name] for name, rowid in rowids_of(asked.connection, counts).items()}
    noted = list(_newest(asked.also(Own(Kept.NOTED)), _ALL, *EVERYTHING)) if counts else []
    noted.sort(key=lambda rowid: -by_rowid.get(rowid, 0))
    others = asked.also(Not(Own(Kept.NOTED))) if counts else asked
    return _one_then_other(noted, others, EVERYTHING, most, after)


def _ranked(asked: Asked, most: int, after: int | None) -> array[int]:
    """The newest hits by how well they match, then the others by date; all by date where no words are asked for."""
    found = asked.plan()
    if not found.is_ranked:
        return _newest(asked, most, UNDATED, LAST if after is None else after - 1)
    bound = asked.connection.execute(
        found.sql(found.rowid, f"ORDER BY {found.rowid} DESC LIMIT 1 OFFSET {RANKED}"), found.values
    ).fetchone()
    first = bound[0] + 1 if bound else UNDATED
    best = asked.plan((first, LAST))
    some = most if after is None else _ALL
    query = best.sql(f"{best.rowid} AS hit", f"ORDER BY bm25(words, {_WEIGHTS}), {best.rowid} DESC LIMIT {some}")
    ranked = list(packed(asked.connection, query, best.values))
    return _one_then_other(ranked, asked, (UNDATED, first - 1), most, after)


def _one_then_other(one: list[int], other: Asked, within: Span, most: int, after: int | None) -> array[int]:
    """The hits of a list, then the newest of others; behind one of either."""
    last = within[1]
    if after in one:
        one = one[one.index(after) + 1 :]
    elif after is not None:
        one, last = [], after - 1
    found = array("q", one if most == _ALL else one[:most])
    if within[1] < within[0] or (most != _ALL and len(found) >= most):
        return found
    return found + _newest(other, most if most == _ALL else most - len(found), within[0], min(last, within[1]))


def _select(connection: sqlite3.Connection, found: Plan, direction: str, most: int) -> array[int]:
    query = found.sql(f"{found.rowid} AS hit", f"ORDER BY {found.rowid} {direction} LIMIT {most}")
    return packed(connection, query, found.values)
