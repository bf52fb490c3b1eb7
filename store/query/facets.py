"""What the hits of a query have in common: how many of each year, post, tag and classification, and of each month.

All is counted inside SQLite, so that other threads go on meanwhile.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from ..catalogue.rowids import SLOTS
from .hits import Asked
from .levels import NAMES
from .plan import Plan
from .tree import Everything, Kept, Level, Own

FIELDS = ("year", "post", "tag", "class", "noted")
"""The fields that hits are counted by."""

Field = Literal["year", "post", "tag", "class", "noted"]
_EPOCH = datetime(1966, 1, 1)
_DAY = 24 * 60 * SLOTS
_MANY = 20_000  # hits, above which it is faster to go through all posts and tags than to look up those of each


class Month(NamedTuple):
    """A month with the number of its hits."""

    year: int
    month: int
    hits: int


def facet(asked: Asked, field: Field, limit: int, newest: int | None = None) -> list[tuple[str, int]]:
    """The values of a field with the number of hits of each: the commonest first, years in order, levels from below.

    Of the newest hits alone where `newest` says how many.
    """
    match field:
        case "year":
            years: dict[str, int] = {}
            for month in months(asked, newest):
                years[str(month.year)] = years.get(str(month.year), 0) + month.hits
            return list(years.items())[-limit:]
        case "post":
            return _posts(asked, limit, newest)
        case "tag":
            return _tags(asked, limit, newest)
        case "class":
            return _levels(asked, newest)
        case "noted":
            return _noted(asked)


def months(asked: Asked, newest: int | None = None) -> list[Month]:
    """The months with hits, in order; hits without a date are in none."""
    found = asked.plan()
    query = f"SELECT hit / {_DAY} AS day, count(*) FROM ({_hits(found, newest)}) WHERE hit >= 0 GROUP BY day"
    counts: dict[tuple[int, int], int] = {}
    for day, count in asked.connection.execute(query, found.values):
        date = _EPOCH + timedelta(days=day)
        counts[date.year, date.month] = counts.get((date.year, date.month), 0) + count
    return [Month(*month, count) for month, count in sorted(counts.items())]


def _hits(found: Plan, newest: int | None) -> str:
    tail = "" if newest is None else f"ORDER BY {found.rowid} DESC LIMIT {newest}"
    return found.sql(f"{found.rowid} AS hit", tail)


def _posts(asked: Asked, limit: int, newest: int | None) -> list[tuple[str, int]]:
    found = asked.plan()
    hits = _hits(found, newest)
    source = f"({hits}) CROSS JOIN cable ON cable.rowid = hit WHERE post IS NOT NULL"
    if _are_many(asked, found, hits):  # along the index of posts nothing has to be sorted
        source = f"cable INDEXED BY cable_post WHERE post COLLATE NOCASE > '' AND +rowid IN ({hits})"
    by = "GROUP BY post COLLATE NOCASE ORDER BY number DESC, post COLLATE NOCASE LIMIT ?"
    query = f"SELECT post, count(*) AS number FROM {source} {by}"
    return list(asked.connection.execute(query, (*found.values, limit)))


def _levels(asked: Asked, newest: int | None) -> list[tuple[str, int]]:
    found = asked.plan()
    query = f"SELECT level, count(*) FROM {_cables(found, newest)} WHERE level > 0 GROUP BY level ORDER BY level"
    return [(NAMES[Level(level)], count) for level, count in asked.connection.execute(query, found.values)]


def _tags(asked: Asked, limit: int, newest: int | None) -> list[tuple[str, int]]:
    found, connection = asked.plan(), asked.connection
    hits = _hits(found, newest)
    by = "GROUP BY tag ORDER BY number DESC, tag LIMIT ?"
    if isinstance(asked.tree, Everything) and newest is None:
        return list(connection.execute(f"SELECT tag, count(*) AS number FROM tag {by}", (limit,)))
    many = _are_many(asked, found, hits)
    source = f"tag WHERE +cable IN ({hits})" if many else f"({hits}) CROSS JOIN tag ON tag.cable = hit"
    return list(connection.execute(f"SELECT tag, count(*) AS number FROM {source} {by}", (*found.values, limit)))


def _are_many(asked: Asked, found: Plan, hits: str) -> bool:
    query = f"SELECT count(*) FROM (SELECT 1 FROM ({hits}) LIMIT {_MANY + 1})"
    return int(asked.connection.execute(query, found.values).fetchone()[0]) > _MANY


def _noted(asked: Asked) -> list[tuple[str, int]]:
    found = asked.also(Own(Kept.NOTED)).plan()
    (number,) = asked.connection.execute(found.sql("count(*)"), found.values).fetchone()
    return [("noted", number)] if number else []


def _cables(found: Plan, newest: int | None) -> str:
    return f"({_hits(found, newest)}) CROSS JOIN cable ON cable.rowid = hit"
